//! The words of time, from `data/time`: one entry a word, with everything that it can be.

use std::{collections::BTreeMap, sync::LazyLock};

use super::{
    meaning::{Clock, Unit},
    place::Season,
};
use crate::text::FnvMap;

/// How much support a word needs before it counts as a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// None.
    Full,
    /// A full stop, or a number beside it.
    Short,
    /// It is an ordinary word too.
    Common,
    /// It is a given name too.
    Name,
    /// A day of the week that comes back: "Mondays".
    Plural,
}

/// What a number word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// Below ten.
    Digit(u32),
    /// Ten to nineteen.
    Teen(u32),
    /// Twenty to ninety.
    Ten(u32),
    /// Multiplies what comes before.
    Scale(u32),
    /// First, second, third.
    Ordinal(u32),
    /// "The nineties": its first year.
    Decade(u32),
    /// Several, a few.
    Vague,
}

/// What a small word does near an expression of time; see `data/time/roles.csv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    Before,
    Last,
    This,
    Next,
    Ago,
    Earlier,
    Later,
    Hence,
    Countable,
    Numbered,
    Masthead,
    Zone,
    Utc,
    Future,
    Past,
    Commits,
    Per,
    Cover,
    Start,
    Loose,
    Own,
    Filler,
    Often,
    Prefix,
    Join,
    Ending,
}

impl Role {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "before" => Self::Before,
            "last" => Self::Last,
            "this" => Self::This,
            "next" => Self::Next,
            "ago" => Self::Ago,
            "earlier" => Self::Earlier,
            "later" => Self::Later,
            "hence" => Self::Hence,
            "countable" => Self::Countable,
            "numbered" => Self::Numbered,
            "masthead" => Self::Masthead,
            "zone" => Self::Zone,
            "utc" => Self::Utc,
            "future" => Self::Future,
            "past" => Self::Past,
            "commits" => Self::Commits,
            "per" => Self::Per,
            "cover" => Self::Cover,
            "start" => Self::Start,
            "loose" => Self::Loose,
            "own" => Self::Own,
            "filler" => Self::Filler,
            "often" => Self::Often,
            "prefix" => Self::Prefix,
            "join" => Self::Join,
            "ending" => Self::Ending,
            _ => return None,
        })
    }
}

/// What a phrase that does not take apart means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhraseMeaning {
    /// Only roughly a time: PAST_REF and its like.
    Reference(&'static str),
    /// So many units from the date of the document.
    Shift(Unit, i64, Option<Clock>),
    /// So many units from the date named last.
    Follow(Unit, i64, Option<Clock>),
    /// No time at all.
    Nothing,
    /// Something that comes back.
    Set(&'static str),
    /// Words before an expression that say which part is meant: START, MID, END, APPROX ... and whether of points, lengths.
    Modifier(&'static str, bool, bool),
    /// A day with a name.
    Holiday(Holiday),
}

/// The number that counts the last one of a month.
pub const LAST: u32 = 9;

/// How to find a day with a name in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// A month and a day.
    Fixed(u32, u32),
    /// A month, which (9: the last), and a day of the week.
    Nth(u32, u32, u32),
    /// So many days from Easter Sunday.
    Easter(i64),
}

/// Words that together mean something, in lower case.
#[derive(Debug)]
pub struct Phrase {
    /// The words; an apostrophe stands alone.
    pub words: Vec<String>,
    /// What they mean.
    pub meaning: PhraseMeaning,
}

/// Everything a word can be.
#[derive(Debug, Default)]
pub struct Entry {
    /// A month and how sure.
    pub month: Option<(u32, Class)>,
    /// A day of the week (Monday is 1) and how sure.
    pub weekday: Option<(u32, Class)>,
    /// A unit of time, and whether in the plural.
    pub unit: Option<(Unit, bool)>,
    /// A number.
    pub number: Option<Number>,
    /// A season and how sure.
    pub season: Option<(Season, Class)>,
    /// A part of the day, noon or midnight.
    pub clock: Option<Clock>,
    /// Phrases that start with it, longest first.
    pub phrases: Vec<Phrase>,
    roles: u32,
}

impl Entry {
    /// Whether the word does that.
    pub fn has(&self, role: Role) -> bool {
        self.roles & (1 << role as u8) != 0
    }

    /// What an expression, or a part of one, may start with the word as.
    pub fn starts(&self) -> Starts {
        let word = [Role::Start, Role::Per].iter().any(|role| self.has(*role));
        let which = [Role::Last, Role::This, Role::Next].iter().any(|role| self.has(*role));
        let all = [
            (word, Starts::WORD),
            (which, Starts::WHICH),
            (self.month.is_some(), Starts::MONTH),
            (self.weekday.is_some(), Starts::WEEKDAY),
            (self.unit.is_some(), Starts::UNIT),
            (self.number.is_some(), Starts::NUMBER),
            (self.season.is_some(), Starts::SEASON),
            (self.clock.is_some(), Starts::CLOCK),
            (!self.phrases.is_empty(), Starts::PHRASE),
        ];
        all.into_iter().filter(|(is, _)| *is).fold(Starts::default(), |starts, (_, more)| starts.or(more))
    }
}

/// What an expression may start with: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Starts(u16);

impl Starts {
    /// Digits.
    pub const DIGITS: Self = Self(1);
    /// A mark: an apostrophe, a comma.
    pub const MARK: Self = Self(1 << 1);
    /// One of the small words of [`Role::Start`] and [`Role::Per`].
    pub const WORD: Self = Self(1 << 2);
    /// A word that says which one is meant: "last", "this", "next".
    pub const WHICH: Self = Self(1 << 3);
    /// A month.
    pub const MONTH: Self = Self(1 << 4);
    /// A day of the week.
    pub const WEEKDAY: Self = Self(1 << 5);
    /// A unit of time.
    pub const UNIT: Self = Self(1 << 6);
    /// A number in words.
    pub const NUMBER: Self = Self(1 << 7);
    /// A season.
    pub const SEASON: Self = Self(1 << 8);
    /// A part of the day.
    pub const CLOCK: Self = Self(1 << 9);
    /// The first word of a phrase that does not take apart.
    pub const PHRASE: Self = Self(1 << 10);
    /// Any of these.
    pub const ANY: Self = Self((1 << 11) - 1);

    /// What is in one set or the other.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether something is in both sets.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// All words.
#[derive(Debug, Default)]
pub struct Vocabulary {
    index: FnvMap<String, u16>,
    /// The first is that of every other word.
    entries: Vec<Entry>,
}

/// The longest word of the data files is shorter than this.
const LONGEST: usize = 24;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| load().0);
static UNKNOWN: LazyLock<Entry> = LazyLock::new(Entry::default);

/// The number of a word's entry; 0 for a word that has nothing to do with time.
pub fn look_up(word: &str) -> u16 {
    if word.len() > LONGEST {
        return 0;
    }
    VOCABULARY.index.get(&word.to_lowercase()).copied().unwrap_or(0)
}

/// The entry of that number.
pub fn entry(number: u16) -> &'static Entry {
    VOCABULARY.entries.get(usize::from(number)).unwrap_or(&UNKNOWN)
}

/// The words as they are gathered.
type Words = BTreeMap<String, Entry>;

/// Takes one row of a data file in; `None` if it cannot be read.
type Reader = fn(&mut Words, &[&'static str]) -> Option<()>;

/// Every data file, and how many rows could not be read (none; a test holds it to that).
fn load() -> (Vocabulary, usize) {
    let mut words = Words::new();
    let mut bad = 0;
    let files: [(&'static str, Reader); 10] = [
        (include_str!("../../data/time/months.csv"), month),
        (include_str!("../../data/time/weekdays.csv"), weekday),
        (include_str!("../../data/time/units.csv"), unit),
        (include_str!("../../data/time/numbers.csv"), number),
        (include_str!("../../data/time/seasons.csv"), season),
        (include_str!("../../data/time/dayparts.csv"), part_of_day),
        (include_str!("../../data/time/roles.csv"), role),
        (include_str!("../../data/time/phrases.csv"), phrase),
        (include_str!("../../data/time/holidays.csv"), holiday),
        (include_str!("../../data/time/modifiers.csv"), modifier),
    ];
    for (text, add) in files {
        bad += rows(text).filter(|fields| add(&mut words, fields).is_none()).count();
    }
    let mut vocabulary = Vocabulary { index: FnvMap::default(), entries: vec![Entry::default()] };
    for (word, mut entry) in words {
        entry.phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        vocabulary.index.insert(word, u16::try_from(vocabulary.entries.len()).unwrap_or(0));
        vocabulary.entries.push(entry);
    }
    (vocabulary, bad)
}

/// The fields of each row behind the header; no field of these files holds a comma or a quotation mark.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1).map(|line| line.split(',').collect())
}

fn word_of<'w>(words: &'w mut Words, word: &str) -> &'w mut Entry {
    words.entry(word.to_owned()).or_default()
}

fn add_phrase(words: &mut Words, phrase: &str, meaning: PhraseMeaning) -> Option<()> {
    let parts: Vec<String> = phrase.replace('\'', " ' ").split_whitespace().map(str::to_owned).collect();
    let first = parts.first()?.clone();
    word_of(words, &first).phrases.push(Phrase { words: parts, meaning });
    Some(())
}

fn class(name: &str) -> Option<Class> {
    Some(match name {
        "full" => Class::Full,
        "short" => Class::Short,
        "common" => Class::Common,
        "name" => Class::Name,
        "plural" => Class::Plural,
        _ => return None,
    })
}

fn month(words: &mut Words, fields: &[&'static str]) -> Option<()> {
    let [word, month, kind] = fields else { return None };
    word_of(words, word).month = Some((month.parse().ok()?, class(kind)?));
    Some(())
}

fn weekday(words: &mut Words, fields: &[&'static str]) -> Option<()> {
    let [word, day, kind] = fields else { return None };
    word_of(words, word).weekday = Some((day.parse().ok()?, class(kind)?));
    Some(())
}

fn unit(words: &mut Words, fields: &[&'static str]) -> Option<()> {
    let [word, unit, number] = fields else { return None };
    word_of(words, word).unit = Some((Unit::from_name(unit)?, *number == "many"));
    Some(())
}

fn number(words: &mut Words, fields: &[&'static str]) -> Option<()> {
    let [word, value, kind] = fields else { return None };
    let value = value.parse().ok()?;
    word_of(words, word).number = Some(match *kind {
        "digit" => Number::Digit(value),
        "teen" => Number::Teen(value),
        "ten" => Number::Ten(value),
        "scale" => Number::Scale(value),
        "ordinal" => Number::Ordinal(value),
        "decade" => Number::Decade(value),
        "vague" => Number::Vague,
        _ => return None,
    });
    Some(())
}

fn season(words: &mut Words, fields: &[&'static str]) -> Option<()> {
    let [word, code, kind] = fields else { return None };
    word_of(words, word).season = Some((Season::from_code(code)?, class(kind)?));
    Some(())
}

fn part_of_day(words: &mut Words, fields: &[&'static str]) -> Option<()> {
    let [word, code, kind] = fields else { return None };
    word_of(words, word).clock = Some(match *kind {
        "part" => Clock::Part(code),
        "clock" => {
            let (hour, minute) = code.split_once(':')?;
            Clock::At { hour: hour.parse().ok()?, minute: minute.parse().ok(), utc: false }
        }
        _ => return None,
    });
    Some(())
}

fn role(words: &mut Words, fields: &[&'static str]) -> Option<()> {
    let [word, role] = fields else { return None };
    let role = Role::from_name(role)?;
    word_of(words, word).roles |= 1 << role as u8;
    Some(())
}

fn phrase(words: &mut Words, fields: &[&'static str]) -> Option<()> {
    let [phrase, kind, value, count, part] = fields else { return None };
    let clock = (!part.is_empty()).then_some(Clock::Part(part));
    let meaning = match *kind {
        "reference" => PhraseMeaning::Reference(value),
        "shift" => PhraseMeaning::Shift(Unit::from_name(value)?, count.parse().ok()?, clock),
        "follow" => PhraseMeaning::Follow(Unit::from_name(value)?, count.parse().ok()?, clock),
        "nothing" => PhraseMeaning::Nothing,
        "set" => PhraseMeaning::Set(value),
        _ => return None,
    };
    add_phrase(words, phrase, meaning)
}

fn modifier(words: &mut Words, fields: &[&'static str]) -> Option<()> {
    let [phrase, value, applies] = fields else { return None };
    let (point, length) = match *applies {
        "point" => (true, false),
        "length" => (false, true),
        "both" => (true, true),
        _ => return None,
    };
    add_phrase(words, phrase, PhraseMeaning::Modifier(value, point, length))
}

fn holiday(words: &mut Words, fields: &[&'static str]) -> Option<()> {
    let [name, rule] = fields else { return None };
    let holiday = if let Some(days) = rule.strip_prefix("easter") {
        Holiday::Easter(days.parse().ok()?)
    } else {
        let parts: Vec<u32> = rule.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
        match parts[..] {
            [month, day] => Holiday::Fixed(month, day),
            [month, which, day] => Holiday::Nth(month, which, day),
            _ => return None,
        }
    };
    add_phrase(words, name, PhraseMeaning::Holiday(holiday))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_data_files_is_read() {
        let (vocabulary, bad) = load();
        assert_eq!(bad, 0);
        assert!(vocabulary.index.keys().all(|word| word.len() <= LONGEST));
    }

    #[test]
    fn a_word_may_be_several_things() {
        let may = entry(look_up("May"));
        assert_eq!(may.month, Some((5, Class::Common)));
        assert!(may.has(Role::Future) && !may.has(Role::Past));
    }
}
