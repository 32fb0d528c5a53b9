import type { Block, Fact, TextDocument } from '../document'
import { sayDate } from '../dates'
import type { Language } from '../language'
import { translator, type MessageKey, type Translate } from '../messages'
import type { LegalForm } from '../organisations/rules'
import type { ProposalContent } from './content'
import { asks, type FieldPath } from './modes'
import { costTable, grantTable, planTable, resultTable, sourceTable, splitTable } from './offer-form-tables'
import { sayAmount, sayQuantity } from './offer-form-numbers'
import { sayTaskKind } from './task-kind'

/** An organisation as the form names it. `contact` is there only for its own members. */
export type ApplicantNamed = { name: string; legalForm: LegalForm; krs: string | null; nip: string | null; regon: string | null; seat: string; contact: { email: string; phone: string | null } | null }

export type Offer = {
  content: ProposalContent
  /** Who writes; first among the applicants. */
  applicant: ApplicantNamed
  /** The other applicants that have a page here, by their slug. */
  joint: Readonly<Record<string, ApplicantNamed>>
  /** The tasks of the strategy that it serves. */
  tasks: readonly { code: string; title: string }[]
  /** When it was sent or saved. */
  date: Date
  /** Its public address; null while it has none. */
  url: string | null
}

/**
 * A proposal in the order of the official form that its mode leads to: Dz.U. 2018 poz. 2057 annex 1 (offer), for small
 * grants poz. 2055 annex 1. Only what the mode asks for, and nothing that is not in the offer.
 */
export function offerDocument(offer: Offer, language: Language): TextDocument {
  const t = translator(language)
  const { content, date, url } = offer
  const sections = content.mode === 'smallGrant' ? smallGrant(offer, t, language) : wholeOffer(offer, t, language)
  return {
    title: content.title,
    language,
    ...(language !== 'pl' && { textsIn: 'pl' }),
    date,
    about: [t(`offerForm.kind.${content.mode}`), t('proposal.notAnOffer'), t(`offerForm.order.${content.mode}`)],
    source: url ? t('offerForm.source', { site: t('site.name'), url }) : t('site.name'),
    blocks: [...served(offer, t), ...sections],
  }
}

function wholeOffer(offer: Offer, t: Translate, language: Language): Block[] {
  const { content } = offer
  const { mode } = content
  const has = (path: FieldPath) => asks(mode, path)
  return [
    part(t('offerForm.I.title')),
    facts([['offerForm.I.authority', t('offerForm.I.mayor')], has('taskKind') && ['offerForm.I.taskKind', sayTaskKind(content.taskKind, language)]], t),
    ...applicants(offer, t),
    part(t('offerForm.III.title')),
    ...text(t('offerForm.III.name'), content.title),
    field(t('offerForm.III.time')),
    time(content, t, language),
    field(t('offerForm.III.description')),
    ...texts(description(content), t),
    ...residents(content, t, language),
    field(t('offerForm.III.plan')),
    planTable(content, t, language),
    ...(has('narrative.direct')
      ? [field(t('offerForm.III.narrative')), ...texts([['offerForm.III.direct', content.narrative.direct], ['offerForm.III.change', content.narrative.change], ['offerForm.III.durability', content.narrative.durability]], t)]
      : []),
    field(t('offerForm.III.results')),
    resultTable(content, t, language),
    ...(has('experience') ? [part(t('offerForm.IV.title')), ...text(t('offerForm.IV.experience'), content.experience || t('offerForm.none')), field(t('offerForm.IV.resources')), ...texts(resources(content), t)] : []),
    part(t('offerForm.V.title')),
    costTable(content, t, language),
    sourceTable(content, t('offerForm.V.sources'), t, language),
    ...(content.split.length ? [splitTable(content, offer.applicant.name, t, language)] : []),
    ...(has('paid') ? closing(content, t) : []),
    ...(mode === 'openCall' ? declarations(t('offerForm.VII.title'), t) : []),
  ]
}

/** The simplified form; „wkład osobowy i rzeczowy” stands among resources. */
function smallGrant(offer: Offer, t: Translate, language: Language): Block[] {
  const { content } = offer
  return [
    part(t('offerForm.I.title')),
    facts([['offerForm.I.authority', t('offerForm.I.mayor')], ['offerForm.I.procedure', t('offerForm.I.smallGrant')], ['offerForm.I.taskKind', sayTaskKind(content.taskKind, language)], ['offerForm.III.smallName', content.title]], t),
    field(t('offerForm.III.smallTime')),
    time(content, t, language),
    ...applicants(offer, t),
    part(t('offerForm.III.scope')),
    field(t('offerForm.III.smallDescription')),
    ...texts(description(content), t),
    field(t('offerForm.III.smallPlan')),
    planTable(content, t, language),
    field(t('offerForm.III.smallResults')),
    resultTable(content, t, language),
    field(t('offerForm.III.smallCapacity')),
    ...texts([['offerForm.IV.earlier', content.experience], ...resources(content)], t),
    part(t('offerForm.V.estimate')),
    grantTable(content, t, language),
    sourceTable(content, t('offerForm.V.smallSources'), t, language),
    ...declarations(t('offerForm.VII.smallTitle'), t),
  ]
}

type Row = readonly [MessageKey, string]
const part = (text: string): Block => ({ is: 'heading', level: 2, text })
const field = (text: string): Block => ({ is: 'heading', level: 3, text })
const text = (name: string, said: string): Block[] => [field(name), { is: 'paragraph', text: said }]
/** What nobody wrote is said to be missing. */
const facts = (rows: readonly (Row | false)[], t: Translate): Block => ({ is: 'facts', facts: rows.filter((row) => row !== false).map(([key, value]): Fact => ({ name: t(key), value: value || t('offerForm.none') })) })

/** Long answers, each under its own small heading. */
const texts = (rows: readonly (Row | false)[], t: Translate): Block[] =>
  rows.filter((row) => row !== false).flatMap(([key, value]): Block[] => [{ is: 'heading', level: 4, text: t(key) }, value ? { is: 'paragraph', text: value } : { is: 'paragraph', text: t('offerForm.none'), ours: true }])

const served = ({ tasks }: Offer, t: Translate): Block[] => [
  { is: 'table', caption: t('offerForm.served'), named: 0, columns: [{ name: t('offerForm.code'), share: 1 }, { name: t('offerForm.taskTitle'), share: 7 }], rows: tasks.map(({ code, title }) => ({ cells: [code, title] })) },
]

const time = ({ from, to }: ProposalContent, t: Translate, language: Language) => facts([['offerForm.III.from', sayDate(from, language)], ['offerForm.III.to', sayDate(to, language)]], t)

function description(content: ProposalContent): (Row | false)[] {
  return [
    ['offerForm.III.summary', content.summary],
    ['offerForm.III.need', content.need],
    ['offerForm.III.targetGroup', content.targetGroup],
    asks(content.mode, 'places') && ['offerForm.III.places', content.places],
    asks(content.mode, 'complementarity') && ['offerForm.III.complementarity', content.complementarity],
  ]
}

const resources = ({ resources }: ProposalContent): Row[] => [['offerForm.IV.people', resources.people], ['offerForm.IV.things', resources.things], ['offerForm.IV.money', resources.money]]

function residents({ residents }: ProposalContent, t: Translate, language: Language): Block[] {
  if (!residents) return []
  const amounts: Row[] = [['offerForm.residents.hours', sayQuantity(residents.hoursThousandths, language)], ['offerForm.residents.money', sayAmount(residents.moneyGrosze, language)]]
  return [field(t('offerForm.residents.title')), ...texts([['offerForm.residents.work', residents.work], ['offerForm.residents.things', residents.things]], t), facts(amounts, t)]
}

/** II.1 and II.2 of each applicant. Those that have no page here gave a name and a register's number. */
function applicants({ content, applicant, joint }: Offer, t: Translate): Block[] {
  const named = [applicant, ...content.applicants.map(({ slug, ...typed }) => (slug && joint[slug]) || typed)]
  return [part(t('offerForm.II.title')), ...named.flatMap((one, place) => [...(named.length > 1 ? [field(t('offerForm.II.applicant', { number: place + 1, name: one.name }))] : []), facts('register' in one ? [['offerForm.II.name', one.name], ['offerForm.II.register', one.register]] : inRegisters(one, t), t)])]
}

function inRegisters({ name, legalForm, krs, nip, regon, seat, contact }: ApplicantNamed, t: Translate): Row[] {
  return [
    ['offerForm.II.name', name],
    ['offerForm.II.legalForm', t(`organisation.form.${legalForm}`)],
    ['offerForm.II.register', krs ? `KRS ${krs}` : ''],
    ['offerForm.II.nip', nip ?? ''],
    ['offerForm.II.regon', regon ?? ''],
    ['offerForm.II.seat', seat],
    ['offerForm.II.email', contact ? contact.email : t('offerForm.II.notPublic')],
    ['offerForm.II.phone', contact ? (contact.phone ?? '') : t('offerForm.II.notPublic')],
    ['offerForm.II.person', t('offerForm.II.notKept')],
  ]
}

const closing = ({ paid, applicants, jointWork, otherInformation }: ProposalContent, t: Translate): Block[] => [
  part(t('offerForm.VI.title')),
  field(t('offerForm.VI.paid')),
  { is: 'paragraph', text: paid ? t('offerForm.VI.isPaid') : t('offerForm.VI.isUnpaid'), ours: true },
  ...(applicants.length || jointWork ? text(t('offerForm.VI.joint'), jointWork || t('offerForm.none')) : []),
  ...text(t('offerForm.VI.other'), otherInformation || t('offerForm.none')),
]

const declared = ['scope', 'fees', 'taxes', 'insurance', 'register', 'truth', 'data'] as const
const declarations = (title: string, t: Translate): Block[] => [part(title), { is: 'paragraph', text: t('offerForm.VII.lead'), ours: true }, { is: 'list', items: declared.map((one) => t(`offerForm.VII.items.${one}`)), ours: true }]
