// Names that many bodies bear: "City Council", "Central Bank", "Police Department". Ordinary English; no source but the language.
const words: ReadonlySet<string> = new Set(`city county town village borough district parish state regional local municipal metropolitan national federal central supreme superior constitutional electoral high appeals criminal family
  civil military public royal school police fire sheriff health education planning parks housing transport transportation traffic water sanitation works finance defence defense interior foreign justice labour labor trade energy
  agriculture environment tourism sports culture security intelligence immigration customs tax revenue election elections ethics judiciary rules budget appropriations council councils court courts commission committee board
  department ministry office agency authority bureau service services assembly senate parliament cabinet treasury army navy air force guard coast bank union association society chamber commerce workers teachers students nurses
  doctors farmers lawyers journalists employers church hospital museum library university college academy institute of the and for`.split(/\s+/u))

/** Whether a name says only what sort of body it is, so that each article means its own. */
export function isCommonBody(name: string): boolean {
  return name.split(/[\s-]+/u).every(word => words.has(word.toLowerCase()))
}
