//! The records of where parties stand: positions, conditions, commitments, scheduled events.

use serde::Serialize;

use super::record::{Range, records};

records! {
    /// Where a party stands on an issue.
    Position {
        /// Whose position it is: an ISO 3166-1 alpha-3 code or an acronym.
        holder: String,
        /// What it is about, out of a closed list: `talks`, `ceasefire`, `territory`, `security_guarantees`, `alliance`, `military`,
        /// `arms_support`, `sanctions`, `humanitarian`, `leadership`, `justice`, `nuclear`, `economy`, `verification`, `order`,
        /// `information` or `other`.
        issue: &'static str,
        /// The words that show what it is about.
        issue_words: Vec<Range>,
        /// `demand`, `offer`, `support`, `oppose` or `undecided`.
        stance: &'static str,
        /// The code of whom it is addressed to or about, several joined by commas.
        target: Option<String>,
        /// The clause that shows it.
        evidence: Range,
        /// What it is made to depend on.
        conditions: Vec<Range>,
        /// Whether the text reports it as the holder's; else the author or a third party says it of the holder.
        attributed: bool,
        /// `firm` or `soft`, where the words say so.
        strength: Option<&'static str>,
        /// `obligation`, `ability`, `intention`, `possibility`, `evaluation`, or `plain` where a verb or noun of the stance carries it.
        modality: &'static str,
        /// Whether the holder took the same stance on the issue before in this text, or the words say that it is said again.
        repeated: bool,
        /// The index of the position of the same holder, issue and stance before it.
        earlier: Option<usize>,
        /// `narrowed` (a condition was added), `softer`, `harder` or `reversed`, where the words say so.
        shift: Option<&'static str>,
        /// The id of the statement that it was read in.
        statement: Option<String>,
        /// The rule that found it.
        rule: &'static str,
        /// The words that show the stance.
        why: Range,
    }

    /// Something that is made to depend on something else.
    Condition {
        /// The condition, its conjunction included.
        span: Range,
        /// What depends on it.
        depends: Range,
        /// The id of the statement that it stands in.
        statement: Option<String>,
        /// The rule that found it.
        rule: &'static str,
    }

    /// A stated undertaking to do something later.
    Commitment {
        /// The code of who undertook it.
        by: Option<String>,
        /// The codes of those to whom, joined by commas.
        to: Option<String>,
        /// What.
        what: Range,
        /// By when.
        when: Option<Range>,
        /// When it was undertaken.
        made: Option<Range>,
        /// The words that say that no date was set for it.
        undated: Option<Range>,
        /// `made`, `kept`, `breached`, `disputed` (one party says so of another, or it is denied) or `unclear`.
        status: &'static str,
        /// The words that tell the status, where they are others than those of the promise.
        shown: Option<Range>,
        /// The id of the statement that it was read in.
        statement: Option<String>,
        /// The rule that found it.
        rule: &'static str,
    }

    /// An event that is announced or expected.
    Scheduled {
        /// The codes of who takes part.
        who: Vec<String>,
        /// The event.
        what: Range,
        /// When.
        when: Option<Range>,
        /// `event` (people come together), `deliverable` (something is handed over: a report, a decision), `deadline` or `act`.
        kind: &'static str,
        /// `phone`, `video` or `in_person`, where the words say so.
        mode: Option<&'static str>,
        /// What it waits for: "upon the return of …".
        awaits: Option<Range>,
        /// The words that say that it is watched.
        watched: Option<Range>,
        /// The code of CAMEO 1.1b3 for what is announced: `036`, express intent to meet or negotiate.
        cameo: Option<&'static str>,
        /// The root of PLOVER (manual of 2021, where what is announced counts as agreed): `AGREE`.
        plover: Option<&'static str>,
        /// The rule that found it.
        rule: &'static str,
        /// The words that say that it is to come.
        why: Range,
    }

    /// A row of the timeline.
    TimelineRow {
        /// What happened or is to happen: the clause, the heading or the event.
        span: Range,
        /// The words that tell when, or that no date is known.
        time: Option<Range>,
        /// The time as a TIMEX3 value; of a period with a name its years, `1947/1991`.
        value: Option<String>,
        /// The first day, `YYYY-MM-DD`, where the time is a place on the calendar: what a timeline sorts by.
        first: Option<String>,
        /// The last day.
        last: Option<String>,
        /// `dated`, `period`, `future` or `undated`.
        lane: &'static str,
        /// Whether it is told as background, so that it is no news.
        background: bool,
        /// The id of the statement that it stands in; `null` in the author's voice.
        statement: Option<String>,
        /// The rule that found it.
        rule: &'static str,
    }

    /// Words that tell what came before or after what, without a date.
    Sequence {
        /// The words.
        span: Range,
        /// `before`, `after`, `ongoing`, `parallel` or `again`.
        order: &'static str,
        /// What they say it of.
        what: Range,
        /// What it is before, after or beside; `null` where that is the time of the text.
        anchor: Option<Range>,
        /// The rule that found it.
        rule: &'static str,
    }

    /// A passage that tells what was before the news.
    Background {
        /// The passage.
        span: Range,
        /// The heading or the word that says so.
        cue: Range,
        /// The rule that found it.
        rule: &'static str,
    }

    /// Where the text does not agree with itself.
    Inconsistency {
        /// `event_time`: the same remarks at an event to come and at one that is over; `unsupported`: an event is taken for granted that the rest
        /// of the text does not know.
        kind: &'static str,
        /// The places, in the order of the text.
        spans: Vec<Range>,
        /// The rule that found it.
        rule: &'static str,
    }

    /// What a mediator's file lists besides positions.
    Point {
        /// `verification`, `guarantee`, `requirement`, `consequence`, `objective`, `obstacle`, `recommendation`, `agenda`, `watch`, `issue`,
        /// `humanitarian` or `agreement_content`.
        kind: &'static str,
        /// The words.
        span: Range,
        /// How it stands: of verification and guarantees `sought`, `agreed`, `in_place`, `offered`, `discussed` or `refused`; of objectives
        /// `stated`, `negated` or `ascribed`; of advice and agendas `should` or `could`; of humanitarian calls the stance.
        status: Option<&'static str>,
        /// The codes of who says, seeks or does it.
        by: Vec<String>,
        /// The words that name them.
        by_words: Option<Range>,
        /// The codes of whom it is asked of or meant for.
        to: Vec<String>,
        /// The codes of those besides whom the words name: whom the advice is about.
        about: Vec<String>,
        /// What it is said of: whom it is asked of, what must meet the requirement, what breach brings the consequence.
        of: Option<Range>,
        /// What it is about, out of the list of issues.
        issue: Option<&'static str>,
        /// The codes of those whose positions in this text offer or support what the issue of a requirement is.
        offered_by: Vec<String>,
        /// The id of the statement that it stands in; none in the author's voice.
        statement: Option<String>,
        /// The rule that found it.
        rule: &'static str,
        /// The word that shows it.
        why: Range,
    }

    /// A cell of the matrix of parties by issues.
    MatrixCell {
        /// The code of the party.
        party: String,
        /// The issue.
        issue: &'static str,
        /// Its stances, in the order of the text.
        stances: Vec<&'static str>,
        /// What shows them.
        evidence: Vec<Range>,
        /// Whether any of them depends on a condition.
        conditional: bool,
    }

    /// Two parties of the text side by side.
    Comparison {
        /// Their codes.
        parties: Vec<String>,
        /// On what; none where the text only says that they differ.
        issue: Option<&'static str>,
        /// `contrast`, or `overlap` where their positions may come together.
        kind: &'static str,
        /// What shows the position of each, in the order of the parties.
        evidence: Vec<Range>,
        /// The rule that found it.
        rule: &'static str,
    }
}
