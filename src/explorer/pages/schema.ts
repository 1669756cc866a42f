// The schema to read: all types, and each type with its fields.
import { address } from '../here.ts'
import { html, type Html, type Value } from '../html.ts'
import type { Page } from '../layout.ts'
import { section } from '../panel.ts'
import type { Visit } from '../visit.ts'
import { notFound } from './not-found.ts'

type Kind = 'SCALAR' | 'OBJECT' | 'INTERFACE' | 'UNION' | 'ENUM' | 'INPUT_OBJECT'
interface Reference { readonly kind: Kind | 'LIST' | 'NON_NULL'; readonly name: string | null; readonly ofType?: Reference | null }
interface Described { readonly name: string; readonly description: string | null }
interface Input extends Described { readonly type: Reference; readonly defaultValue: string | null }
interface Field extends Described { readonly type: Reference; readonly args: readonly Input[]; readonly isDeprecated: boolean; readonly deprecationReason: string | null }
interface TypeAnswer extends Described {
  readonly kind: Kind
  readonly fields: readonly Field[] | null
  readonly inputFields: readonly Input[] | null
  readonly enumValues: readonly Described[] | null
  readonly interfaces: readonly { readonly name: string }[] | null
  readonly possibleTypes: readonly { readonly name: string }[] | null
}

const groups: readonly (readonly [Kind, string])[] = [
  ['OBJECT', 'Objects'], ['INTERFACE', 'Interfaces'], ['UNION', 'Unions'], ['ENUM', 'Enums'], ['INPUT_OBJECT', 'Inputs'], ['SCALAR', 'Scalars'],
]
const roots = new Set(['Query', 'Mutation', 'Subscription'])

export async function schemaPage(visit: Visit): Promise<Page> {
  if (!visit.tellsSchema) return notFound(visit, 'This server tells nothing of its schema.')
  const name = visit.here.search.get('type')
  return name === null ? index(visit) : one(visit, name)
}

async function index(visit: Visit): Promise<Page> {
  const panel = await visit.panel<{ readonly __schema: { readonly types: readonly (Described & { readonly kind: Kind })[] } }>('SchemaTypes')
  return {
    title: 'Schema',
    at: '/schema',
    class: 'schema-page',
    body: html`<h1>The schema</h1>
<p class="lead">Everything that can be asked, with what it means. <a href="/graphql">Try it in GraphiQL</a>, or take <a href="/schema.graphql">the schema as SDL</a>.</p>
${section(panel, visit.here, { class: 'types', label: 'Types' }, ({ __schema: { types } }) => {
    const own = types.filter(({ name }) => !name.startsWith('__'))
    return [
      html`<h2>Where to begin</h2>${lines(own.filter(({ name }) => roots.has(name)))}`,
      groups.map(([kind, words]) => html`<h2>${words}</h2>${lines(own.filter(each => each.kind === kind && !roots.has(each.name)))}`),
    ]
  })}`,
  }
}

function lines(types: readonly Described[]): Html {
  return html`<dl class="lines">${types.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, description }) => html`<div><dt><a href="${typeAddress(name)}"><code>${name}</code></a></dt><dd>${sentence(description)}</dd></div>`)}</dl>`
}

async function one(visit: Visit, name: string): Promise<Page> {
  const panel = await visit.panel<{ readonly __type: TypeAnswer | null }>('SchemaType', { name })
  const type = panel.data?.__type ?? null
  if (!type && !panel.trouble) return notFound(visit, `The schema has no type “${name}”.`)
  return {
    title: `${name} · Schema`,
    at: '/schema',
    class: 'schema-page',
    body: html`<p class="eyebrow"><a href="/schema">Schema</a></p><h1><code>${name}</code></h1>
${section(panel, visit.here, { class: 'type', label: name }, ({ __type: found }) => found && [
    found.description && html`<p class="lead">${found.description}</p>`,
    found.interfaces && found.interfaces.length > 0 && html`<p>Is also: ${links(found.interfaces)}</p>`,
    found.possibleTypes && found.possibleTypes.length > 0 && html`<p>One of: ${links(found.possibleTypes)}</p>`,
    found.fields && html`<h2>Fields</h2><dl class="fields-of">${found.fields.map(field)}</dl>`,
    found.inputFields && html`<h2>Fields</h2><dl class="fields-of">${found.inputFields.map(input)}</dl>`,
    found.enumValues && html`<h2>Values</h2><dl class="fields-of">${found.enumValues.map(each => html`<div><dt><code>${each.name}</code></dt><dd>${each.description}</dd></div>`)}</dl>`,
  ])}`,
  }
}

function field({ name, description, type, args, isDeprecated, deprecationReason }: Field): Html {
  return html`<div id="${name}"><dt><code>${name}: ${reference(type)}</code></dt><dd>${isDeprecated && html`<p class="notice truncated">Do not use it any more: ${deprecationReason}</p>`}${description}
${args.length > 0 && html`<dl class="arguments">${args.map(input)}</dl>`}</dd></div>`
}

function input({ name, description, type, defaultValue }: Input): Html {
  return html`<div><dt><code>${name}: ${reference(type)}${defaultValue !== null && ` = ${defaultValue}`}</code></dt><dd>${description}</dd></div>`
}

function reference({ kind, name, ofType }: Reference): Value {
  if (kind === 'NON_NULL') return [ofType && reference(ofType), '!']
  if (kind === 'LIST') return ['[', ofType && reference(ofType), ']']
  return name !== null && html`<a href="${typeAddress(name)}">${name}</a>`
}

function links(types: readonly { readonly name: string }[]): Value {
  return types.map(({ name }, at) => [at > 0 && ', ', html`<a href="${typeAddress(name)}"><code>${name}</code></a>`])
}

function typeAddress(name: string): string {
  return address('/schema', { type: name })
}

/** The first sentence of a description. */
function sentence(description: string | null): string {
  return /^.*?[.?!](?=\s|$)/su.exec(description ?? '')?.[0] ?? description ?? ''
}
