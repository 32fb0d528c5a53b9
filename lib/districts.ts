/** Parts of Toruń as people call them, by code; names are the same in every language. */
export const districtNames = {
  bielawy: 'Bielawy',
  bydgoskie: 'Bydgoskie Przedmieście',
  chelminskie: 'Chełmińskie Przedmieście',
  czerniewice: 'Czerniewice',
  grebocin: 'Grębocin nad Strugą',
  jakubskie: 'Jakubskie Przedmieście',
  kaszczorek: 'Kaszczorek',
  koniuchy: 'Koniuchy',
  mokre: 'Mokre',
  podgorz: 'Podgórz',
  rubinkowo: 'Rubinkowo',
  rudak: 'Rudak',
  skarpa: 'Na Skarpie',
  starowka: 'Stare Miasto',
  stawki: 'Stawki',
  wrzosy: 'Wrzosy',
} as const

export type District = keyof typeof districtNames
/** Where something is: in one part of the city, or in all of it. */
export const places = ['city', ...(Object.keys(districtNames) as District[])] as const
export type Place = (typeof places)[number]

/** Whether something sent to us is the code of a part of the city. */
export const isDistrict = (code: string): code is District => Object.hasOwn(districtNames, code)
