// Abbreviations whose full stop is part of the word. Ordinary English usage; no source but the language.
export const abbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms mx dr prof rev fr sr jr st ste mt ft sen sens rep reps gov govs gen lt col maj capt cmdr cdr sgt cpl pvt adm brig hon amb supt insp pres vp
  sec atty asst dep dept dist min chmn inc ltd corp co cos bros plc llc assn ave blvd rd no nos vs v al etc e.g i.e cf viz approx est
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat ala ariz ark calif colo conn del fla ga ill ind kan ky la md
  mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo`.split(/\s+/u),
)
