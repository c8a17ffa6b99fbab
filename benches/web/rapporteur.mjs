// rapporteur: sentences, tokens, tags, lemmas, dependencies.

import init, { Grammar, LanguageModel } from "../../www/pkg/reader/rapporteur.js";

import { serve } from "./contestant.mjs";

/** @type {LanguageModel} */
let model;
/** @type {WebAssembly.Memory} */
let memory;
const encoder = new TextEncoder();

serve({
  async ready() {
    const file = fetch("english.model").then((response) => response.arrayBuffer());
    ({ memory } = await init({ module_or_path: fetch("rapporteur.wasm") }));
    model = LanguageModel.fromBytes(new Uint8Array(await file));
  },
  analyse: (text) => Grammar.read(model, "text.txt", encoder.encode(text), null),
  handOver(/** @type {Grammar} */ grammar) {
    const result = { sentences: grammar.sentences(), tokens: grammar.tokens(), strings: grammar.strings() };
    grammar.free();
    return result;
  },
  count: ({ sentences, tokens }) => ({ tokens: tokens.length / 8, sentences: sentences.length / 4 }),
  memory: () => memory.buffer.byteLength,
});
