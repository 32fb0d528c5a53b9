import type { RequestListener } from 'node:http'
export const goneHeader: string
export const withGoneStatus: (next: RequestListener) => RequestListener
