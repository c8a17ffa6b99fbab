// What www/build/inlined.mjs puts into a script in place of a file beside it.

/** The compiled module, packed, as base64; empty where it is hosted apart. */
declare module "inlined:module" {
  const base64: string;
  export default base64;
}

/** The same module as a file: its name beside our script, and its fingerprint. */
declare module "inlined:module-apart" {
  const file: { name: string; integrity: string };
  export default file;
}

/** The worker's script, a classic one. */
declare module "inlined:worker" {
  const script: string;
  export default script;
}

/** What was learned: each file packed, as base64. */
declare module "inlined:learned" {
  const files: Record<import("./learned.js").LearnedFile, string>;
  export default files;
}

/** How many bytes each of these is, packed. */
declare module "inlined:learned-sizes" {
  const sizes: Record<import("./learned.js").LearnedFile, number>;
  export default sizes;
}

/** The script that holds them: its name beside ours, and its fingerprint. */
declare module "inlined:learned-script" {
  const script: { name: string; integrity: string };
  export default script;
}

/** The variables of `www/styles/page.css`, as name and value. */
declare module "inlined:palette" {
  const palette: [name: string, value: string][];
  export default palette;
}

declare module "inlined:version" {
  const version: string;
  export default version;
}
