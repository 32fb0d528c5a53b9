/** As what a proposal can be taken away, beside JSON. */
export const fileFormats = ['pdf', 'docx'] as const
export type FileFormat = (typeof fileFormats)[number]
export const fileTypes: Record<FileFormat, string> = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
