import type { IncomingMessage, ServerResponse } from 'node:http'

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown
export function withUnreadForms(next: Listener): Listener
export function formWasRead(): void
