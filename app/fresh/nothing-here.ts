import { redirect } from 'next/navigation'

/**
 * For what is not there, or not for this visitor: leads to an address where nothing is, which answers 404 with a page
 * to read. Next's own notFound() answers an empty one where there is no JavaScript.
 */
export function nothingHere(): never {
  redirect('/nie-ma-takiej-strony')
}
