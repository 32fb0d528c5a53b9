import type { residents } from './demo-voices'

// Invented words that moderators have decided about, and some that wait for a decision.

type Resident = (typeof residents)[number]
export type Judged = {
  in: string
  by: Resident
  says: string
  /** Days since it was said; hours until it was decided. */
  ago: number
  hours: number
  reported?: { by: Resident; ground: string; sentence: string }
  decided: Record<string, string>
  appeal?: { ago: number; text: string; answer?: { outcome: 'upheld' | 'rejected'; reasons: string } }
}

export const judged: readonly Judged[] = [
  {
    in: '1.1.8', by: 'nocny biegacz', says: 'Zapraszam na mój kanał o bieganiu, link w profilu, codziennie konkurs.', ago: 118, hours: 20,
    reported: { by: 'Hanka', ground: 'spam', sentence: 'To reklama, nie na temat.' }, decided: { kind: 'hide', ground: 'spam', sentence: 'Komentarz zachęca do obserwowania kanału i nie dotyczy lekcji w muzeum.' },
  },
  {
    in: '1.1.4', by: 'Kuba', says: 'Boisko? Najpierw naprawcie mi światło na klatce, Lelewela 0.', ago: 104, hours: 30,
    reported: { by: 'pan Tadek', ground: 'off-topic', sentence: 'To sprawa dla administracji bloku.' }, decided: { kind: 'keep', sentence: 'Głos jest krótki i uszczypliwy, ale mówi, co zdaniem autora jest pilniejsze. To wolno.' },
  },
  {
    in: '1.1.22', by: 'Wrzos', says: 'Pani dyrektor z tej placówki ma numer 600 100 200, dzwońcie do niej wszyscy.', ago: 83, hours: 3,
    reported: { by: 'mama Zosi', ground: 'personal-data', sentence: 'Podaje prywatny numer telefonu.' }, decided: { kind: 'redact', ground: 'personal-data', passage: 'ma numer 600 100 200', sentence: 'Usuwamy prywatny numer telefonu osoby trzeciej. Reszta głosu zostaje.' },
  },
  {
    in: '1.1.10', by: 'pan Tadek', says: 'Straż miejska to darmozjady i tyle w temacie.', ago: 76, hours: 40,
    reported: { by: 'studentka UMK', ground: 'abuse', sentence: 'Obraża ludzi, którzy tam pracują.' }, decided: { kind: 'hide', ground: 'abuse', sentence: 'Komentarz obraża całą grupę zawodową i nie wnosi nic do zadania.' },
    appeal: { ago: 70, text: 'Mówię o instytucji, a nie o ludziach. W gazecie piszą ostrzej. Proszę przywrócić.', answer: { outcome: 'upheld', reasons: 'Słowo jest ostre, ale dotyczy instytucji publicznej, którą wolno krytykować. Komentarz wraca.' } },
  },
  {
    in: '1.1.24', by: 'Staszek', says: 'Ławki stoją, tylko siedzą na nich ci z Bema i przeklinają. Wygonić.', ago: 51, hours: 9,
    decided: { kind: 'hide', ground: 'hate', sentence: 'Wzywa do wypędzenia grupy mieszkańców.' },
    appeal: { ago: 48, text: 'Chodziło mi o to, żeby ktoś zwrócił im uwagę, nic więcej.', answer: { outcome: 'rejected', reasons: 'Rozumiemy intencję, ale słowa mówią co innego. Można napisać to samo bez wzywania do wypędzania kogokolwiek.' } },
  },
  {
    in: '1.1.2', by: 'Piotr spod Torunia', says: 'Kurs spawania u szwagra, taniej niż w urzędzie, piszcie na priv!', ago: 33, hours: 14,
    reported: { by: 'Alina', ground: 'spam', sentence: 'Ogłoszenie.' }, decided: { kind: 'hide', ground: 'spam', sentence: 'To ogłoszenie o płatnym kursie.' },
  },
  {
    in: '1.1.13', by: 'kolejarz_60', says: 'Standardy standardami, a kto zna kogo, ten dostaje. Każdy wie, o kim mowa.', ago: 12, hours: 18,
    reported: { by: 'bibliotekarka', ground: 'abuse', sentence: 'Pomawia organizacje bez dowodów.' }, decided: { kind: 'hide', ground: 'abuse', sentence: 'Komentarz zarzuca nieuczciwość konkretnym osobom, bez żadnego faktu.' },
    appeal: { ago: 3, text: 'Nikogo nie wymieniłem. To jest krytyka sposobu przyznawania dotacji, a do tego mam prawo. Proszę, żeby przeczytał to ktoś inny.' },
  },
]

export const rudest = { in: '1.1.7', by: 'rowerzysta', says: 'Losowanie wymyślił ktoś, kto sam by nie wygrał nawet kolejki po bułki. Siedź cicho.', why: 'Komentarz obraża inną osobę z tej rozmowy.', ladder: 'Trzeci obraźliwy komentarz w tym miesiącu. Przez tydzień jeden komentarz na godzinę.' } as const

type Waiting = { in: string; by: Resident; says: string; ago: number; report?: Record<string, string>; notice?: Record<string, string> }
export const waiting: readonly Waiting[] = [
  {
    in: '1.1.25', by: 'Ewa z Jakubskiego', says: 'Kto wrzuca śmieci do parku, tego powinno się tam przywiązać na noc.', ago: 1,
    report: { ground: 'abuse', sentence: 'Brzmi jak groźba. Mieszkam obok tego parku i boję się.', urgent: 'yes' },
  },
  {
    in: '1.1.16', by: 'kolejarz_60', says: 'Prezes tej fundacji wyniósł z kasy wszystko, co było. Tak się u nas pomaga.', ago: 2,
    notice: { passage: 'Prezes tej fundacji wyniósł z kasy wszystko, co było.', sentence: 'Zarzuca mi kradzież, której nie było. Sprawozdania są publiczne.', law: 'art. 212 § 1 k.k.', name: 'Prezes Przykładowy', email: 'prezes@fundacja.example' },
  },
]
