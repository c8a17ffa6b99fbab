// Makes targets of the Makefile in lanes: one after the other within a lane, the lanes side by side.
//
//   node scripts/lanes.mjs "format clippy" "npm types lint"
//
// What a target prints is shown in one piece when it is done, so that lanes do not mix. A failure does not
// stop the other lane; within a lane, what comes after a failure is made all the same, since checks are
// independent of each other. The exit status is 1 if anything failed.

import { spawn } from "node:child_process";

const lanes = process.argv.slice(2).map((lane) => lane.split(/\s+/).filter(Boolean));
/** @type {{ target: string, ok: boolean, seconds: number }[]} */
const results = [];

await Promise.all(lanes.map(runLane));

console.log("\n== summary");
for (const { target, ok, seconds } of results) {
  console.log(`${ok ? "ok    " : "FAILED"} ${target.padEnd(14)} ${seconds.toFixed(1)} s`);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

/** @param {string[]} lane */
async function runLane(lane) {
  for (const target of lane) {
    console.log(`.. ${target}`);
    const start = performance.now();
    const { ok, output } = await make(target);
    const seconds = (performance.now() - start) / 1000;
    results.push({ target, ok, seconds });
    console.log(`\n== ${target}: ${ok ? "ok" : "FAILED"} (${seconds.toFixed(1)} s)\n${output.trimEnd()}`);
  }
}

/**
 * @param {string} target
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function make(target) {
  // A make of its own: it shares no job server with the one that started us.
  const env = { ...process.env };
  for (const name of ["MAKEFLAGS", "MFLAGS", "MAKELEVEL"]) delete env[name];
  return new Promise((resolve) => {
    const child = spawn(process.env.MAKE ?? "make", ["--no-print-directory", target], { env });
    /** @type {Buffer[]} */
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.stderr.on("data", (part) => parts.push(part));
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => resolve({ ok: code === 0, output: Buffer.concat(parts).toString() }));
  });
}
