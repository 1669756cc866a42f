#!/usr/bin/env node
// Starts the command. Plain JavaScript that any Node reads: on an older one the SQLite driver would end the process without a word.
const needed = [22, 18]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(`onrecord: This is Node ${process.versions.node}, but On Record needs Node ${needed.join('.')} or newer. Use "npm start", or node_modules/.bin/node src/onrecord.js.`)
  process.exitCode = 69
} else {
  // Code compiled once is kept in the system's folder for temporary files: the next start takes two thirds of the time.
  const { enableCompileCache } = await import('node:module')
  const { tmpdir } = await import('node:os')
  const reads = process.argv[2] === 'read'
  // What is kept goes by V8's settings, and `read` changes them: in one place, it and the other commands would each write anew what the other wrote.
  enableCompileCache(reads ? `${tmpdir()}/node-compile-cache/read` : undefined)
  if (reads) (await import('./memory.ts')).prepareForReading() // before the rest is loaded: a heap that has grown stays so
  const { run } = await import('./cli.ts')
  await run(process.argv.slice(2))
}
