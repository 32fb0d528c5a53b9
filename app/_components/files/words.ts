import { fileBytesAtMost, type FileType } from '@/lib/file-types'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** Largest file, in MB as people say it. */
export const megabytesAtMost = fileBytesAtMost / 1024 / 1024

/** What a form with a file says by itself. */
export function postedWords(language: Language, withFile: boolean) {
  const t = translator(language)
  return { sending: t(withFile ? 'file.sending' : 'file.saving'), checking: t(withFile ? 'file.checking' : 'file.saving'), failed: t('file.failed'), tooLarge: t('file.problem.tooLarge', { max: megabytesAtMost }) }
}

/** A file's kind and size, „PDF, 1,2 MB”. */
export function sayKind({ type, bytes }: { type: FileType; bytes: number }, language: Language): string {
  const [amount, unit] = bytes < 1024 * 1024 ? [Math.max(1, Math.round(bytes / 1024)), 'kB'] : [bytes / 1024 / 1024, 'MB']
  const number = new Intl.NumberFormat(language === 'pl' ? 'pl-PL' : 'en-GB', { maximumFractionDigits: 1 }).format(amount)
  return `${type.toUpperCase()}, ${number}\u00a0${unit}`
}
