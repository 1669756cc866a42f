// Words of saying, in the form in which they follow a question: “Why?” Mr Smith asked.
const saying: ReadonlySet<string> = new Set(
  `said says asked asks added adds told tells wrote writes replied replies answered answers shouted shouts cried cries joked jokes tweeted tweets wondered wonders
  continued continues exclaimed demanded demands insisted insists quipped declared recalled explained noted remarked yelled screamed
  responded responds argued argues warned warns mused muses pleaded chided retorted countered snapped concluded deadpanned taunted interjected scoffed implored thundered bellowed
  pressed protested objected fumed roared teased bragged boasted pleads presses whispered queried inquired pondered recalls remembers explains insists notes quips`.split(/\s+/u),
)

export function isSayingWord(lower: string): boolean {
  return saying.has(lower)
}
