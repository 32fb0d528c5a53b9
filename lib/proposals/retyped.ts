import type { ProposalContent } from './content'
import { wholeDraft, type ProposalDraft } from './draft'

/** Content as somebody could have typed it: reading it gives the same content. */
export function retyped(content: ProposalContent): ProposalDraft {
  return wholeDraft({
    ...content,
    applicants: content.applicants.map((applicant) => ({ ...applicant, slug: applicant.slug ?? '' })),
    residents: content.residents
      ? { work: content.residents.work, hours: decimal(content.residents.hoursThousandths, 3), things: content.residents.things, money: decimal(content.residents.moneyGrosze, 2) }
      : undefined,
    results: content.results.map(({ targetThousandths, definition, ...result }) => ({ ...result, definition: definition ?? '', target: decimal(targetThousandths, 3) })),
    costs: content.costs.map(({ id, kind, unit, belongsTo, unitCostGrosze, quantityThousandths, fromGrantGrosze, perYearGrosze }) => ({
      id, kind, unit,
      belongsTo: belongsTo ?? '',
      unitCost: decimal(unitCostGrosze, 2),
      quantity: decimal(quantityThousandths, 3),
      fromGrant: fromGrantGrosze === null ? '' : decimal(fromGrantGrosze, 2),
      ...(perYearGrosze.length > 1 && Object.fromEntries(perYearGrosze.map((grosze, place) => [`year${place + 1}`, decimal(grosze, 2)]))),
    })),
    sources: Object.fromEntries(Object.entries(content.sources).map(([kind, grosze]) => [kind, decimal(grosze, 2)])),
    split: Object.fromEntries(content.split.map(({ applicant, grosze }) => [applicant, decimal(grosze, 2)])),
    paid: content.paid === null ? '' : content.paid ? 'paid' : 'unpaid',
  })
}

/** A whole number of the smallest unit with a decimal comma, exactly: 1250 of two places → „12,50”. */
function decimal(units: number, places: number): string {
  const digits = String(units).padStart(places + 1, '0')
  return `${digits.slice(0, -places)},${digits.slice(-places)}`
}
