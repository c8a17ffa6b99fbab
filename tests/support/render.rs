//! A report as lines that a person can check: the words themselves instead of offsets.

use rapporteur::report::{Cell, Range, Report, Row};

use super::{audit, brief, course};

/// The view of that name; `None` if there is no such view.
pub fn view(name: &str, report: &Report, text: &str) -> Option<String> {
    let text = Text(text.chars().collect());
    let lines = match name {
        "blocks" => blocks(report, &text),
        "sentences" => report.sentences.iter().map(|s| text.words(&s.span)).collect(),
        "tokens" => tokens(report, &text),
        "metadata" => metadata(report, &text),
        "actors" => actors(report),
        "mentions" => mentions(report, &text),
        "times" => times(report, &text),
        "statements" => statements(report, &text),
        "positions" => positions(report, &text),
        "conditions" => report.conditions.iter().map(|c| format!("{} <- {}", text.words(&c.depends), text.words(&c.span))).collect(),
        "commitments" => commitments(report, &text),
        "scheduled" => scheduled(report, &text),
        "points" => points(report, &text),
        "matrix" => matrix(report),
        "timeline" => course::timeline(report, &text),
        "sequence" => course::sequence(report, &text),
        "background" => report.background.iter().map(|found| format!("{} | {}", text.words(&found.cue), text.words(&found.span))).collect(),
        "inconsistencies" => course::inconsistencies(report, &text),
        "quantities" => audit::quantities(report, &text),
        "terms" => audit::terms(report, &text),
        "changes" => course::changes(report, &text),
        "comparisons" => comparisons(report, &text),
        "circumstances" => circumstances(report, &text),
        "chains" => chains(report, &text),
        "hedges" => hedges(report, &text),
        "reasons" => report.statements.iter().map(|statement| statement.why.clone()).collect(),
        "questions" => report.questions.iter().map(|q| format!("{} -> {}", text.words(&q.question), text.words(&q.answer))).collect(),
        "citations" => citations(report, &text),
        "brief" => brief::brief(report, &text),
        "takeaways" => brief::takeaways(report, &text),
        "question" => brief::question(report, &text),
        "sources" => audit::sources(report),
        "parties" => audit::parties(report),
        "findings" => audit::findings(report, &text),
        "claims" => audit::claims(report, &text),
        "sourcing" => vec![serde_json::to_string(&report.sourcing).unwrap()],
        "diagnostics" => report.diagnostics.iter().map(|d| format!("{}: {}", d.code, d.message)).collect(),
        "document" => vec![format!(
            "{} {} words={} language={} date={}",
            report.document.format,
            report.document.encoding,
            report.document.words,
            report.document.language.as_deref().unwrap_or("-"),
            report.document.date.as_deref().unwrap_or("-"),
        )],
        _ => return None,
    };
    Some(lines.iter().map(|line| format!("{line}\n")).collect())
}

pub struct Text(Vec<char>);

impl Text {
    /// The words of a range on one line; line ends are shown as ⏎.
    pub fn words(&self, range: &Range) -> String {
        self.0[range.start..range.end].iter().collect::<String>().replace("\r\n", "⏎").replace(['\n', '\r'], "⏎")
    }

    fn optional(&self, range: Option<&Range>) -> String {
        range.map_or("-".to_owned(), |range| self.words(range))
    }
}

pub fn name_of<'a>(report: &'a Report, id: &str) -> &'a str {
    report.actors.iter().find(|actor| actor.id == id).map_or("?", |actor| &actor.name)
}

/// `kind: words`, with what the kind adds: `heading1`, `furniture(navigation)`; the headings it stands under behind ` < `.
fn blocks(report: &Report, text: &Text) -> Vec<String> {
    let cell = |cell: &Cell| match &cell.code {
        Some(code) => format!("{}({code})", text.words(&cell.span)),
        None if cell.kind == "text" => text.words(&cell.span),
        None => format!("{}({})", text.words(&cell.span), cell.kind),
    };
    let row = |row: &Row| row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ");
    let mut lines = Vec::new();
    for block in &report.blocks {
        let mut line = block.kind.to_owned();
        if let Some(level) = block.level {
            line += &level.to_string();
        }
        if let Some(depth) = block.depth.filter(|depth| *depth > 0) {
            line += &format!("@{depth}");
        }
        if let Some(reason) = &block.reason {
            line += &format!("({reason})");
        }
        if let Some(table) = &block.table {
            line += &format!(": {}", table.header.as_ref().map_or("-".to_owned(), row));
        } else {
            line += &format!(": {}", text.words(&block.content));
        }
        for heading in block.section.iter().rev() {
            line += &format!(" < {}", text.words(&report.blocks[*heading].content));
        }
        lines.push(line);
        for found in block.table.iter().flat_map(|table| &table.rows) {
            lines.push(format!("  {}", row(found)));
        }
    }
    lines
}

/// One line a sentence, tokens apart by `·`.
fn tokens(report: &Report, text: &Text) -> Vec<String> {
    let tokens = report.tokens.as_deref().unwrap_or(&[]);
    let of = |index| tokens.iter().filter(move |token| token.sentence == index).map(|token| text.words(&token.span));
    (0..report.sentences.len()).map(|index| of(index).collect::<Vec<_>>().join("·")).collect()
}

fn metadata(report: &Report, text: &Text) -> Vec<String> {
    let metadata = &report.metadata;
    let mut lines = Vec::new();
    let fields = [
        ("title", &metadata.title),
        ("byline", &metadata.byline),
        ("publisher", &metadata.publisher),
        ("curator", &metadata.curator),
        ("date", &metadata.date),
    ];
    for (name, stated) in fields {
        if let Some(stated) = stated {
            lines.push(format!("{name}: {}", stated.value));
        }
    }
    lines.extend(metadata.sources.iter().map(|stated| format!("source: {}", stated.value)));
    lines.extend(metadata.unnamed_sources.iter().map(|count| format!("unnamed sources: {} ({})", count.value, text.words(&count.span))));
    lines.extend(metadata.articles_on_topic.iter().map(|count| format!("articles on topic: {}", count.value)));
    lines.extend(metadata.sources_consistent.iter().map(|consistent| format!("sources consistent: {consistent}")));
    for related in &metadata.related {
        let publisher = related.publisher.as_ref().map_or("-", |stated| &stated.value);
        lines.push(format!("related: {publisher} / {} / {:?}", related.headline.value, related.reading_minutes));
    }
    lines.extend(metadata.reading_claims.iter().map(|claim| format!("reading: {} min of {}", claim.minutes, claim.of)));
    lines
}

fn actors(report: &Report) -> Vec<String> {
    let line = |actor: &rapporteur::report::Actor| {
        let former = if actor.former { " (former)" } else { "" };
        let code = actor.country.as_deref().unwrap_or("-");
        format!("{} / {} / {code} / {}{former} / {}", actor.name, actor.kind, actor.role.as_deref().unwrap_or("-"), actor.mentions)
    };
    report.actors.iter().map(line).collect()
}

/// `words = actor`, then what else the words may stand for.
fn mentions(report: &Report, text: &Text) -> Vec<String> {
    let line = |m: &rapporteur::report::Mention| {
        let may_be = if m.may_be.is_empty() { String::new() } else { format!(" | may be {}", m.may_be.join(" ")) };
        format!("{} = {}{may_be}", text.words(&m.span), name_of(report, &m.actor))
    };
    report.mentions.iter().map(line).collect()
}

fn times(report: &Report, text: &Text) -> Vec<String> {
    let line = |time: &rapporteur::report::Time| {
        let modifier = time.modifier.map_or(String::new(), |modifier| format!(" mod={modifier}"));
        let reason = time.reason.map_or(String::new(), |reason| format!(" ({reason})"));
        format!("{} = {} {}{modifier}{reason}", text.words(&time.span), time.kind, time.value)
    };
    report.times.iter().map(line).collect()
}

/// `source | cue | content … content | mode grade affiliation actor | to addressee | negated`.
fn statements(report: &Report, text: &Text) -> Vec<String> {
    let line = |s: &rapporteur::report::Statement| {
        let content: Vec<String> = s.content.iter().map(|range| text.words(range)).collect();
        let actor = s.actor.as_deref().map_or("-", |id| name_of(report, id));
        let addressee = s.addressee.as_ref().map_or(String::new(), |range| format!(" | to {}", text.words(range)));
        let negated = if s.negated { " | negated" } else { "" };
        format!(
            "{} | {} | {} | {} {} {} {actor}{addressee}{negated}",
            text.optional(s.source.as_ref()),
            text.optional(s.cue.as_ref()),
            content.join(" … "),
            s.mode,
            s.grade,
            s.affiliation.as_deref().unwrap_or("-"),
        )
    };
    report.statements.iter().map(line).collect()
}

/// `holder issue stance target | evidence | on condition … | what else there is to say of it`.
fn positions(report: &Report, text: &Text) -> Vec<String> {
    let line = |p: &rapporteur::report::Position| {
        let conditions: Vec<String> = p.conditions.iter().map(|range| text.words(range)).collect();
        let conditions = if conditions.is_empty() { String::new() } else { format!(" | on {}", conditions.join(" … ")) };
        let marks = [(!p.attributed).then_some("ascribed"), p.strength, p.repeated.then_some("repeated")];
        let marks: Vec<&str> = marks.into_iter().flatten().collect();
        let marks = if marks.is_empty() { String::new() } else { format!(" | {}", marks.join(" ")) };
        let target = p.target.as_deref().unwrap_or("-");
        format!("{} {} {} {target} | {}{conditions}{marks}", p.holder, p.issue, p.stance, text.words(&p.evidence))
    };
    report.positions.iter().map(line).collect()
}

/// `by to | what | when | status`, then what shows the status, when it was made, that no date was set.
fn commitments(report: &Report, text: &Text) -> Vec<String> {
    let line = |c: &rapporteur::report::Commitment| {
        let (by, to) = (c.by.as_deref().unwrap_or("-"), c.to.as_deref().unwrap_or("-"));
        let made = c.made.as_ref().map_or(String::new(), |range| format!(" | made {}", text.words(range)));
        let undated = c.undated.as_ref().map_or(String::new(), |range| format!(" | {}", text.words(range)));
        let shown = c.shown.as_ref().map_or(String::new(), |range| format!(" by {}", text.words(range)));
        format!("{by} {to} | {} | {} | {}{shown}{made}{undated}", text.words(&c.what), text.optional(c.when.as_ref()), c.status)
    };
    report.commitments.iter().map(line).collect()
}

/// `who | what | when | kind`, then how it is held, what it waits for, where it is watched.
fn scheduled(report: &Report, text: &Text) -> Vec<String> {
    let line = |s: &rapporteur::report::Scheduled| {
        let who = if s.who.is_empty() { "-".to_owned() } else { s.who.join(",") };
        let mode = s.mode.map_or(String::new(), |mode| format!(" by {mode}"));
        let awaits = s.awaits.as_ref().map_or(String::new(), |range| format!(" | awaits {}", text.words(range)));
        let watched = s.watched.as_ref().map_or(String::new(), |range| format!(" | watched: {}", text.words(range)));
        format!("{who} | {} | {} | {}{mode}{awaits}{watched}", text.words(&s.what), text.optional(s.when.as_ref()), s.kind)
    };
    report.scheduled.iter().map(line).collect()
}

/// `kind status by -> to | words | of what | issue`.
fn points(report: &Report, text: &Text) -> Vec<String> {
    let codes = |codes: &[String]| if codes.is_empty() { "-".to_owned() } else { codes.join(",") };
    let line = |p: &rapporteur::report::Point| {
        let by = if p.by.is_empty() { text.optional(p.by_words.as_ref()) } else { codes(&p.by) };
        let (status, of) = (p.status.unwrap_or("-"), text.optional(p.of.as_ref()));
        format!("{} {status} {by} -> {} | {} | {of} | {}", p.kind, codes(&p.to), text.words(&p.span), p.issue.unwrap_or("-"))
    };
    report.points.iter().map(line).collect()
}

/// `party issue: stances`, then whether it is conditional.
fn matrix(report: &Report) -> Vec<String> {
    let line = |cell: &rapporteur::report::MatrixCell| {
        let conditional = if cell.conditional { " | conditional" } else { "" };
        format!("{} {}: {}{conditional}", cell.party, cell.issue, cell.stances.join(" "))
    };
    report.matrix.iter().map(line).collect()
}

/// `kind party party issue | evidence of the first | evidence of the second`.
fn comparisons(report: &Report, text: &Text) -> Vec<String> {
    let line = |c: &rapporteur::report::Comparison| {
        let evidence: Vec<String> = c.evidence.iter().map(|range| text.words(range)).collect();
        format!("{} {} {} | {}", c.kind, c.parties.join(" "), c.issue.unwrap_or("-"), evidence.join(" | "))
    };
    report.comparisons.iter().map(line).collect()
}

/// `cue: to …; venue …; occasion …; medium …; again …`, absent ones left out; then act, channel, endorsement and voice.
fn circumstances(report: &Report, text: &Text) -> Vec<String> {
    let line = |s: &rapporteur::report::Statement| {
        let fields = [("to", &s.addressee), ("venue", &s.venue), ("occasion", &s.occasion), ("medium", &s.medium), ("again", &s.repeated)];
        let found: Vec<String> =
            fields.iter().filter_map(|(name, range)| Some(format!("{name}: {}", text.words(range.as_ref()?)))).collect();
        let labels = [s.act, s.channel, s.endorsement, Some(s.voice)].map(|label| label.unwrap_or("-")).join(" ");
        format!("{} | {} | {labels}", text.optional(s.cue.as_ref()), found.join("; "))
    };
    report.statements.iter().map(line).collect()
}

/// `level source cue < parent`, then through whom it came, and whose stance it reports.
fn chains(report: &Report, text: &Text) -> Vec<String> {
    let mut lines = Vec::new();
    for s in &report.statements {
        let words = |s: &rapporteur::report::Statement| format!("{} {}", text.optional(s.source.as_ref()), text.optional(s.cue.as_ref()));
        let parent = s.parent.as_ref().and_then(|id| report.statements.iter().find(|other| other.id == *id));
        let parent = parent.map_or(String::new(), |parent| format!(" < {}", words(parent)));
        let via = s.via.as_ref().map_or(String::new(), |via| format!(", {} by {}", text.words(&via.cue), text.words(&via.source)));
        lines.push(format!("{} {}{parent}{via}", s.level, words(s)));
        for stance in &s.stances {
            let own = if stance.attributed { "" } else { " (author)" };
            lines.push(format!(
                "{} {} {} | {}{own}",
                stance.level,
                text.words(&stance.source),
                text.words(&stance.cue),
                text.words(&stance.content)
            ));
        }
    }
    lines
}

/// `words = kind | what they are said of | the cue of the statement`.
fn hedges(report: &Report, text: &Text) -> Vec<String> {
    let line = |hedge: &rapporteur::report::Hedge| {
        let statement = hedge.statement.as_ref().and_then(|id| report.statements.iter().find(|statement| statement.id == *id));
        let cue = statement.map_or("author".to_owned(), |statement| text.optional(statement.cue.as_ref()));
        format!("{} = {} | {} | {cue}", text.words(&hedge.span), hedge.kind, text.optional(hedge.scope.as_ref()))
    };
    report.hedges.iter().map(line).collect()
}

fn citations(report: &Report, text: &Text) -> Vec<String> {
    let line = |c: &rapporteur::report::Citation| {
        let supports = c.supports.and_then(|index| report.blocks.get(index)).map_or("-".to_owned(), |block| text.words(&block.content));
        format!("{} {} supports: {supports}", text.words(&c.span), if c.traceable { "traceable" } else { "untraceable" })
    };
    report.citations.iter().map(line).collect()
}
