import type { wholeDraft } from '../lib/proposals/draft'
import type { Move } from '../lib/proposals/life-cycle'
import type { Mode } from '../lib/proposals/modes'

type Card = readonly (readonly [points: number, reason: string])[]
export type Sample = {
  by: 'green' | 'bridge' | 'seniors'
  /** How far it has come; `appealed`: rejected, and an appeal waits. */
  ends: 'draft' | 'submitted' | 'returned' | 'rejected' | 'published' | 'appealed' | 'accepted' | 'inProgress' | 'completed'
  /** Why it was returned, or rejected at the formal check. */
  reason?: string
  supporters?: number
  /** What two assessors said, criterion by criterion. */
  cards?: readonly Card[]
  decision?: { outcome: 'accepted' | 'rejected'; reason: string }
  appeal?: string
  report?: Record<string, unknown>
  /** When each move was, so that it began before it ended; else all of it was today. */
  days?: Partial<Record<Move, string>>
  draft: Omit<Parameters<typeof wholeDraft>[0], 'mode'> & { mode?: Mode }
}

/** Invented proposals in every state of their life. Costs and sources add up. */
export const proposals: Sample[] = [
  {
    by: 'green',
    ends: 'published',
    supporters: 34,
    draft: {
      tasks: ['1.1.18', '1.1.14'],
      title: 'Szkoła koordynatorów wolontariatu',
      summary: 'Wyszkolimy 24 osoby, które w swoich dzielnicach przyjmą, przygotują i poprowadzą wolontariuszy. Każda z nich zorganizuje jedną sąsiedzką akcję.',
      need: 'Chętnych do pomocy jest wielu, ale brakuje osób, które ich przygotują. W hospicjum i w przychodniach ludzie czekają na szkolenie po kilka miesięcy.',
      targetGroup: 'Osoby od 18 lat, które chcą prowadzić wolontariat w swojej dzielnicy, szkole lub organizacji. Szczególnie zapraszamy seniorów.',
      from: '2027-03-01',
      to: '2027-11-30',
      actions: [
        { name: 'Nabór', description: 'Spotkania w sześciu bibliotekach, zapisy na miejscu i przez telefon.', from: '2027-03-01', to: '2027-03-31' },
        { name: 'Kurs', description: 'Dwanaście spotkań po trzy godziny: prawo, bezpieczeństwo, rozmowa, planowanie dyżurów.', from: '2027-04-05', to: '2027-06-30' },
        { name: 'Akcje w dzielnicach', description: 'Każda osoba po kursie prowadzi jedną akcję z pomocą opiekuna.', from: '2027-09-01', to: '2027-11-30' },
      ],
      results: [
        { name: 'Osoby z ukończonym kursem', target: '24', unit: 'osoby', measuring: 'Listy obecności i test na zakończenie.' },
        { name: 'Wolontariusze przyjęci przez absolwentów', target: '120', unit: 'osób', measuring: 'Porozumienia o wolontariacie.' },
      ],
      costs: [
        { kind: 'Prowadzenie zajęć', unit: 'godzina', unitCost: '180', quantity: '72' },
        { kind: 'Opieka nad akcjami', unit: 'akcja', unitCost: '450', quantity: '24' },
        { kind: 'Materiały i ubezpieczenie', unit: 'osoba', unitCost: '260,50', quantity: '24' },
        { kind: 'Sala', unit: 'spotkanie', unitCost: '120', quantity: '12' },
      ],
      sources: { grant: '24 000', ownMoney: '1 452', ownNonMoney: '6 000', fees: '0' },
    },
  },
  {
    by: 'bridge',
    ends: 'published',
    supporters: 19,
    draft: {
      tasks: ['1.1.15', '1.1.12'],
      title: 'Wspólne biuro dla małych organizacji',
      summary: 'Jedno biurko, jedna księgowa i jeden kalendarz dla dziesięciu małych stowarzyszeń, które dziś robią to wszystko osobno i po nocach.',
      need: 'Małe organizacje wydają na księgowość więcej niż na działania. Nie wiedzą też, kto w mieście robi to samo.',
      targetGroup: 'Stowarzyszenia zwykłe, koła i kluby z Torunia, które nie zatrudniają nikogo na stałe.',
      from: '2027-02-01',
      to: '2027-12-31',
      actions: [
        { name: 'Biuro', description: 'Dyżury trzy razy w tygodniu, także po południu.', from: '2027-02-01', to: '2027-12-31' },
        { name: 'Spotkania sieci', description: 'Raz na kwartał: kto czego szuka i co może dać.', from: '2027-02-15', to: '2027-12-15' },
      ],
      results: [
        { name: 'Organizacje ze wspólną księgowością', target: '10', unit: 'organizacji', measuring: 'Podpisane umowy.' },
        { name: 'Partnerstwa zawarte na spotkaniach', target: '6', unit: 'partnerstw', measuring: 'Listy intencyjne.' },
      ],
      costs: [
        { kind: 'Księgowość', unit: 'miesiąc', unitCost: '1 400', quantity: '11' },
        { kind: 'Dyżury w biurze', unit: 'godzina', unitCost: '45', quantity: '400' },
      ],
      sources: { grant: '25 000', ownMoney: '3 400', ownNonMoney: '5 000', fees: '0' },
    },
  },
  {
    by: 'seniors',
    ends: 'published',
    supporters: 27,
    draft: {
      tasks: ['1.1.11', '1.1.24'],
      title: 'Telefon bez strachu',
      summary: 'Spokojne zajęcia dla osób po sześćdziesiątce: jak rozpoznać oszusta, zapłacić rachunek i zadzwonić do wnuków z obrazem.',
      need: 'Coraz więcej spraw załatwia się w telefonie, a oszuści wybierają osoby starsze.',
      targetGroup: 'Osoby od 60 lat z Mokrego i Jakubskiego.',
      from: '2027-01-11',
      to: '2027-06-25',
      actions: [{ name: 'Zajęcia w małych grupach', description: 'Po pięć osób, dwie godziny w tygodniu, z wolontariuszem przy każdej osobie.', from: '2027-01-11', to: '2027-06-25' }],
      results: [{ name: 'Osoby, które same płacą rachunek w telefonie', target: '40', unit: 'osób', measuring: 'Krótka próba na ostatnich zajęciach.' }],
      costs: [
        { kind: 'Prowadzenie', unit: 'godzina', unitCost: '90', quantity: '80' },
        { kind: 'Poczęstunek i materiały', unit: 'zajęcia', unitCost: '37,50', quantity: '40' },
      ],
      sources: { grant: '7 200', ownMoney: '500', ownNonMoney: '800', fees: '200' },
    },
  },
]

const [coordinators, office, telephone] = proposals.map(({ draft }) => draft)

proposals.push(
  { by: 'green', ends: 'submitted', draft: { ...coordinators!, tasks: ['1.1.21'], title: 'Ogród przy świetlicy na Podgórzu', summary: 'Z sąsiadami i świetlicą założymy ogród z ławkami, grządkami i dębem pamięci.' } },
  { by: 'bridge', ends: 'returned', reason: 'Prosimy o opis, jak będzie mierzony drugi rezultat. Z samej listy obecności nie wynika, czy współpraca trwa.', draft: { ...office!, tasks: ['1.1.26'], title: 'Sąsiedzkie spacery po historii', summary: 'Mieszkańcy oprowadzą mieszkańców po swoich dzielnicach i nagrają te opowieści.' } },
  { by: 'seniors', ends: 'rejected', reason: 'Miasto prowadzi już takie zajęcia w tych samych godzinach i w tym samym budynku. Zachęcamy, żeby zgłosić inną dzielnicę.', draft: { ...telephone!, tasks: ['1.1.24'], title: 'Gimnastyka w parku na Bydgoskim', summary: 'Ćwiczenia na świeżym powietrzu dwa razy w tygodniu, od maja do września.' } },
  { by: 'green', ends: 'draft', draft: { ...coordinators!, tasks: ['1.1.20'], title: 'Stół na ulicy Mickiewicza', summary: '', need: '' } },
)
