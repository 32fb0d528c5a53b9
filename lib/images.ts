import sharp, { type Sharp } from 'sharp'
import { Refusal } from './refusal'

/** So many pixels a good phone makes; more are a bomb, or a poster (security.md A37). */
const pixelsAtMost = 50_000_000
/** Longest side after re-encoding, in pixels: an A4 page at 300 dpi. */
const sideAtMost = 3508
/** A logo is never shown larger than half of this. */
const logoSide = 480
const secondsAtMost = 20

sharp.concurrency(1)
sharp.cache(false)
// What nobody may send is not even known: libvips' own list of loaders that are not safe with foreign files, and those we do not take.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] })

/**
 * The picture drawn anew: its first frame, upright, in sRGB. What else the file held (place, camera, thumbnails, comments,
 * whatever was hung on behind) is gone.
 * @throws Refusal when it cannot be read, is too large, or takes too long
 */
export const redrawn = (bytes: Uint8Array, type: 'jpeg' | 'png'): Promise<Uint8Array> =>
  draw(bytes, (image) => image.resize({ width: sideAtMost, height: sideAtMost, fit: 'inside', withoutEnlargement: true }).toFormat(type, type === 'jpeg' ? { quality: 85 } : { compressionLevel: 9 }))

/** The picture as a logo: at most 480 px wide and high, WebP. @throws as `redrawn` */
export const asLogo = (bytes: Uint8Array): Promise<Uint8Array> =>
  draw(bytes, (image) => image.resize({ width: logoSide, height: logoSide, fit: 'inside', withoutEnlargement: true }).webp({ quality: 90 }))

let last: Promise<unknown> = Promise.resolve()

/** One picture at a time, so that many at once take time instead of memory. */
function draw(bytes: Uint8Array, how: (image: Sharp) => Sharp): Promise<Uint8Array> {
  const turn = last.then(async () => {
    try {
      const image = sharp(bytes, { limitInputPixels: pixelsAtMost, pages: 1, failOn: 'error', sequentialRead: true })
      return await how(image.autoOrient().toColourspace('srgb')).timeout({ seconds: secondsAtMost }).toBuffer()
    } catch (error) {
      throw refusalFor(String(error))
    }
  })
  last = turn.catch(() => undefined)
  return turn
}

const refusalFor = (said: string) =>
  new Refusal('invalid', /pixel limit|too large|timeout/i.test(said) ? { key: 'file.problem.picture', values: { max: pixelsAtMost / 1_000_000 } } : { key: 'file.problem.broken' })
