// JSON Schemas compiled on first use, and what ajv finds wrong told as sentences with a path.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { ReadingProblem } from '../model/reading-problem.ts'

/** A function that tells what is wrong with a value; empty where it fits the schema. */
export function schemaProblems(schema: object): (value: unknown) => readonly ReadingProblem[] {
  let validate: ValidateFunction | undefined
  return value => {
    // That each is a schema itself is tested; here it would take as long again as all else.
    validate ??= new Ajv2020({ allErrors: true, verbose: true, strict: true, validateSchema: false }).compile(schema)
    return validate(value) ? [] : (validate.errors ?? []).map(error => ({ path: pathOf(error), message: sentence(error) }))
  }
}

function pathOf({ instancePath, keyword, params }: ErrorObject): readonly (string | number)[] {
  const steps = instancePath.split('/').slice(1).map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const path = steps.map(step => (/^\d+$/u.test(step) ? Number(step) : step))
  return keyword === 'additionalProperties' ? [...path, String(params['additionalProperty'])] : path
}

function sentence({ keyword, params, data, schema, parentSchema, message }: ErrorObject): string {
  switch (keyword) {
    case 'required': return `The property "${params['missingProperty']}" is missing; expected it here.`
    case 'additionalProperties': return `"${params['additionalProperty']}" is no property of this; expected one of ${Object.keys(Object(parentSchema?.['properties'])).join(', ')}.`
    case 'enum': return `Found ${shown(data)}; expected one of ${Array.isArray(schema) ? schema.join(', ') : ''}.`
    case 'const': return `Found ${shown(data)}; expected ${shown(schema)}.`
    case 'type': return `Found ${shown(data)}; expected ${article(String(schema))}.`
    case 'pattern': return `Found ${shown(data)}, which does not fit: ${parentSchema?.['description'] ?? String(schema)}`
    default: return `Found ${shown(data)}; it ${message ?? 'does not fit'}.`
  }
}

function shown(data: unknown): string {
  const json = JSON.stringify(data) ?? 'nothing'
  return json.length > 60 ? `${json.slice(0, 59)}…` : json
}

function article(type: string): string {
  return `${/^[aeiou]/u.test(type) ? 'an' : 'a'} ${type}`
}
