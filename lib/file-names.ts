import { create } from 'content-disposition'
import { fileTypes, type FileType } from './file-types'
import { canonLine } from './text'

/** Longest name without its ending, in UTF-16 units; every file system takes what is left. */
const longest = 80
/** Names that are devices on Windows, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * The name under which a file is shown and saved: no path, no control or direction-changing characters, nothing that a
 * shell or a file system reads as something else, ending as its content says (security.md A39). Idempotent.
 * @param sent as the browser sent it; whatever it is, a name comes out
 */
export function shownName(sent: string, type: FileType): string {
  const last = canonLine(sent.split(/[/\\]/).at(-1)!)
  const bare = trimmed(last.replace(/["*:<>?|%;]+/g, '-').replace(endingOf(type), ''))
  const cut = trimmed(Array.from(bare).slice(0, longest).join('').slice(0, longest).toWellFormed().replaceAll('\ufffd', '-'))
  return `${devices.test(cut) ? 'plik-' : ''}${cut || 'plik'}.${fileTypes[type].extensions[0]}`
}

/** Whether a name ends as files of a type do. */
export const endsAs = (type: FileType, name: string): boolean => endingOf(type).test(name.trim())

const endingOf = (type: FileType) => new RegExp(`\\.(${fileTypes[type].extensions.join('|')})$`, 'i')
const trimmed = (name: string) => name.replace(/^[\s.~-]+/, '').replace(/[\s.]+$/, '')

/** The header that makes a browser save a file under its name, never show it (RFC 6266). */
export const asDownload = (name: string): string => create(name, { type: 'attachment' })
