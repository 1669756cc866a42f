// Roles that are no titles. Ordinary English; no source but the language.
export const plainRoles: ReadonlyMap<string, 'LEADER' | 'MEMBER'> = new Map([
  ...['head', 'chief', 'boss', 'leader', 'chairman', 'chairwoman', 'chairperson', 'founder', 'co-founder', 'ruler', 'warlord'].map(word => [word, 'LEADER'] as const),
  ...['member'].map(word => [word, 'MEMBER'] as const),
])

/** People of an armed or political body: "IS jihadists". */
export const adherents: ReadonlySet<string> = new Set(
  `jihadist jihadists militant militants fighter fighters guerrilla guerrillas gunman gunmen insurgent insurgents rebel rebels soldier soldiers member members activist activists operative operatives
  commander commanders lawmaker lawmakers supporter supporters delegate delegates`.split(/\s+/u),
)
