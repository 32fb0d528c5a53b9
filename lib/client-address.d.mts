import type { IncomingMessage, ServerResponse } from 'node:http'

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown
export function withClientAddress(next: Listener, proxies?: number): Listener
export function clientAddress(): string | undefined
export function askedFrom<T>(address: string, work: () => T): T
