// The types of a report for TypeScript, made from the records that the report is written from (src/report), with their documentation.

import { readFile, readdir } from "node:fs/promises";

import { WWW } from "./tools.mjs";

const REPORT = new URL("../src/report/", WWW);

/** What is written where there is no report. */
const NOT_OF_A_REPORT = ["Failure", "FailedDocument", "FailureCause"];

const HEAD = `// What is known of a text after reading. Made by www/build.mjs from src/report; offsets count what \`offsets\` says, in JavaScript
// UTF-16 units unless something else was asked for.
`;

/** The interfaces, one a record. What is no record of the report, such as what a reader corrected, is an object that we say nothing of. */
export async function reportTypes() {
  const files = (await readdir(REPORT)).filter((file) => file.endsWith(".rs")).sort();
  const sources = await Promise.all(files.map((file) => readFile(new URL(file, REPORT), "utf8")));
  const records = sources.flatMap((source) => recordsOf(source)).filter(({ name }) => !NOT_OF_A_REPORT.includes(name));
  // The report itself comes first.
  records.sort((a, b) => Number(b.name === "Report") - Number(a.name === "Report"));
  const used = new Set(records.flatMap(({ text }) => [...text.matchAll(/^ {2}\w+\??: ([A-Z]\w+)/gm)].map(([, name]) => name)));
  const others = [...used].filter((name) => !records.some((record) => record.name === name)).sort();
  return [HEAD, ...records.map(({ text }) => text), ...others.map((name) => `export type ${name} = Record<string, unknown>;\n`)].join("\n");
}

/**
 * The records between `records! {` and the brace that closes it; each stands one step in, its fields two.
 *
 * @param {string} source
 */
function recordsOf(source) {
  const block = source.match(/^records! \{\n([\s\S]*?)^\}/m)?.[1] ?? "";
  return [...block.matchAll(/((?:^ {4}\/\/\/.*\n)*)^ {4}(\w+) \{\n([\s\S]*?)^ {4}\}/gm)].map(([, documentation, name, fields]) => ({
    name,
    text: `${comment(documentation, "")}export interface ${name} {\n${fieldsOf(fields)}}\n`,
  }));
}

/** @param {string} fields */
function fieldsOf(fields) {
  const pattern = /((?:^ {8}\/\/\/.*\n)*)((?:^ {8}#\[.*\]\n)*)^ {8}(\w+): (.+),$/gm;
  return [...fields.matchAll(pattern)]
    .map(([, documentation, attributes, field, type]) => {
      const name = attributes.match(/rename = "(\w+)"/)?.[1] ?? field;
      const absent = attributes.includes("skip_serializing_if");
      const written = typeOf(absent ? type.replace(/^Option<(.*)>$/, "$1") : type);
      return `${comment(documentation, "  ")}  ${name}${absent ? "?" : ""}: ${written};\n`;
    })
    .join("");
}

/** @param {string} type    of Rust @returns {string} */
function typeOf(type) {
  const [, outer, inner] = type.match(/^(Option|Vec)<(.*)>$/) ?? [];
  if (outer === "Option") return `${typeOf(inner)} | null`;
  if (outer === "Vec") return inner.startsWith("Option") ? `(${typeOf(inner)})[]` : `${typeOf(inner)}[]`;
  if (/^(usize|u8|u16|u32|u64|i32|i64|f32|f64)$/.test(type)) return "number";
  if (type === "String" || type === "&'static str") return "string";
  if (type === "bool") return "boolean";
  if (/^[A-Z]\w+$/.test(type)) return type;
  throw new Error(`src/report: the type ${type} has no counterpart in www/build/report-types.mjs`);
}

/**
 * @param {string} lines    of documentation, each after its slashes
 * @param {string} indent
 */
function comment(lines, indent) {
  const words = lines.replace(/^ *\/\/\/ ?/gm, "").trim().split("\n");
  if (words[0] === "") return "";
  if (words.length === 1) return `${indent}/** ${words[0]} */\n`;
  return `${indent}/**\n${words.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}
