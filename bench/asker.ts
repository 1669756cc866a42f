// Who asks a server that is under load: a process of its own (bench/open-loop.ts), on the other core.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Started } from './contender.ts'
import type { Asked, Came } from './open-loop.ts'

export function ask({ address }: Started, given: Omit<Asked, 'address' | 'connections'> & Partial<Pick<Asked, 'connections'>>): Promise<Came> {
  const asked: Asked = { address, connections: 100, ...given }
  const cores = availableParallelism()
  const [command = '', ...rest] = [...(cores > 1 ? ['taskset', '-c', String(cores - 1)] : []), process.execPath, join(import.meta.dirname, 'open-loop.ts'), JSON.stringify(asked)]
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', piece => { said += String(piece) })
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve(JSON.parse(said) as Came) : reject(new Error(`Who asks ended with ${code}.`)))) // bench/open-loop.ts
  })
}
