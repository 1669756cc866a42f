// Operations take turns: who runs, who waits, who gives way, and who is told at once that there is no room.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { processorTime } from '../db/file/deadline.ts'
import { setLimits } from '../src/model/limits.ts'
import { createShares } from '../src/server/shares.ts'
import { createTurns } from '../src/server/turns.ts'

afterEach(() => setLimits({}))

describe('turns', () => {
  const quick = async () => 'done'
  const here = () => false
  const me = {}
  /** Turns of ten who took some, and one who took far more. */
  const withGreedy = () => {
    const shares = createShares(() => 0)
    const [greedy, ...others] = Array.from({ length: 11 }, () => ({})) as [object, ...object[]]
    for (const each of others) shares.took(each, 20)
    shares.took(greedy, 1000)
    return { inTurn: createTurns(shares), greedy, others }
  }
  const busy = (ms: number) => {
    const until = performance.now() + ms
    while (performance.now() < until) { /* works */ }
  }

  test('what comes together and finds room is all done, in order', async () => {
    setLimits({ operationWait: 60_000 })
    const inTurn = createTurns()
    const order: number[] = []
    await Promise.all(Array.from({ length: 96 }, (_, i) => inTurn(async () => order.push(i), here, me)))
    expect(order).toEqual(Array.from({ length: 96 }, (_, i) => i))
  })

  test('what finds no room is refused at once, with when to come again', async () => {
    setLimits({ operationsRunning: 2, operationsWaiting: 3, operationWait: 60_000 })
    const inTurn = createTurns()
    const open: (() => void)[] = []
    const slow = () => inTurn(() => new Promise<void>(resolve => open.push(resolve)), here, me)
    const taken = Array.from({ length: 5 }, slow)
    await expect.poll(() => open.length).toBe(2)
    await new Promise(resolve => { setTimeout(resolve, 20) })
    expect(open).toHaveLength(2)
    await expect(inTurn(quick, here, me)).rejects.toMatchObject({ code: 'BUSY', details: { limitName: 'operationsWaiting', limit: 3, actual: 4, retryAfter: 1 } })
    while (open.length > 0) {
      open.shift()!()
      await new Promise(resolve => { setTimeout(resolve, 5) })
    }
    await Promise.all(taken)
    await expect(inTurn(quick, here, me)).resolves.toBe('done')
  })

  test('what has waited too long is told so, and who is gone is not worked for', async () => {
    setLimits({ operationsRunning: 1, operationWait: 30 })
    const inTurn = createTurns()
    let open = (): void => {}
    const first = inTurn(() => new Promise<void>(resolve => { open = resolve }), here, me)
    const late = inTurn(quick, here, me)
    late.catch(() => {})
    await new Promise(resolve => { setTimeout(resolve, 60) })
    let worked = 0
    const gone = inTurn(async () => ++worked, () => true, me)
    open()
    await first
    await expect(late).rejects.toMatchObject({ code: 'BUSY', details: { limitName: 'operationWait', limit: 30 } })
    await expect(gone).resolves.toBeUndefined()
    expect(worked).toBe(0)
  })

  test('what waits in vain is told so at its time, whatever runs or is before it', async () => {
    setLimits({ operationsRunning: 1, operationWait: 30 })
    const { inTurn, greedy, others } = withGreedy()
    let open = (): void => {}
    const first = inTurn(() => new Promise<void>(resolve => { open = resolve }), here, me)
    const waiting = [greedy, ...others, greedy].map(asker => inTurn(quick, here, asker))
    for (const each of waiting) await expect(each).rejects.toMatchObject({ code: 'BUSY', details: { limitName: 'operationWait', limit: 30, retryAfter: 1 } })
    open()
    await first
  })

  test('who takes far more gives way where there is no room', async () => {
    setLimits({ operationsRunning: 1, operationsWaiting: 3, operationWait: 60_000 })
    const { inTurn, greedy } = withGreedy()
    let open = (): void => {}
    const first = inTurn(() => new Promise<void>(resolve => { open = resolve }), here, me)
    const [kept, last] = [inTurn(async () => 'kept', here, greedy), inTurn(quick, here, greedy)]
    const one = inTurn(quick, here, me)
    await expect(inTurn(quick, here, greedy)).rejects.toMatchObject({ code: 'BUSY' })
    const two = inTurn(quick, here, me)
    await expect(last).rejects.toMatchObject({ code: 'BUSY', details: { limitName: 'operationsWaiting', limit: 3 } })
    open()
    expect(await Promise.all([first, kept, one, two])).toEqual([undefined, 'kept', 'done', 'done'])
  })

  test('who would wait too long, by how turns pass, is told so as it comes', async () => {
    setLimits({ operationWait: 300, operationsWaiting: 10_000 })
    const inTurn = createTurns()
    const all = Array.from({ length: 1000 }, () => inTurn(async () => busy(3), here, me))
    const ended = Promise.allSettled(all)
    expect(inTurn.fullness(me)).toBeNull() // nothing is known yet
    await Promise.all(all.slice(0, 20))
    expect(inTurn.fullness(me)).toMatchObject({ code: 'BUSY', details: { limitName: 'operationWait', limit: 300, retryAfter: 1 } })
    await ended
    await expect(inTurn(quick, here, me)).resolves.toBe('done')
    expect(inTurn.fullness(me)).toBeNull()
  })

  test('however much comes in between two stretches, work has most of the time', async () => {
    setLimits({ operationWait: 600_000, operationsWaiting: 10_000 })
    const inTurn = createTurns()
    let [floods, isOver] = [0, false]
    const flood = (): void => {
      for (const until = processorTime() + 10; processorTime() < until;) { /* works */ }
      floods++
      if (!isOver) setImmediate(flood)
    }
    setImmediate(flood)
    await Promise.all(Array.from({ length: 120 }, () => inTurn(async () => busy(2), here, me)))
    isOver = true
    expect(floods).toBeLessThan(36) // with two to each it would be sixty
  })

  test('one turn that takes long makes nobody be refused who comes behind forty', async () => {
    setLimits({ operationWait: 500 })
    const inTurn = createTurns()
    const all = [1, 4, 4, 120, ...Array<number>(40).fill(0)].map(ms => inTurn(async () => busy(ms), here, me))
    await all[3]
    expect(inTurn.fullness(me)).toBeNull()
    await Promise.all(all)
  })

  test('of connections that come together more than one is let in between two stretches', async () => {
    setLimits({ operationWait: 600_000, operationsWaiting: 10_000 })
    const inTurn = createTurns()
    let [done, came] = [0, 0]
    const meanwhile: number[] = []
    const sockets: Socket[] = []
    const server = createServer(socket => {
      inTurn.letIn()
      sockets.push(socket)
      if (++came === 60) meanwhile.push(done)
    })
    await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
    const { port } = server.address() as AddressInfo
    for (let index = 0; index < 60; index++) sockets.push(connect(port, '127.0.0.1'))
    await Promise.all(Array.from({ length: 200 }, () => inTurn(async () => {
      busy(4)
      done++
    }, here, me)))
    expect(meanwhile[0]).toBeLessThan(40)
    for (const socket of sockets) socket.destroy()
    await new Promise(resolve => { server.close(resolve) })
  })

  test('work that fails gives its place free, and so does what waits elsewhere', async () => {
    setLimits({ operationsRunning: 1, operationsWaiting: 1, operationWait: 60_000 })
    const inTurn = createTurns()
    await expect(inTurn(async () => { throw new Error('no') }, here, me)).rejects.toThrow('no')
    let end = (): void => {}
    const elsewhere = inTurn(release => {
      release()
      return new Promise<void>(resolve => { end = resolve })
    }, here, me)
    for (let i = 0; i < 5; i++) await expect(inTurn(quick, here, me)).resolves.toBe('done')
    end()
    await elsewhere
  })

  test('between two stretches of work what has come in is read', async () => {
    setLimits({ operationWait: 60_000 })
    const inTurn = createTurns()
    let done = 0
    const all = Array.from({ length: 20 }, () => inTurn(async () => {
      busy(6)
      done++
    }, here, me))
    await new Promise(resolve => { setTimeout(resolve, 0) })
    expect(done).toBeLessThan(10)
    await Promise.all(all)
    expect(done).toBe(20)
  })
})
