/** A sphere of public tasks, as an organisation may say that it works in it. */
export type FieldOfWork = {
  /** The point of art. 4 ust. 1 („5a”), as offers name it. */
  code: string
  /** Since when the point is in force: the first day, in the city's time. */
  validFrom: string
  pl: string
  en: string
}

const since2010 = '2010-03-12'

/**
 * The spheres of public tasks of ustawa o działalności pożytku publicznego i o wolontariacie, art. 4 ust. 1, in short
 * words of our own and in the order of the act. Points are added every few years: a new one is a line here.
 * The days are those of the amending acts as we know them, to be compared with Dziennik Ustaw before anything hangs on one.
 */
export const fieldsOfWork: readonly FieldOfWork[] = [
  { code: '1', validFrom: since2010, pl: 'pomoc społeczna i wyrównywanie szans', en: 'social assistance and equal chances' },
  { code: '1a', validFrom: '2012-01-01', pl: 'wspieranie rodziny i piecza zastępcza', en: 'family support and foster care' },
  { code: '1b', validFrom: '2016-01-01', pl: 'nieodpłatna pomoc prawna i świadomość prawna', en: 'free legal aid and legal awareness' },
  { code: '2', validFrom: since2010, pl: 'integracja osób zagrożonych wykluczeniem', en: 'inclusion of people at risk of exclusion' },
  { code: '3', validFrom: since2010, pl: 'działalność charytatywna', en: 'charity' },
  { code: '4', validFrom: since2010, pl: 'tradycja narodowa i świadomość obywatelska', en: 'national tradition and civic awareness' },
  { code: '5', validFrom: since2010, pl: 'mniejszości narodowe i etniczne, język regionalny', en: 'national and ethnic minorities, regional language' },
  { code: '5a', validFrom: '2015-11-09', pl: 'integracja cudzoziemców', en: 'integration of foreigners' },
  { code: '6', validFrom: since2010, pl: 'ochrona i promocja zdrowia', en: 'health care and health promotion' },
  { code: '7', validFrom: since2010, pl: 'osoby z niepełnosprawnościami', en: 'people with disabilities' },
  { code: '8', validFrom: since2010, pl: 'zatrudnienie i aktywizacja zawodowa', en: 'employment and access to work' },
  { code: '9', validFrom: since2010, pl: 'równe prawa kobiet i mężczyzn', en: 'equal rights of women and men' },
  { code: '10', validFrom: since2010, pl: 'osoby w wieku emerytalnym', en: 'people of retirement age' },
  { code: '11', validFrom: since2010, pl: 'rozwój gospodarczy i przedsiębiorczość', en: 'economic development and enterprise' },
  { code: '12', validFrom: since2010, pl: 'technika, wynalazczość i innowacje', en: 'technology, invention and innovation' },
  { code: '13', validFrom: since2010, pl: 'wspólnoty i społeczności lokalne', en: 'local communities' },
  { code: '14', validFrom: since2010, pl: 'nauka, edukacja, oświata i wychowanie', en: 'science, education and upbringing' },
  { code: '15', validFrom: since2010, pl: 'wypoczynek dzieci i młodzieży', en: 'holidays of children and young people' },
  { code: '16', validFrom: since2010, pl: 'kultura, sztuka i dziedzictwo narodowe', en: 'culture, art and national heritage' },
  { code: '17', validFrom: since2010, pl: 'kultura fizyczna i sport', en: 'sport and physical culture' },
  { code: '18', validFrom: since2010, pl: 'ekologia, ochrona zwierząt i przyrody', en: 'ecology, animals and natural heritage' },
  { code: '19', validFrom: since2010, pl: 'turystyka i krajoznawstwo', en: 'tourism and sightseeing' },
  { code: '20', validFrom: since2010, pl: 'porządek i bezpieczeństwo publiczne', en: 'public order and safety' },
  { code: '21', validFrom: since2010, pl: 'obronność państwa', en: 'national defence' },
  { code: '22', validFrom: since2010, pl: 'prawa człowieka, swobody obywatelskie, demokracja', en: 'human rights, civil liberties, democracy' },
  { code: '22a', validFrom: '2016-01-01', pl: 'nieodpłatne poradnictwo obywatelskie', en: 'free civic advice' },
  { code: '23', validFrom: since2010, pl: 'ratownictwo i ochrona ludności', en: 'rescue and civil protection' },
  { code: '24', validFrom: since2010, pl: 'pomoc ofiarom katastrof, klęsk i wojen', en: 'help for victims of disasters and wars' },
  { code: '25', validFrom: since2010, pl: 'prawa konsumentów', en: 'consumer rights' },
  { code: '26', validFrom: since2010, pl: 'integracja europejska i współpraca społeczeństw', en: 'European integration and contacts between societies' },
  { code: '27', validFrom: since2010, pl: 'promocja i organizacja wolontariatu', en: 'volunteering' },
  { code: '28', validFrom: since2010, pl: 'pomoc Polonii i Polakom za granicą', en: 'help for Poles abroad' },
  { code: '29', validFrom: since2010, pl: 'kombatanci i osoby represjonowane', en: 'war veterans and persecuted people' },
  { code: '29a', validFrom: '2012-03-30', pl: 'weterani działań poza granicami państwa', en: 'veterans of missions abroad' },
  { code: '30', validFrom: since2010, pl: 'promocja Polski za granicą', en: 'promotion of Poland abroad' },
  { code: '31', validFrom: since2010, pl: 'rodzina, rodzicielstwo i prawa dziecka', en: 'family, parenthood and children’s rights' },
  { code: '32', validFrom: since2010, pl: 'przeciwdziałanie uzależnieniom', en: 'prevention of addiction' },
  { code: '32a', validFrom: '2015-11-18', pl: 'rewitalizacja', en: 'urban renewal' },
  { code: '33', validFrom: since2010, pl: 'wspieranie organizacji pozarządowych', en: 'support of other organisations' },
]

/** Those that may be chosen on a day (`2026-11-26`), in the order of the act. */
export const fieldsOfWorkOn = (day: string): readonly FieldOfWork[] => fieldsOfWork.filter(({ validFrom }) => validFrom <= day)
