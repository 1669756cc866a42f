// English pet names and the given names that they stand for, as everybody knows them; those that stand for several are left out ("Alex",
// "Chris", "Pat"), because they tell nobody apart.
const petNames: Readonly<Record<string, string>> = {
  abraham: 'abe', albert: 'bert', alexander: 'sasha sandy', andrew: 'andy drew', anthony: 'tony', barbara: 'barb', benjamin: 'benny', catherine: 'cathy',
  charles: 'charlie chuck', christine: 'chrissy', daniel: 'danny dan', david: 'dave davy', deborah: 'debbie deb', donald: 'don donnie', dorothy: 'dot dottie',
  edward: 'ted teddy eddie ned', elizabeth: 'liz betty beth lizzie eliza libby', eugene: 'gene', franklin: 'frank', frederick: 'fred freddie',
  gerald: 'gerry', gregory: 'greg', harold: 'hal', henry: 'harry hank', jacob: 'jake', james: 'jim jimmy jamie', jennifer: 'jen jenny', jeffrey: 'jeff',
  john: 'jack johnny', joseph: 'joe joey', joshua: 'josh', kenneth: 'ken kenny', lawrence: 'larry', leonard: 'len lenny', margaret: 'maggie peggy meg',
  matthew: 'matt', michael: 'mike mick mickey', mikhail: 'misha', nicholas: 'nick nicky', pamela: 'pam', peter: 'pete', philip: 'phil', raymond: 'ray',
  rebecca: 'becky', richard: 'dick rick ricky rich', robert: 'bob bobby rob robbie', ronald: 'ron ronnie', samuel: 'sam sammy', stephen: 'steve steven',
  susan: 'sue susie', theodore: 'theo', thomas: 'tom tommy', timothy: 'tim timmy', victoria: 'vicky', vladimir: 'volodya vova', walter: 'walt',
  william: 'bill billy will willie',
}

const formal = new Map(Object.entries(petNames).flatMap(([name, pets]) => pets.split(' ').map((pet): [string, string] => [pet, name])))

/** The given name that a pet name stands for; any other name itself. */
export function formalName(given: string): string {
  return formal.get(given) ?? given
}
