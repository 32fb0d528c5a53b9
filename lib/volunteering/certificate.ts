import { cityTime } from '../city-time'
import { sayDay } from '../dates'
import type { TextDocument } from '../document'
import type { Language } from '../language'
import { translator } from '../messages'
import { sayHours } from './hours'
import type { Certificate } from './queries/own'

const byHand = '. '.repeat(30).trim()

/**
 * A certificate of volunteering (art. 44 ust. 2 of ustawa o działalności pożytku publicznego i o wolontariacie): who did
 * what, where, when and for how many hours, as the organisation noted it, with a place for its signature.
 * @param name as it is to stand there; empty leaves room to write it by hand
 * @param date of the day it is made
 */
export function certificateOf({ organisation, role, duties, place, shifts }: Certificate, name: string, date: Date, language: Language): TextDocument {
  const t = translator(language)
  const total = shifts.reduce((sum, { minutes }) => sum + minutes, 0)
  return {
    title: t('volunteering.certificate.title'),
    language,
    date,
    about: [t('volunteering.certificate.basis')],
    source: t('volunteering.certificate.source', { date: sayDay(date, language) }),
    blocks: [
      { is: 'paragraph', text: t('volunteering.certificate.states', { organisation: organisation.krs ? `${organisation.name} (${t('volunteering.certificate.krs', { krs: organisation.krs })})` : organisation.name, seat: organisation.seat }) },
      {
        is: 'facts',
        facts: [
          { name: t('volunteering.certificate.nameLabel'), value: name || byHand },
          { name: t('volunteering.certificate.role'), value: role },
          { name: t('volunteering.certificate.scope'), value: duties },
          { name: t('volunteering.certificate.where'), value: place },
        ],
      },
      {
        is: 'table',
        caption: t('volunteering.certificate.shifts'),
        named: 0,
        columns: [{ name: t('volunteering.certificate.when'), share: 3 }, { name: t('volunteering.certificate.hours'), share: 1, align: 'end' }],
        rows: [
          ...shifts.map(({ startsAt, endsAt, minutes }) => ({ cells: [`${sayDay(startsAt, language)}, ${cityTime(startsAt).slice(11)}–${cityTime(endsAt).slice(11)}`, sayHours(minutes, language)] })),
          { is: 'total', cells: [t('volunteering.certificate.sum'), sayHours(total, language)] },
        ],
      },
      { is: 'paragraph', text: `\u00a0\n\n\u00a0\n\n${byHand}\n\n${t('volunteering.certificate.signature')}` },
    ],
  }
}
