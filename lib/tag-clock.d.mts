export const stampPrefix: string
export function now(): number
export function touch(tags: readonly string[]): void
export function touchAll(): void
export function hearTouches(hear: (tags: readonly string[] | null) => void): () => void
export function freshSince(tags: readonly string[], since: number): boolean
export function listen(databaseUrl: string | undefined): Promise<void>
