import type { Address } from '@/lib/addresses'
import { sayTime } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { claimCaseAction, releaseCaseAction } from '@/lib/moderation/actions/desk'
import { claimMinutes } from '@/lib/moderation/claims'
import { idsOf, type Content } from '@/lib/moderation/contents'
import type { Case } from '@/lib/moderation/queries/case'
import { Form, Submit } from '../../form'

type Props = { content: Content; claim: Case['claim']; language: Language; from: Address }

/** Whose case it is just now, and the ways to take it, to keep it longer, to give it back, to take it over. */
export function ClaimState({ content, claim, language, from }: Props) {
  const t = translator(language)
  const said = claim && { time: sayTime(claim.since, language), until: sayTime(claim.until, language) }
  const take = (hidden: Record<string, string>, label: string) => (
    <Form action={claimCaseAction} language={language} from={from} hidden={{ ...idsOf(content), ...hidden }} label={label}>
      <p><Submit variant="secondary" size="sm" shortcut={claim ? undefined : 'z'}>{label}</Submit></p>
    </Form>
  )
  return (
    <div className="claim" data-whose={claim ? (claim.mine ? 'mine' : 'others') : 'free'}>
      <p>{!said ? t('desk.claim.free') : claim.mine ? t('desk.claim.byYouUntil', said) : t('desk.claim.byOtherUntil', said)}</p>
      {!claim && <p className="meta">{t('desk.claim.takeHint', { minutes: claimMinutes })}</p>}
      {claim && !claim.mine && <p className="meta">{t('desk.claim.takeOverHint')}</p>}
      <div className="side-by-side">
        {!claim && take({}, t('desk.claim.take'))}
        {claim?.mine && take({}, t('desk.claim.longer', { minutes: claimMinutes }))}
        {claim && !claim.mine && take({ takeOver: 'yes' }, t('desk.claim.takeOver'))}
        {claim?.mine && (
          <Form action={releaseCaseAction} language={language} from={from} hidden={idsOf(content)} label={t('desk.claim.release')}>
            <p><Submit variant="tertiary" size="sm">{t('desk.claim.release')}</Submit></p>
          </Form>
        )}
      </div>
    </div>
  )
}
