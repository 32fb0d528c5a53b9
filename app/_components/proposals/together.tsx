import { address } from '@/lib/addresses'
import { Body } from '@/app/_components/discussion/body'
import { sayMoney } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { ProposalContent } from '@/lib/proposals/content'
import { shares } from '@/lib/proposals/money'
import { sayNumber } from './numbers'

type Props = { content: ProposalContent; language: Language; level: 'h2' | 'h3' }

/** Who else offers it, or what residents give themselves. */
export function Partners({ content: { applicants, jointWork, residents }, language, level: Heading }: Props) {
  const t = translator(language)
  return (
    <>
      {applicants.length > 0 && (
        <section>
          <Heading lang={language}>{t('offer.field.applicants.all')}</Heading>
          <ul>{applicants.map(({ id, slug, name, register }) => <li key={id}>{slug ? <a href={address(language, 'organisation', { slug })}>{name}</a> : name}{register && `, ${register}`}</li>)}</ul>
          <Body text={jointWork} />
        </section>
      )}
      {residents && (
        <section>
          <Heading lang={language}>{t('offer.step.residents')}</Heading>
          <Body text={residents.work} />
          <p lang={language}>{t('offer.residentsGive', { hours: sayNumber(residents.hoursThousandths, language), money: sayMoney(residents.moneyGrosze, language) })}</p>
          {residents.things && <Body text={residents.things} />}
        </section>
      )}
    </>
  )
}

/** Who of several organisations pays for how much. */
export function Split({ content: { applicants, split }, organisation, language, level: Heading }: Props & { organisation: string }) {
  const t = translator(language)
  if (!split.length) return null
  const share = shares(split.map(({ grosze }) => grosze))
  return (
    <section>
      <Heading lang={language}>{t('offer.field.split.all')}</Heading>
      <ul>
        {split.map(({ applicant, grosze }, place) => (
          <li key={applicant}>{applicants.find(({ id }) => id === applicant)?.name ?? organisation}: {t('offer.ofAmount', { amount: sayMoney(grosze, language), share: share[place]! })}</li>
        ))}
      </ul>
    </section>
  )
}
