/** Once, when a server starts. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepDelivering } = await import('./lib/outbox')
  await keepDelivering()
  const { keepForgettingTries } = await import('./lib/limits')
  await keepForgettingTries()
  const { keepCounting } = await import('./lib/voting/closing')
  await keepCounting()
  const { keepReminding: keepRemindingOfReports } = await import('./lib/results/reminders')
  await keepRemindingOfReports()
  const { keepReminding } = await import('./lib/assessment/reminding')
  await keepReminding()
  const { keepAskingRegister } = await import('./lib/organisations/register-rounds')
  await keepAskingRegister()
  const { keepLookingForCampaigns } = await import('./lib/integrity/campaigns')
  await keepLookingForCampaigns()
  const { keepLookingAfterFiles } = await import('./lib/file-jobs')
  await keepLookingAfterFiles()
}
