// Operations at random from the schema, valid by their making; the same with their arguments written out and in variables; and spoilt ones.
import { getNamedType, getNullableType, isCompositeType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, isRequiredArgument, isRequiredInputField, isUnionType, type GraphQLCompositeType, type GraphQLField, type GraphQLInputType, type GraphQLSchema } from 'graphql'
import type { Data } from './ask.ts'
import { chooser, type Chooser } from './chooser.ts'

export interface RandomOperation {
  readonly inline: string
  readonly document: string
  readonly variables: Data
}
/** What arguments can name so that something is found. */
export interface Known {
  readonly ids: readonly string[]
  readonly slugs: readonly string[]
  readonly words: readonly string[]
  readonly cursors: readonly string[]
}

/** Fields of one operation, so that it stays below the limits most of the time; some pass them. */
const mostFields = 30

export function randomOperation(schema: GraphQLSchema, seed: number, known: Known): RandomOperation {
  const build = (write: (value: unknown, type: GraphQLInputType) => string) => {
    const made = chooser(seed) // the same choices for both ways of writing
    let fields = 0
    let aliases = 0
    const fragments: string[] = []
    const argumentsOf = (field: GraphQLField<unknown, unknown>): string => {
      const backwards = made.next(6) === 0
      const given = field.args.flatMap(arg => {
        if (['first', 'after'].includes(arg.name) && backwards && field.args.some(each => each.name === 'last')) return []
        if (['last', 'before'].includes(arg.name) && !backwards) return []
        const isPage = arg.name === 'first' || arg.name === 'last'
        if (!isRequiredArgument(arg) && !(isPage && made.next(8) > 0) && made.next(4) > 0) return []
        return [`${arg.name}: ${write(inputOf(arg.type, arg.name, made, known, 3), arg.type)}`]
      })
      return given.length > 0 ? `(${given.join(', ')})` : ''
    }
    const selectionOf = (type: GraphQLCompositeType, depth: number, aliased: boolean): string => {
      const parts: string[] = []
      const own = isUnionType(type) ? [] : Object.values(type.getFields())
      const can = depth > 0 && fields < mostFields ? own : own.filter(field => !isCompositeType(getNamedType(field.type)) && !field.args.some(isRequiredArgument))
      const chosen = new Set(Array.from({ length: can.length > 0 ? 1 + made.next(4) : 0 }, () => made.one(...can)))
      for (const field of chosen) {
        fields++
        const under = getNamedType(field.type)
        const alias = (aliased || made.next(12) === 0) && aliases < 50 ? `a${aliases++}: ` : ''
        if (aliased && alias === '') continue
        const directive = made.next(20) === 0 ? ` ${made.one('@include(if: true)', '@skip(if: false)', '@include(if: false)')}` : ''
        parts.push(`${alias}${field.name}${argumentsOf(field)}${directive}${isCompositeType(under) ? ` ${selectionOf(under, depth - 1, false)}` : ''}`)
      }
      if ((isInterfaceType(type) || isUnionType(type)) && depth > 0 && fields < mostFields) {
        for (let count = made.next(3); count > 0; count--) {
          const one = made.one(...schema.getPossibleTypes(type))
          parts.push(`... on ${one.name} ${selectionOf(one, depth - 1, true)}`)
        }
      }
      if (parts.length === 0 || made.next(10) === 0) parts.push('__typename')
      const selection = `{ ${parts.join(' ')} }`
      if (isObjectType(type) && depth > 0 && made.next(15) === 0) {
        fragments.push(`fragment F${fragments.length} on ${type.name} ${selection}`)
        return `{ ...F${fragments.length - 1} }`
      }
      return selection
    }
    const query = schema.getQueryType()!
    return [selectionOf(query, 1 + made.next(6), false), ...fragments]
  }

  const inline = build(literal)
  const variables: Data = {}
  const declared: string[] = []
  const asVariables = build((value, type) => {
    const name = `v${declared.length}`
    declared.push(`$${name}: ${String(type)}`)
    variables[name] = value
    return `$${name}`
  })
  return { inline: inline.join('\n'), document: `query${declared.length > 0 ? ` (${declared.join(', ')})` : ''} ${asVariables.join('\n')}`, variables }
}

/** A value as JSON has it. */
function inputOf(type: GraphQLInputType, name: string, choose: Chooser, known: Known, depth: number): unknown {
  const { next, one } = choose
  if (isNonNullType(type)) return inputOf(type.ofType, name, choose, known, depth)
  if (isListType(type)) return Array.from({ length: next(4) }, () => inputOf(type.ofType, name, choose, known, depth))
  if (isEnumType(type)) return one(...type.getValues()).name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    const chosen = new Set(type.isOneOf ? [one(...fields)] : [...fields.filter(isRequiredInputField), ...Array.from({ length: next(3) }, () => one(...fields))])
    const reachable = [...chosen].filter(field => depth > 0 || !isInputObjectType(getNamedType(field.type)))
    return Object.fromEntries(reachable.map(field => [field.name, inputOf(field.type, field.name, choose, known, depth - 1)]))
  }
  switch (type.name) {
    case 'Int': return name === 'first' || name === 'last' ? 1 + next(3) : name === 'chars' ? next(60) : 1 + next(4)
    case 'Float': return next(5) / 4
    case 'Boolean': return next(2) === 0
    case 'ID': return one(...known.ids)
    case 'PartialDate': return one('2015', '2015-11', '2015-11-16', '2016-02-29')
    case 'DateTime': return '2015-11-16T08:00:00.000Z'
    default: return one(...(name === 'after' || name === 'before' ? known.cursors : /slug/i.test(name) ? known.slugs : next(3) === 0 ? known.slugs : known.words))
  }
}

/** A value of a type as a document writes it. */
function literal(value: unknown, type: GraphQLInputType): string {
  const plain = getNullableType(type)
  if (isListType(plain)) return `[${(value as unknown[]).map(each => literal(each, plain.ofType)).join(', ')}]`
  if (isInputObjectType(plain)) return `{${Object.entries(value as Data).map(([name, each]) => `${name}: ${literal(each, plain.getFields()[name]!.type)}`).join(', ')}}`
  return isEnumType(plain) ? String(value) : JSON.stringify(value)
}

const odd = ['{', '}', '(', ')', '[', ']', ':', '!', '$', '@', '...', '"', '"""', '#', '|', '&', '\\u0000', '\0', '\uFEFF', '\uD800', '“', '𝒳', '-', '0x1', '1e999', '-1', '2147483648', '9007199254740993', 'null', 'true', 'on', 'fragment', 'query', 'mutation { __typename }', 'subscription', '__schema { types { name } }', '__proto__', '\n', '\t', ',,,']

/** The same text with one fault or two. */
export function spoilt(text: string, seed: number): string {
  const { next, one } = chooser(seed)
  let result = text
  for (let count = 1 + next(2); count > 0; count--) {
    const at = next(result.length + 1)
    const tokens = result.match(/\w+|[^\s\w]|\s+/g) ?? ['']
    const token = next(tokens.length)
    switch (next(8)) {
      case 0: result = result.slice(0, at) + one(...odd) + result.slice(at); break
      case 1: result = result.slice(0, at) + result.slice(at + 1 + next(8)); break
      case 2: result = result.slice(0, at) + String.fromCharCode(next(0x1_0000)) + result.slice(at + 1); break
      case 3: result = tokens.toSpliced(token, 1).join(''); break
      case 4: result = tokens.toSpliced(token, 0, tokens[next(tokens.length)]!).join(''); break
      case 5: result = tokens.with(token, tokens[next(tokens.length)]!).join(''); break
      case 6: result = tokens.with(token, one(...odd)).join(''); break
      default: result = next(10) === 0 ? result.slice(0, at) : result.slice(0, at) + result.slice(Math.max(0, at - 40), at).repeat(1 + next(3)) + result.slice(at)
    }
  }
  return result
}

/** The same variables with a few values of other types and sizes. */
export function spoiltVariables(variables: Data, seed: number): Data {
  const { next, one } = chooser(seed)
  const strange: readonly unknown[] = [null, -1, 0, 101, 2 ** 31, 1.5, 1e308, '', 'x'.repeat(300), '\0', '\uD800', true, [], [[]], {}, { and: [{}] }, { __proto__: null }, Array.from({ length: 101 }, () => '1'), ['2015-13'], '٣']
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, next(2) === 0 ? one(...strange) : value]))
}
