// What sort of speaker a noun means, by its lemma. Ordinary English; no source but the language.
import type { EntityKind } from '../../model/vocabulary.ts'
import { remembered } from '../remembered.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

const bodies = set(
  `government administration ministry department agency army navy police military party group organisation organization company firm committee commission council court board
  parliament congress senate assembly legislature union alliance coalition campaign pac team newspaper paper magazine network channel station broadcaster outlet daily weekly
  bank fund institute university college school church hospital foundation charity association federation league club embassy consulate regime junta militia movement force office
  bureau panel tribunal watchdog think-tank state house side camp nation country kingdom republic city town county province corporation airline industry media press public television radio newswire
  opposition prosecution presidency inquiry enquiry cabinet delegation leadership staff jury society community chamber centre center business brand faction publication coastguard retailer carmaker automaker drugmaker chipmaker planemaker shipbuilder housebuilder lender insurer regulator brewer wholesaler secretariat`,
)
const people = set(
  `people person man woman child boy girl king queen prince princess pope priest monk nun judge chief aide ally mate boss mayor guard friend colleague relative parent mother father
  son daughter brother sister wife husband widow widower uncle aunt cousin nephew niece neighbour neighbor guest host expert critic source spokesman spokeswoman spokesperson
  chairman chairwoman chairperson congressman congresswoman head candidate nominee president vice-president premier general colonel captain sergeant major admiral marshal
  secretary deputy delegate advocate associate surrogate student graduate patient victim suspect witness hostage refugee migrant immigrant citizen resident native youth
  adult teenager professional official individual representative executive operative conservative liberal republican democrat progressive radical rebel patriot veteran analyst
  attorney counsel survivor accused deceased injured wounded bereaved coach nurse pilot chef clerk cop crew duo pair trio couple family crowd audience majority minority anchor pundit correspondent journalist columnist author
  elite hero fan celebrity royal peer lord lady sir bishop archbishop cardinal rabbi imam cleric sheikh emir sultan envoy diplomat monarch tyrant despot autocrat technocrat
  soldier rival opponent foe enemy proponent superintendent medic paramedic financier brigadier hotelier governor lawyer buyer player employer counterpart bureaucrat laureate guru magnate tycoon mogul czar tsar tourist insurgent militant terrorist jihadist extremist dissident recruit escort spouse heir kid guy folk pal chum dad mum mom granny grandad grandma grandpa grandmother grandfather boyfriend girlfriend fiancé fiance fiancée fiancee juror councillor counsellor client plaintiff culprit thief twin orphan comrade disciple midwife housewife bride groom athlete poet sceptic skeptic cynic mechanic astronaut cosmonaut architect prefect oligarch patriarch matriarch nanny recipient
  constituent constable magistrate registrar scholar donor burglar beggar vicar inmate teammate roommate classmate flatmate schoolmate bailiff pirate international mp mep msp ceo`,
)
/** Nouns of doers: "lawmaker", "senator", "activist", "politician", "policeman". */
const doer = /(?:maker|holder|worker|leader|ster|eer|man|woman|men|women|ist|crat|[^aeiou]ian|[bcdfghjklmnprstvwz]er|[st]or|ee|ant|surgeon)$/u
/** What ends so and does nothing. */
const noDoer = set(
  `letter matter order paper power number center centre water weather winter summer computer answer offer corner dinner border fever murder disaster chapter theater
  theatre factor sector motor tractor vector monitor committee fee coffee degree guarantee week need list assist restaurant plant grant want warrant covenant
  talisman cancer character counter error terror mirror register quarter semester shelter slaughter laughter layer tower shower river liver cover
  wonder gender tender thunder poster roster cluster filter meter parameter perimeter remainder reminder folder timber lumber chamber wager anger danger
  other kilometer centimeter millimeter kilometre centimetre millimetre liter litre hunger finger merger ouster suffer buffer transfer prefer differ refer chauffer coffer october november december charter barter banner manner career beer twist mist checklist playlist wrist tree knee airliner liner tanker carrier fighter container trailer bunker locker tower freezer printer browser scanner router server charger heater cooler toaster scooter computer helicopter cruiser destroyer bomber chopper
  decree melee pedigree jubilee marquee spree bee sewer flower ladder leather feather copper silver pepper ginger blister plaster shutter gutter oyster thriller cooker burger slipper sticker stopper trigger dagger hanger wrapper hopper
  splinter filler roller boiler lever ember sensor processor reactor rotor elevator generator indicator calculator simulator ventilator radiator accelerator transistor compressor detector projector elephant pendant variant pollutant coolant
  mutant croissant slander takeover makeover turnover handover crossover stopover hangover pushover manslaughter fist mist gist deer sneer cheer veneer dumpster monster newsletter butter rubber amber clutter`,
)

/** The kind of an unnamed speaker. */
export function kindOfSpeaker(lemma: string, lower: string): EntityKind {
  if (lower === 'others') return 'GROUP'
  const kind = kindOfOne(lower === 'media' ? lower : lemma)
  if (kind === 'TOPIC') return kind
  if (kind === 'ORGANISATION') return lower === lemma ? kind : 'GROUP'
  return lower === 'people' || collective.has(lemma) || isPlural(lower, lemma) ? 'GROUP' : 'PERSON'
}

/** Asked of the same nouns again and again. */
const kindOfOne = remembered((lemma: string): EntityKind => {
  if (bodies.has(lemma)) return 'ORGANISATION'
  // "the dad-of-three"
  return people.has(lemma.split('-of-', 1)[0] ?? '') || lemma.endsWith('-year-old') || (doer.test(lemma) && !noDoer.has(lemma)) ? 'PERSON' : 'TOPIC'
}, 20_000)

const collective = set('crew duo pair trio couple family crowd audience majority minority folk elite wounded injured bereaved')

function isPlural(lower: string, lemma: string): boolean {
  return lower !== lemma && /(?:s|men|women|people|children)$/u.test(lower)
}

/** Words that stand for somebody without saying whom. */
export const nobodyInParticular = set('two three four latter former other some many most others several few all another neither either both those these one ones everyone everybody someone somebody anyone anybody nobody it there none no-one')
/** Pronouns that lean on somebody said before. */
export const leaning = set('he she they it we i you him her them us me his its their our my your who which that this himself herself themselves itself whom whose hers theirs')
