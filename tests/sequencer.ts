// The order in which test files begin: those that take long first, so that none is left when all else is done. Vitest knows how long each took only
// where it has run before, which it has not where changes are checked.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const long = [
  '66.read-command', '67.writing', 'explorer/browser', '93.linear', '62.cli', '68.subscriptions', '43.bad-input', 'attack/text', 'explorer/pages', '69.aside', 'fault/13.ends', 'explorer/walks',
  'attack/http', 'fault/04.disk', '69.workers', '81.regexes', '41.laws', 'explorer/hostile', '65.input', '69.metrics', 'attack/graphql', 'attack/walks', 'fault/01.kills', 'fault/12.clock', '69.open',
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
