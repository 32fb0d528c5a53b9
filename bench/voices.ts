const sentences = [
  'Popieram to zadanie, bo w naszej okolicy brakuje takich miejsc.',
  'Dzieci z trzech szkół dojeżdżają na zajęcia na drugi koniec miasta, a autobus jeździ raz na godzinę.',
  'Najpierw trzeba zapytać tych, którzy z tego korzystają.',
  'Czy wiadomo, ile to będzie kosztować i z jakich środków?',
  'Warto zacząć od małego pilotażu na jednym osiedlu i po roku uczciwie opisać, co się udało.',
  'Organizacje mają pomysły i ludzi, ale nie mają gdzie się spotykać po godzinie szesnastej.',
  'Zgadzam się z poprzednim głosem.',
  'Sala przy ulicy Łódzkiej stoi pusta przez większość tygodnia; można by ją udostępnić stowarzyszeniom.',
  'Proszę też pomyśleć o osobach starszych i o tych, które poruszają się na wózku.',
  'Podobny program działa w Bydgoszczy od kilku lat i dobrze się sprawdza.',
  'Obawiam się, że bez stałego finansowania skończy się na jednym sezonie.',
  'Dobrze by było podać wskaźnik, po którym poznamy, że zadanie zostało wykonane.',
  'Wolontariusze potrzebują przede wszystkim kogoś, kto ich umówi, przeszkoli i ubezpieczy.',
  'Zajęcia powinny być bezpłatne albo za symboliczną opłatą, także w wakacje.',
  'Chętnie pomożemy: mamy doświadczenie z trzech takich projektów i możemy się nim podzielić.',
  'Informacje o takich zajęciach giną w internecie, przydałby się jeden kalendarz dla całego miasta.',
]

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What somebody might write: one to six sentences, some of it in two paragraphs. */
export function voice(roll: () => number): string {
  const said = Array.from({ length: 1 + Math.floor(roll() ** 2 * 6) }, () => sentences[Math.floor(roll() * sentences.length)]!)
  const half = said.length > 3 && roll() < 0.5 ? Math.ceil(said.length / 2) : said.length
  return [said.slice(0, half), said.slice(half)].filter((part) => part.length).map((part) => part.join(' ')).join('\n\n')
}
