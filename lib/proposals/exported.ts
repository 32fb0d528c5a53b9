import { z } from 'zod'
import { cityTime } from '../city-time'
import { totalOf, type ProposalContent } from './content'
import { modes } from './modes'
import type { Offer } from './offer-form'

// A proposal as JSON, and read back. The answers of the API are typed by this and their description is made of it.

const day = () => z.iso.date()
const grosze = () => z.int().min(0)
const thousandths = () => z.int().min(0)
const id = () => z.string()

/** All that a proposal says, as it is kept: days as yyyy-mm-dd, money in grosze, quantities in thousandths. */
export const contentRecord = z.object({
  mode: z.enum(modes),
  tasks: z.array(z.string()),
  title: z.string(),
  taskKind: z.string(),
  summary: z.string(),
  need: z.string(),
  targetGroup: z.string(),
  places: z.string(),
  complementarity: z.string(),
  applicants: z.array(z.object({ id: id(), slug: z.string().nullable(), name: z.string(), register: z.string() })),
  jointWork: z.string(),
  residents: z.object({ work: z.string(), hoursThousandths: thousandths(), things: z.string(), moneyGrosze: grosze() }).nullable(),
  from: day(),
  to: day(),
  actions: z.array(z.object({ id: id(), name: z.string(), description: z.string(), targetGroup: z.string(), from: day(), to: day(), nonParty: z.string() })),
  narrative: z.object({ direct: z.string(), change: z.string(), durability: z.string() }),
  results: z.array(z.object({ id: id(), definition: z.string().nullable(), name: z.string(), targetThousandths: thousandths(), unit: z.string(), measuring: z.string(), source: z.string() })),
  experience: z.string(),
  resources: z.object({ people: z.string(), things: z.string(), money: z.string() }),
  costs: z.array(
    z.object({
      id: id(),
      kind: z.string(),
      belongsTo: z.string().nullable(),
      unit: z.string(),
      unitCostGrosze: grosze(),
      quantityThousandths: thousandths(),
      valueGrosze: grosze(),
      fromGrantGrosze: grosze().nullable(),
      perYearGrosze: z.array(grosze()),
    }),
  ),
  sources: z.object({ grant: grosze(), ownMoney: grosze(), ownNonMoney: grosze(), fees: grosze() }),
  split: z.array(z.object({ applicant: z.string(), grosze: grosze() })),
  paid: z.boolean().nullable(),
  otherInformation: z.string(),
}) satisfies z.ZodType<ProposalContent>

/** What is exported as JSON; `applicant` never holds how to reach a person. */
export const offerRecord = z.object({
  slug: z.string().nullable(),
  url: z.url().nullable(),
  published: day().nullable(),
  totalGrosze: grosze(),
  applicant: z.object({ name: z.string(), legalForm: z.string(), krs: z.string().nullable(), nip: z.string().nullable(), regon: z.string().nullable(), seat: z.string() }),
  content: contentRecord,
})
export type OfferRecord = z.output<typeof offerRecord>

/** An offer as it is exported as JSON: what the record does not know is left out. */
export function exported({ content, applicant, slug, url, publishedAt }: Offer & { slug: string | null; publishedAt: Date | null }): OfferRecord {
  const { contact: _, ...named } = applicant
  return { slug, url, published: publishedAt && cityTime(publishedAt).slice(0, 10), totalGrosze: totalOf(content), applicant: named, content: contentRecord.parse(content) }
}

/** The content of an exported file; what is none is refused by zod, with where. */
export const readExported = (json: string): ProposalContent => offerRecord.parse(JSON.parse(json)).content
