import type { Language } from './language'

/**
 * Every page: how it lives, the folder it is made by, and its address in each language.
 * `kept` pages are the same for everyone and kept until something on them changes (app/kept);
 * `fresh` ones are made for each request (app/fresh). The table makes the rewrites and every link.
 */
export const addresses = {
  home: { lives: 'kept', folder: '', pl: '/', en: '/en' },
  tasks: { lives: 'kept', folder: '/tasks', pl: '/zadania', en: '/en/tasks' },
  tasksBy: { lives: 'kept', folder: '/tasks/by/:order', pl: '/zadania/kolejnosc/:order', en: '/en/tasks/by/:order' },
  task: { lives: 'kept', folder: '/tasks/:code', pl: '/zadania/:code', en: '/en/tasks/:code' },
  taskComments: { lives: 'fresh', folder: '/tasks/:code/comments', pl: '/zadania/:code/komentarze', en: '/en/tasks/:code/comments' },
  taskComment: { lives: 'fresh', folder: '/tasks/:code/voice/:comment', pl: '/zadania/:code/glos/:comment', en: '/en/tasks/:code/voice/:comment' },
  editTaskComment: { lives: 'fresh', folder: '/tasks/:code/voice/:comment/edit', pl: '/zadania/:code/glos/:comment/zmien', en: '/en/tasks/:code/voice/:comment/edit' },
  taskCommentHistory: { lives: 'fresh', folder: '/tasks/:code/voice/:comment/changes', pl: '/zadania/:code/glos/:comment/zmiany', en: '/en/tasks/:code/voice/:comment/changes' },
  answerTask: { lives: 'fresh', folder: '/tasks/:code/answer', pl: '/zadania/:code/odpowiedz', en: '/en/tasks/:code/answer' },
  askAboutTask: { lives: 'fresh', folder: '/tasks/:code/ask', pl: '/zadania/:code/pytanie', en: '/en/tasks/:code/question' },
  proposals: { lives: 'kept', folder: '/proposals', pl: '/propozycje', en: '/en/proposals' },
  olderProposals: { lives: 'fresh', folder: '/proposals/before/:cursor', pl: '/propozycje/starsze/:cursor', en: '/en/proposals/before/:cursor' },
  chosenProposals: { lives: 'fresh', folder: '/proposals/chosen', pl: '/propozycje/wybrane', en: '/en/proposals/chosen' },
  newProposal: { lives: 'fresh', folder: '/proposals/new', pl: '/propozycje/nowa', en: '/en/proposals/new' },
  proposal: { lives: 'kept', folder: '/proposals/:slug', pl: '/propozycje/:slug', en: '/en/proposals/:slug' },
  proposalVersions: { lives: 'fresh', folder: '/proposals/:slug/versions', pl: '/propozycje/:slug/zmiany', en: '/en/proposals/:slug/changes' },
  proposalVersion: { lives: 'fresh', folder: '/proposals/:slug/versions/:number', pl: '/propozycje/:slug/zmiany/:number', en: '/en/proposals/:slug/changes/:number' },
  answerRemarks: { lives: 'fresh', folder: '/proposals/:slug/answer', pl: '/propozycje/:slug/odpowiedz', en: '/en/proposals/:slug/answer' },
  proposalComments: { lives: 'fresh', folder: '/proposals/:slug/comments', pl: '/propozycje/:slug/komentarze', en: '/en/proposals/:slug/comments' },
  proposalComment: { lives: 'fresh', folder: '/proposals/:slug/voice/:comment', pl: '/propozycje/:slug/glos/:comment', en: '/en/proposals/:slug/voice/:comment' },
  editProposalComment: { lives: 'fresh', folder: '/proposals/:slug/voice/:comment/edit', pl: '/propozycje/:slug/glos/:comment/zmien', en: '/en/proposals/:slug/voice/:comment/edit' },
  proposalCommentHistory: { lives: 'fresh', folder: '/proposals/:slug/voice/:comment/changes', pl: '/propozycje/:slug/glos/:comment/zmiany', en: '/en/proposals/:slug/voice/:comment/changes' },
  proposalResults: { lives: 'kept', folder: '/proposals/:slug/results', pl: '/propozycje/:slug/rezultaty', en: '/en/proposals/:slug/results' },
  proposalForm: { lives: 'fresh', folder: '/proposals/:slug/form', pl: '/propozycje/:slug/formularz', en: '/en/proposals/:slug/form' },
  draftStep: { lives: 'fresh', folder: '/proposals/draft/:id/:step', pl: '/propozycje/szkic/:id/:step', en: '/en/proposals/draft/:id/:step' },
  resultReport: { lives: 'fresh', folder: '/result-reports/:id', pl: '/sprawozdania/:id', en: '/en/result-reports/:id' },
  resultReportCheck: { lives: 'fresh', folder: '/result-reports/:id/check', pl: '/sprawozdania/:id/sprawdzenie', en: '/en/result-reports/:id/check' },
  organisations: { lives: 'kept', folder: '/organisations', pl: '/organizacje', en: '/en/organisations' },
  newOrganisation: { lives: 'fresh', folder: '/organisations/new', pl: '/organizacje/nowa', en: '/en/organisations/new' },
  organisation: { lives: 'kept', folder: '/organisations/:slug', pl: '/organizacje/:slug', en: '/en/organisations/:slug' },
  findOrganisations: { lives: 'fresh', folder: '/organisations/search', pl: '/organizacje/szukaj', en: '/en/organisations/search' },
  organisationProfile: { lives: 'fresh', folder: '/organisations/:slug/edit', pl: '/organizacje/:slug/zmien', en: '/en/organisations/:slug/edit' },
  team: { lives: 'fresh', folder: '/organisations/:slug/team', pl: '/organizacje/:slug/zespol', en: '/en/organisations/:slug/team' },
  invitation: { lives: 'fresh', folder: '/invitation/:token', pl: '/zaproszenie/:token', en: '/en/invitation/:token' },
  organisationLogo: { lives: 'fresh', folder: '/organisations/:slug/logo', pl: '/organizacje/:slug/logo', en: '/en/organisations/:slug/logo' },
  network: { lives: 'kept', folder: '/network', pl: '/siec', en: '/en/network' },
  networkIn: { lives: 'kept', folder: '/network/in/:field', pl: '/siec/dziedzina/:field', en: '/en/network/in/:field' },
  newPartnerCall: { lives: 'fresh', folder: '/network/new', pl: '/siec/nowe', en: '/en/network/new' },
  partnerCall: { lives: 'kept', folder: '/network/:call', pl: '/siec/:call', en: '/en/network/:call' },
  partnerRequests: { lives: 'fresh', folder: '/network/:call/requests', pl: '/siec/:call/zgloszenia', en: '/en/network/:call/requests' },
  volunteering: { lives: 'kept', folder: '/volunteering', pl: '/wolontariat', en: '/en/volunteering' },
  volunteeringIn: { lives: 'kept', folder: '/volunteering/in/:district', pl: '/wolontariat/dzielnica/:district', en: '/en/volunteering/in/:district' },
  newVolunteerCall: { lives: 'fresh', folder: '/volunteering/new', pl: '/wolontariat/nowe', en: '/en/volunteering/new' },
  volunteerCall: { lives: 'kept', folder: '/volunteering/:call', pl: '/wolontariat/:call', en: '/en/volunteering/:call' },
  changeVolunteerCall: { lives: 'fresh', folder: '/volunteering/:call/change', pl: '/wolontariat/:call/zmien', en: '/en/volunteering/:call/change' },
  volunteers: { lives: 'fresh', folder: '/volunteering/:call/people', pl: '/wolontariat/:call/osoby', en: '/en/volunteering/:call/people' },
  volunteerCertificate: { lives: 'fresh', folder: '/volunteering/:call/certificate', pl: '/wolontariat/:call/zaswiadczenie', en: '/en/volunteering/:call/certificate' },
  volunteerShift: { lives: 'fresh', folder: '/volunteering/:call/shift/:shift', pl: '/wolontariat/:call/zmiana/:shift', en: '/en/volunteering/:call/shift/:shift' },
  consultations: { lives: 'kept', folder: '/consultations', pl: '/konsultacje', en: '/en/consultations' },
  resultStandards: { lives: 'kept', folder: '/result-standards', pl: '/standardy-rezultatow', en: '/en/result-standards' },
  search: { lives: 'fresh', folder: '/search', pl: '/szukaj', en: '/en/search' },
  transparency: { lives: 'kept', folder: '/transparency', pl: '/przejrzystosc', en: '/en/transparency' },
  transparencyOlder: { lives: 'fresh', folder: '/transparency/before/:decision', pl: '/przejrzystosc/starsze/:decision', en: '/en/transparency/before/:decision' },
  transparencyYear: { lives: 'fresh', folder: '/transparency/year/:year', pl: '/przejrzystosc/rok/:year', en: '/en/transparency/year/:year' },
  openData: { lives: 'kept', folder: '/open-data', pl: '/otwarte-dane', en: '/en/open-data' },
  checkpoints: { lives: 'kept', folder: '/open-data/checkpoints', pl: '/otwarte-dane/checkpoints', en: '/en/open-data/checkpoints' },
  accessibility: { lives: 'kept', folder: '/accessibility', pl: '/deklaracja-dostepnosci', en: '/en/accessibility' },
  privacy: { lives: 'kept', folder: '/privacy', pl: '/prywatnosc', en: '/en/privacy' },
  retention: { lives: 'kept', folder: '/privacy/retention', pl: '/prywatnosc/przechowywanie', en: '/en/privacy/retention' },
  clause: { lives: 'kept', folder: '/privacy/clause/:version', pl: '/prywatnosc/klauzula/:version', en: '/en/privacy/clause/:version' },
  terms: { lives: 'kept', folder: '/terms', pl: '/regulamin', en: '/en/terms' },
  assessmentCriteria: { lives: 'kept', folder: '/assessment-criteria', pl: '/kryteria-oceny', en: '/en/assessment-criteria' },
  howItWorks: { lives: 'kept', folder: '/how-it-works', pl: '/jak-to-dziala', en: '/en/how-it-works' },
  signIn: { lives: 'fresh', folder: '/sign-in', pl: '/logowanie', en: '/en/sign-in' },
  linkSent: { lives: 'fresh', folder: '/sign-in/sent', pl: '/logowanie/wyslano', en: '/en/sign-in/sent' },
  confirmSignIn: { lives: 'fresh', folder: '/sign-in/confirm', pl: '/logowanie/potwierdz', en: '/en/sign-in/confirm' },
  linkRefused: { lives: 'fresh', folder: '/sign-in/refused', pl: '/logowanie/link-nie-dziala', en: '/en/sign-in/refused' },
  welcome: { lives: 'fresh', folder: '/welcome', pl: '/witaj', en: '/en/welcome' },
  write: { lives: 'fresh', folder: '/write/:draft', pl: '/napisz/:draft', en: '/en/write/:draft' },
  myBallot: { lives: 'fresh', folder: '/ballot/:question', pl: '/moj-glos/:question', en: '/en/ballot/:question' },
  question: { lives: 'kept', folder: '/votes/:question', pl: '/glosowania/:question', en: '/en/votes/:question' },
  receipts: { lives: 'fresh', folder: '/votes/:question/receipts', pl: '/glosowania/:question/kody', en: '/en/votes/:question/receipts' },
  account: { lives: 'fresh', folder: '/account', pl: '/konto', en: '/en/account' },
  ownDecision: { lives: 'fresh', folder: '/account/decisions/:decision', pl: '/konto/decyzje/:decision', en: '/en/account/decisions/:decision' },
  deleteAccount: { lives: 'fresh', folder: '/account/delete', pl: '/konto/usun', en: '/en/account/delete' },
  accountCopy: { lives: 'fresh', folder: '/account/copy', pl: '/konto/kopia', en: '/en/account/copy' },
  accountDeleted: { lives: 'fresh', folder: '/account/deleted', pl: '/konto/usuniete', en: '/en/account/deleted' },
  report: { lives: 'fresh', folder: '/report/:content', pl: '/zglos/:content', en: '/en/report/:content' },
  reportIllegal: { lives: 'fresh', folder: '/report/:content/illegal', pl: '/zglos/:content/niezgodne-z-prawem', en: '/en/report/:content/illegal' },
  findReport: { lives: 'fresh', folder: '/report-status', pl: '/zgloszenie', en: '/en/report-status' },
  reportStatus: { lives: 'fresh', folder: '/report-status/:number', pl: '/zgloszenie/:number', en: '/en/report-status/:number' },
  statement: { lives: 'fresh', folder: '/statement/:token', pl: '/uzasadnienie/:token', en: '/en/statement/:token' },
  unsubscribe: { lives: 'fresh', folder: '/unsubscribe/:token', pl: '/wypisz/:token', en: '/en/unsubscribe/:token' },
  office: { lives: 'fresh', folder: '/office', pl: '/urzad', en: '/en/office' },
  enterVoice: { lives: 'fresh', folder: '/office/voice', pl: '/urzad/glos', en: '/en/office/voice' },
  enterCards: { lives: 'fresh', folder: '/office/cards', pl: '/urzad/karty', en: '/en/office/cards' },
  confirmCards: { lives: 'fresh', folder: '/office/batch/:batch', pl: '/urzad/partia/:batch', en: '/en/office/batch/:batch' },
  officeReports: { lives: 'fresh', folder: '/office/reports', pl: '/urzad/sprawozdania', en: '/en/office/reports' },
  officeReport: { lives: 'fresh', folder: '/office/reports/:id', pl: '/urzad/sprawozdania/:id', en: '/en/office/reports/:id' },
  proposalWork: { lives: 'fresh', folder: '/office/proposals', pl: '/urzad/propozycje', en: '/en/office/proposals' },
  assessments: { lives: 'fresh', folder: '/office/assessments', pl: '/urzad/oceny', en: '/en/office/assessments' },
  assessProposal: { lives: 'fresh', folder: '/office/assessments/proposal/:id', pl: '/urzad/oceny/propozycja/:id', en: '/en/office/assessments/proposal/:id' },
  assessmentCard: { lives: 'fresh', folder: '/office/assessments/card/:id', pl: '/urzad/oceny/karta/:id', en: '/en/office/assessments/card/:id' },
  checkCard: { lives: 'fresh', folder: '/office/assessments/card/:id/check', pl: '/urzad/oceny/karta/:id/sprawdz', en: '/en/office/assessments/card/:id/check' },
  adoptCriteria: { lives: 'fresh', folder: '/office/assessments/criteria', pl: '/urzad/oceny/kryteria', en: '/en/office/assessments/criteria' },
  paperReceipt: { lives: 'fresh', folder: '/paper', pl: '/papier', en: '/en/paper' },
  moderation: { lives: 'fresh', folder: '/moderation', pl: '/moderacja', en: '/en/moderation' },
  flags: { lives: 'fresh', folder: '/moderation/flags', pl: '/moderacja/sygnaly', en: '/en/moderation/flags' },
  flag: { lives: 'fresh', folder: '/moderation/flags/:flag', pl: '/moderacja/sygnaly/:flag', en: '/en/moderation/flags/:flag' },
  moderateComment: { lives: 'fresh', folder: '/moderation/comment/:comment', pl: '/moderacja/komentarz/:comment', en: '/en/moderation/comment/:comment' },
  moderateBulk: { lives: 'fresh', folder: '/moderation/bulk/:bulk', pl: '/moderacja/zbiorcza/:bulk', en: '/en/moderation/bulk/:bulk' },
  moderateAppeals: { lives: 'fresh', folder: '/moderation/appeals', pl: '/moderacja/odwolania', en: '/en/moderation/appeals' },
  moderateAppeal: { lives: 'fresh', folder: '/moderation/appeals/:appeal', pl: '/moderacja/odwolania/:appeal', en: '/en/moderation/appeals/:appeal' },
  moderatePerson: { lives: 'fresh', folder: '/moderation/person/:person', pl: '/moderacja/osoba/:person', en: '/en/moderation/person/:person' },
  moderateOrganisation: { lives: 'fresh', folder: '/moderation/organisation/:id', pl: '/moderacja/organizacja/:id', en: '/en/moderation/organisation/:id' },
  moderateProposal: { lives: 'fresh', folder: '/moderation/proposal/:id', pl: '/moderacja/propozycja/:id', en: '/en/moderation/proposal/:id' },
} as const satisfies Record<string, { lives: 'kept' | 'fresh'; folder: string } & Record<Language, `/${string}`>>

export type Page = keyof typeof addresses
type Parameters<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Parameters<`/${Rest}`>
  : Path extends `${string}:${infer Name}` ? Name : never
type Needs<P extends Page> = Record<Parameters<(typeof addresses)[P]['en']>, string>
export type Address = `/${string}`

/** The address of a page in a language. Parameters are escaped. */
export function address<P extends Page>(
  language: Language,
  page: P,
  ...[parameters]: [Parameters<(typeof addresses)[P]['en']>] extends [never] ? [] : [Needs<P>]
): Address {
  const values = (parameters ?? {}) as Record<string, string>
  return addresses[page][language].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? '')) as Address
}

/** The same with a query, leaving out what is empty. */
export const withQuery = (path: Address, query: Record<string, string | undefined>): Address => {
  const search = new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => !!entry[1])).toString()
  return search ? `${path}?${search}` : path
}

/** The page's language, told by its address alone. */
export const languageOf = (path: string): Language => (path === '/en' || path.startsWith('/en/') ? 'en' : 'pl')

/**
 * A return address that somebody sent us, if it leads to a page of ours; otherwise null (security.md A19).
 * Only a path is taken, so no host, scheme or trick with slashes can come back out of it.
 */
export function ownAddress(sent: unknown): Address | null {
  if (typeof sent !== 'string' || sent.length > 2000 || !sent.startsWith('/') || /[\\\s\p{Cc}]|^\/\//u.test(sent)) return null
  let url: URL
  try {
    url = new URL(sent, 'http://ours.invalid')
  } catch {
    return null
  }
  if (url.host !== 'ours.invalid' || !pageOf(url.pathname)) return null
  return `${url.pathname}${url.search}${url.hash}` as Address
}

/** Which page an address leads to, with its parameters still escaped; null when none. */
export function pageOf(pathname: string): { page: Page; parameters: Record<string, string> } | null {
  for (const { page, pattern } of patterns) {
    const match = pattern.exec(pathname)
    if (match) return { page, parameters: { ...match.groups } }
  }
  return null
}

const literalFirst = (a: string, b: string) => Number(a.includes(':')) - Number(b.includes(':'))
const patterns = (Object.keys(addresses) as Page[])
  .flatMap((page) => [addresses[page].pl, addresses[page].en].map((path) => ({ page, path })))
  .sort((a, b) => literalFirst(a.path, b.path))
  .map(({ page, path }) => ({ page, pattern: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }))
