/** Whether a body says of itself that it is in UTF-8, or says nothing: we read no other charset (security.md A05). */
export const inUtf8 = (contentType: string | null): boolean => !/;\s*charset\s*=(?!\s*["']?utf-?8\b)/i.test(contentType ?? '')
