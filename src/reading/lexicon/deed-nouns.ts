// Nouns of deeds: "air strikes by Russia on Syria". Written by us from general knowledge of the PLOVER code book.
// A noun and the prepositions that lead to whom the deed is done to; "between" leads to both sides, "by" and a genitive to who did it.
import type { DeedType } from './deed-verbs.ts'

export const deedNouns: Readonly<Partial<Record<DeedType, string>>> = {
  AGREE: 'agreement with, deal with, accord with, pact with, treaty with, truce with, ceasefire with, cease-fire with, pledge to, promise to',
  CONSULT: 'talks with, meeting with, summit with, visit to, trip to, negotiation with, negotiations with, dialogue with, discussions with, consultations with, mediation between, phone-call with',
  SUPPORT: 'support for, endorsement of, praise for, backing for, recognition of, condolences to, alliance with',
  CONCEDE: 'amnesty for, release of, pardon of',
  COOPERATE: 'cooperation with, co-operation with, collaboration with, partnership with',
  AID: 'aid to, assistance to, rescue of, airlift to',
  RETREAT: 'withdrawal from, pullout from, retreat from, surrender to',
  REQUEST: 'appeal to, demand to, request to',
  ACCUSE: 'criticism of, condemnation of, denunciation of, complaint against, accusation against, accusations against, charges against, lawsuit against, allegations against, investigation of, inquiry into, probe into, investigation into',
  REJECT: 'rejection of, opposition to, veto of',
  THREATEN: 'threat against, threats against, threat to, warning to, ultimatum to',
  PROTEST: 'protest against, protests against, demonstration against, demonstrations against, riot against, uprising against, revolt against, rally against',
  SANCTION: 'sanctions against, sanctions on, embargo on, embargo against, expulsion of, boycott of',
  COERCE: 'arrest of, detention of, abduction of, kidnapping of, kidnap of, occupation of, siege of, blockade of, annexation of, deportation of, crackdown on, persecution of, imprisonment of, overthrow of, torture of',
  ASSAULT: 'attack on, attacks on, attack against, attacks against, assault on, airstrike on, airstrikes on, airstrike against, airstrikes against, strike on, strikes on, strikes against, raid on, raids on, bombing of, bombardment of, bombardments of, shelling of, invasion of, incursion into, offensive against, war against, war with, massacre of, killing of, murder of, assassination of, genocide of, ambush of, shooting of, slaughter of, fight against, clashes with, clash with, fighting with, fighting against, battle with, battle against, battles with, hostilities with, skirmishes with, gunbattle with, shootout with',
}
