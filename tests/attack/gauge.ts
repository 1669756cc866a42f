// Loaded before the server in its process, so that an attack can ask what it has cost: computing time and memory, from inside.
export interface Gauged {
  /** In ms of computing, all threads. */
  readonly cpu: number
  /** In bytes. */
  readonly rss: number
}

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  const gauged: Gauged = { cpu: (user + system) / 1000, rss: process.memoryUsage.rss() }
  process.send?.(gauged)
})
process.channel?.unref()
