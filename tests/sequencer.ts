// The order in which test files begin: those that take long first, so that none is left when all else is done. Vitest knows how long each took only
// where it has run before, which it has not where changes are checked.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const long = [
  'explorer/browser', '66.read-command', '67.writing', '93.linear', '68.subscriptions', '62.cli', 'attack/text', '42.paths-and-adjacency', '30.storage', '69.aside', '41.laws', '43.bad-input', '81.regexes', '47.identity', 'explorer/pages',
  'fault/13.ends', '31.database-moods', '65.input', '42.filters-and-orders', 'attack/http', 'explorer/hostile', '69.workers', 'fault/04.disk', 'explorer/walks', '29.whoever-says', '69.open', 'fault/01.kills', '63.graphiql', '23.dates', '30.any-order',
]

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = long.findIndex(name => moduleId.endsWith(`tests/${name}.test.ts`))
      return place < 0 ? long.length : place
    }
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}
