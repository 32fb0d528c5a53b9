/** What may be uploaded: how its name may end (the first is how we write it), and its media type. The browser uses this too. */
export const fileTypes = {
  pdf: { extensions: ['pdf'], media: 'application/pdf' },
  jpeg: { extensions: ['jpg', 'jpeg'], media: 'image/jpeg' },
  png: { extensions: ['png'], media: 'image/png' },
  docx: { extensions: ['docx'], media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  ods: { extensions: ['ods'], media: 'application/vnd.oasis.opendocument.spreadsheet' },
  /** Of our own making only: logos. */
  webp: { extensions: ['webp'], media: 'image/webp' },
} as const satisfies Record<string, { extensions: readonly [string, ...string[]]; media: string }>
export type FileType = keyof typeof fileTypes

export const imageTypes = ['jpeg', 'png'] as const
/** What may be attached to a proposal. */
export const attachmentTypes = ['pdf', ...imageTypes, 'docx', 'ods'] as const

/** Largest file, in bytes. */
export const fileBytesAtMost = 10 * 1024 * 1024

/** For the `accept` of a file field. */
export const acceptOf = (types: readonly FileType[]): string => types.flatMap((type) => fileTypes[type].extensions.map((extension) => `.${extension}`)).join(',')

/** What we know of a scan. `waiting`: nobody may have the file yet; `notScanned`: this installation has no scanner. */
export type ScanState = 'clean' | 'infected' | 'waiting' | 'notScanned'
