// `node bench/turns.ts [rounds]`: how long the mix of bench/load.ts waits and takes at half of what can be answered, alone and beside an attacker, once first come, first
// served and once as src/server/turns.ts has it. In process, and by a clock that goes with the thread's processor time and leaps over rest, so that other
// work on the machine changes little; HTTP is left out.
import { copyFile } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { processorTime } from '../db/file/deadline.ts'
import { answerQuestion, queriesAlone, type AnsweredAside } from '../src/execution/answer.ts'
import { openArchive } from '../src/execution/archive.ts'
import { preparer } from '../src/execution/prepare.ts'
import { createLog } from '../src/log.ts'
import { keepMemorySmall } from '../src/memory.ts'
import { setLimits } from '../src/model/limits.ts'
import { createShares } from '../src/server/shares.ts'
import { createTurns } from '../src/server/turns.ts'
import { attackOf, mixOf } from './bodies.ts'
import { databaseOf, folder } from './database.ts'

const rounds = Number(process.argv[2] ?? 5)
/** In ms of that clock; people who ask in turn, and connections of the attacker's, each of which asks again when it is answered. */
const [length, people, connections] = [8000, 100, 4]

keepMemorySmall(40)
// By the clock on the wall, which goes faster.
setLimits({ operationWait: 60_000, operationsWaiting: 10_000 })
const path = join(folder, `turns-${process.pid}.db`)
await copyFile(databaseOf(10_000, false).path, path)
const archive = openArchive(path)
const prepare = preparer(archive.schema)
const [mix, attack] = [mixOf(path), attackOf(path)]
let leapt = 0
const now = (): number => processorTime() + leapt

try {
  const most = await atMost()
  console.log(`${most.toFixed(0)} a second at most.\n\n| p50, p99 in ms | half of that | beside an attacker | the attacker, a second |\n|---|--:|--:|--:|`)
  const seen = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++) {
    for (const isFair of round % 2 === 0 ? [false, true] : [true, false]) {
      const name = isFair ? 'as it is' : 'first come, first served'
      const [alone, beside] = [await ask(isFair, most / 2, 0), await ask(isFair, most / 2, connections)]
      console.log(`| ${name} | ${alone.p50.toFixed(1)}, ${alone.p99.toFixed(1)} | ${beside.p50.toFixed(1)}, ${beside.p99.toFixed(1)} | ${beside.attacked.toFixed(0)} |`)
      seen.set(name, [...seen.get(name) ?? [], beside.p99 / alone.p99])
    }
  }
  for (const [name, ratios] of seen) console.log(`\n${name}: beside the attacker the 99th percentile is ${at(ratios, 0.5).toFixed(2)} times that alone (median of ${rounds}).`)
} finally {
  archive.close()
  for (const tail of ['', '-wal', '-shm']) rmSync(path + tail, { force: true })
}

/** Answers a second. */
async function atMost(): Promise<number> {
  await ask(true, 500, 0) // warm
  const worked = processorTime()
  for (const body of mix) await answer(body)
  return 1000 * mix.length / (processorTime() - worked)
}

function answer(body: string, after = Infinity): unknown {
  const { query, variables } = JSON.parse(body) as { query: string; variables?: object } // bench/bodies.ts
  return answerQuestion({ archive, prepare, log: createLog(() => {}), requestId: '', allow: queriesAlone, aside: { after, answer: async (): Promise<AnsweredAside> => ({ result: { data: {} }, statements: [] }) } }, { query, variables })
}

async function ask(isFair: boolean, rate: number, attackers: number): Promise<{ readonly p50: number; readonly p99: number; readonly attacked: number }> {
  const shares = createShares(now)
  const inTurn = createTurns(isFair ? shares : { ...shares, isGreedy: () => false })
  const times: number[] = []
  const [askers, attacking] = [people, attackers].map(count => Array.from({ length: count }, () => ({}))) as [object[], object[]] // two
  const ready = [...attacking]
  let [sent, attacked] = [0, 0]
  const open = new Set<Promise<unknown>>()
  const send = (body: string, asker: object, then: () => void): void => {
    const sending = inTurn(async () => JSON.stringify(await answer(body, shares.promptTime(asker))), () => false, asker).then(then).finally(() => open.delete(sending))
    open.add(sending)
  }
  const began = now()
  while (now() < began + length) {
    for (let due = began + sent * 1000 / rate; due <= now(); due = began + ++sent * 1000 / rate) {
      const since = due
      send(mix[sent % mix.length] ?? '', askers[sent % people] ?? {}, () => times.push(now() - since))
    }
    for (const asker of ready.splice(0)) send(attack[attacked++ % attack.length] ?? '', asker, () => ready.push(asker))
    if (open.size === 0) leapt += Math.max(0, began + sent * 1000 / rate - now())
    await new Promise(resolve => { setImmediate(resolve) })
  }
  await Promise.all(open)
  return { p50: at(times, 0.5), p99: at(times, 0.99), attacked: 1000 * attacked / length }
}

function at(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
}
