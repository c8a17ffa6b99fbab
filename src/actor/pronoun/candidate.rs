//! The scene in; out come those whom a pronoun may mean, with what speaks for and against each.

use super::scene::{Pronoun, Role, Scene, Seen, SeenForm, Sign, Whose};
use crate::{
    actor::gender::{Sort, gendered},
    lexicon::Lexicon,
    syntax::{Relation, Token, Upos},
};

/// The place of "coargument" among the values of "binding".
const COARGUMENT: usize = 1;
/// How many mentions before a pronoun are looked at.
const MAX_BACK: usize = 64;
/// How many sentences back they may stand.
const MAX_SENTENCES: usize = 10;
/// How many sentences back somebody is still the one who speaks.
const MAX_SPEECH: usize = 5;
/// How many mentions behind a pronoun are looked at.
const MAX_AHEAD: usize = 12;
/// How many sentences ahead they may stand.
const MAX_SENTENCES_AHEAD: usize = 3;
/// How many heads are climbed.
const MAX_CLIMB: usize = 40;

/// What is known of a candidate: each variable with the names of its values, in the order of [`Candidate::values`].
pub const VARIABLES: &[(&str, &[&str])] = &[
    ("pronoun", &["subject", "object", "oblique", "of_subject", "of_object", "of_oblique", "of_other", "reflexive", "other"]),
    ("gap", &["here", "one", "two", "three", "far", "ahead_here", "ahead_one", "ahead_far"]),
    ("role", &["subject", "object", "oblique", "possessor", "modifier", "other"]),
    ("form", &["full", "short", "pronoun", "noun"]),
    ("rank", &["first", "second", "third", "fourth", "later"]),
    ("subject_rank", &["first", "second", "later", "none"]),
    (
        "binding",
        &[
            "elsewhere",
            "coargument",
            "inside",
            "clause_subject",
            "clause_other",
            "above_subject",
            "above_other",
            "beside_subject",
            "beside_other",
            "ahead_subject",
            "ahead_other",
            "coordinate",
        ],
    ),
    ("sex", &["said", "name", "alone", "alone_against", "unknown"]),
    ("called", &["never", "so", "otherwise"]),
    ("count", &["none", "one", "two", "three", "five", "many"]),
    ("opens", &["no", "yes"]),
    ("evidence", &["sure", "tentative", "noun", "located"]),
    ("last", &["none", "same_here", "same_one", "same_far", "other_here", "other_one", "other_far", "unresolved"]),
    ("before", &["none", "other", "object", "subject"]),
    ("here", &["none", "other", "object", "subject"]),
    ("distance", &["four", "nine", "nineteen", "thirtynine", "far", "ahead"]),
    ("between", &["none", "one", "two", "more"]),
    ("quoted", &["alike", "pronoun", "mention"]),
    ("shape", &["plain", "joined", "apposed"]),
    ("main", &["no", "yes"]),
    ("clause", &["root", "conj", "advcl", "ccomp", "acl", "xcomp", "other"]),
    ("candidates", &["one", "two", "three", "four", "more"]),
    ("place", &["first", "later"]),
    ("initial", &["no", "yes"]),
    ("clauses", &["none", "zero", "one", "two", "more"]),
    ("named", &["full", "short", "noun"]),
    ("total", &["one", "two", "three", "four", "many"]),
    ("often", &["most", "second", "less"]),
    ("speech", &["no", "speaker", "hearer"]),
    ("owns", &["thing", "kin", "none"]),
    ("says", &["no", "says", "quotes"]),
    ("speaker", &["no", "latest", "earlier"]),
];

/// Somebody whom a pronoun may mean.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Who.
    pub whose: Whose,
    /// The value of each of [`VARIABLES`].
    pub values: Vec<u8>,
}

/// A candidate while its mentions are gathered.
struct Gathered {
    whose: Whose,
    /// The nearest mention before the pronoun, else behind it.
    nearest: Seen,
    ahead: bool,
    /// The place of its latest mention as a subject, counted backwards from the pronoun.
    subject: Option<usize>,
    /// The same as the subject of a verb of reporting.
    speaker: Option<usize>,
    before: usize,
    here: usize,
    /// How many mentions of others stand between.
    between: usize,
    initial: bool,
}

/// Those whom a pronoun may mean, the nearest first.
#[inline(never)]
pub fn candidates(scene: &Scene<'_>, pronoun: &Pronoun) -> Vec<Candidate> {
    let path = path(scene, pronoun.seen.head);
    let gathered = gather(scene, pronoun, &path);
    let latest_speaker = gathered.iter().filter_map(|found| found.speaker).min();
    let mut counts: Vec<usize> = gathered.iter().map(|found| scene.known(found.whose).mentions).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let mut subjects: Vec<usize> = gathered.iter().filter_map(|found| found.subject).collect();
    subjects.sort_unstable();
    let rows = gathered.iter().enumerate().map(|(rank, found)| {
        let values = values(
            scene,
            pronoun,
            found,
            &Around { rank, total: gathered.len(), subjects: &subjects, counts: &counts, path: &path, latest_speaker },
        );
        Candidate { whose: found.whose, values }
    });
    rows.collect()
}

fn gather(scene: &Scene<'_>, pronoun: &Pronoun, path: &[usize]) -> Vec<Gathered> {
    let mut gathered: Vec<Gathered> = Vec::new();
    let here = pronoun.seen.sentence;
    let agrees =
        |whose: Whose| scene.known(whose).feminine.is_none_or(|(feminine, sign)| feminine == pronoun.feminine || sign == Sign::Alone);
    let recent = scene.past.iter().rev().take(MAX_BACK).take_while(|seen| here.saturating_sub(seen.sentence) <= MAX_SENTENCES);
    let recent: Vec<&Seen> = recent.filter(|seen| agrees(seen.whose) && !seen.span.overlaps(pronoun.seen.span)).collect();
    for (place, seen) in recent.iter().enumerate() {
        let level = match seen.role {
            Role::Subject => 3,
            Role::Object => 2,
            _ => 1,
        };
        let initial = recent.get(place + 1).is_none_or(|earlier| earlier.sentence != seen.sentence);
        let at = gathered.iter().position(|found| found.whose == seen.whose).unwrap_or_else(|| {
            gathered.push(Gathered {
                whose: seen.whose,
                nearest: **seen,
                ahead: false,
                subject: None,
                speaker: None,
                before: 0,
                here: 0,
                between: place,
                initial: false,
            });
            gathered.len() - 1
        });
        let Some(found) = gathered.get_mut(at) else { continue };
        if seen.sentence == found.nearest.sentence {
            found.initial |= initial;
        }
        if seen.role == Role::Subject && found.subject.is_none() {
            found.subject = Some(place);
        }
        if seen.speaks && !seen.quoted && found.speaker.is_none() && here - seen.sentence <= MAX_SPEECH {
            found.speaker = Some(place);
        }
        match here - seen.sentence {
            0 => found.here = found.here.max(level),
            1 => found.before = found.before.max(level),
            _ => {}
        }
    }
    let ahead = scene.named.iter().skip(scene.passed).take(MAX_AHEAD).take_while(|seen| seen.sentence <= here + MAX_SENTENCES_AHEAD);
    for (place, seen) in ahead.filter(|seen| agrees(seen.whose)).enumerate() {
        if gathered.iter().any(|found| found.whose == seen.whose) || seen.span.contains(pronoun.seen.span) {
            continue;
        }
        gathered.push(Gathered {
            whose: seen.whose,
            nearest: *seen,
            ahead: true,
            subject: None,
            speaker: None,
            before: 0,
            here: 0,
            between: place,
            initial: place == 0,
        });
    }
    let bound: Vec<Whose> = recent.iter().filter(|seen| is_bound(pronoun, seen, path)).map(|seen| seen.whose).collect();
    gathered.retain(|found| !bound.contains(&found.whose) && !is_bound(pronoun, &found.nearest, path));
    gathered
}

/// Whether a pronoun cannot mean who is mentioned, as the subject and the object of one verb are two: "Anna thanked her". What only may be
/// another ("Anna took it with her", "her mother") is for the weights.
fn is_bound(pronoun: &Pronoun, seen: &Seen, path: &[usize]) -> bool {
    let core = |role: Role| matches!(role, Role::Subject | Role::Object);
    let apart = core(pronoun.seen.role) && core(seen.role) && pronoun.seen.role != seen.role;
    apart && !pronoun.reflexive && !seen.joined && binding(pronoun, seen, false, path) == COARGUMENT
}

/// The tokens above a token, the nearest first.
fn path(scene: &Scene<'_>, token: usize) -> Vec<usize> {
    let mut path = Vec::new();
    let mut at = token;
    while let Some(head) = scene.syntax.tokens.get(at).and_then(Token::head).filter(|_| path.len() < MAX_CLIMB) {
        path.push(head);
        at = head;
    }
    path
}

/// What the candidates around one say about it.
struct Around<'a> {
    /// How many are nearer.
    rank: usize,
    total: usize,
    /// The places of the latest mentions as subjects, in order.
    subjects: &'a [usize],
    /// How often each was named, the most first.
    counts: &'a [usize],
    /// The tokens above the pronoun.
    path: &'a [usize],
    latest_speaker: Option<usize>,
}

fn values(scene: &Scene<'_>, pronoun: &Pronoun, found: &Gathered, around: &Around<'_>) -> Vec<u8> {
    let &Around { rank, total, subjects, counts, path, latest_speaker } = around;
    let (own, seen) = (&pronoun.seen, &found.nearest);
    let known = scene.known(found.whose);
    let relation = |token: usize| scene.syntax.tokens.get(token).and_then(Token::relation);
    let gap = match (found.ahead, own.sentence.abs_diff(seen.sentence)) {
        (false, back) => back.min(4),
        (true, ahead) => 5 + ahead.min(2),
    };
    let last = scene.last.get(usize::from(pronoun.feminine)).copied().flatten();
    let last = match last {
        None => 0,
        Some((None, _)) => 7,
        Some((Some(whose), sentence)) => (own.sentence - sentence).min(2) + if whose == found.whose { 1 } else { 4 },
    };
    let tokens = own.head.abs_diff(seen.head);
    let subject_rank = found.subject.and_then(|place| subjects.binary_search(&place).ok()).map_or(3, |rank| rank.min(2));
    let oftener = counts.iter().take_while(|&&count| count > known.mentions).count();
    let level =
        path.iter().filter(|token| is_clausal(scene, **token)).position(|token| Some(*token) == seen.governor || *token == seen.clause);
    let values = [
        pronoun_role(scene, pronoun),
        gap,
        match seen.role {
            Role::Subject => 0,
            Role::Object => 1,
            Role::Oblique => 2,
            Role::Possessor => 3,
            Role::Modifier => 4,
            Role::Other => 5,
        },
        match seen.form {
            SeenForm::Full => 0,
            SeenForm::Short => 1,
            SeenForm::Pronoun => 2,
            SeenForm::Noun => 3,
        },
        rank.min(4),
        subject_rank,
        binding(pronoun, &found.nearest, found.ahead, path),
        match known.feminine {
            Some((_, Sign::Said)) => 0,
            Some((_, Sign::Name)) => 1,
            Some((feminine, Sign::Alone)) => 2 + usize::from(feminine != pronoun.feminine),
            None => 4,
        },
        known.called.map_or(0, |feminine| 1 + usize::from(feminine != pronoun.feminine)),
        match known.mentions {
            few @ 0..=3 => few,
            4 | 5 => 4,
            _ => 5,
        },
        usize::from(known.order == 0),
        match found.whose {
            Whose::Noun(_) => 2,
            Whose::Actor(_) if known.located => 3,
            Whose::Actor(_) => usize::from(known.tentative),
        },
        last,
        found.before,
        found.here,
        match tokens {
            _ if found.ahead => 5,
            0..=4 => 0,
            5..=9 => 1,
            10..=19 => 2,
            20..=39 => 3,
            _ => 4,
        },
        found.between.min(3),
        match (own.quoted, seen.quoted) {
            (true, false) => 1,
            (false, true) => 2,
            _ => 0,
        },
        if seen.apposed { 2 } else { usize::from(seen.joined) },
        usize::from(relation(seen.clause) == Some(Relation::Root)),
        match relation(own.clause) {
            Some(Relation::Root) => 0,
            Some(Relation::Conj | Relation::Parataxis) => 1,
            Some(Relation::Advcl) => 2,
            Some(Relation::Ccomp) => 3,
            Some(Relation::Acl) => 4,
            Some(Relation::Xcomp) => 5,
            _ => 6,
        },
        total.saturating_sub(1).min(4),
        usize::from(scene.syntax.sentences.get(own.sentence).is_none_or(|sentence| own.head > sentence.tokens.start + 2)),
        usize::from(found.initial),
        level.map_or(0, |level| 1 + level.min(3)),
        match known.first_form {
            SeenForm::Full => 0,
            SeenForm::Short => 1,
            SeenForm::Pronoun | SeenForm::Noun => 2,
        },
        known.total.clamp(1, 5) - 1,
        oftener.min(2),
        speech(scene, pronoun, seen),
        match (own.role, own.governor.and_then(|noun| scene.syntax.tokens.get(noun))) {
            (Role::Possessor, Some(noun)) => {
                usize::from(scene.syntax.lemma(noun).and_then(gendered).is_some_and(|word| word.sort == Sort::Kin))
            }
            _ => 2,
        },
        match (own.speaks && !own.quoted, pronoun.beside_quotation) {
            (false, _) => 0,
            (true, false) => 1,
            (true, true) => 2,
        },
        found.speaker.map_or(0, |place| if Some(place) == latest_speaker { 1 } else { 2 }),
    ];
    values.iter().map(|&value| u8::try_from(value).unwrap_or(u8::MAX)).collect()
}

fn is_clausal(scene: &Scene<'_>, token: usize) -> bool {
    scene.syntax.tokens.get(token).is_some_and(|token| matches!(token.upos(), Some(Upos::Verb | Upos::Aux)) || token.head().is_none())
}

/// Whether a mention is the speaker, or the hearer, of the speech that the pronoun stands in: "Anna told Maria that she …".
fn speech(scene: &Scene<'_>, pronoun: &Pronoun, seen: &Seen) -> usize {
    let tokens = &scene.syntax.tokens;
    let clause = tokens.get(pronoun.seen.clause);
    let complement = clause.and_then(Token::relation).is_some_and(|relation| matches!(relation, Relation::Ccomp | Relation::Xcomp));
    let verb = clause.and_then(Token::head).filter(|verb| complement && seen.governor == Some(*verb));
    let reports = verb
        .and_then(|verb| tokens.get(verb))
        .and_then(|verb| scene.syntax.lemma(verb))
        .is_some_and(|lemma| Lexicon::get().reporting_verb(lemma).next().is_some());
    match (reports, seen.role) {
        (true, Role::Subject) => 1,
        (true, _) => 2,
        _ => 0,
    }
}

/// What a pronoun does; a possessive one by what the noun does that it owns.
fn pronoun_role(scene: &Scene<'_>, pronoun: &Pronoun) -> usize {
    if pronoun.reflexive {
        return 7;
    }
    match pronoun.seen.role {
        Role::Subject => 0,
        Role::Object => 1,
        Role::Oblique => 2,
        Role::Possessor => match pronoun.seen.governor.and_then(|noun| scene.syntax.tokens.get(noun)).and_then(Token::relation) {
            Some(Relation::Nsubj) => 3,
            Some(Relation::Obj) => 4,
            Some(Relation::Obl) => 5,
            _ => 6,
        },
        _ => 8,
    }
}

/// How a pronoun and a mention stand to each other in their sentence.
fn binding(pronoun: &Pronoun, seen: &Seen, ahead: bool, path: &[usize]) -> usize {
    let own = &pronoun.seen;
    if own.sentence != seen.sentence {
        return 0;
    }
    let subject = seen.role == Role::Subject;
    let above = seen.governor.is_some_and(|governor| path.contains(&governor));
    if path.contains(&seen.head) || path.contains(&seen.top) && own.role == Role::Possessor && own.governor == Some(seen.top) {
        return 2;
    }
    // "Anna and her sister"
    if own.role == Role::Possessor && seen.span.start < own.span.start && own.governor_top == Some(seen.top) {
        return 11;
    }
    if own.role != Role::Possessor && own.governor == seen.governor && own.governor.is_some() {
        return COARGUMENT;
    }
    if ahead {
        return if subject && above { 9 } else { 10 };
    }
    match (own.clause == seen.clause, above, subject) {
        (true, _, true) => 3,
        (true, _, false) => 4,
        (false, true, true) => 5,
        (false, true, false) => 6,
        (false, false, true) => 7,
        (false, false, false) => 8,
    }
}
