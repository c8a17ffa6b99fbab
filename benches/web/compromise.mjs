// compromise: sentences, tokens, tags. Its result is a tree of JavaScript objects from the start.

import nlp from "compromise/two";

import { serve } from "./contestant.mjs";

serve({
  async ready() {},
  analyse: (text) => nlp(text),
  handOver: (/** @type {any} */ view) => view.document,
  count: (/** @type {unknown[][]} */ sentences) => ({
    tokens: sentences.reduce((sum, terms) => sum + terms.length, 0),
    sentences: sentences.length,
  }),
});
