import type { Language } from '../language'

type Words = {
  name: string
  unit: string
  /** How it is measured. */
  measuring: string
  /** What shows it afterwards. */
  evidence: string
  good: string
  /** The same, said so that nobody could ever tell whether it came true. */
  bad: string
}
/** A result that can be counted: for which tasks of the strategy, and its words. The Polish ones go into forms. */
export type Definition = { code: string; tasks: readonly string[] } & Record<Language, Words>

const define = (code: string, tasks: readonly string[], pl: readonly string[], en: readonly string[]): Definition => ({ code, tasks, pl: words(pl), en: words(en) })
const words = ([name = '', unit = '', measuring = '', evidence = '', good = '', bad = '']: readonly string[]): Words => ({ name, unit, measuring, evidence, good, bad })

/** The library of results (task 1.1.13), for each task of operational goal 1.1 at least one: name, unit, measuring, evidence, a good and a bad example. */
export const resultLibrary: readonly Definition[] = [
  define('teachers-trained', ['1.1.1'],
    ['Osoby z kadry pedagogicznej z ukończonym szkoleniem', 'osób', 'Obecność na co najmniej 80% godzin i zaliczone zadanie praktyczne.', 'Listy obecności i zaliczone zadania.', '40 osób kończy kurs i prowadzi po nim jedne własne zajęcia.', 'Podniesienie kompetencji nauczycieli.'],
    ['Teaching staff who have completed training', 'people', 'Attendance at 80% of the hours or more and a practical task passed.', 'Attendance lists and the tasks.', '40 people complete the course and then run one class of their own.', 'Teachers’ competence raised.']),
  define('learning-adults', ['1.1.2'],
    ['Osoby dorosłe, które zdobyły nową umiejętność zawodową', 'osób', 'Sprawdzian tej samej umiejętności przed kursem i po kursie.', 'Arkusze obu sprawdzianów, bez nazwisk.', '24 osoby samodzielnie programują prostą obrabiarkę po kursie.', 'Promocja uczenia się przez całe życie.'],
    ['Adults who have gained a new occupational skill', 'people', 'A test of the same skill before and after the course.', 'The sheets of both tests, without names.', '24 people can program a simple machine tool by themselves after the course.', 'Lifelong learning promoted.']),
  define('retrained-at-work', ['1.1.2'],
    ['Osoby, które w pół roku po kursie zmieniły pracę lub stanowisko', 'osób', 'Krótka ankieta telefoniczna sześć miesięcy po zakończeniu.', 'Zestawienie odpowiedzi bez nazwisk.', '8 z 20 osób pracuje w nowym zawodzie po sześciu miesiącach.', 'Wzrost mobilności zawodowej.'],
    ['People who changed job or position within half a year of the course', 'people', 'A short telephone survey six months after the end.', 'A table of answers without names.', '8 of 20 people work in a new occupation after six months.', 'Occupational mobility increased.']),
  define('nonformal-hours', ['1.1.3'],
    ['Godziny zajęć edukacji pozaformalnej', 'godzin', 'Dziennik zajęć z datą, tematem i liczbą osób.', 'Dziennik zajęć.', '120 godzin warsztatów w trzech osiedlowych klubach.', 'Wiele ciekawych zajęć.'],
    ['Hours of non-formal education', 'hours', 'A log of sessions with date, subject and number of people.', 'The log.', '120 hours of workshops in three neighbourhood clubs.', 'Many interesting classes.']),
  define('places-used', ['1.1.4', '1.1.21'],
    ['Miejsca publiczne otwarte na zajęcia po godzinach', 'miejsc', 'Policzone miejsca, w których odbyło się co najmniej pięć spotkań.', 'Harmonogram i zdjęcia sal z zajęć.', '6 szkół otwiera sale gimnastyczne dla sąsiadów w soboty.', 'Lepsze wykorzystanie infrastruktury.'],
    ['Public places opened for activities after hours', 'places', 'Places counted in which at least five meetings took place.', 'The schedule and photographs of the rooms in use.', '6 schools open their gyms to neighbours on Saturdays.', 'Infrastructure better used.']),
  define('supported-families', ['1.1.5'],
    ['Osoby w trudnej sytuacji objęte stałym wsparciem', 'osób', 'Indywidualny plan i co najmniej pięć spotkań z każdą osobą.', 'Karty wsparcia pod numerami, bez nazwisk.', '15 osób kończy plan wsparcia z co najmniej jednym osiągniętym celem.', 'Pomoc potrzebującym.'],
    ['People in difficulty under lasting support', 'people', 'An individual plan and at least five meetings with each person.', 'Numbered support cards, without names.', '15 people finish their plan with at least one aim reached.', 'Help for those in need.']),
  define('leaders-acting', ['1.1.6'],
    ['Liderzy i liderki, którzy po kursie przeprowadzili własną akcję', 'osób', 'Zgłoszenie akcji: data, miejsce, liczba osób.', 'Zgłoszenia i zdjęcia z akcji.', '20 osób po kursie prowadzi po jednej akcji na swoim osiedlu.', 'Wzmocnienie kompetencji liderskich.'],
    ['Community leaders who ran an action of their own after the course', 'people', 'A note of each action: date, place, number of people.', 'The notes and photographs.', '20 people each run one action in their neighbourhood after the course.', 'Leadership strengthened.']),
  define('children-in-classes', ['1.1.7'],
    ['Dzieci i młodzież na stałych zajęciach pozalekcyjnych', 'osób', 'Obecność na co najmniej połowie zajęć.', 'Listy obecności.', '60 osób od 10 do 15 lat chodzi co tydzień na zajęcia z robotyki.', 'Uatrakcyjnienie oferty zajęć.'],
    ['Children and young people in regular extracurricular classes', 'people', 'Attendance at half of the sessions or more.', 'Attendance lists.', '60 people aged 10 to 15 come to robotics every week.', 'A more attractive offer of classes.']),
  define('school-culture-lessons', ['1.1.8'],
    ['Lekcje przeprowadzone w instytucjach kultury', 'lekcji', 'Potwierdzenie każdej lekcji przez szkołę.', 'Potwierdzenia szkół z datą i klasą.', '30 lekcji historii w muzeum dla klas z dziesięciu szkół.', 'Współpraca szkół z kulturą.'],
    ['Lessons held in cultural institutions', 'lessons', 'The school’s confirmation of each lesson.', 'Confirmations with date and class.', '30 history lessons in the museum for classes of ten schools.', 'Cooperation of schools with culture.']),
  define('university-projects', ['1.1.9'],
    ['Projekty uczniów prowadzone razem z uczelnią', 'projektów', 'Policzone projekty z gotową pracą i opieką osoby z uczelni.', 'Prace uczniów i umowy ze szkołami.', '12 zespołów kończy doświadczenie w laboratorium i pokazuje wynik.', 'Zbliżenie szkół i uczelni.'],
    ['Pupils’ projects run together with a university', 'projects', 'Projects with a finished piece of work and a supervisor from the university.', 'The pupils’ work and agreements with schools.', '12 teams finish an experiment in the laboratory and show the result.', 'Schools brought closer to universities.']),
  define('safety-knowledge', ['1.1.10'],
    ['Uczniowie, którzy znają zasady bezpieczeństwa', '% grupy', 'Ten sam krótki test przed zajęciami i miesiąc po nich.', 'Wyniki testów według klas.', '75% uczniów odpowiada dobrze na osiem z dziesięciu pytań po miesiącu (przed: 40%).', 'Wzrost poczucia bezpieczeństwa.'],
    ['Pupils who know the rules of safety', '% of the group', 'The same short test before the sessions and a month after.', 'Results of the tests by class.', '75% of pupils answer eight of ten questions after a month (before: 40%).', 'More feeling of safety.']),
  define('online-by-oneself', ['1.1.11', '1.1.24'],
    ['Osoby, które samodzielnie załatwiają sprawę przez internet', 'osób', 'Próba na ostatnich zajęciach: jedna prawdziwa sprawa bez pomocy.', 'Karta próby bez nazwisk.', '40 osób po sześćdziesiątce samodzielnie umawia wizytę u lekarza.', 'Przeciwdziałanie wykluczeniu cyfrowemu.'],
    ['People who manage one matter online by themselves', 'people', 'A trial in the last session: one real matter without help.', 'The trial’s sheet, without names.', '40 people over sixty book a doctor’s appointment by themselves.', 'Digital exclusion counteracted.']),
  define('ngos-strengthened', ['1.1.12'],
    ['Organizacje, które wprowadziły co najmniej jedno usprawnienie', 'organizacji', 'Lista usprawnień na początku i ich sprawdzenie na końcu.', 'Przyjęte dokumenty lub zrzuty z używanego narzędzia.', '10 organizacji ma własną politykę rachunkowości i jej używa.', 'Rozwój trzeciego sektora.'],
    ['Organisations that introduced at least one improvement', 'organisations', 'A list of improvements at the start, checked at the end.', 'The documents adopted, or screenshots of the tool in use.', '10 organisations have an accounting policy of their own and use it.', 'The third sector developed.']),
  define('results-measured', ['1.1.13'],
    ['Projekty, w których każdy rezultat ma liczbę i źródło', 'projektów', 'Przegląd ofert i sprawozdań według tej samej listy pytań.', 'Wypełnione listy pytań.', '25 projektów ma rezultaty zmierzone przed projektem i po nim.', 'Podniesienie jakości projektów.'],
    ['Projects in which each result has a number and a source', 'projects', 'A review of offers and reports by the same list of questions.', 'The completed lists.', '25 projects have results measured before and after.', 'The quality of projects raised.']),
  define('staff-trained', ['1.1.14'],
    ['Osoby z organizacji z potwierdzonymi kwalifikacjami', 'osób', 'Zdany egzamin lub ocena zadania przez osobę spoza organizacji.', 'Zaświadczenia i karty oceny.', '18 osób zdaje egzamin z pierwszej pomocy.', 'Przeszkolenie kadr.'],
    ['People of organisations with confirmed qualifications', 'people', 'An examination passed, or a task assessed by somebody from outside.', 'Certificates and assessment sheets.', '18 people pass a first-aid examination.', 'Staff trained.']),
  define('partnerships', ['1.1.15', '1.1.26'],
    ['Partnerstwa, które zrobiły razem co najmniej jedno działanie', 'partnerstw', 'Policzone umowy i wspólne działania w ciągu roku.', 'Umowy partnerskie i opis działania.', '6 par organizacji prowadzi razem zajęcia w dwóch dzielnicach.', 'Integracja środowiska.'],
    ['Partnerships that did at least one thing together', 'partnerships', 'Agreements and common actions counted within a year.', 'Partnership agreements and a description of the action.', '6 pairs of organisations run classes together in two districts.', 'The sector integrated.']),
  define('meetings-of-cultures', ['1.1.16'],
    ['Osoby, które spotkały się i pracowały z kimś z innego kraju lub kultury', 'osób', 'Obecność na co najmniej trzech wspólnych spotkaniach.', 'Listy obecności z liczbą osób z obu grup.', '50 osób, w tym 20 studentów z zagranicy, gotuje razem przez pięć spotkań.', 'Promocja otwartości.'],
    ['People who met and worked with somebody of another country or culture', 'people', 'Attendance at three common meetings or more.', 'Attendance lists with the number of people of both groups.', '50 people, 20 of them students from abroad, cook together at five meetings.', 'Openness promoted.']),
  define('companies-involved', ['1.1.17'],
    ['Firmy, które dały projektowi czas, rzeczy lub pieniądze', 'firm', 'Policzone umowy i wartość wkładu każdej firmy.', 'Umowy, protokoły przekazania.', '9 firm oddaje łącznie 200 godzin pracy swoich ludzi.', 'Promocja CSR wśród przedsiębiorców.'],
    ['Companies that gave the project time, things or money', 'companies', 'Agreements counted, with the value of each contribution.', 'Agreements and records of handing over.', '9 companies give 200 hours of their people’s work.', 'CSR promoted among companies.']),
  define('volunteers', ['1.1.18'],
    ['Osoby w wolontariacie, które przepracowały co najmniej 10 godzin', 'osób', 'Karta godzin każdej osoby, podpisana przez opiekuna.', 'Porozumienia i karty godzin.', '120 osób, razem 1800 godzin w hospicjum i szkołach.', 'Popularyzacja idei wolontariatu.'],
    ['Volunteers who worked at least 10 hours', 'people', 'Each person’s card of hours, signed by whoever is in charge.', 'Agreements and cards of hours.', '120 people, 1,800 hours in the hospice and in schools.', 'The idea of volunteering popularised.']),
  define('volunteers-staying', ['1.1.18', '1.1.14'],
    ['Osoby w wolontariacie, które zostały dłużej niż pół roku', 'osób', 'Karty godzin z pierwszego i siódmego miesiąca.', 'Karty godzin.', '30 ze 60 osób pomaga nadal po siedmiu miesiącach.', 'Trwałe zaangażowanie wolontariuszy.'],
    ['Volunteers who stayed longer than half a year', 'people', 'Cards of hours of the first and the seventh month.', 'Cards of hours.', '30 of 60 people still help after seven months.', 'Lasting commitment of volunteers.']),
  define('voices-in-consultations', ['1.1.19'],
    ['Osoby, które pierwszy raz zabrały głos w konsultacjach', 'osób', 'Pytanie „czy to Twój pierwszy raz” przy każdym zgłoszeniu.', 'Zestawienie odpowiedzi z platformy i kart papierowych.', '80 osób zabiera głos pierwszy raz, w tym 30 na papierze.', 'Zwiększenie partycypacji.'],
    ['People who spoke in a consultation for the first time', 'people', 'The question “is this your first time” with each submission.', 'A table of answers from the platform and from paper.', '80 people speak for the first time, 30 of them on paper.', 'Participation increased.']),
  define('events-by-residents', ['1.1.20'],
    ['Wydarzenia przygotowane razem z mieszkańcami', 'wydarzeń', 'Policzone wydarzenia, przy których pracowało co najmniej pięć osób z okolicy.', 'Plan wydarzenia z podziałem zadań, zdjęcia.', '8 koncertów na podwórkach, każdy z gospodarzami z tej ulicy.', 'Organizacja imprez integracyjnych.'],
    ['Events prepared together with residents', 'events', 'Events at which at least five people from nearby worked.', 'The event’s plan with who did what, photographs.', '8 concerts in courtyards, each with hosts from that street.', 'Integrating events organised.']),
  define('neighbours-meeting', ['1.1.21'],
    ['Sąsiedzi, którzy regularnie przychodzą do wspólnego miejsca', 'osób', 'Liczenie osób w jednym zwykłym tygodniu każdego miesiąca.', 'Arkusz liczenia.', '35 osób w tygodniu w trzecim miesiącu, w różnym wieku.', 'Tworzenie wspólnot sąsiedzkich.'],
    ['Neighbours who regularly come to a shared place', 'people', 'People counted in one ordinary week of each month.', 'The counting sheet.', '35 people a week in the third month, of different ages.', 'Neighbourly communities created.']),
  define('care-hours', ['1.1.22'],
    ['Godziny opieki nad dziećmi poza zwykłymi godzinami', 'godzin', 'Dziennik opieki z liczbą dzieci w każdej godzinie.', 'Dziennik opieki bez nazwisk.', '400 godzin opieki między 16.00 a 20.00 dla 15 rodzin.', 'Dostosowanie oferty do potrzeb rodzin.'],
    ['Hours of childcare outside usual hours', 'hours', 'A log with the number of children in each hour.', 'The log, without names.', '400 hours of care between 4 and 8 p.m. for 15 families.', 'The offer adapted to families.']),
  define('care-under-three', ['1.1.23'],
    ['Miejsca opieki dla dzieci do lat 3, z których skorzystano', 'miejsc', 'Średnia liczba zajętych miejsc w miesiącu.', 'Ewidencja obecności.', '12 nowych miejsc, średnio 10 zajętych w każdym miesiącu.', 'Wsparcie młodych rodziców.'],
    ['Childcare places for under-threes that were used', 'places', 'The average number of places taken in a month.', 'The attendance record.', '12 new places, on average 10 of them taken each month.', 'Support of young parents.']),
  define('seniors-active', ['1.1.24'],
    ['Osoby po 60. roku życia, które wychodzą z domu częściej', 'osób', 'To samo pytanie o liczbę wyjść w tygodniu przed projektem i po nim.', 'Ankiety bez nazwisk.', '25 z 40 osób wychodzi co najmniej dwa razy w tygodniu częściej.', 'Aktywizacja seniorów.'],
    ['People over 60 who leave home more often', 'people', 'The same question on outings a week before and after.', 'Surveys without names.', '25 of 40 people go out at least twice a week more often.', 'Seniors activated.']),
  define('parents-at-work', ['1.1.25'],
    ['Młodzi rodzice, którzy wrócili do pracy lub nauki', 'osób', 'Rozmowa na koniec i trzy miesiące po projekcie.', 'Zestawienie odpowiedzi bez nazwisk.', '10 z 18 osób wraca do pracy lub szkoły, gdy trwa opieka nad dziećmi.', 'Godzenie ról rodzinnych i zawodowych.'],
    ['Young parents who returned to work or education', 'people', 'A talk at the end and three months after the project.', 'A table of answers without names.', '10 of 18 people return to work or school while care is provided.', 'Family and work reconciled.']),
  define('stories-collected', ['1.1.26'],
    ['Opowieści mieszkańców zebrane i udostępnione', 'opowieści', 'Policzone nagrania z podpisaną zgodą, dostępne dla każdego.', 'Adres zbioru i zgody.', '40 nagrań w bibliotece i w internecie, każde z tekstem.', 'Wzmacnianie tożsamości lokalnej.'],
    ['Residents’ stories collected and shared', 'stories', 'Recordings counted that have a signed consent and are open to everyone.', 'The collection’s address and the consents.', '40 recordings in the library and online, each with its text.', 'Local identity strengthened.']),
]

const byCode = new Map(resultLibrary.map((definition) => [definition.code, definition]))
/** A definition by its code; undefined for none. */
export const definitionOf = (code: string): Definition | undefined => byCode.get(code)

/** The whole library, what serves some tasks first. @param tasks codes of the tasks */
export function definitionsFor(tasks: readonly string[]): { fitting: Definition[]; others: Definition[] } {
  const fits = (definition: Definition) => definition.tasks.some((code) => tasks.includes(code))
  return { fitting: resultLibrary.filter(fits), others: resultLibrary.filter((definition) => !fits(definition)) }
}
