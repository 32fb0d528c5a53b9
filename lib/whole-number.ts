import { z } from 'zod'

/**
 * A whole number as a form or a program sends it: digits alone, so neither `1e3` nor `0x10` nor white space is one
 * (security.md A16). At most seven digits.
 */
export const wholeNumber = (problem: string, { min, max = 9_999_999 }: { min: number; max?: number }) =>
  z.union([z.int(), z.string().regex(/^\d{1,7}$/).transform(Number)], problem).refine((number) => number >= min && number <= max, problem)
