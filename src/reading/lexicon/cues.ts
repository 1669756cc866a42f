// Words that attribute: verbs by what stands beside them, nouns by what follows them. Written from general knowledge of English verbs of
// communication and attitude (as VerbNet groups them: say, tell, complain, judgment, conjecture, want, promise, advise).

/** How a verb holds its content, and whether it may stand beside or behind it. */
export type Frame =
  /** "said that …", “…,” said Ms Reed: a clause, a quotation or a noun phrase; the words may stand first. */
  | 'say'
  /** "told Ms Reed that …": as `say`, with whom it was said to between. */
  | 'tell'
  /** "praised the plan": what follows, to the end of its clause. */
  | 'judge'
  /** "vowed to go", "called for calm": as `judge`; the words may not stand first. */
  | 'will'
  /** "thinks that …": a clause or a quotation. */
  | 'think'
  /** "the poll shows that …": a clause; its source is a document, a study, a number. */
  | 'show'

const lemmas: Readonly<Record<Frame, string>> = {
  say: `say add note state announce declare explain argue insist claim acknowledge admit assert allege report write tweet reply respond continue conclude recall
    observe comment remark caution warn stress emphasize emphasise confirm deny concede contend maintain predict joke quip complain lament boast brag
    reiterate repeat affirm testify disclose reveal mention suggest estimate speculate theorize theorise reason recount confess exclaim shout yell scream cry whisper
    mutter murmur opine muse posit propose read proclaim pronounce relate retort snap counter answer ask wonder inquire question query interject chime
    elaborate clarify specify detail summarize summarise swear agree teach preach post blog text email advise counsel signal indicate imply hint promise vow pledge
    demand request urge decide rule find forecast project anticipate guess figure surmise deem blare wrote sum echo scoff gush fume opined chant intone begin
    vent snipe grouse kvetch deadpan thunder bellow roar sigh laugh chuckle smile growl hiss bark gripe grouse groan rage seethe exult crow tease jeer gloat reminisce reflect remember
    blurt stammer mumble drawl parry lecture narrate expound chirp enthuse philosophize gasp fret rage interpret
    finish start press interrupt plead protest object demur venture volunteer rejoin riposte underscore underline highlight stipulate cite quote retweet tout recommend pen`,
  tell: 'tell remind inform assure notify convince persuade brief reassure advise warn instruct teach alert promise caution',
  judge: `accuse praise criticize criticise condemn denounce endorse call describe slam blast mock attack defend dismiss deride decry ridicule applaud
    hail laud commend thank congratulate blame fault chide scold rebuke reprimand lambaste assail rip bash disparage belittle insult label brand dub portray characterize
    characterise depict liken compare reject oppose support back favor favour question challenge dispute refute rebut contradict doubt disavow repudiate
    disown renounce retract lament regret bemoan mourn celebrate cheer welcome honor honour salute admire respect cite discuss address mention outline
    detail summarize recount list identify name propose advocate recommend champion tout promote deliver issue release publish voice express echo
    repeat reiterate charge castigate excoriate vilify demonize demonise malign smear taunt heckle bemoan air announce quote acknowledge recognise recognize
    consider regard view deem rate nominate appoint approve veto ratify ban outlaw embrace vouch apologize apologise boast complain brag talk speak rail rant tweet
    second-guess downplay trumpet relay convey tease pan skewer trash concede refer invoke stoke sneer grumble fret gripe underscore highlight emphasize stress
    predict signal reveal disclose explain deny confirm estimate claim allege`,
  will: `vow pledge promise threaten refuse decline agree offer plan hope want seek intend aim urge ask order call demand request implore beg beseech encourage
    challenge press pressure lobby push appeal invite dare advise command direct instruct require propose swear resolve decide choose opt elect commit volunteer
    prefer wish long yearn aspire expect consent consider contemplate fight campaign try attempt prepare`,
  think: `think believe know feel expect hope fear doubt worry suspect imagine suppose assume presume understand realize realise recognize recognise wish
    want consider see view regard conclude decide reckon fancy trust judge sense dream forget remember dread marvel gather hold care love like hate dislike
    mind appreciate resent learn hear discover foresee envision envisage anticipate`,
  show: `show find suggest indicate reveal demonstrate prove reflect illustrate confirm estimate read say state conclude argue note warn predict imply signal
    document detail describe report list allege charge contain recommend project forecast rank`,
}

/** The frames of each verb by its lemma. */
export const frames: ReadonlyMap<string, ReadonlySet<Frame>> = invert(lemmas)

function invert(words: Readonly<Record<Frame, string>>): ReadonlyMap<string, ReadonlySet<Frame>> {
  const map = new Map<string, Set<Frame>>()
  for (const [frame, list] of Object.entries(words) as [Frame, string][]) {
    for (const lemma of list.split(/\s+/u)) map.set(lemma, (map.get(lemma) ?? new Set()).add(frame))
  }
  return map
}
