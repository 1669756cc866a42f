// The limits on an operation's shape, counted on the parsed document without the schema: depth, fields, aliases, directives.
// Fragments are expanded at each use, so counting stops as soon as 500 fields are passed: 22 fragments that double each other would be 2^22.
import { Kind, type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql'
import { limits } from '../model/limits.ts'
import { limitPassed } from '../model/limit-passed.ts'

interface Count {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** Fragments being expanded: a circle is the validation's to report. */
  readonly open: Set<string>
  /** Fragments that some operation uses. */
  readonly used: Set<string>
  fields: number
  /** Selections of any sort looked at: bounds fragments that hold nothing but other fragments. */
  visits: number
  aliases: number
  directives: number
  deepest: number
}

/** Throws for the first limit that any operation of the document passes. */
export function checkQueryShape(document: DocumentNode): void {
  const fragments = new Map(document.definitions.filter(isFragment).map(fragment => [fragment.name.value, fragment]))
  const used = new Set<string>()
  const start = (directives: number): Count => ({ fragments, open: new Set(), used, fields: 0, visits: 0, aliases: 0, directives, deepest: 0 })
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue
    const onVariables = (operation.variableDefinitions ?? []).reduce((sum, variable) => sum + (variable.directives?.length ?? 0), 0)
    const directives = (operation.directives?.length ?? 0) + onVariables
    const count = start(directives)
    requireAtMost('directives', directives, 'directives')
    const roots = countSelections(operation.selectionSet, 1, false, count, new Map())
    if (roots > limits.rootFields.value) {
      throw limitPassed('rootFields', roots, `The operation selects ${roots} fields at its top`, 'Split it into several requests.')
    }
    if (count.deepest > limits.depth.value) {
      throw limitPassed('depth', count.deepest, `The operation nests fields ${count.deepest} deep`, 'Start nearer to what you look for, or follow the ids in a second request.')
    }
  }
  // A fragment that nobody uses is refused by the validation, which compares all its fields with each other first.
  const unused = start(0)
  for (const [name, fragment] of fragments) if (!used.has(name)) countSelections(fragment.selectionSet, 1, false, unused, new Map())
}

/** Counts a selection and all below it; answers how many fields stand directly in it, fragments expanded. `same`: how many of each name there are so far. */
function countSelections(set: SelectionSetNode, depth: number, exempt: boolean, count: Count, same: Map<string, number>): number {
  let direct = 0
  for (const selection of set.selections) {
    count.directives += selection.directives?.length ?? 0
    requireAtMost('directives', count.directives, 'directives')
    if (++count.visits > 4 * limits.fields.value) requireAtMost('fields', limits.fields.value + 1, 'fields and fragments')
    if (selection.kind === Kind.FIELD) {
      direct++
      count.fields++
      if (selection.alias) count.aliases++
      requireAtMost('aliases', count.aliases, 'aliases')
      requireAtMost('fields', count.fields, 'fields')
      const key = selection.alias?.value ?? selection.name.value
      const merged = (same.get(key) ?? 0) + 1
      same.set(key, merged)
      requireAtMost('sameFields', merged, `fields ${JSON.stringify(key.slice(0, 40))} in one object`)
      if (!exempt) count.deepest = Math.max(count.deepest, depth)
      const introspects = exempt || selection.name.value === '__schema' || selection.name.value === '__type'
      if (selection.selectionSet) countSelections(selection.selectionSet, depth + 1, introspects, count, new Map())
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      direct += countSelections(selection.selectionSet, depth, exempt, count, same)
    } else {
      const name = selection.name.value
      const fragment = count.fragments.get(name)
      if (!fragment || count.open.has(name)) continue
      count.directives += fragment.directives?.length ?? 0
      requireAtMost('directives', count.directives, 'directives')
      count.open.add(name)
      count.used.add(name)
      direct += countSelections(fragment.selectionSet, depth, exempt, count, same)
      count.open.delete(name)
    }
  }
  return direct
}

/** Counting stops here, so the number found is the first above the limit: "at least". */
function requireAtMost(name: 'fields' | 'sameFields' | 'aliases' | 'directives', actual: number, what: string): void {
  if (actual > limits[name].value) {
    throw limitPassed(name, actual, `The operation has at least ${actual} ${what}, each use of a fragment counted`, 'Split it into several requests.')
  }
}

function isFragment(definition: DefinitionNode): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION
}
