// The commands. Data goes to stdout, talk to stderr, one line for what is wrong. Each command loads what it needs when it runs: only `serve` loads the server.
import { Command, CommanderError } from 'commander'
import cluster from 'node:cluster'
import type { ApplyOptions } from './commands/apply.ts'
import { readConfig, readSetting, settings } from './config.ts'
import { exitCodeOf, exitCodes, lineOf } from './exit.ts'
import type { ArticleInput } from './input/article-input.ts'
import { setLimits } from './model/limits.ts'
import { version } from './package.ts'
import type { QueryOptions } from './commands/query.ts'
import { printable } from './commands/printable.ts'
import { say } from './say.ts'

interface ServeOptions {
  readonly slow?: string
  readonly workers?: string
  readonly db?: string
  readonly port?: string
  readonly host?: string
  readonly public?: true
  readonly hardened?: true
  readonly allowedHosts?: string
  readonly trustProxy?: true
  readonly documents?: string
}

export function commands(): Command {
  const program = new Command('onrecord')
    .description('A knowledge graph of the news: who said what, to whom, about whom.')
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`onrecord: ${text.replace(/^error: /, '').trim().replaceAll('\n', ' ')}\n`) })
  const command = (usage: string, description: string): Command =>
    program.command(usage).description(description).option('--db <file>', `the database (${settings.database.variable}; default ${settings.database.default})`)

  program.hook('preAction', (_, command) => { adoptLimits(command.opts<{ limit?: string[] }>().limit) })

  withLimits(command('serve', 'answer GraphQL over HTTP; builds the seed database if there is none'))
    .option('--port <number>', `port to listen on (${settings.port.variable}; default ${settings.port.default})`)
    .option('--host <address>', `address to listen on (${settings.host.variable}; default ${settings.host.default})`)
    .option('--slow <ms>', `operations that take longer are logged (${settings.slow.variable}; default ${settings.slow.default})`)
    .option('--workers <number>', `processes that answer (${settings.workers.variable}; default: one for each core)`)
    .option('--public', 'for anybody: what each client asks is counted, and bounded')
    .option('--hardened', 'as --public, without introspection, suggestions and GraphiQL, and for listed documents alone')
    .option('--allowed-hosts <names>', `names that requests may give as host, beside those of loopback (${settings.allowedHosts.variable})`)
    .option('--trust-proxy', `tell clients apart by X-Forwarded-For, as the proxy before this server has written it (${settings.trustProxy.variable})`)
    .option('--documents <path>', `documents that clients may name by their hash: a folder of *.graphql files or a JSON file (${settings.documents.variable})`)
    .action(async ({ db, port, host, slow, workers, allowedHosts, public: isPublic, hardened, trustProxy, documents }: ServeOptions) => {
      const mode = hardened ? 'hardened' : isPublic ? 'public' : undefined
      const config = readConfig(process.env, { database: db, port, host, slow, workers, allowedHosts, mode, trustProxy: trustProxy ? 'yes' : undefined, documents })
      if (config.workers > 1 && cluster.isPrimary) await (await import('./commands/primary.ts')).serveByWorkers(config)
      else await (await import('./commands/serve.ts')).serve(config)
    })

  command('seed', 'build the seed database')
    .option('--force', 'replace the database that is there', false)
    .action(async ({ db, force }: { db?: string; force: boolean }) => {
      ;(await import('./commands/seed.ts')).seed(databaseOf(db), { force })
    })

  withLimits(command('query', 'answer a GraphQL document in process and print the answer as JSON'))
    .argument('<file>', 'the document; - reads standard input')
    .option('--variables <json>', 'a JSON object')
    .option('--operation <name>', 'which operation of several')
    .action(async (file: string, { db, ...options }: QueryOptions & { db?: string }) => {
      process.exitCode = (await import('./commands/query.ts')).query(databaseOf(db), file, options)
    })

  command('verify', 'check the database and every passage in it')
    .action(async ({ db }: { db?: string }) => {
      process.exitCode = (await import('./commands/verify.ts')).verifyDatabase(databaseOf(db))
    })

  command('backup', 'copy the database, also while it is served and written to; from a backup to its place, put it back')
    .argument('<file>', 'where the copy goes')
    .option('--force', 'replace the database that is there', false)
    .action(async (file: string, { db, force }: { db?: string; force: boolean }) => {
      await (await import('./commands/backup.ts')).backupTo(file, databaseOf(db), { force })
    })

  withLimits(command('read', 'read articles into the graph: text, Markdown, HTML, JSON, JSON Lines, feeds, also gzipped, and folders of them'))
    .argument('<input...>', 'files and folders; - reads standard input')
    .option('--dry-run', 'read, but store nothing', false)
    .option('--explain', 'show each text with what was understood, and why', false)
    .option('--report <file>', 'write what became of each article, one JSON object a line')
    .option('--title <text>', 'of the article, where its file does not say')
    .option('--publisher <name>', 'likewise')
    .option('--author <name>', 'likewise')
    .option('--published-on <date>', 'likewise, as YYYY-MM-DD, YYYY-MM or YYYY')
    .option('--url <address>', 'likewise')
    .option('--language <tag>', 'likewise, as in "en"')
    .action(async (inputs: string[], { db, dryRun, explain, report, ...described }: ArticleInput & { db?: string; dryRun: boolean; explain: boolean; report?: string }) => {
      process.exitCode = await (await import('./commands/read.ts')).read(databaseOf(db), inputs, { dryRun, explain, report, described })
    })

  program.command('reading').description('print what the reader makes of articles as JSON Lines, and store nothing')
    .argument('<input...>', 'as of read')
    .action(async (inputs: string[]) => {
      process.exitCode = await (await import('./commands/reading.ts')).printReadings(inputs)
    })

  command('apply', 'put a reviewed Reading in the place of the one that an article has')
    .argument('<reading>', 'a file: see docs/reading-format.md')
    .option('--text <file>', 'the text, where the graph does not have the article')
    .option('--metadata <file>', 'what is known of it; else what the graph has, or the text shows')
    .action(async (file: string, { db, ...options }: ApplyOptions & { db?: string }) => {
      process.exitCode = (await import('./commands/apply.ts')).applyReading(databaseOf(db), file, options)
    })

  command('remove', 'take articles out of the graph, with all that only they support')
    .argument('<article...>', 'ids or slugs')
    .action(async (names: string[], { db }: { db?: string }) => {
      process.exitCode = (await import('./commands/apply.ts')).removeArticles(databaseOf(db), names)
    })

  withLimits(program.command('limits').description('print every limit: its value, how far it can be changed, what it counts'))
    .action(async () => { (await import('./commands/limits.ts')).printLimits() })
  return program
}

function withLimits(command: Command): Command {
  return command.option('--limit <name=number>', `another value for a limit; may be given several times (${settings.limits.variable})`, (value: string, earlier: string[] = []) => [...earlier, value])
}

/** The environment hands them on to threads and processes that this one starts. */
function adoptLimits(flags: readonly string[] | undefined): void {
  const flag = flags?.join(',')
  setLimits(readSetting(settings.limits, process.env, flag))
  if (flag !== undefined) process.env[settings.limits.variable] = flag
}

function databaseOf(option: string | undefined): string {
  return readConfig(process.env, { database: option }).database
}

/** Runs the arguments as a command and sets the exit code. */
export async function run(args: readonly string[]): Promise<void> {
  const program = commands()
  // Whoever reads our output may stop reading: "onrecord query … | head".
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') say(`onrecord: The output cannot be written (${error.code}).`)
    process.exit(exitCodes.inputOutput)
  })
  // Who listened to what is said may have gone; a server goes on without.
  process.stderr.on('error', () => {})
  try {
    if (args.length === 0) program.outputHelp()
    else await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    // Commander has said its line already; help and version "fail" with 0.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse
    else {
      say(`onrecord: ${printable(lineOf(error))}`)
      process.exitCode = exitCodeOf(error)
      process.channel?.unref() // a worker of `serve` would wait for word of its primary
    }
  }
}
