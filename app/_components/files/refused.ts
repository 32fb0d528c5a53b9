import { getDraft } from '@/lib/accounts/queries'
import type { Viewer } from '@/lib/person'

/** What was said when a form with a file was refused, and what was typed. */
export type RefusedForm = { said: string; typed: Record<string, string> }

/** What a form without JavaScript comes back with as `?odmowa=`; undefined when there is nothing to say (lib/form-route.ts). */
export async function refusedForm(viewer: Viewer, key: unknown): Promise<RefusedForm | undefined> {
  if (typeof key !== 'string' || !/^[\w-]{22}$/.test(key)) return undefined
  const draft = await getDraft(viewer, key)
  if (draft?.form !== 'refused' || !draft.values._said) return undefined
  const { _said: said, ...typed } = draft.values
  return { said, typed }
}
