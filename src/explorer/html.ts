// Safe HTML: a tagged template whose every value is text unless it came out of the template itself. Nothing else makes HTML here.
// Trap: a value in an attribute needs quotation marks around it; the template throws where they are missing.

/** HTML that is ready to be sent; only `html` makes it. */
export interface Html {
  readonly [made]: string
}
export type Value = Html | string | number | null | undefined | false | readonly Value[]

const made = Symbol('html')
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Characters that turn the direction of what stands around them: a name could swap the words beside it. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** For each template, whether each of its values stands inside a tag. */
const known = new WeakMap<TemplateStringsArray, readonly boolean[]>()

export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  let inTag = known.get(strings)
  if (!inTag) known.set(strings, (inTag = places(strings)))
  let text = strings[0] ?? ''
  for (const [index, value] of values.entries()) text += print(value, inTag[index] === true) + (strings[index + 1] ?? '')
  return { [made]: text }
}

/** ` name="value"`, or nothing where there is no value. */
export function attribute(name: string, value: string | number | boolean | null | undefined): Html {
  if (value === null || value === undefined || value === false) return { [made]: '' }
  return { [made]: value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"` }
}

export function toText(page: Html): string {
  return page[made]
}

/** Values with something between them. */
export function joined(values: readonly Value[], between: Value): readonly Value[] {
  return values.flatMap((value, index) => (index === 0 ? [value] : [between, value]))
}

/** Text for places that hold no elements, such as a title: what turns directions is written out. */
export function plain(text: string): string {
  return text.replace(turning, codeOf)
}

function places(strings: TemplateStringsArray): readonly boolean[] {
  let soFar = ''
  return strings.slice(0, -1).map(literal => {
    soFar += literal
    const inTag = soFar.lastIndexOf('<') > soFar.lastIndexOf('>')
    if (inTag && soFar.endsWith('=')) throw new TypeError(`A value stands in an attribute without quotation marks: ${literal.slice(-40)}`)
    return inTag
  })
}

function print(value: Value, inTag: boolean): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return inTag ? escape(value) : escape(value).replace(turning, shown)
  if (made in value) return value[made]
  return value.map(each => print(each, inTag)).join('')
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? '')
}

/** The character stays, so that the text is what was stored; by itself in its element it turns nothing else, and it is seen. */
function shown(character: string): string {
  return `<bdi class="turning" data-code="${codeOf(character)}">${character}</bdi>`
}

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
