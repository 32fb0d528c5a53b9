import { notFound } from '@/app/api/v1/answer'

/** Every other address under /api/v1. */
export const GET = (request: Request) => notFound(request)
