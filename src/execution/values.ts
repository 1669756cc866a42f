// The limits on arguments: length of lists and texts, and objects within objects. Written out and in variables alike.
import { limits } from '../model/limits.ts'
import { limitPassed } from '../model/limit-passed.ts'

/** Lists within lists: no argument has them, but a variable of anybody's making may, and coercing it recurses. */
const listsInLists = 32

/** Walks a value of JSON's shapes. `name` is how the error calls it: `$filter` or `entities.filter`; `long`: fields whose texts are not measured; null: no text is. */
export function checkValue(name: string, value: unknown, long: readonly string[] | null = [], objects = 0, lists = 0): void {
  if (typeof value === 'string') {
    if (long) checkLength(name, value)
  }
  else if (Array.isArray(value)) {
    checkList(name, value, lists + 1)
    value.forEach((item, index) => checkValue(`${name}[${index}]`, item, long, objects, lists + 1))
  } else if (typeof value === 'object' && value !== null) {
    if (objects + 1 > limits.inputDepth.value) {
      throw limitPassed('inputDepth', objects + 1, `The argument ${shorten(name)} nests objects at least ${objects + 1} deep`, 'Use fewer filters within filters; "and" and "or" take several conditions at one level.')
    }
    for (const [key, item] of Object.entries(value)) {
      if (typeof item !== 'string' || !long?.includes(key)) checkValue(`${name}.${key}`, item, long, objects + 1, 0)
    }
  }
}

function checkLength(name: string, text: string): void {
  if (text.length <= limits.textLength.value) return
  throw limitPassed('textLength', text.length, `The argument ${shorten(name)} is a text of ${text.length} characters`, 'Send a shorter text.')
}

function checkList(name: string, list: readonly unknown[], lists: number): void {
  if (list.length > limits.listLength.value) {
    throw limitPassed('listLength', list.length, `The argument ${shorten(name)} has ${list.length} values`, 'Send the values in several requests.')
  }
  if (lists > listsInLists) {
    throw limitPassed('inputDepth', lists, `The argument ${shorten(name)} nests lists at least ${lists} deep`, 'Send a plain list.')
  }
}

/** Names of a variable's keys are the client's: as much of them as a sentence bears. */
function shorten(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name)
}
