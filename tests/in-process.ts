// A command in this process: for what it says and answers, where that it is a process is tested elsewhere. Standard input is this process's own: give files. Not for `serve`,
// which ends with its process.
import { run } from '../src/cli.ts'
import { setLimits } from '../src/model/limits.ts'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const streams = ['stdout', 'stderr'] as const

/** Nothing stays of it: neither its exit code nor its limits, settings and listeners. */
export async function inProcess(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  const before = { exitCode: process.exitCode, env: { ...process.env } }
  const taken = streams.map(name => {
    const stream = process[name]
    const { write } = stream
    const listeners = stream.listeners('error')
    stream.write = (part: string | Uint8Array) => {
      said[name] += String(part)
      return true
    }
    return () => {
      stream.write = write
      for (const each of stream.listeners('error')) if (!listeners.includes(each)) stream.off('error', each as () => void)
    }
  })
  Object.assign(process.env, env)
  process.exitCode = undefined
  try {
    await run(args)
    return { code: Number(process.exitCode ?? 0), ...said }
  } finally {
    for (const giveBack of taken) giveBack()
    process.exitCode = before.exitCode
    process.channel?.ref() // let go of where a command fails
    for (const name of Object.keys(process.env)) if (!(name in before.env)) delete process.env[name]
    Object.assign(process.env, before.env)
    setLimits({})
  }
}
