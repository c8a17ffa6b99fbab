// wink-nlp with its small English model, with one pipe or another.

import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

import { serve } from "./contestant.mjs";

/** @import { Document, WinkMethods } from "wink-nlp" */

/** @param {("sbd" | "pos" | "ner")[]} pipe */
export function serveWink(pipe) {
  /** @type {WinkMethods} */
  let nlp;
  serve({
    async ready() {
      nlp = winkNLP(model, pipe);
    },
    analyse: (text) => nlp.readDoc(text),
    handOver(/** @type {Document} */ document) {
      const { its } = nlp;
      const tokens = document.tokens();
      return {
        document,
        sentences: document.sentences().out(),
        values: tokens.out(),
        tags: tokens.out(its.pos),
        // Its types are stricter here than its documentation.
        lemmas: tokens.out(/** @type {any} */ (its.lemma)),
        entities: pipe.includes("ner") ? document.entities().out(its.detail) : [],
      };
    },
    count: ({ values, sentences, entities }) => ({
      tokens: values.length,
      sentences: sentences.length,
      others: { entities: entities.length },
    }),
  });
}
