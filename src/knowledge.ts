// What the reader knows of the world, from src/knowledge/. Change the version with every change of these files: Readings name it.
import countries from './knowledge/countries.json' with { type: 'json' }
import givenNames from './knowledge/given-names.json' with { type: 'json' }
import offices from './knowledge/offices.json' with { type: 'json' }
import organisations from './knowledge/organisations.json' with { type: 'json' }
import places from './knowledge/places.json' with { type: 'json' }
import type { Knowledge } from './reading/knowledge.ts'

// JSON has no types narrower than string; tests/22.knowledge.test.ts holds the closed sets.
export const knowledge = Object.freeze({
  version: '2026-11-28.2',
  countries: countries.entries,
  organisations: organisations.entries,
  places: places.entries,
  offices: offices.entries,
  givenNames: givenNames.entries,
}) as Knowledge
