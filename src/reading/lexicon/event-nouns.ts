// Nouns of what happens at a time and place. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** In the singular and in the plural that is meant as one: "the attacks", "talks". */
export const eventNouns: ReadonlyMap<string, string> = new Map(
  `summit conference meeting talks negotiations dialogue election elections referendum primary primaries caucus caucuses convention debate war attack attacks bombing bombings shooting shootings massacre
  invasion coup uprising revolution rally ceremony trial hearing earthquake hurricane tsunami flood floods crash explosion explosions blast blasts genocide siege raid raids airstrike airstrikes
  assassination visit investigation inquiry probe inauguration ceasefire truce offensive protests riots riot demonstrations march strike funeral festival olympics games championship tournament
  famine epidemic pandemic outbreak shutdown standoff stand-off hijacking murders murder killings killing kidnapping exercise exercises parade vigil forum session
  bombardment bombardments atrocity atrocities clash clashes crackdown stabbing stabbings ambush wildfire wildfires avalanche landslide landslides cyclone typhoon derailment stampede eruption pogrom`.split(/\s+/u).map(word => [word, singularOf(word)]),
)

/** Done to a place, not by it: the "Paris attacks" were in Paris, "Syria talks" need not be in Syria. */
export const suffered = set('attack bombing shooting massacre earthquake hurricane tsunami flood crash explosion blast genocide siege airstrike famine epidemic outbreak killing riot funeral olympics marathon atrocity stabbing wildfire avalanche landslide cyclone typhoon derailment stampede eruption pogrom')

/** Wars and the like that need no year to be told apart. */
export const unique = /^(?:World War (?:I|II|One|Two)|Cold War|Vietnam War|Korean War|Gulf War|Holocaust|Great Depression|Great Recession|Arab Spring|Brexit referendum|Boston Marathon bombings?)$/u

/** Before an event, that it may never be. */
export const uncertain = set('no any possible potential alleged suspected every each another such future proposed attempted threatened more what which whatever some many new other recent previous past similar')

/** Before an event, that it is still to come. */
export const upcoming = set('upcoming planned forthcoming coming next scheduled')

function singularOf(word: string): string {
  if (word === 'talks' || word === 'olympics' || word === 'games' || word === 'negotiations') return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : /(?:s|sh|ch)es$/u.test(word) ? word.slice(0, -2) : word.endsWith('s') ? word.slice(0, -1) : word
}
