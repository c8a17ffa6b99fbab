# The commands of rapporteur; `make help` lists them.
#
# Set-up is part of the commands that need it. What is missing is installed (the wasm32 target through
# rustup, the web tools through cargo, the page's packages through npm, for the tests Chromium and Firefox
# through apt where that is possible) or named in one line with the way to get it.

.DEFAULT_GOAL := help
SHELL := /bin/sh
.SUFFIXES:

PORT ?= 8080
export PATH := $(CURDIR)/tools/target/debug:$(PATH)
export MAKE

# Where the project's evaluation sets are, for those who have them.
EVALUATION ?= ../shared

TOOLS := tools/target/.built
PACKAGES := node_modules/.installed
BUILD_TESTS := $(wildcard tests/build/*.test.mjs)
PAGE_TESTS := $(wildcard tests/www/*.test.mjs)
WASM_TESTS := $(wildcard tests/wasm.rs)
NODE_TEST := node --test --test-reporter=spec

.PHONY: help
help: ## this list
	@echo "make run      builds the page and serves it (PORT=$(PORT))"
	@echo "make test     everything: format, lints, types, tests natively, in wasm and in browsers"
	@echo "make build    the page, in www/dist"
	@echo "make program  the program, in target/release/rapporteur"
	@echo "make format   puts the Rust files into their form"
	@echo "make bench    how fast it is, phase by phase and beside others in a browser"
	@echo "make eval     how well it does on the evaluation sets, where they are present"
	@echo "make model    trains the language model anew, where the treebanks are present"
	@echo "make attribution  learns the weights that choose statements anew, where the marked texts are present"
	@echo "make clean    removes what was built; packages and tools stay"
	@echo
	@echo "Parts of make test, each on its own:"
	@echo "  $(RUST_LANE)"
	@echo "  $(WEB_LANE)"

# --- Commands ---

.PHONY: run build program test format bench eval model attribution clean

run: build
	@node scripts/serve.mjs www/dist/site --port $(PORT)

build: page

program: rust
	cargo build --release --locked

# The lanes share no folder that cargo locks, so that one compiles while the other waits for its linker.
RUST_LANE = format-check clippy test-rust docs clippy-wasm
WEB_LANE = wasm page types lint test-wasm test-build test-page

test: rust-checks node-checks
	@node scripts/lanes.mjs "$(RUST_LANE)" "$(WEB_LANE)"

format: rust-checks
	cargo fmt

bench: rust chromium page
	cargo bench --locked --bench phases
	node benches/web/main.mjs
	node benches/web/load.mjs

ifneq ($(wildcard $(EVALUATION)/eval/run_all.sh),)
eval: program
	sh "$(EVALUATION)/eval/run_all.sh" target/release/rapporteur "$(EVALUATION)/data"
else
eval:
	@echo "eval: no evaluation sets at $(EVALUATION): name their folder with make eval EVALUATION=..."
endif

# Learned from $(EVALUATION)/data; model/README.md says what each step does.
MODEL_PYTHON := target/model/python/bin/python
TRAINER := target/model/build/release/model

model: rust
	@[ -d "$(EVALUATION)/data/gum/train" ] || { echo "model: no treebanks at $(EVALUATION)/data: name their folder with make model EVALUATION=..."; exit 1; }
	@[ -x $(MODEL_PYTHON) ] || python3 -m venv target/model/python
	$(MODEL_PYTHON) -m pip install --quiet --requirement model/train/requirements.txt
	CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
	  cargo build --release --locked --features train --bin model --target-dir target/model/build
	$(MODEL_PYTHON) model/train/lemma.py "$(EVALUATION)"/data/gum/train/*.conllu "$(EVALUATION)"/data/ewt/train/*.conllu > target/model/lemma.txt
	for seed in 1 2; do \
	  $(MODEL_PYTHON) model/train/train.py "$(EVALUATION)/data" $(TRAINER) target/model/teacher$$seed.pkl --seed $$seed --bilinear --width 160 \
	    --layers 3 --arc 96 --label 96 --dropout 0.3 --epochs 22 --rate 0.002 || exit 1; \
	done
	$(MODEL_PYTHON) model/train/train.py "$(EVALUATION)/data" $(TRAINER) target/model/weights.pkl --width 48 --label 32 --dropout 0.07 --epochs 14 --rate 0.004 \
	  --teacher target/model/teacher1.pkl --teacher target/model/teacher2.pkl
	$(MODEL_PYTHON) model/train/pack.py target/model/weights.pkl target/model/lemma.txt model/english.model
	$(MODEL_PYTHON) model/train/reference.py model/english.model $(TRAINER) < model/train/reference.txt > model/train/reference.json

# Learned from $(EVALUATION)/data/polnear with the grammar that model/english.model reads: some minutes. POLNEAR=no leaves those texts out:
# then both files are empty, and the rules decide alone.
MARKED := $(EVALUATION)/data/polnear

attribution: rust
	CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
	  cargo build --release --locked --features train --bin model --target-dir target/model/build
ifeq ($(POLNEAR),no)
	: > model/roles.model
	: > model/attribution.weights
else
	@[ -d "$(MARKED)/train" ] || { echo "attribution: no marked texts at $(MARKED): name their folder with make attribution EVALUATION=..."; exit 1; }
	@[ -x $(MODEL_PYTHON) ] || python3 -m venv target/model/python
	$(MODEL_PYTHON) -m pip install --quiet --requirement model/train/requirements.txt
	$(MODEL_PYTHON) model/train/roles.py $(TRAINER) "$(MARKED)" target/model/roles.model target/model/apart
	$(TRAINER) attribution target/model/roles.model target/model/apart "$(MARKED)/train" "$(MARKED)/dev" > target/model/attribution.weights
	mv target/model/roles.model target/model/attribution.weights model/
endif

clean:
	cargo clean
	rm -rf www/pkg www/dist

# --- Set-up ---
# Rust, Node and Chromium are looked for each time, which takes no time; the other two steps leave a stamp.

.PHONY: rust rust-checks node node-checks chromium browsers tools npm

rust:
	@sh scripts/setup-rust.sh

rust-checks:
	@sh scripts/setup-rust.sh --with-checks

node:
	@sh scripts/setup-node.sh 20.12

# eslint asks for more than the build does.
node-checks:
	@sh scripts/setup-node.sh 20.19

chromium: node
	@node scripts/browsers.mjs chromium --install

browsers: node
	@node scripts/browsers.mjs chromium firefox --install

tools: rust $(TOOLS)

$(TOOLS): tools/Cargo.toml tools/Cargo.lock $(wildcard tools/src/bin/*.rs)
	@echo "Building wasm-pack and wasm-bindgen, once: two or three minutes"
	cargo build --quiet --locked --manifest-path tools/Cargo.toml --target-dir tools/target
	@touch $@

npm: node $(PACKAGES)

$(PACKAGES): package.json package-lock.json .npmrc
	npm ci || { echo "npm: the packages of package-lock.json could not be installed: see npm's lines above" >&2; exit 1; }
	@touch $@

# --- The page ---

.PHONY: wasm page

wasm: tools npm
	@node scripts/build-wasm.mjs

page: wasm
	@if [ -f www/build.mjs ]; then node www/build.mjs; \
	else echo "page: no www/build.mjs yet, the modules are in www/pkg"; fi

# --- Checks ---

.PHONY: format-check clippy clippy-wasm test-rust docs test-wasm types lint test-build test-page

format-check: rust-checks
	cargo fmt --check
	cargo fmt --check --manifest-path tools/Cargo.toml

clippy: rust-checks
	cargo clippy --quiet --locked --all-targets --all-features -- -D warnings

clippy-wasm: rust-checks
	cargo clippy --quiet --locked --target wasm32-unknown-unknown --lib $(if $(WASM_TESTS),--test wasm) --all-features -- -D warnings

test-rust: rust
	cargo test --locked --all-features

# Links to private items are for those who work on it, who read the documentation with them.
docs: rust
	RUSTDOCFLAGS="-D warnings -A rustdoc::private_intra_doc_links" cargo doc --quiet --locked --no-deps --lib --all-features --document-private-items

# In Node, by the runner that the web tools bring.
test-wasm: tools node
ifeq ($(WASM_TESTS),)
	@echo "test-wasm: there is no tests/wasm.rs"
else
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  cargo test --locked --target wasm32-unknown-unknown --test wasm --no-default-features --features html
endif

types: wasm
	node_modules/.bin/tsc -p tsconfig.json
	node_modules/.bin/tsc -p tsconfig.node.json

lint: npm node-checks
	node_modules/.bin/eslint --max-warnings 0 .

test-build: page node-checks
	$(NODE_TEST) $(BUILD_TESTS)

# Two browsers beside each other; alone those in which something is measured or every core is wanted, which should not depend on neighbours.
ALONE := $(filter %/embedding.test.mjs %/hostile.test.mjs %/many.test.mjs %/worker.test.mjs,$(PAGE_TESTS))

test-page: page browsers node-checks
	$(NODE_TEST) --test-concurrency=2 $(filter-out $(ALONE),$(PAGE_TESTS))
	$(NODE_TEST) --test-concurrency=1 $(ALONE)
