// Words that dates are made of, and words that only look like it. Source: written by hand for this reader.

export const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
/** Stand for a month only beside a day or a year: "Jan" is also a name. */
export const monthAbbreviations = ['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept', 'Sep', 'Oct', 'Nov', 'Dec'] as const
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
/** Stand for a weekday only before a date: "Sun" is also a newspaper. */
export const weekdayAbbreviations = ['Mon', 'Tues', 'Tue', 'Wed', 'Thurs', 'Thur', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const
export const ordinals = ['first', 'second', 'third', 'fourth'] as const

/** Before a word in capitals they make it a surname: "Mr March", "Theresa May". */
export const titles = ['Mr', 'Mrs', 'Ms', 'Miss', 'Dr', 'Sir', 'Dame', 'Lord', 'Lady', 'Judge', 'Justice', 'Senator', 'President', 'Minister', 'Theresa', 'Fredric', 'Jan', 'Brian', 'James'] as const
/** Months that are names of people too. */
export const monthsAndNames = ['March', 'April', 'May', 'June', 'August'] as const
/** Names that begin with a month or its day. */
export const nameOfAMonth = [
  ...['September 11', 'September 11th', 'Sept. 11', 'Sept. 11th', 'Sept 11'].flatMap(day => ['attack', 'attacks', 'terror', 'terrorist', 'terrorists', 'hijackers', 'hijackings', 'commission', 'Commission'].map(word => `${day} ${word}`)),
  'May Day', 'March Madness', 'April Fool', 'April Fools', 'July Fourth',
] as const
/** "confidence in May": then it is a person. */
export const trustsIn = ['confidence', 'trust', 'faith', 'belief', 'believe', 'believes', 'believed', 'interest'] as const

/** Before a weekday they make it a name: "Black Friday". */
export const beforeWeekdayName = ['Black', 'Good', 'Bloody', 'Super', 'Palm', 'Easter', 'Ash', 'Holy', 'Maundy', 'Shrove', 'Fat', 'Cyber', 'Whit', 'Sheffield', 'Freaky', 'Man', 'Mail on', 'Ruby', 'Giving'] as const
/** After a weekday they make it a name or a habit: "Sunday Times", "Friday prayers". */
export const afterWeekdayName = ['Times', 'Telegraph', 'Mirror', 'Express', 'Mail', 'People', 'Herald', 'Post', 'Tribune', 'Independent', 'Sun', 'World', 'Review', 'Night Live', 'Evening Post', 'Night Football', 'school', 'prayers', 'best', 'lunch', 'roast'] as const

/** After a number of four digits they make it a count: "in 2000 homes". */
export const countedThings = [
  'people', 'men', 'women', 'children', 'troops', 'soldiers', 'police', 'officers', 'refugees', 'migrants', 'fighters', 'homes', 'houses', 'cases', 'places', 'cities',
  'towns', 'villages', 'schools', 'shops', 'stores', 'jobs', 'workers', 'employees', 'students', 'votes', 'voters', 'words', 'pages', 'points', 'yards', 'feet',
  'metres', 'meters', 'miles', 'kilometres', 'kilometers', 'km', 'tons', 'tonnes', 'pounds', 'dollars', 'euros', 'hours', 'days', 'weeks', 'months', 'years', 'others',
  'GMT', 'UTC', 'hrs', 'EST', 'EDT', 'local time', 'BC', 'BCE',
] as const

/** Irregular and common past forms of the news; forms in -ed are known by their ending. */
export const pastForms = [
  'was', 'were', 'had', 'did', 'said', 'told', 'met', 'held', 'made', 'took', 'came', 'went', 'gave', 'got', 'saw', 'spoke', 'wrote', 'began', 'won', 'lost', 'left', 'led',
  'found', 'fell', 'rose', 'shot', 'struck', 'broke', 'sent', 'brought', 'bought', 'sold', 'paid', 'fought', 'fled', 'flew', 'drove', 'threw', 'stood', 'sat', 'ran',
  'grew', 'knew', 'became', 'felt', 'kept', 'heard', 'built', 'chose', 'drew', 'hung', 'laid', 'lay', 'meant', 'sank', 'shook', 'swore', 'taught', 'thought', 'warned',
] as const
/** End in -ed and are no past forms. */
export const notPast = ['need', 'indeed', 'speed', 'exceed', 'proceed', 'succeed', 'hundred', 'feed', 'seed', 'naked', 'sacred', 'so-called', 'unprecedented', 'armed', 'alleged'] as const
/** Point ahead of themselves. */
export const futureForms = [
  'will', 'won’t', "won't", 'would', 'shall', 'is to', 'are to', 'was to', 'were to', 'to be', 'going to', 'due', 'upcoming', 'forthcoming', 'ahead of',
  'scheduled', 'slated', 'expected', 'planned', 'poised', 'is', 'are', 'meets', 'starts', 'begins', 'opens', 'resume', 'resumes', 'hosts', 'travels', 'arrives', 'expires', 'takes',
] as const
/** With "to" and a verb they point ahead: "agreed to meet". */
export const commitments = [
  'agreed', 'vowed', 'promised', 'pledged', 'decided', 'hopes', 'hope', 'hoped', 'wants', 'want', 'wanted', 'intends', 'intend', 'intended', 'threatened', 'offered',
  'plans', 'plan', 'ready', 'set', 'prepares', 'preparing', 'aims',
] as const
