// Both compiled modules' JavaScript, for the page itself where workers are impossible.

export * as reader from "../pkg/reader/rapporteur.js";
export * as readerHtml from "../pkg/reader-html/rapporteur.js";
