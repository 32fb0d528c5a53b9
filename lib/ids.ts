const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Whether something sent to us can be a row's key at all. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

/** Whether something sent to us can be part of an address that was made of a title. */
export const isSlug = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,80}$/.test(value)
