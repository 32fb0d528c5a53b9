/** Once, when a server starts. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepDelivering } = await import('./lib/outbox')
  await keepDelivering()
  const { keepCounting } = await import('./lib/voting/closing')
  await keepCounting()
  const { keepReminding: keepRemindingOfReports } = await import('./lib/results/reminders')
  await keepRemindingOfReports()
  const { keepReminding } = await import('./lib/assessment/reminding')
  await keepReminding()
  const { keepSummarising } = await import('./lib/moderation/summary')
  await keepSummarising()
  const { keepReminding: keepRemindingOfAppeals } = await import('./lib/moderation/reminding')
  await keepRemindingOfAppeals()
  const { keepAskingRegister } = await import('./lib/organisations/register-rounds')
  await keepAskingRegister()
  const { keepLookingAfterFiles } = await import('./lib/file-jobs')
  await keepLookingAfterFiles()
}
