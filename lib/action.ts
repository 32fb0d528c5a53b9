import { redirect } from 'next/navigation'
import { keepDraft } from './accounts/commands'
import { currentViewer } from './accounts/session'
import { address, ownAddress, withQuery, type Address } from './addresses'
import type { Command } from './command'
import { nested, textFields } from './form-values'
import { isLanguage, type Language } from './language'
import { translator } from './messages'
import type { Person, Viewer } from './person'
import type { Objection } from './policy'
import { workFor } from './proof-of-work'
import { Refusal, type FormState, type RefusalKind } from './refusal'
import { formWasRead } from './unread-forms.mjs'

export type Sent = {
  language: Language
  /** The page that the form stands on, to come back to. */
  from: Address
  values: Record<string, string>
  /** That the device has worked, where a limit asked for it. */
  proof: string | undefined
}

/** Fields that a form sends about itself, beside what the person typed: see app/_components/form.tsx. */
const formFields = { language: '_language', from: '_from', stay: '_stay', works: '_works', proof: '_proof' } as const

type Options<Result> = {
  /** Where to go; with JavaScript a form asks to hear that address instead (`_stay`), and goes there itself. */
  then: (result: Result, sent: Sent) => Address | Promise<Address>
  /** The name under which someone who is not signed in finds what they wrote again after signing in. */
  draft?: string
}
type Asked<Result> = Command<'person', Result> | Command<'anyone', Result>

/**
 * The browser's way to a command: who is asking, what they sent, which address to show next (303).
 * A refusal becomes form state: what was typed is kept.
 * @param leaves for what ends the session: the page it stands on is not shown again, not even for a moment
 */
export function action<Result>(command: Asked<Result>, { leaves, ...options }: Options<Result> & { leaves?: true }) {
  return async (_previous: FormState, sent: FormData): Promise<FormState> => {
    formWasRead()
    const form: FormData = sent instanceof FormData ? sent : new FormData() // Called by hand, with anything (security.md A59).
    const answer = await perform(command, form, options)
    if ('refused' in answer) return answer.refused
    if (form.get(formFields.stay) && !leaves) return { done: answer.next }
    redirect(answer.next)
  }
}

/**
 * Asks a command for what a form wants.
 * @param input what the command gets, where that is not simply the form's fields
 * @returns the address to show next, or the refusal as form state, with the page that the form stood on
 */
export async function perform<Result>(command: Asked<Result>, form: FormData, { then, draft }: Options<Result>, input?: unknown): Promise<{ next: Address } | Refused> {
  const sent = sentBy(form)
  try {
    const person = await currentViewer()
    if (command.by === 'person' && !person) return { next: await signInFirst(sent, draft) }
    return { next: await then(await run(command, person, input ?? nested(sent.values), sent.proof), sent) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const answer = refusedWith(error, form)
    // Only a page with JavaScript can have its device work, and says so; without, one waits.
    if (error.act && form.get(formFields.works)) answer.refused.work = await workFor(error.act, translator(sent.language))
    return answer
  }
}

export type Refused = { refused: FormState; kind: RefusalKind; sent: Sent; objection: NonNullable<Objection> }

/** A refusal as what a form hears back. */
export function refusedWith(refusal: Refusal, form: FormData): Refused {
  const sent = sentBy(form)
  return { refused: stateOf(refusal, sent), kind: refusal.kind, sent, objection: refusal.objection }
}

const run = <Result>(command: Asked<Result>, viewer: Viewer, input: unknown, proof?: string) =>
  command.by === 'person' ? (command as Command<'person', Result>)(viewer as Person, input, proof) : (command as Command<'anyone', Result>)(viewer, input, proof)

function sentBy(form: FormData): Sent {
  const language = form.get(formFields.language)
  const spoken = isLanguage(language) ? language : 'pl'
  const proof = form.get(formFields.proof)
  return { language: spoken, from: ownAddress(form.get(formFields.from)) ?? address(spoken, 'home'), values: textFields(form), proof: typeof proof === 'string' ? proof : undefined }
}

/** Keeps what was written and leads to signing in, and from there back to it. */
async function signInFirst({ language, from, values, proof }: Sent, form: string | undefined): Promise<Address> {
  if (!form) return withQuery(address(language, 'signIn'), { powrot: from })
  const { key } = await keepDraft(null, { form, values: { ...values, [formFields.from]: from } }, proof)
  return withQuery(address(language, 'signIn'), { powrot: address(language, 'write', { draft: key }) })
}

function stateOf(refusal: Refusal, { language, values }: Sent): FormState {
  const t = translator(language)
  const say = (objection: NonNullable<Objection>) => t(objection.key, objection.values)
  return {
    message: refusal.kind === 'too-many' && refusal.objection.values?.minutes ? `${say(refusal.objection)} ${t('site.nothingLost')}` : say(refusal.objection),
    fields: Object.fromEntries(Object.entries(refusal.fields).map(([name, reasons]) => [name, reasons.map(say)])),
    values,
  }
}
