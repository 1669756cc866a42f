// A thread that asks a server's /health, one request after another on a connection of its own, from 'begin' to 'end'.
import { Agent, request as httpRequest } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

export interface Health {
  /** The longest answer, in ms. */
  readonly longest: number
  readonly asked: number
  readonly failures: readonly string[]
}

const url = workerData as string // tests/attack/attack.ts
let agent = new Agent()
let health: { longest: number; asked: number; failures: string[] }
let over = new AbortController()
let watching: Promise<void> = Promise.resolve()

function tell(message: Health | 'ready'): void {
  parentPort?.postMessage(message) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
}

parentPort?.on('message', async (what: 'begin' | 'end') => {
  if (what === 'begin') {
    agent = new Agent({ keepAlive: true, maxSockets: 1 })
    health = { longest: 0, asked: 0, failures: [] }
    over = new AbortController()
    watching = watch(over.signal)
  } else {
    over.abort()
    await watching
    agent.destroy()
  }
  tell(health)
})
tell('ready')

async function watch(over: AbortSignal): Promise<void> {
  do {
    await ask()
    await new Promise(resolve => { setTimeout(resolve, 10) })
  } while (!over.aborted)
}

function ask(): Promise<void> {
  return new Promise(resolve => {
    const started = performance.now()
    const request = httpRequest(`${url}/health`, { agent }, response => {
      response.resume().on('end', () => {
        if (response.statusCode !== 200) health.failures.push(`status ${response.statusCode}`)
        health.longest = Math.max(health.longest, performance.now() - started)
        health.asked++
        resolve()
      })
    })
    request.on('error', error => {
      health.failures.push(String(error))
      resolve()
    })
    request.end()
  })
}
