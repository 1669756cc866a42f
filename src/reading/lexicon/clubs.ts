// Words of clubs of sport. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Words of a text that tells of clubs. */
export const sportWords = set('club clubs manager coach striker midfielder goalkeeper defender captain winger squad season league cup championship goal goals fans supporters relegation promotion match matches fixture fixtures dressing-room stadium penalty defeat win kick-off equaliser')
/** What a club's name ends with behind that of its town. */
export const clubEnds = set('city town county united rovers wanderers athletic albion rangers villa forest orient argyle alexandra thistle vale harriers stanley end hotspur academical wednesday')
/** Who is a club's, right behind its name. */
export const ofClubs = set('manager striker midfielder goalkeeper defender winger forward captain fans supporters boss keeper full-back centre-half centre-back')
