// wink-nlp: sentences, tokens, tags, lemmas.

import { serveWink } from "./wink.mjs";

serveWink(["sbd", "pos"]);
