//! Rows C01 to C12, D13, F05, F07 and J01: who said what, to whom, under which circumstances, how surely.

use super::{View, seeds};

/// C01: the only direct quotation of the five seeds has its speaker, cue and addressee.
#[test]
fn the_only_direct_quotation() {
    let Some(seeds) = seeds() else { return };
    let quoted: Vec<_> =
        seeds.seeds.iter().flat_map(|seed| seed.report.statements.iter().map(move |statement| View { seed, statement })).collect();
    let quoted: Vec<_> = quoted.into_iter().filter(|view| view.statement.mode != "indirect").collect();
    assert_eq!(quoted.len(), 1);
    let only = &quoted[0];
    assert_eq!((only.source(), only.cue(), only.addressee()), ("Russia’s UN diplomat", "accused", "the US"));
    assert_eq!((only.content().as_str(), only.statement.mode, only.statement.grade), ("whipping up hysterics", "direct", "role"));
    assert_eq!(only.affiliation(), "RUS");
    let row = seeds.examples("C01")[0];
    assert!(seeds.statements(row).iter().any(|view| view.says("accused")));
}

/// C02: clauses and infinitives, with addressee.
#[test]
fn indirect_speech() {
    let Some(seeds) = seeds() else { return };
    let noted = seeds.statement(0, "noted", "a formal report");
    assert_eq!((noted.source(), noted.affiliation(), noted.statement.grade), ("The spokesperson", "UN", "role"));
    let urged = seeds.statement(1, "urged", "to restart negotiations");
    assert_eq!((urged.addressee(), urged.affiliation(), urged.statement.grade), ("the UN Security Council", "CHN", "named"));
    assert_eq!(urged.actor().map(|actor| actor.name.as_str()), Some("Zhang Jun"));
}

/// C03: what the author adds is nobody's statement.
#[test]
fn the_authors_own_voice() {
    let Some(seeds) = seeds() else { return };
    for example in seeds.examples("C03") {
        assert_eq!(seeds.statements(example).len(), 0);
    }
}

/// C04: the text has the Secretary-General's stance from the spokesperson: a chain of two links. That she "conveyed this stance" is no statement of
/// its own, but how the one before it came to be known.
#[test]
fn nested_attribution() {
    let Some(seeds) = seeds() else { return };
    let explained = seeds.statement(0, "explained", "the Secretary-General is");
    assert_eq!((explained.source(), explained.statement.level), ("the UN spokesperson", 1));
    let [stance] = explained.statement.stances.as_slice() else { panic!("{:?}", explained.statement.stances) };
    assert_eq!(explained.words(Some(&stance.source)), "the Secretary-General");
    assert_eq!(explained.words(Some(&stance.cue)), "is ready");
    assert!(explained.words(Some(&stance.content)).starts_with("to help mediate"));
    assert_eq!((stance.level, stance.attributed, stance.affiliation.as_deref()), (2, true, Some("UN")));
    let signaled = seeds.statement(0, "signaled", "openness");
    assert_eq!(signaled.statement.actor, stance.actor, "both are the Secretary-General's");
    let via = signaled.statement.via.as_ref().unwrap();
    assert_eq!((signaled.words(Some(&via.source)), signaled.words(Some(&via.cue))), ("the UN spokesperson", "was conveyed"));
    assert_eq!(via.actor, explained.statement.actor);
    let example = seeds.examples("C04")[0];
    let found = seeds.statements(example);
    assert!(found.iter().all(|view| view.says("explained")), "neither the conveying nor the condition is a statement");
}

/// C05: to whom it was said; a group stays as it is named.
#[test]
fn addressees() {
    let Some(seeds) = seeds() else { return };
    let expected = [("urged", "Zhang Jun", "the UN Security Council"), ("pressed", "Zhang Jun", "all sides")];
    for (example, (cue, who, to)) in seeds.examples("C05").into_iter().zip(expected) {
        let found: Vec<_> = seeds.statements(example).into_iter().filter(|view| view.says(cue)).collect();
        assert_eq!(found.len(), 1, "{cue}");
        assert_eq!((found[0].addressee(), found[0].affiliation()), (to, "CHN"));
        assert_eq!(found[0].actor().map(|actor| actor.name.as_str()), Some(who));
    }
}

/// C06: what the choice of the cue says of the content's truth, and no more than that.
#[test]
fn endorsement() {
    let Some(seeds) = seeds() else { return };
    let expected = [
        (0, "arguing", "some states pushing", "reserved"),
        (0, "presenting", "the action as", "distancing"),
        (0, "explained", "the Secretary-General is", "supporting"),
        (0, "noted", "a formal report", "supporting"),
    ];
    for (seed, cue, content, endorsement) in expected {
        let view = seeds.statement(seed, cue, content);
        assert_eq!(view.statement.endorsement, Some(endorsement), "{cue}");
    }
    for (example, cue) in seeds.examples("C06").into_iter().zip(["arguing", "presenting"]) {
        assert!(seeds.statements(example).iter().any(|view| view.says(cue)), "{cue}");
    }
}

/// C07: frames.
#[test]
fn frames() {
    let Some(seeds) = seeds() else { return };
    let stated = seeds.statement(1, "stated", "is not about preserving");
    assert_eq!((stated.source(), stated.affiliation()), ("the Russian side", "RUS"));
    assert_eq!(stated.content().split(" … ").next(), Some("The objective"));
    let highlighted = seeds.statement(4, "highlighted", "dialogues cannot");
    assert_eq!((highlighted.source(), highlighted.affiliation()), ("the Ukraine envoy", "UKR"));
}

/// C08: one speaker under several titles; seats and capitals speak for their states.
#[test]
fn one_actor_under_many_names() {
    let Some(seeds) = seeds() else { return };
    let ambassador = seeds.statement(4, "underscored", "the necessity");
    let envoy = seeds.statement(4, "emphasizes", "any discussions with Pyongyang");
    assert_eq!(ambassador.statement.actor, envoy.statement.actor);
    let kremlin = seeds.statement(2, "wants", "NATO to cease");
    assert_eq!((kremlin.source(), kremlin.affiliation()), ("The Kremlin", "RUS"));
    let example = seeds
        .examples("C08")
        .into_iter()
        .find(|example| seeds.seeds[example.seed].text[example.start..example.end].starts_with("The Ambassador"))
        .unwrap();
    let report = &seeds.seeds[example.seed].report;
    let remarks = report.mentions.iter().find(|mention| mention.span.start == example.start).unwrap();
    assert_eq!(Some(&remarks.actor), ambassador.statement.actor.as_ref());
    // Brussels may be the EU or NATO, and is flagged.
    let first = &seeds.seeds[0];
    let brussels = first.report.mentions.iter().find(|mention| &first.text[mention.span.start..mention.span.end] == "Brussels").unwrap();
    assert!(["EU", "NATO"].iter().all(|code| brussels.may_be.iter().any(|other| other == code)), "{:?}", brussels.may_be);
}

/// C09: a former office is told apart from a present one, and what the man says from the position of his state.
#[test]
fn former_offices() {
    let Some(seeds) = seeds() else { return };
    let actor = |name: &str| seeds.seeds[1].report.actors.iter().find(|actor| actor.name == name).unwrap();
    let zhang = actor("Zhang Jun");
    assert!(zhang.former);
    assert_eq!(zhang.role.as_deref(), Some("permanent representative"));
    assert!(!actor("Sergey Lavrov").former);
    let present = seeds.seeds[1].report.actors.iter().filter(|actor| !actor.former && actor.role.is_some());
    assert!(present.into_iter().all(|actor| actor.country.as_deref() != Some("CHN")), "nobody is China's present envoy here");
    let position = seeds.statement(1, "position", "supporting dialogues");
    assert_eq!((position.source(), position.affiliation()), ("Beijing", "CHN"));
    assert_ne!(position.statement.actor.as_ref(), Some(&zhang.id));
}

/// C10: medium, venue, and that it was said before.
#[test]
fn circumstances() {
    let Some(seeds) = seeds() else { return };
    let outlined = seeds.statement(1, "outlined", "a path toward dialogue");
    let medium = outlined.statement.medium.as_ref();
    let [interview, reiterated, exclusive] = seeds.examples("C10")[..] else { panic!("three examples") };
    assert_eq!(medium.map(|range| (range.start, range.end)), Some((interview.start, interview.end)));
    let interviews = seeds.statements(interview);
    assert!(interviews.is_empty(), "a channel that broadcasts an interview says nothing");
    let open = seeds.statement(1, "reiterated", "the door to talks");
    assert_eq!(open.words(open.statement.venue.as_ref()), "at the United Nations");
    assert_eq!(open.words(open.statement.repeated.as_ref()), "reiterated");
    assert!(open.statement.venue.as_ref().is_some_and(|venue| venue.end == reiterated.end));
    let articulated = seeds.statement(4, "articulated", "any dialogue");
    let medium = articulated.statement.medium.as_ref();
    assert_eq!(medium.map(|range| (range.start, range.end)), Some((exclusive.start, exclusive.end)));
}

/// C11: what the author concludes is no statement of the one it is about.
#[test]
fn the_authors_conclusions() {
    let Some(seeds) = seeds() else { return };
    let message = seeds.statement(1, "The message", "Moscow is willing");
    assert_eq!((message.source(), message.statement.voice, message.statement.grade), ("", "author", "none"));
    let [stance] = message.statement.stances.as_slice() else { panic!("{:?}", message.statement.stances) };
    assert_eq!((stance.affiliation.as_deref(), stance.attributed), (Some("RUS"), false));
    let example = seeds.examples("C11")[0];
    let own = seeds.statements(example).into_iter().filter(|view| view.affiliation() == "RUS").count();
    assert_eq!(own, 0, "nothing here is Russia's own statement");
}

/// C12: a fear is a statement of its holder, thought and not spoken; of a concern that nobody holds, the author speaks.
#[test]
fn reported_fear() {
    let Some(seeds) = seeds() else { return };
    let fear = seeds.statement(2, "fear", "Putin will");
    assert_eq!((fear.source(), fear.statement.grade), ("Western leaders", "collective"));
    assert_eq!((fear.statement.act, fear.statement.channel), (Some("fear"), Some("thought")));
    let concern = seeds.statement(4, "concern", "alliances");
    assert_eq!((concern.statement.act, concern.statement.voice, concern.source()), (Some("fear"), "author", ""));
    let examples = seeds.examples("C12");
    assert!(seeds.statements(examples[1]).iter().all(|view| view.statement.act == Some("fear")), "the alert has no content");
}

/// D13: how certain a claim is stands beside it, in the author's voice too.
#[test]
fn hedges() {
    let Some(seeds) = seeds() else { return };
    let expected = [
        ("not at all clear", "unclear", "the Kremlin would be satisfied"),
        ("potential", "hypothetical", "a potential invasion of Ukraine"),
        ("could consider", "recommended", "Ukraine could consider a strategy"),
    ];
    let examples = seeds.examples("D13");
    assert_eq!(examples.len(), expected.len());
    for (example, (words, kind, scope)) in examples.into_iter().zip(expected) {
        let found = seeds.hedges(example);
        let [(hedge, found, of)] = found[..] else { panic!("{words}: {found:?}") };
        assert_eq!((found, hedge.kind), (words, kind));
        assert!(of.contains(scope), "{words}: {of}");
        assert_eq!(hedge.statement, None, "the author speaks");
    }
    let free = seeds.statement(2, "say", "Eastern European countries should");
    let inside = seeds.seeds[2].report.hedges.iter().filter(|hedge| hedge.statement.as_ref() == Some(&free.statement.id));
    assert_eq!(inside.map(|hedge| hedge.kind).collect::<Vec<_>>(), ["recommended"]);
}

/// Every statement says why it was found: its rule, and the way from its cue to source and content.
#[test]
fn reasons() {
    let Some(seeds) = seeds() else { return };
    let noted = seeds.statement(0, "noted", "a formal report");
    assert_eq!(noted.statement.why, "rule that_clause, weights agree; noted >nsubj spokesperson; noted >ccomp expected");
    for statement in seeds.seeds.iter().flat_map(|seed| &seed.report.statements) {
        assert!(statement.why.contains(statement.rule), "{}", statement.why);
    }
}

/// F05: actors have codes.
#[test]
fn actors_have_codes() {
    let Some(seeds) = seeds() else { return };
    let code = |seed: usize, name: &str| {
        let actors = &seeds.seeds[seed].report.actors;
        actors
            .iter()
            .find(|actor| actor.name == name)
            .map(|actor| (actor.country.clone().unwrap_or_default(), actor.role.clone().unwrap_or_default()))
    };
    assert_eq!(code(1, "Sergey Lavrov"), Some(("RUS".to_owned(), "foreign minister".to_owned())));
    assert_eq!(code(2, "Antony Blinken"), Some(("USA".to_owned(), "secretary of state".to_owned())));
}

/// F07: a long name and its acronym are one actor, and so are both its mentions.
#[test]
fn acronyms() {
    let Some(seeds) = seeds() else { return };
    let report = &seeds.seeds[3].report;
    let osce = report.actors.iter().find(|actor| actor.country.as_deref() == Some("OSCE")).unwrap();
    let long = report.mentions.iter().filter(|mention| mention.actor == osce.id);
    let long =
        long.filter(|mention| seeds.seeds[3].text[mention.span.start..mention.span.end].contains("Organization for Security")).count();
    assert_eq!(long, 2);
}

/// J01: how well each source is identified.
#[test]
fn grades_of_sources() {
    let Some(seeds) = seeds() else { return };
    let expected = ["collective", "collective", "collective", "role"];
    let examples = seeds.examples("J01");
    assert_eq!(examples.len(), expected.len());
    for (example, expected) in examples.into_iter().zip(expected) {
        let found = seeds.statements(example);
        let words = &seeds.seeds[example.seed].text[example.start..example.end];
        let graded = found.iter().find(|view| !view.source().is_empty() && words.contains(view.source()));
        assert_eq!(graded.map(|view| view.statement.grade), Some(expected), "{words}");
    }
    let named = seeds.statement(1, "emphasized", "such justice");
    assert_eq!(named.statement.grade, "named");
    let spokeswoman = seeds.statement(0, "arguing", "some states");
    assert_eq!(spokeswoman.statement.grade, "role");
}
