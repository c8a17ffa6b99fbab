// What is known of a text after reading. Made by www/build.mjs from src/report; offsets count what `offsets` says, in JavaScript
// UTF-16 units unless something else was asked for.

/** What one text says. */
export interface Report {
  /** The form and version of this report. */
  schema: string;
  /** The program and version that made it. */
  generator: string;
  /** What offsets count: `chars`, `utf16` or `bytes`. */
  offsets: string;
  /** The text as a whole. */
  document: Document;
  /** What the page says of itself. */
  metadata: Metadata;
  /** What the text is made of, in order; together they cover every visible character. */
  blocks: Block[];
  /** Its sentences, in order; furniture has none. */
  sentences: Sentence[];
  /** Its tokens, where they were asked for. */
  tokens?: Token[];
  /** Who acts, speaks or is spoken of. */
  actors: Actor[];
  /** Every place that names one of them. */
  mentions: Mention[];
  /** Expressions of time. */
  times: Time[];
  /** Who said what. */
  statements: Statement[];
  /** The words that say how certain something is, in statements and in the author's own voice. */
  hedges: Hedge[];
  /** How well the text is sourced, in counts. */
  sourcing: Sourcing;
  /** The same finding by finding, and what could be checked. */
  audit: Audit;
  /** Question and answer pairs. */
  questions: QuestionAnswer[];
  /** Bracketed citations. */
  citations: Citation[];
  /** Where each party stands. */
  positions: Position[];
  /** What is made to depend on something, whoever says so. */
  conditions: Condition[];
  /** Who undertook what. */
  commitments: Commitment[];
  /** What is announced. */
  scheduled: Scheduled[];
  /** What a mediator's file lists besides: verification, guarantees, requirements, obstacles and the like. */
  points: Point[];
  /** The matrix of parties by issues. */
  matrix: MatrixCell[];
  /** Where two parties contradict each other or may come together. */
  comparisons: Comparison[];
  /** What happened or is to happen when: what has days on the calendar in their order, then the rest in the order of the text. */
  timeline: TimelineRow[];
  /** What came before or after what, by words and not by dates. */
  sequence: Sequence[];
  /** Passages that tell what was before the news. */
  background: Background[];
  /** Where the text does not agree with itself. */
  inconsistencies: Inconsistency[];
  /** Who did what to whom; not read yet. */
  events: Unread[];
  /** Who matters in the text; not read yet. */
  players: Unread[];
  /** The sentences that sum it up: first what is new, then what was before. */
  summary: SummaryLine[];
  /** What the writer wants taken away. */
  takeaways: Takeaway[];
  /** The question that the headline asks, and what answers it. */
  headline_question: HeadlineQuestion | null;
  /** What the reader said is otherwise, in the order in which it was said. */
  corrections: Correction[];
  /** What the reader should know about the text or its reading. */
  diagnostics: Diagnostic[];
}

/** How well the text is sourced, finding by finding. */
export interface Audit {
  /** Who statements are attributed to, best identified first. */
  sources: Source[];
  /** Whose words the text is made of. */
  shares: Shares;
  /** The states and bodies that are heard or often spoken of, those heard most first. */
  parties: Party[];
  /** What a reader should look at, in the order of the text. */
  findings: Finding[];
  /** What could be checked, in the order of the text. */
  claims: Claim[];
  /** How many of what, whose, and where, in the order of the text. */
  quantities: Quantity[];
  /** The table of terms: what the things in dispute are called, and in whose voice. */
  terms: Term[];
}

/** Somebody or something that statements are attributed to. */
export interface Source {
  /** The actor's id, where it is known. */
  actor: string | null;
  /** The actor's name, else the words that name the source; empty where nobody is named. */
  name: string;
  /** Codes of the states or bodies that the source speaks for, joined by commas. */
  affiliation: string | null;
  /** The best grade of its statements. */
  grade: string;
  /** How many statements are attributed to it. */
  statements: number;
  /** The id of the first of them. */
  first: string;
}

/** How many words are whose. Words are counted as in `document.words`; a statement inside another one counts for the outer one. */
export interface Shares {
  /** All words. */
  words: number;
  /** Those attributed to somebody. */
  attributed: number;
  /** The author's own. */
  author: number;
  /** Those reported, by grade of their source; `none` where nobody is named. */
  grades: Grades;
}

/** A state or body, and whether it is heard. */
export interface Party {
  /** ISO 3166-1 alpha-3 code or acronym. */
  code: string;
  /** Its usual name. */
  name: string;
  /** How often it, or somebody who speaks for it, is mentioned. */
  mentions: number;
  /** The first mention. */
  span: Range | null;
  /** How many statements are attributed to it. */
  statements: number;
  /** How many words these have. */
  words: number;
  /** These words by grade of their source. */
  grades: Grades;
  /** Whether it is mentioned three times or more and no statement is attributed to it. */
  never_heard: boolean;
}

/** What a reader should look at. */
export interface Finding {
  /** The words. */
  span: Range;
  /** `untraceable_citation`, `agentless`, `loaded_wording`, `propaganda_claim`, `self_reference` or `text_quality`. */
  kind: string;
  /** What sort of it, such as `war_metaphor` or `missing_space`. */
  category: string;
  /** The rule that found it. */
  rule: string;
  /** Why it is shown, as a stable word. */
  reason: string;
  /** The id of the statement that the words are part of; `null` where they are the author's own. */
  statement: string | null;
  /** Of a citation: the index of the block it claims to support. */
  supports: number | null;
  /** Of a claim about propaganda: who is accused. */
  accused: Accused[];
  /** Of an unusual wording: what is usual. */
  usual: string | null;
}

/** Somebody who is accused. */
export interface Accused {
  /** The words that name them. */
  span: Range;
  /** The actor's id, where it is known. */
  actor: string | null;
}

/** A sentence that says something that could be checked. */
export interface Claim {
  /** Its name in this report. */
  id: string;
  /** The sentence. */
  span: Range;
  /** The index of the sentence. */
  sentence: number;
  /** The id of the statement that it is part of; `null` where it is the author's own. */
  statement: string | null;
  /** Why it is worth checking, in the order of the text. */
  reasons: ClaimReason[];
  /** How much there is to check: 3 for a quantity, 2 for a dated event, 1 for a superlative, 1 more where no source is given. */
  score: number;
}

/** Why a claim is worth checking. */
export interface ClaimReason {
  /** `quantity`, `dated` or `superlative`. */
  kind: string;
  /** The words. */
  span: Range;
}

/** A number with what is counted, whose it is, and where. */
export interface Quantity {
  /** The words, with those that say how exactly the number is meant. */
  span: Range;
  /** The number in digits ("100000", "2.5"); `null` where the words give none. */
  value: string | null;
  /** `exact`, `approx`, `at_least` or `at_most`. */
  bound: string;
  /** What is counted or measured; `null` for a sum of money with nothing behind it. */
  unit: Range | null;
  /** The codes of those whose it is, or who have or send it. */
  owner: string[];
  /** Where it is. */
  place: Range | null;
  /** The code of the state that the place belongs to. */
  place_code: string | null;
  /** The id of the statement that it stands in; `null` in the author's own voice. */
  statement: string | null;
}

/** A wording for something that those in dispute call differently. */
export interface Term {
  /** What is called so, such as `war` or `armed people`. */
  of: string;
  /** What it is called, such as `invasion` or `military operation`. */
  wording: string;
  /** Whose word it is in most disputes: `acting` (of those who do it), `affected` (of those it is done to) or `neutral`. */
  slant: string;
  /** Where the text uses it, in its order. */
  uses: TermUse[];
}

/** A place where a wording is used. */
export interface TermUse {
  /** The words. */
  span: Range;
  /** The word before them that says that it may not have been: "potential". */
  qualifier: Range | null;
  /** `author`, `reported` (the words may be the author's or the source's) or `quoted` (the source's own). */
  voice: string;
  /** The codes of those for whom the source speaks. */
  by: string[];
  /** The id of the statement that it stands in. */
  statement: string | null;
}

/** A sentence of the text that stands in its brief. */
export interface SummaryLine {
  /** Its words, without a label before them. */
  span: Range;
  /** `update` or `background`. */
  group: string;
  /** The index of the sentence. */
  sentence: number;
  /** Whose statements and positions it holds: ISO 3166-1 alpha-3 codes or acronyms. */
  parties: string[];
  /** The ids of the statements in it. */
  statements: string[];
  /**
   * What speaks for it: `lead`, `opens_paragraph`, `title`, `central`, `statement`, `voices`, `position`, `condition`, `commitment`,
   * `scheduled`, `verification`, `guarantee`, `requirement`, `consequence`, `objective`, `new_party`, `new_issue`.
   */
  reasons: string[];
  /** The rule that put it into its group. */
  rule: string;
  /** The words that show the group; all of the sentence where nothing shows it. */
  why: Range;
}

/** What the writer wants taken away. */
export interface Takeaway {
  /** The sentence. */
  span: Range;
  /** Its index. */
  sentence: number;
  /** `author`, or `source` where it stands in what somebody says. */
  voice: string;
  /** The id of that statement. */
  statement: string | null;
  /** The indexes of the sentences that it restates: those that share most of its words. */
  restates: number[];
  /** The rule that found it. */
  rule: string;
  /** The words that announce it. */
  why: Range;
}

/** A headline that asks, and what answers it. */
export interface HeadlineQuestion {
  /** The question. */
  question: Range;
  /** Whether it asks for yes or no. */
  polar: boolean;
  /** The clause that answers it; `null` where none takes up its words. */
  answer: Range | null;
  /** The index of its sentence. */
  sentence: number | null;
  /** `for`, `against`, `hedged`, or `stated` where no words of those kinds stand in it. */
  verdict: string | null;
  /** The words that show the verdict. */
  why: Range[];
  /** The rule that found the answer. */
  rule: string | null;
}

/** What a reader says is otherwise. The other records are as the reader has them. */
export interface Correction {
  /** `rename`, `amend` or `reject`. */
  what: string;
  /** `actor`, `statement`, `position`, `condition`, `commitment`, `scheduled`, `point`, `time`, `finding` or `claim`. */
  kind: string;
  /** Where; an actor is renamed wherever it is named. */
  span: Range | null;
  /** Which of several at that place. */
  key: string | null;
  /** Of an actor: the name that was read. */
  name: string | null;
  /** Of an actor: the name that it has now. */
  to: string | null;
  /** Of a statement: the name of who speaks; empty where the reader says that it is not known. */
  actor: string | null;
  /** Of a statement: the codes of those spoken for. */
  affiliation: string | null;
  /** Of a statement: how well it is sourced. */
  grade: string | null;
  /** Whether there is such a record; where there is none, nothing was changed. */
  met: boolean;
}

/** Where a party stands on an issue. */
export interface Position {
  /** Whose position it is: an ISO 3166-1 alpha-3 code or an acronym. */
  holder: string;
  /**
   * What it is about, out of a closed list: `talks`, `ceasefire`, `territory`, `security_guarantees`, `alliance`, `military`,
   * `arms_support`, `sanctions`, `humanitarian`, `leadership`, `justice`, `nuclear`, `economy`, `verification`, `order`,
   * `information` or `other`.
   */
  issue: string;
  /** The words that show what it is about. */
  issue_words: Range[];
  /** `demand`, `offer`, `support`, `oppose` or `undecided`. */
  stance: string;
  /** The code of whom it is addressed to or about, several joined by commas. */
  target: string | null;
  /** The clause that shows it. */
  evidence: Range;
  /** What it is made to depend on. */
  conditions: Range[];
  /** Whether the text reports it as the holder's; else the author or a third party says it of the holder. */
  attributed: boolean;
  /** `firm` or `soft`, where the words say so. */
  strength: string | null;
  /** `obligation`, `ability`, `intention`, `possibility`, `evaluation`, or `plain` where a verb or noun of the stance carries it. */
  modality: string;
  /** Whether the holder took the same stance on the issue before in this text, or the words say that it is said again. */
  repeated: boolean;
  /** The index of the position of the same holder, issue and stance before it. */
  earlier: number | null;
  /** `narrowed` (a condition was added), `softer`, `harder` or `reversed`, where the words say so. */
  shift: string | null;
  /** The id of the statement that it was read in. */
  statement: string | null;
  /** The rule that found it. */
  rule: string;
  /** The words that show the stance. */
  why: Range;
}

/** Something that is made to depend on something else. */
export interface Condition {
  /** The condition, its conjunction included. */
  span: Range;
  /** What depends on it. */
  depends: Range;
  /** The id of the statement that it stands in. */
  statement: string | null;
  /** The rule that found it. */
  rule: string;
}

/** A stated undertaking to do something later. */
export interface Commitment {
  /** The code of who undertook it. */
  by: string | null;
  /** The codes of those to whom, joined by commas. */
  to: string | null;
  /** What. */
  what: Range;
  /** By when. */
  when: Range | null;
  /** When it was undertaken. */
  made: Range | null;
  /** The words that say that no date was set for it. */
  undated: Range | null;
  /** `made`, `kept`, `breached`, `disputed` (one party says so of another, or it is denied) or `unclear`. */
  status: string;
  /** The words that tell the status, where they are others than those of the promise. */
  shown: Range | null;
  /** The id of the statement that it was read in. */
  statement: string | null;
  /** The rule that found it. */
  rule: string;
}

/** An event that is announced or expected. */
export interface Scheduled {
  /** The codes of who takes part. */
  who: string[];
  /** The event. */
  what: Range;
  /** When. */
  when: Range | null;
  /** `event` (people come together), `deliverable` (something is handed over: a report, a decision), `deadline` or `act`. */
  kind: string;
  /** `phone`, `video` or `in_person`, where the words say so. */
  mode: string | null;
  /** What it waits for: "upon the return of …". */
  awaits: Range | null;
  /** The words that say that it is watched. */
  watched: Range | null;
  /** The code of CAMEO 1.1b3 for what is announced: `036`, express intent to meet or negotiate. */
  cameo: string | null;
  /** The root of PLOVER (manual of 2021, where what is announced counts as agreed): `AGREE`. */
  plover: string | null;
  /** The rule that found it. */
  rule: string;
  /** The words that say that it is to come. */
  why: Range;
}

/** A row of the timeline. */
export interface TimelineRow {
  /** What happened or is to happen: the clause, the heading or the event. */
  span: Range;
  /** The words that tell when, or that no date is known. */
  time: Range | null;
  /** The time as a TIMEX3 value; of a period with a name its years, `1947/1991`. */
  value: string | null;
  /** The first day, `YYYY-MM-DD`, where the time is a place on the calendar: what a timeline sorts by. */
  first: string | null;
  /** The last day. */
  last: string | null;
  /** `dated`, `period`, `future` or `undated`. */
  lane: string;
  /** Whether it is told as background, so that it is no news. */
  background: boolean;
  /** The id of the statement that it stands in; `null` in the author's voice. */
  statement: string | null;
  /** The rule that found it. */
  rule: string;
}

/** Words that tell what came before or after what, without a date. */
export interface Sequence {
  /** The words. */
  span: Range;
  /** `before`, `after`, `ongoing`, `parallel` or `again`. */
  order: string;
  /** What they say it of. */
  what: Range;
  /** What it is before, after or beside; `null` where that is the time of the text. */
  anchor: Range | null;
  /** The rule that found it. */
  rule: string;
}

/** A passage that tells what was before the news. */
export interface Background {
  /** The passage. */
  span: Range;
  /** The heading or the word that says so. */
  cue: Range;
  /** The rule that found it. */
  rule: string;
}

/** Where the text does not agree with itself. */
export interface Inconsistency {
  /**
   * `event_time`: the same remarks at an event to come and at one that is over; `unsupported`: an event is taken for granted that the rest
   * of the text does not know.
   */
  kind: string;
  /** The places, in the order of the text. */
  spans: Range[];
  /** The rule that found it. */
  rule: string;
}

/** What a mediator's file lists besides positions. */
export interface Point {
  /**
   * `verification`, `guarantee`, `requirement`, `consequence`, `objective`, `obstacle`, `recommendation`, `agenda`, `watch`, `issue`,
   * `humanitarian` or `agreement_content`.
   */
  kind: string;
  /** The words. */
  span: Range;
  /**
   * How it stands: of verification and guarantees `sought`, `agreed`, `in_place`, `offered`, `discussed` or `refused`; of objectives
   * `stated`, `negated` or `ascribed`; of advice and agendas `should` or `could`; of humanitarian calls the stance.
   */
  status: string | null;
  /** The codes of who says, seeks or does it. */
  by: string[];
  /** The words that name them. */
  by_words: Range | null;
  /** The codes of whom it is asked of or meant for. */
  to: string[];
  /** The codes of those besides whom the words name: whom the advice is about. */
  about: string[];
  /** What it is said of: whom it is asked of, what must meet the requirement, what breach brings the consequence. */
  of: Range | null;
  /** What it is about, out of the list of issues. */
  issue: string | null;
  /** The codes of those whose positions in this text offer or support what the issue of a requirement is. */
  offered_by: string[];
  /** The id of the statement that it stands in; none in the author's voice. */
  statement: string | null;
  /** The rule that found it. */
  rule: string;
  /** The word that shows it. */
  why: Range;
}

/** A cell of the matrix of parties by issues. */
export interface MatrixCell {
  /** The code of the party. */
  party: string;
  /** The issue. */
  issue: string;
  /** Its stances, in the order of the text. */
  stances: string[];
  /** What shows them. */
  evidence: Range[];
  /** Whether any of them depends on a condition. */
  conditional: boolean;
}

/** Two parties of the text side by side. */
export interface Comparison {
  /** Their codes. */
  parties: string[];
  /** On what; none where the text only says that they differ. */
  issue: string | null;
  /** `contrast`, or `overlap` where their positions may come together. */
  kind: string;
  /** What shows the position of each, in the order of the parties. */
  evidence: Range[];
  /** The rule that found it. */
  rule: string;
}

/** A half-open range of the text, in the unit of the report. */
export interface Range {
  /** The first place. */
  start: number;
  /** One past the last place. */
  end: number;
}

/** The text as a whole. */
export interface Document {
  /** The name the file came with. */
  name: string;
  /** `text`, `markdown` or `html`. */
  format: string;
  /** The encoding's name as the WHATWG standard writes it, in lower case. */
  encoding: string;
  /** The SHA-256 of the file. */
  sha256: string;
  /** How many bytes the file has. */
  bytes: number;
  /** The language, as a BCP 47 tag, if the page declares it. */
  language: string | null;
  /** The title. */
  title: string | null;
  /** The day of publication, `YYYY-MM-DD`, if the text states it. */
  date: string | null;
  /** The day that relative dates were counted from: the one asked for, else the text's own. */
  anchor: string | null;
  /** Who says so: `text`, `reader`, or `reader_default` where the reader set a day for texts that state none. */
  anchor_by: string | null;
  /** How many words the article has: runs with a letter or a digit, furniture left out. */
  words: number;
  /** How many runs between white space the file has, furniture and list marks included: what word processors count. */
  words_in_file: number;
  /** How long the article takes to read, in minutes, at `words_per_minute`. */
  reading_minutes: number;
  /** The reading speed that `reading_minutes` is computed with. */
  words_per_minute: number;
  /** The text that the offsets point into, where it was asked for. */
  text?: string;
}

/** Words that the page states. */
export interface Stated {
  /** The words. */
  value: string;
  /** Their place, where they stand in the text. */
  span: Range | null;
}

/** A number that the page states. */
export interface Count {
  /** The number. */
  value: number;
  /** Its place. */
  span: Range;
}

/** What the page says of itself; what it does not say is `null`, never guessed. */
export interface Metadata {
  /** The title. */
  title: Stated | null;
  /** Who wrote it. */
  byline: Stated | null;
  /** Who published it. */
  publisher: Stated | null;
  /** Who put it together from others' reports. */
  curator: Stated | null;
  /** The day of publication. */
  date: Stated | null;
  /** The outlets that a digest lists. */
  sources: Stated[];
  /** How many more it says there are. */
  unnamed_sources: Count | null;
  /** How many articles it says there are on the topic. */
  articles_on_topic: Count | null;
  /** Whether named and unnamed sources add up to that number. */
  sources_consistent: boolean | null;
  /** Teasers of other articles. */
  related: Related[];
  /** Reading times that the page claims, each with what it is claimed of. */
  reading_claims: ReadingClaim[];
}

/** The teaser of another article. */
export interface Related {
  /** All of it. */
  span: Range;
  /** Whose article it is. */
  publisher: Stated | null;
  /** Its headline. */
  headline: Stated;
  /** Its claimed reading time in minutes. */
  reading_minutes: number | null;
}

/** A reading time that the page claims. */
export interface ReadingClaim {
  /** Its words. */
  span: Range;
  /** Minutes. */
  minutes: number;
  /** `page`, or `related` when it belongs to the teaser of another article. */
  of: string;
  /** The index of that teaser in `related`. */
  related: number | null;
}

/** A stretch of the text that is one thing on the page. */
export interface Block {
  /** All of it. */
  span: Range;
  /** `heading`, `paragraph`, `list_item`, `table`, `quote`, `question`, `answer`, `citation` or `furniture`. */
  kind: string;
  /** What there is to read in it, without list marks and the like. */
  content: Range;
  /** The headings it stands under, outermost first, as indexes of blocks. */
  section: number[];
  /** `update` or `background`, where a heading or label of the page says so. */
  group?: string;
  /** Of a heading: 1 to 6. */
  level?: number;
  /** Of a list item: 0 for the outermost list. */
  depth?: number;
  /** Of an answer: the index of the question's block. */
  question?: number;
  /** Of furniture: why it was taken for that, as a stable word. */
  reason?: string;
  /** Of furniture: the same as a sentence. */
  explanation?: string;
  /** Of a table: its rows. */
  table?: Table;
}

/** A table. */
export interface Table {
  /** The row that names the columns. */
  header: Row | null;
  /** The rows below it. */
  rows: Row[];
}

/** A row of a table. */
export interface Row {
  /** The whole line. */
  span: Range;
  /** Its cells. */
  cells: Cell[];
}

/** A cell of a table. */
export interface Cell {
  /** Its words. */
  span: Range;
  /** `text`, `number`, `date`, `state` or `empty`. */
  kind: string;
  /** Of a state: its ISO 3166-1 alpha-3 code. */
  code?: string;
}

/** A sentence, or what stands for one. */
export interface Sentence {
  /** Its words. */
  span: Range;
  /** The index of its block. */
  block: number;
}

/** A token. */
export interface Token {
  /** Its letters. */
  span: Range;
  /** The index of its sentence. */
  sentence: number;
  /** `word`, `number`, `punctuation` or `symbol`. */
  kind: string;
  /** Its part of speech, as Universal Dependencies name it; `null` where there is no model, and so for the following. */
  pos: string | null;
  /** Its finer tag, as the English treebanks name it. */
  tag: string | null;
  /** The form that dictionaries have it under. */
  lemma: string | null;
  /** The index of the token that it depends on; `null` for the root of a sentence. */
  head: number | null;
  /** How it depends on it, as Universal Dependencies name it. */
  deprel: string | null;
}

/** Who acts, speaks or is spoken of. */
export interface Actor {
  /** Its name in this report. */
  id: string;
  /** The fullest name that the text gives. */
  name: string;
  /** `person`, `state`, `organisation`, `group`, `place` or `document`. */
  kind: string;
  /** ISO 3166-1 alpha-3 code or acronym of the state or body it speaks for or belongs to. */
  country: string | null;
  /** The office that the text gives. */
  role: string | null;
  /** Whether the text says that the office is a former one. */
  former: boolean;
  /** How often it is mentioned. */
  mentions: number;
}

/** A place that names an actor. */
export interface Mention {
  /** The words. */
  span: Range;
  /** The actor's id. */
  actor: string;
  /** The codes of all that the words may stand for, where that is more than one: "Brussels" for `BEL`, `EU` and `NATO`. */
  may_be: string[];
  /** The rule that found it. */
  rule: string;
}

/** An expression of time. */
export interface Time {
  /** Its words. */
  span: Range;
  /** `DATE`, `TIME`, `DURATION` or `SET`. */
  type: string;
  /** The TIMEX3 value. */
  value: string;
  /** TIMEX3's modifier. */
  modifier: string | null;
  /** Whether the value says all: a place on the calendar, a length in numbers, a rhythm. */
  resolved: boolean;
  /** Why it is not. */
  reason: string | null;
  /** Its first day, `YYYY-MM-DD`, where the value is a place on the calendar. */
  first_day: string | null;
  /** Its last day. */
  last_day: string | null;
  /** The rule that found it. */
  rule: string;
}

/** How well the text is sourced, in counts. */
export interface Sourcing {
  /** Statements by grade. */
  grades: Grades;
  /** Sentences of the article. */
  sentences: number;
  /** Sentences that hold a statement or a part of one. */
  attributed_sentences: number;
  /** Statements that are all in quotation marks, or partly. */
  quoted_statements: number;
  /** Bracketed citations that lead nowhere. */
  untraceable_citations: number;
}

/** Statements by grade. */
export interface Grades {
  /** From a named person. */
  named: number;
  /** From an unnamed but identifiable office. */
  role: number;
  /** From a body or a state. */
  institution: number;
  /** From an unnamed group. */
  collective: number;
  /** From an unnamed individual. */
  anonymous: number;
  /** From a paper. */
  document: number;
  /** From nobody. */
  none: number;
}

/** A question and its answer. */
export interface QuestionAnswer {
  /** The question's words. */
  question: Range;
  /** The answer's words. */
  answer: Range;
}

/** A bracketed citation. */
export interface Citation {
  /** The citation, brackets included. */
  span: Range;
  /** The index of the block it claims to support. */
  supports: number | null;
  /** Whether it leads anywhere. */
  traceable: boolean;
  /** What is missing. */
  reason: string | null;
}

/** A record of a phase that is not built yet; the list that would hold it is always empty. */
export interface Unread {
  /** The evidence. */
  span: Range;
}

/** What the reader should know. */
export interface Diagnostic {
  /** A stable word. */
  code: string;
  /** A sentence. */
  message: string;
  /** Where. */
  span: Range | null;
}

/** Who said what. */
export interface Statement {
  /** Its name in this report. */
  id: string;
  /** The whole phrase that names the source. */
  source: Range | null;
  /** The words that carry the attribution. */
  cue: Range | null;
  /** The dictionary form of the cue. */
  cue_lemma: string | null;
  /** What is attributed. */
  content: Range[];
  /** `direct`, `indirect` or `mixed`. */
  mode: string;
  /** The id of the actor who speaks. */
  actor: string | null;
  /** Codes of the states or bodies that the source speaks for, joined by commas. */
  affiliation: string | null;
  /** `named`, `role`, `institution`, `collective`, `anonymous`, `document` or `none`. */
  grade: string;
  /** To whom. */
  addressee: Range | null;
  /** What the cue says about the content's standing: `neutral`, `supporting` or `distancing`. */
  strength: string | null;
  /** The same in five steps: `factive` (the writer takes it for true), `supporting`, `neutral`, `reserved`, `distancing`. */
  endorsement: string | null;
  /**
   * What is done by the words: `say`, `ask`, `demand`, `propose`, `accuse`, `deny`, `refuse`, `promise`, `threaten`, `warn`, `think`,
   * `want`, `fear`, `write`, `agree`, `praise`, `reveal`, `show`, `describe`, `express`, `decide` or `learn`.
   */
  act: string | null;
  /** Whether the cue is negated: "did not deny", "never promised"; `act` then says what was not done, and the endorsement is `neutral`. */
  negated: boolean;
  /** `speech`, `writing`, `thought` or `showing`, where the cue is a verb. */
  channel: string | null;
  /** Who answers for it: its `source`, or the `author`, where no source is named or the author concludes what somebody wants. */
  voice: string;
  /** Where it was said, with its preposition. */
  venue: Range | null;
  /** On what occasion, with its preposition. */
  occasion: Range | null;
  /** What carried the words: "in an interview", or the medium that they were told to. */
  medium: Range | null;
  /** The word that says that it was said before: "reiterated", "again". */
  repeated: Range | null;
  /** 1 for what the text itself reports, 2 for what stands in the words of such a statement, and so on. */
  level: number;
  /** The id of the statement in whose content it stands. */
  parent: string | null;
  /** Through whom it reached the text, where another sentence says so: "this stance was conveyed by …". */
  via: Via | null;
  /** Whose stance its content reports: the next link of the chain, at the next level. */
  stances: Stance[];
  /** The index of its first sentence. */
  sentence: number;
  /** The rule that found it. */
  rule: string;
  /** Why it was found, on one line: the rule or the weights, and the paths in the tree from the cue to source and content. */
  why: string;
  /** What of it the reader amended: `actor`, `affiliation`, `grade`. */
  amended: string[];
}

/** Who handed a statement on. */
export interface Via {
  /** The phrase that names him. */
  source: Range;
  /** The words that say that he did. */
  cue: Range;
  /** The id of the actor. */
  actor: string | null;
}

/** Whose stance a statement reports: "… explained that the envoy is ready to help". */
export interface Stance {
  /** The phrase that names the holder. */
  source: Range;
  /** The words that say that he is ready, or not. */
  cue: Range;
  /** What for. */
  content: Range;
  /** The id of the actor. */
  actor: string | null;
  /** Codes of the states or bodies that he speaks for, joined by commas. */
  affiliation: string | null;
  /** One more than that of the statement. */
  level: number;
  /** Whether a source reports it; `false` where the author concludes it. */
  attributed: boolean;
}

/** Words that say how certain something is. */
export interface Hedge {
  /** The words. */
  span: Range;
  /**
   * `unclear`, `possible`, `likely`, `unlikely`, `hypothetical`, `recommended`, `distanced` (the writer does not vouch for a word) or
   * `negated` (the content of a statement is denied).
   */
  kind: string;
  /** What they are said of, where the grammar tells. */
  scope: Range | null;
  /** The id of the statement in whose content they stand; `null` where the author speaks. */
  statement: string | null;
}
