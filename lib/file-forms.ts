import type { Address } from './addresses'
import { fileBytesAtMost } from './file-types'

/** What a form with one file may weigh, and how long it may take to come: 10 MB at 350 kbit/s. */
export const formWithFile = { bytes: fileBytesAtMost, seconds: 240 }

/** A place on the page that a form stood on, whatever was said there before. */
export const placeOn = (from: Address, place: string): Address => `${from.split(/[?#]/, 1).join() as Address}#${place}`
