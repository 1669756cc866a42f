/** Talk of the commands goes to stderr; stdout is for data. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
