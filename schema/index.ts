// The schema: loads the types and builds it. The one index; it holds nothing else.
import './types/tie.ts'
import './types/passage.ts'
import './types/entity.ts'
import './types/kinds.ts'
import './types/article.ts'
import './types/mention.ts'
import './types/statement.ts'
import './types/relationship.ts'
import './types/node.ts'
import './types/walks.ts'
import './types/search.ts'
import './types/statistics.ts'
import './types/writing.ts'
import './types/arriving.ts'
import { builder } from './builder.ts'

builder.queryType({ description: 'Ways into the graph. Every list is a Relay connection; every fact leads to its passage.' })

export const schema = builder.toSchema()
