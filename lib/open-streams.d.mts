export const streamsAtMost: number
export function openStreams(): number
export function endStreams(): void
export function openStream(signal: AbortSignal): { response: Response; send(event: object): void; onEnd(done: () => void): void } | null
