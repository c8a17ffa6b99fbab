// wink-nlp: sentences, tokens, tags, lemmas, entities.

import { serveWink } from "./wink.mjs";

serveWink(["sbd", "pos", "ner"]);
