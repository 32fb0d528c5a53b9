// Loaded before Next by `node --import`: ends this process when the launcher is gone, however it went (kill -9 too).
const launcher = Number(process.env.GLOS_LAUNCHER_PID)
// Processes that Next starts have another parent; they end with Next.
delete process.env.GLOS_LAUNCHER_PID
if (launcher) {
  setInterval(() => {
    if (process.ppid === launcher) return
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5000).unref()
  }, 500).unref()
}
