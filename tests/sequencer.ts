// The order in which test files begin: those that take long first, so that none is left when all else is done. Vitest knows how long each took only
// where it has run before, which it has not where changes are checked.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const long = [
  'explorer/browser', '67.writing', '66.read-command', '93.linear', '69.aside', 'explorer/hostile', '68.subscriptions', '69.workers', 'explorer/pages', '43.bad-input', 'attack/text', '62.cli', '69.open', '63.graphiql', '64.playground',
  'fault/04.disk', 'fault/13.ends', 'attack/graphql', 'attack/http', '65.input', '65.pages', '42.paths-and-adjacency', '42.filters-and-orders', '41.laws', '30.storage', '31.database-moods', '71.readme', '29.whoever-says', 'explorer/walks', '69.metrics', 'attack/walks',
  'fault/01.kills', 'fault/12.clock', '23.dates', '30.any-order', '81.regexes', '45.fuzz', '47.identity', '69.memory', 'fault/11.file-gone', '91.articles', '61.limits', '33.backup', '32.verify',
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
