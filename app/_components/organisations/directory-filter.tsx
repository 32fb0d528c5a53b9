import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { directoryFields, longestQuestion, needWords, type directoryQuestion } from '@/lib/organisations/directory'
import { districtCodes } from '@/lib/organisations/districts'
import { fieldsOfWork } from '@/lib/organisations/fields-of-work'
import { sayDistrict } from './words'

type Props = { question?: ReturnType<typeof directoryQuestion>; language: Language }

/** What to look for in the directory: a plain form that leads to an address, so that an answer can be shared. */
export function DirectoryFilter({ question, language }: Props) {
  const t = translator(language)
  const choice = (name: 'field' | 'district' | 'need', label: string, any: string, options: readonly (readonly [string, string])[], chosen: string | null | undefined) => (
    <div className="ds-field">
      <label className="ds-label" htmlFor={`szukaj-${name}`}>{label}</label>
      <select className="ds-input" id={`szukaj-${name}`} name={directoryFields[name]} defaultValue={chosen ?? ''}>
        <option value="">{any}</option>
        {options.map(([value, said]) => <option key={value} value={value}>{said}</option>)}
      </select>
    </div>
  )
  const need = question?.need && needWords[question.need === 'seeks' ? 0 : 1]
  return (
    <form action={address(language, 'findOrganisations')} role="search" aria-label={t('organisation.search.title')} className="stack filter">
      <div className="ds-field">
        <label className="ds-label" htmlFor="szukaj-words">{t('organisation.search.words')}</label>
        <div data-field="description" id="szukaj-words-hint">{t('organisation.search.wordsHint')}</div>
        <input className="ds-input" id="szukaj-words" name={directoryFields.words} type="search" defaultValue={question?.typed} maxLength={longestQuestion} aria-describedby="szukaj-words-hint" />
      </div>
      {choice('field', t('organisation.search.field'), t('organisation.search.anyField'), fieldsOfWork.map((field) => [field.code, field[language]] as const), question?.field)}
      {choice('district', t('organisation.search.district'), t('organisation.search.anyDistrict'), districtCodes.filter((code) => code !== 'city').map((code) => [code, sayDistrict(code, t)] as const), question?.district)}
      {choice('need', t('organisation.search.need'), t('organisation.search.anyNeed'), [[needWords[0]!, t('organisation.search.needSeeks')], [needWords[1]!, t('organisation.search.needOffers')]], need)}
      <p><button className="ds-button" data-variant="secondary">{t('organisation.search.button')}</button></p>
    </form>
  )
}
