// Who is bound to whom and by how much, in arrays: for each entity a stretch of its neighbours, the strongest first, equals by their slugs.
// Eight bytes a neighbour. A stretch that outgrows its room moves to where nothing is yet; where that is full all are packed together anew.

export interface Stretches {
  /** By row id: where the stretch of an entity begins, where it ends, and where its room ends. */
  starts: Uint32Array
  ends: Uint32Array
  rooms: Uint32Array
  neighbours: Uint32Array
  /** By how many ties; the same from either end. */
  hops: Uint32Array
  /** How much of both is given away as room. */
  taken: number
  /** By row id: the place in the order of slugs. */
  ranks: Float64Array
}

/** A piece of the stretches of entities that follow each other, in their order. */
export interface Piece {
  readonly neighbours: Uint32Array
  readonly hops: Uint32Array
}

/** `lengths`: by row id. */
export function stretchesOf(ranks: Float64Array, lengths: Uint32Array, pieces: readonly Piece[]): Stretches {
  const ends = lengths.slice()
  for (let id = 1; id < ends.length; id++) ends[id] = valueAt(ends, id) + valueAt(ends, id - 1)
  const starts = ends.map((end, id) => end - valueAt(lengths, id))
  const taken = ends.at(-1) ?? 0
  const stretches = { starts, ends, rooms: ends.slice(), neighbours: new Uint32Array(withSpare(taken)), hops: new Uint32Array(withSpare(taken)), taken, ranks }
  let at = 0
  for (const { neighbours, hops } of pieces) {
    stretches.neighbours.set(neighbours, at)
    stretches.hops.set(hops, at)
    at += neighbours.length
  }
  return stretches
}

/** Makes place for entities up to this one. */
export function extend(stretches: Stretches, last: number): void {
  if (last < stretches.starts.length) return
  const length = withSpare(last + 1)
  for (const name of ['starts', 'ends', 'rooms'] as const) {
    const longer = new Uint32Array(length)
    longer.set(stretches[name])
    stretches[name] = longer
  }
  const ranks = new Float64Array(length)
  ranks.set(stretches.ranks)
  stretches.ranks = ranks
}

/** Takes a neighbour out of an entity's stretch, where it is in it. */
export function take(stretches: Stretches, near: number, far: number): void {
  const { starts, ends, neighbours, hops } = stretches
  const end = valueAt(ends, near)
  const at = valueAt(starts, near) + neighbours.subarray(valueAt(starts, near), end).indexOf(far)
  if (at < valueAt(starts, near)) return
  neighbours.copyWithin(at, at + 1, end)
  hops.copyWithin(at, at + 1, end)
  ends[near] = end - 1
}

/** Puts a neighbour that is not in it into an entity's stretch, at its place. */
export function put(stretches: Stretches, near: number, far: number, weight: number): void {
  if (valueAt(stretches.ends, near) === valueAt(stretches.rooms, near)) move(stretches, near)
  const { starts, ends, neighbours, hops, ranks } = stretches
  const end = valueAt(ends, near)
  let at = valueAt(starts, near)
  for (let high = end; at < high;) {
    const middle = (at + high) >>> 1
    const difference = valueAt(hops, middle) - weight
    if (difference > 0 || (difference === 0 && valueAt(ranks, valueAt(neighbours, middle)) < valueAt(ranks, far))) at = middle + 1
    else high = middle
  }
  neighbours.copyWithin(at + 1, at, end)
  hops.copyWithin(at + 1, at, end)
  neighbours[at] = far
  hops[at] = weight
  ends[near] = end + 1
}

export function valueAt(array: Uint32Array | Uint8Array | Float64Array, at: number): number {
  return array[at] ?? 0
}

/** To where there is room for more. */
function move(stretches: Stretches, id: number): void {
  const length = valueAt(stretches.ends, id) - valueAt(stretches.starts, id)
  const room = withRoom(length)
  if (stretches.taken + room > stretches.neighbours.length) pack(stretches, room)
  const { starts, ends, rooms, neighbours, hops, taken } = stretches
  neighbours.copyWithin(taken, valueAt(starts, id), valueAt(ends, id))
  hops.copyWithin(taken, valueAt(starts, id), valueAt(ends, id))
  starts[id] = taken
  ends[id] = taken + length
  rooms[id] = stretches.taken = taken + room
}

/** Closes the gaps that stretches left which moved away. */
function pack(stretches: Stretches, more: number): void {
  const { starts, ends, rooms, neighbours, hops } = stretches
  let total = 0
  for (let id = 0; id < starts.length; id++) total += valueAt(rooms, id) - valueAt(starts, id)
  const packed = { neighbours: new Uint32Array(withSpare(total + more)), hops: new Uint32Array(withSpare(total + more)) }
  let taken = 0
  for (let id = 0; id < starts.length; id++) {
    const [start, end, room] = [valueAt(starts, id), valueAt(ends, id), valueAt(rooms, id)]
    packed.neighbours.set(neighbours.subarray(start, end), taken)
    packed.hops.set(hops.subarray(start, end), taken)
    starts[id] = taken
    ends[id] = taken + end - start
    taken += room - start
    rooms[id] = taken
  }
  Object.assign(stretches, packed, { taken })
}

/** An eighth more: who has many gets new ones often. */
function withRoom(length: number): number {
  return length + (length >> 3) + 1
}

/** A quarter more. */
function withSpare(length: number): number {
  return length + (length >> 2) + 1000
}
