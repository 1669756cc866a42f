// Any text, for fast-check: its own units of "binary" hold a table of a million characters, which takes a second to make.
import { integer, string, type Arbitrary, type StringConstraints } from 'fast-check'

const surrogates = { first: 0xd800, count: 0x800 }
const anyCharacter = integer({ min: 0, max: 0x10ffff - surrogates.count }).map(number => String.fromCodePoint(number < surrogates.first ? number : number + surrogates.count))

/** Of all characters but halves of them. */
export function anyString(constraints: Omit<StringConstraints, 'unit'> = {}): Arbitrary<string> {
  return string({ ...constraints, unit: anyCharacter })
}
