// rapporteur, everything that the page shows: the grammar, actors, times, statements and their sourcing.

import init, { Grammar, LanguageModel, Reading } from "../../www/pkg/reader/rapporteur.js";
import { LISTS, statements } from "../../www/engine/columns.js";

import { serve } from "./contestant.mjs";

/** @type {LanguageModel} */
let model;
/** @type {WebAssembly.Memory} */
let memory;
/** The text that was read last, for counting its tokens. */
let bytes = new Uint8Array();
const encoder = new TextEncoder();

serve({
  async ready() {
    const files = ["english.model", "roles.model", "attribution.weights"].map((name) => fetch(name).then((response) => response.arrayBuffer()));
    ({ memory } = await init({ module_or_path: fetch("rapporteur.wasm") }));
    const [grammar, roles, statements] = await Promise.all(files);
    model = LanguageModel.fromBytes(new Uint8Array(grammar));
    model.addRoles(new Uint8Array(roles));
    model.addStatements(new Uint8Array(statements));
  },
  analyse(text) {
    bytes = encoder.encode(text);
    return Reading.readWith(model, "text.txt", bytes, { offsets: "utf16" });
  },
  handOver(/** @type {Reading} */ reading) {
    const columns = Object.fromEntries(LISTS.map((list) => [list, reading[list]()]));
    const result = { overview: reading.overview(), text: reading.text(), strings: reading.strings(), columns };
    reading.free();
    return result;
  },
  count({ overview, columns, strings }) {
    const grammar = Grammar.read(model, "text.txt", bytes, null);
    const tokens = grammar.tokens().length / 8;
    const sentences = grammar.sentences().length / 4;
    grammar.free();
    return { tokens, sentences, others: { actors: overview.actors.length, statements: statements({ ...columns, strings }).length } };
  },
  memory: () => memory.buffer.byteLength,
});
