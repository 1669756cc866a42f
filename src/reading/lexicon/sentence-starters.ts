// Words that, capitalised after an abbreviation, begin a new sentence: no name begins with them. Ordinary English; no source but the language.
export const sentenceStarters: ReadonlySet<string> = new Set(
  `The A An He She It They We I You This That These Those There Here But And Or So Yet In On At For From With By As If When While After Before Since Although
  Though However Meanwhile Moreover Also Then Now Today Yesterday His Her Its Their Our My Your Some Many Most Both Each Every Not No What Who Why How Where
  Which Because Once Until Under Earlier Later Still Instead Nevertheless Last Next Only Even Just To Former Had Has Have Did Does Is Are Was Were Would Should Could Neither Either Another Never About Any`.split(/\s+/u),
)
