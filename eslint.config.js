// What is looked at in JavaScript beyond types: mistakes, and ways in which a text could become markup.

import js from "@eslint/js";
import globals from "globals";

const TEXT_ONLY = "Texts are untrusted: they reach the page as text nodes only.";

/** Every way of DOM and Lit to turn a string into markup or code. */
const noMarkupFromText = {
  "no-eval": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-script-url": "error",
  "no-restricted-properties": [
    "error",
    ...[
      "createContextualFragment",
      "innerHTML",
      "insertAdjacentHTML",
      "outerHTML",
      "parseFromString",
      "setHTML",
      "setHTMLUnsafe",
      "srcdoc",
    ].map((property) => ({ property, message: TEXT_ONLY })),
    { object: "document", property: "write", message: TEXT_ONLY },
    { object: "document", property: "writeln", message: TEXT_ONLY },
  ],
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          group: ["lit/directives/unsafe-*", "lit-html/directives/unsafe-*", "lit/static-html*"],
          message: TEXT_ONLY,
        },
      ],
    },
  ],
  "no-restricted-syntax": [
    "error",
    {
      selector: "TemplateElement[value.raw=/(innerHTML|outerHTML|srcdoc)\\s*=\\s*[\"']?$/i]",
      message: TEXT_ONLY,
    },
  ],
};

const goodHabits = {
  "array-callback-return": "error",
  eqeqeq: "error",
  "no-await-in-loop": "off",
  "no-promise-executor-return": "error",
  "no-self-compare": "error",
  "no-unmodified-loop-condition": "error",
  "no-use-before-define": ["error", { functions: false, classes: true, variables: false }],
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": "error",
};

export default [
  { ignores: ["www/pkg/", "www/dist/", "target/", "tools/target/"] },
  js.configs.recommended,
  { rules: goodHabits, linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["www/**/*.js"],
    languageOptions: { globals: { ...globals.browser } },
    rules: { ...noMarkupFromText, "no-console": ["error", { allow: ["warn", "error"] }] },
  },
  {
    files: ["www/**/worker.js", "www/**/*-worker.js"],
    languageOptions: { globals: { ...globals.worker } },
  },
  { files: ["www/sw.js"], languageOptions: { globals: { ...globals.serviceworker } } },
  {
    files: ["**/*.mjs", "eslint.config.js"],
    languageOptions: { globals: { ...globals.node } },
  },
  // A test hands functions to the browser, and so does the benchmark.
  { files: ["tests/www/**", "benches/web/**"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
