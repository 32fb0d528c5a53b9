import { notFound } from '@/app/api/v1/answer'

/** Every other address from /api/v1 on. */
export const GET = (request: Request) => notFound(request)
