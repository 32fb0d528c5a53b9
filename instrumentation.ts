/** Once, when a server starts. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepDelivering } = await import('./lib/outbox')
  await keepDelivering()
  const { keepCounting } = await import('./lib/voting/closing')
  await keepCounting()
  const { keepAskingRegister } = await import('./lib/organisations/register-rounds')
  await keepAskingRegister()
}
