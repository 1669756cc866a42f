// Articles chosen by a seed alone, about the same few names: what each says of them, and of what kind it takes them for, is another's in every
// one, and every field that a Reading can hold is there now and then.
import type { ReadEntity } from '../src/model/reading.ts'
import type { EntityKind } from '../src/model/vocabulary.ts'
import { chooser } from './chooser.ts'
import { draftOf, type Article } from './reading-builder.ts'

/** With what each mostly is; written otherwise, some are the same again. */
const cast: Readonly<Record<string, EntityKind>> = {
  'Ann Arl': 'PERSON', 'Ben Bo': 'ORGANISATION', Cyr: 'COUNTRY', Dov: 'EVENT', Eda: 'PLACE', Fio: 'GROUP', Gil: 'TOPIC', Hob: 'ORGANISATION', Ivo: 'COUNTRY', Jo: 'EVENT', 'ann arl': 'PERSON', 'Ben-Bo': 'PLACE',
}
const names = Object.keys(cast)
const kinds: readonly EntityKind[] = ['PERSON', 'COUNTRY', 'EVENT', 'PLACE', 'ORGANISATION', 'TOPIC', 'GROUP']
const days = [undefined, '2015', '2015-06', '2015-06-15', '2016-01-31'] as const

/** `number` is in the text, so that no two are one article. `reviewed`: the same text, read otherwise. */
export function anyArticle(seed: number, number: number, reviewed = 0): Article {
  const { next, one } = chooser(seed)
  const count = 1 + next(names.length)
  const first = next(names.length)
  // One of each name, though it may be written in several ways.
  const called = Array.from({ length: count }, (_, index) => names[(first + index) % names.length]!)
    .filter((name, index, all) => all.findIndex(other => slug(other) === slug(name)) === index)
  const sayings = next(5)
  const lines = [
    `Article ${number}`,
    ...called.flatMap(name => [`Here ${name} came, ${name} saw and ${name} went in May.`]),
    ...Array.from({ length: sayings }, (_, index) => `Words ${index} of then were said and deeds ${index} done.`),
  ]
  const publishedOn = one(...days)
  const draft = draftOf(lines, { publishedOn, publisher: one(undefined, 'Post', 'Gazette') })
  // The text is the seed's, what is read in it the review's.
  const { next: chosen, one: of } = chooser(seed ^ (reviewed * 7919))
  const contrary = 1 + chosen(12)
  const kindOf = called.map(name => (chosen(contrary) === 0 ? of(...kinds) : cast[name]!))
  const maybe = <Value>(value: Value): Value | undefined => (chosen(2) === 0 ? value : undefined)
  // Some articles say much of each, others next to nothing, so that what is known first is not all that is ever known.
  const wealth = 1 + chosen(8)
  const rarely = <Value>(value: Value): Value | undefined => (chosen(wealth) === 0 ? value : undefined)
  const another = (may: (kind: EntityKind) => boolean): string | undefined => {
    const index = chosen(called.length)
    return may(kindOf[index]!) ? called[index] : undefined
  }
  const order = called.map((_, index) => index).toSorted((a, b) => (reviewed % 2 === 0 ? a - b : b - a))
  for (const index of order) {
    const [name, kind] = [called[index]!, kindOf[index]!]
    const outer = chosen(called.length)
    const startsOn = kind === 'EVENT' ? rarely(of(...days)) : undefined
    const claimed = kind === 'EVENT' && sayings > 0 && chosen(2) === 0
    const fields: Partial<ReadEntity> = defined({
      description: rarely(of('one', 'two')), wikidataId: rarely(of('Q1', 'Q2')),
      country: rarely(another(each => each === 'COUNTRY')), speaksFor: rarely(another(each => each === 'COUNTRY')), place: rarely(another(each => each === 'COUNTRY' || each === 'PLACE')),
      partOf: rarely(outer > index ? called[outer] : undefined),
      ...(kind === 'PERSON' ? { honorific: rarely(of('Mr', 'Dr')) } : {}),
      ...(kind === 'COUNTRY' ? { iso2: rarely(of('AA', 'BB')), iso3: rarely('AAA'), capital: rarely(of('Cyr', 'Dov')), demonyms: rarely(of(['A'], ['A', 'B'])) } : {}),
      ...(kind === 'PLACE' ? { coordinates: rarely(of({ latitude: 1, longitude: 2 }, { latitude: 1.5, longitude: 0 })) } : {}),
      ...(kind === 'EVENT' ? { startsOn, endsOn: rarely(of('2016-12', '2017')), dated: rarely(draft.mark('May', index)), modality: rarely(of('ACTUAL', 'PLANNED', 'NEGATED')) } : {}),
      ...(claimed ? { voice: of('CLAIMED', 'PRESUPPOSED'), statement: `s${chosen(sayings)}` } : {}),
    })
    const known = ['description', 'wikidataId', 'country', 'speaksFor', 'place', 'partOf', 'honorific', 'iso2', 'iso3', 'capital', 'demonyms', 'coordinates', 'startsOn', 'endsOn']
    const background = [...known.filter(field => Object.hasOwn(fields, field)), 'name'].filter(() => chosen(contrary + 1) === 0)
    const named = chosen(6) > 0
    draft.entity(name, kind, chosen(contrary) === 0 ? name.toUpperCase() : name, { ...fields, named, ...(background.length > 0 && { background }) })
    for (let nth = 0; nth < Math.max(chosen(4), named ? 0 : 1); nth++) draft.mention(name, name, nth, of('NAME', 'NAME', 'NOMINAL', 'PRONOUN', 'ADJECTIVE', 'VERB'))
  }
  const some = (most: number): string[] => Array.from({ length: chosen(most + 1) }, () => of(...called))
  for (let index = 0; index < sayings; index++) {
    const words = `Words ${index} of then`
    const direct = chosen(3) === 0
    draft.statement(`s${index}`, words, defined({
      act: of('SAY', 'ACCUSE', 'THANK'), speakers: some(2), addressees: some(2), targets: some(2), about: some(3), via: maybe(of(...called)), modality: of('ACTUAL', 'PLANNED', 'NEGATED'), madeOn: of(...days),
      reportedIn: index > 0 && chosen(2) === 0 ? `s${chosen(index)}` : undefined, confidence: of(0.5, 0.9, 1), ...(direct && { kind: 'DIRECT' as const, quotations: [draft.mark(words)] }),
    }), chosen(2) === 0 ? `said and deeds ${index}` : undefined)
    if (chosen(5) === 0) continue
    const claim = chosen(2) === 0 ? { voice: of('CLAIMED', 'PRESUPPOSED'), statement: `s${chosen(sayings)}` } as const : {}
    draft.relationship(of(...called), maybe(of(...called)), `deeds ${index} done`, defined({
      ...claim, type: of('CONSULT', 'RELATED_TO', 'MEMBER_OF', 'HOLDS_OFFICE'), saying: maybe(`s${chosen(sayings)}`), role: maybe('chief'), modality: of('ACTUAL', 'POSSIBLE', 'NEGATED'),
      startsOn: of(...days), place: another(each => each === 'COUNTRY' || each === 'PLACE'), confidence: of(0.5, 0.9, 1),
    }))
  }
  // Also where nobody says anything.
  if (chosen(2) === 0) draft.relationship(called[0]!, maybe(of(...called)), `Here ${called[0]} came`, { type: of('CONSULT', 'MEMBER_OF') })
  if (called.length > 1 && chosen(3) === 0) draft.match(called[0]!, called[1]!)
  if (chosen(3) === 0) draft.remark('Odd.', maybe(called[0]))
  return draft.done()
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/\W+/g, '-')
}

/** Without fields that say nothing. */
function defined<Fields extends object>(fields: Fields): { [field in keyof Fields]?: Exclude<Fields[field], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never // the same fields, or fewer
}
