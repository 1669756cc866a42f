// Nouns of places, and what stands before a place's name. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** "the Egyptian resort of": a name follows. */
export const settlements = set('city town village resort port capital suburb province district region island neighbourhood neighborhood county enclave municipality governorate state settlement hamlet prefecture township community peninsula')

/** Where things happen: "Reed’s villa in Harl". */
export const buildings = set('dacha villa residence palace mansion castle home house flat apartment farm ranch estate headquarters office offices embassy consulate hotel church mosque synagogue cathedral stadium arena factory plant school university hospital clinic museum theatre theater studio library restaurant shop store airport station base camp prison')

/** Before a place's name: "northern Varania". */
export const directions = set('northern southern eastern western central north south east west northeast northwest southeast southwest northeastern northwestern southeastern southwestern north-east north-west south-east south-west north-eastern north-western south-eastern south-western upper lower rural coastal downtown nearby neighbouring neighboring')
