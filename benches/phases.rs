//! What each phase takes of the whole, natively: a row a phase, over the sample texts of `benches/texts` one behind the other. A new phase
//! adds its row to `phases`, in the order of `src/pipeline.rs`.
//!
//! `cargo bench --bench phases`; `make bench` runs it together with the comparison in the browser.

#![allow(clippy::unwrap_used, clippy::string_slice, missing_docs)]

use std::{
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rapporteur::{
    Options, actor,
    audit::{self, Given},
    brief, ingest, position, report,
    statement::{self, Weights},
    structure,
    syntax::{self, Model, RoleModel, Workspace},
    time,
};

/// About how long the text is, in bytes.
const LENGTH: usize = 200_000;

fn text() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/texts");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts: String = paths.iter().map(|path| fs::read_to_string(path).unwrap() + "\n").collect();
    texts.repeat(LENGTH.div_ceil(texts.len()))
}

fn phases(criterion: &mut Criterion) {
    let text = text();
    let bytes = text.as_bytes();
    let options = Options::default();
    let model = Model::embedded().unwrap();
    let document = ingest::ingest("text.txt", bytes, &options).unwrap();
    let tokens = syntax::parse(&document);
    let roles = RoleModel::embedded().unwrap();
    let syntax = syntax::parse_with_roles(&document, model, roles, &mut Workspace::default());
    let actors = actor::find(&document, &syntax);
    let times = time::find(&document, &syntax, None);
    let statements = statement::find(&document, &syntax, &actors, Weights::embedded());
    let positions = position::find(&document, &syntax, &actors, &times, &statements);
    let hedges = statement::hedges(document.text(), &syntax, &statements);
    let declared = structure::declared(&document);
    let given =
        Given { document: &document, syntax: &syntax, actors: &actors, times: &times, statements: &statements, declared: &declared };
    let audit = audit::audit(&given);
    let summed =
        brief::Given { document: &document, syntax: &syntax, times: &times, statements: &statements, positions: &positions, anchor: None };
    let brief = brief::find(&summed);
    let findings = report::Findings {
        document: &document,
        syntax: &syntax,
        actors: &actors,
        times: &times,
        statements: &statements,
        positions: &positions,
        hedges: &hedges,
        declared: &declared,
        audit: &audit,
        brief: &brief,
        met: &rapporteur::correction::Met::default(),
    };

    let mut group = criterion.benchmark_group("phases");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("ingest", |bench| bench.iter(|| ingest::ingest("text.txt", black_box(bytes), &options)));
    group.bench_function("tokens", |bench| bench.iter(|| syntax::parse(black_box(&document))));
    group.bench_function("grammar", |bench| {
        bench.iter_batched(
            || tokens.clone(),
            |mut syntax| {
                syntax::read_grammar(document.text(), &mut syntax, model, &mut Workspace::default());
                syntax
            },
            criterion::BatchSize::LargeInput,
        );
    });
    group.bench_function("actors", |bench| bench.iter(|| actor::find(&document, black_box(&syntax))));
    group.bench_function("times", |bench| bench.iter(|| time::find(&document, black_box(&syntax), None)));
    group.bench_function("statements", |bench| bench.iter(|| statement::find(&document, black_box(&syntax), &actors, Weights::embedded())));
    group.bench_function("positions", |bench| {
        bench.iter(|| position::find(&document, black_box(&syntax), &actors, &times, &statements));
    });
    group.bench_function("structure", |bench| bench.iter(|| structure::declared(black_box(&document))));
    group.bench_function("audit", |bench| bench.iter(|| audit::audit(black_box(&given))));
    group.bench_function("brief", |bench| bench.iter(|| brief::find(black_box(&summed))));
    group.bench_function("report", |bench| bench.iter(|| report::build(black_box(&findings), &options)));
    group.bench_function("read", |bench| bench.iter(|| rapporteur::read("text.txt", black_box(bytes), &options)));
    group.finish();
}

/// How often the phases are timed in turn for their share: whatever else the machine does falls on all of them.
const TURNS: usize = 15;

/// Prints what positions, and the times that only they need, add to the rest of the reading.
fn share(_: &mut Criterion) {
    let text = text();
    let bytes = text.as_bytes();
    let options = Options::default();
    let (model, roles) = (Model::embedded().unwrap(), RoleModel::embedded().unwrap());
    let document = ingest::ingest("text.txt", bytes, &options).unwrap();
    let syntax = syntax::parse_with_roles(&document, model, roles, &mut Workspace::default());
    let actors = actor::find(&document, &syntax);
    let times = time::find(&document, &syntax, None);
    let statements = statement::find(&document, &syntax, &actors, Weights::embedded());
    let mut turns: Vec<[f64; 3]> = (0..TURNS)
        .map(|_| {
            let whole = seconds(|| rapporteur::read("text.txt", black_box(bytes), &options));
            let times_alone = seconds(|| time::find(&document, black_box(&syntax), None));
            let positions = seconds(|| position::find(&document, black_box(&syntax), &actors, &times, &statements));
            [whole, times_alone, positions]
        })
        .collect();
    let share = |[whole, times, positions]: &[f64; 3]| (times + positions) / (whole - times - positions);
    turns.sort_by(|a, b| share(a).total_cmp(&share(b)));
    let [whole, times, positions] = turns[TURNS / 2].map(|seconds| seconds * 1e9 / syntax.tokens.len() as f64);
    let middle = share(&turns[TURNS / 2]) * 100.0;
    println!(
        "positions add {middle:.1} % to the rest: times {times:.0} and positions {positions:.0} of {whole:.0} ns a token, the middle of {TURNS}"
    );
}

fn seconds<T>(phase: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let found = phase();
    let seconds = start.elapsed().as_secs_f64();
    drop(black_box(found));
    seconds
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    targets = phases, share
}
criterion_main!(benches);
