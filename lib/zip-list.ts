import { fromBufferPromise, validateFileName, type Entry } from 'yauzl'

/** What a document of a modest size holds; a bomb holds more (security.md A38). */
const entriesAtMost = 2000
const unpackedAtMost = 200 * 1024 * 1024
const ratioAtMost = 200

/**
 * The names in a ZIP file, read from its list alone: nothing is unpacked.
 * @returns null for what is no ZIP file, and for what no office program writes: names that lead out of a folder, links,
 *   passwords, archives in it, or so much that it could only be meant to burst
 */
export async function namesInZip(bytes: Uint8Array): Promise<string[] | null> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { lazyEntries: true, strictFileNames: true })
    if (zip.entryCount > entriesAtMost) return null
    const names: string[] = []
    let [packed, unpacked] = [0, 0]
    for await (const entry of zip.eachEntry()) {
      packed += entry.compressedSize
      unpacked += entry.uncompressedSize
      if (names.length >= entriesAtMost || unpacked > unpackedAtMost || packed > bytes.length || !isPlain(entry)) return null
      names.push(entry.fileName)
    }
    return unpacked > 1024 * 1024 && unpacked > packed * ratioAtMost ? null : names
  } catch {
    return null
  }
}

const isPlain = ({ fileName, externalFileAttributes, generalPurposeBitFlag }: Entry) =>
  validateFileName(fileName) === null && !isLink(externalFileAttributes) && (generalPurposeBitFlag & 1) === 0 && !/\.(zip|7z|rar|gz|jar|exe|js|vbs|bat|cmd)$/i.test(fileName)
/** The type of a file as Unix writes it: a symbolic link. */
const isLink = (attributes: number) => ((attributes >>> 16) & 0xf000) === 0xa000
