/**
 * Where in the city an organisation works: Toruń's thirteen districts with a council of their own (okręgi), in the order
 * of the alphabet. Proper names, so the same in each language; `city` stands for all of them.
 */
export const districts = {
  'bielawy-grebocin': 'Bielawy-Grębocin',
  bydgoskie: 'Bydgoskie',
  chelminskie: 'Chełmińskie',
  czerniewice: 'Czerniewice',
  'jakubskie-mokre': 'Jakubskie-Mokre',
  kaszczorek: 'Kaszczorek',
  'na-skarpie': 'Na Skarpie',
  podgorz: 'Podgórz',
  rubinkowo: 'Rubinkowo',
  rudak: 'Rudak',
  staromiejskie: 'Staromiejskie',
  stawki: 'Stawki',
  wrzosy: 'Wrzosy',
} as const
export type District = keyof typeof districts | 'city'

/** Every code that may be chosen, the whole city first. */
export const districtCodes = ['city', ...Object.keys(districts)] as readonly District[]
