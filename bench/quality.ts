// `npm run quality -- FOLDER [FILE …]`: what the reader finds, against people. FOLDER holds the scorers (score-attributions.mjs, score-events.mjs)
// and gold files (*.jsonl, *.jsonl.gz); without FILE all of them but the training ones. Nothing of them is kept here. Figures are in docs/quality.md.
import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

const root = new URL('..', import.meta.url).pathname
const scorers = { attributions: 'score-attributions.mjs', events: 'score-events.mjs' } as const
/** PLOVER's names of 2018, which gold may have, for those of 2021, which we have. */
const olderNames = 'REQUEST=DEMAND,ACCUSE=DISAPPROVE,ASSAULT=FIGHT'
/** Floor (regular expressions), bar and goal of each figure, in per cent. */
const bars: readonly (readonly [string, string, string, string])[] = [
  ['quoted statements with the right speaker', '50', '85', '94'],
  ['seen from the graph: quoted statements shown with a speaker that are right', '85', '94', '97'],
  ['content, token overlap F1, reporting cue', '63', '80', '90'],
  ['single spans exact F1: source', '34', '60', '83'],
  ['single spans exact F1: cue', '39', '60', '75'],
  ['single spans exact F1: content', '31', '50', '73'],
  ['who it really was, resolved names', '33', '65', '85'],
]

const [folder, ...named] = process.argv.slice(2)
if (folder === undefined || !existsSync(join(folder, scorers.attributions))) {
  console.error(`quality: ${folder === undefined ? 'No folder is named' : `${folder} has no ${scorers.attributions}`}; expected npm run quality -- FOLDER, where FOLDER holds ${Object.values(scorers).join(' and ')} and gold files.`)
  process.exit(2)
}
const files = named.length > 0 ? named : readdirSync(folder).filter(name => /\.jsonl(?:\.gz)?$/.test(name) && !name.includes('train')).map(name => join(folder, name))
const work = mkdtempSync(join(tmpdir(), 'onrecord-quality-'))
try {
  for (const file of files) score(resolve(file), folder)
} finally {
  rmSync(work, { recursive: true })
}

function score(gold: string, scorersAt: string): void {
  const kind = kindOf(gold)
  if (kind === undefined) return
  const lines = join(work, 'lines.jsonl')
  const began = performance.now()
  const out = openSync(lines, 'w')
  execFileSync(process.execPath, [join(root, 'src/onrecord.js'), 'reading', gold], { stdio: ['ignore', out, 'inherit'] })
  closeSync(out)
  const seconds = (performance.now() - began) / 1000
  console.log(`\n## ${basename(gold)}\n\n${(statSync(lines).size / 1e6).toFixed(1)} MB of Readings in ${seconds.toFixed(1)} s, start of the process included.\n`)
  if (kind === 'events') {
    console.log(execFileSync(process.execPath, [join(scorersAt, scorers.events), gold, lines, '--map', olderNames], { encoding: 'utf8' }))
    return
  }
  const scored = JSON.parse(execFileSync(process.execPath, [join(scorersAt, scorers.attributions), gold, lines, '--json', '--bootstrap', '500'], { encoding: 'utf8', maxBuffer: 1e9 })) as Scores
  const { quoted, spans, groups, named: who, interval95 } = scored
  const figures: readonly (readonly [number | undefined, readonly number[] | undefined])[] = [
    [quoted.rightSpeaker, interval95['quoted right speaker']],
    [quoted.precision, interval95['quoted precision']],
    [groups['speech']?.content.overlap.f, undefined],
    [spans.source.f, undefined],
    [spans.cue.f, undefined],
    [spans.content.f, undefined],
    [who && who.gold > 0 ? who.right : undefined, undefined],
  ]
  console.log('| figure, % | floor | bar | goal | ours | 95 % interval |\n|---|--:|--:|--:|--:|--:|')
  for (const [index, [name, floor, bar, goal]] of bars.entries()) {
    const [figure, interval] = figures[index] ?? []
    if (figure !== undefined) console.log(`| ${name} | ${floor} | ${bar} | ${goal} | ${percent(figure)} | ${interval ? interval.map(percent).join('–') : ''} |`)
  }
}

interface Scores {
  readonly quoted: { readonly rightSpeaker: number; readonly precision: number }
  readonly spans: Readonly<Record<'source' | 'cue' | 'content', { readonly f: number }>>
  readonly groups: Readonly<Record<string, { readonly content: { readonly overlap: { readonly f: number } } }>>
  readonly named?: { readonly gold: number; readonly right: number }
  readonly interval95: Readonly<Record<string, readonly number[]>>
}

/** What a gold file holds, by its first line. */
function kindOf(file: string): keyof typeof scorers | undefined {
  const bytes = readFileSync(file)
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8')
  const first = JSON.parse(text.slice(0, text.indexOf('\n'))) as Readonly<Record<string, unknown>>
  return 'attributions' in first ? 'attributions' : Array.isArray(first['events']) && first['events'].some(event => 'actorSpan' in event) ? 'events' : undefined
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
