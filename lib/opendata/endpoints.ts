import type { z } from 'zod'
import type { Dataset } from './records'
import { fileQuery, noQuery, outcomesQuery, pagedQuery, receiptsQuery, wholeQuery } from './rules'

type Endpoint = { path: `/api/v1/${string}`; dataset: Dataset; gives: 'page' | 'one'; query: z.ZodObject }

/** Every address of the API that gives data: what it gives, and what may be asked of it. */
export const endpoints = {
  tasks: { path: '/api/v1/tasks', dataset: 'tasks', gives: 'page', query: wholeQuery },
  task: { path: '/api/v1/tasks/{code}', dataset: 'tasks', gives: 'one', query: noQuery },
  comments: { path: '/api/v1/tasks/{code}/comments', dataset: 'comments', gives: 'page', query: pagedQuery },
  proposals: { path: '/api/v1/proposals', dataset: 'proposals', gives: 'page', query: pagedQuery },
  offers: { path: '/api/v1/proposals/{slug}', dataset: 'offers', gives: 'one', query: fileQuery },
  outcomes: { path: '/api/v1/outcomes', dataset: 'outcomes', gives: 'page', query: outcomesQuery },
  results: { path: '/api/v1/questions/{question}/results', dataset: 'results', gives: 'page', query: wholeQuery },
  receipts: { path: '/api/v1/questions/{question}/receipts', dataset: 'receipts', gives: 'page', query: receiptsQuery },
  channels: { path: '/api/v1/channels', dataset: 'channels', gives: 'page', query: wholeQuery },
  decisions: { path: '/api/v1/decisions', dataset: 'decisions', gives: 'page', query: pagedQuery },
  moderationMonths: { path: '/api/v1/moderation', dataset: 'moderationMonths', gives: 'page', query: wholeQuery },
  moderationYears: { path: '/api/v1/moderation/{year}', dataset: 'moderationYears', gives: 'page', query: wholeQuery },
  organisations: { path: '/api/v1/organisations', dataset: 'organisations', gives: 'page', query: pagedQuery },
} as const satisfies Record<string, Endpoint>
export type EndpointName = keyof typeof endpoints
