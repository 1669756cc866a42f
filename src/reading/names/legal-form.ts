// Legal forms behind a company's name: "Acme Robotics Inc." and "Acme Robotics" are one.
/** As they are written; of letters that may be something else, only in capitals. */
const forms: ReadonlySet<string> = new Set('Inc Inc. Incorporated Corp Corp. Co Co. Ltd Ltd. LTD Limited LLC LLP PLC Plc plc GmbH KGaA AG SA S.A. NV N.V. BV B.V. SE AB ASA Oy Oyj SpA S.p.A. Pty Pte Pvt'.split(' '))

export function isLegalForm(word: string): boolean {
  return forms.has(word)
}

/** The name without its legal form; the same where it has none, or where less than two words would be left, as "Target Corp." is not any target. */
export function withoutLegalForm(name: string): string {
  const words = name.split(' ')
  while (words.length > 2 && isLegalForm(words.at(-1) ?? '')) words.pop()
  return /^(?:&|and|of)$/u.test(words.at(-1) ?? '') ? name : words.join(' ')
}
