/** Words of others, safe for a terminal: what would move its cursor or change its colours is shown as U+FFFD. Line breaks and tabs stay. */
export function printable(words: string): string {
  return words.replaceAll(/[\0-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD') // oxlint-disable-line no-control-regex -- these are what is looked for
}
