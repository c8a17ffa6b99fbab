// What the workers of the benchmark have in common: they get ready, read texts, and say how long it took.

/**
 * @typedef {object} Counts   what a contestant found, so that nobody is fast by leaving out work unnoticed
 * @property {number} tokens
 * @property {number} sentences
 * @property {Record<string, number>} [others]
 */
/**
 * @typedef {object} Contestant
 * @property {() => Promise<void>} ready             after it, the first text can be read
 * @property {(text: string) => unknown} analyse     everything that is found in a text
 * @property {(analysis: any) => unknown} handOver   the same as values of JavaScript
 * @property {(result: any) => Counts} count         outside of what is timed
 * @property {() => number} [memory]                 bytes of memory of its own that it grew to
 */
/** @typedef {Counts & { analysis: number, handingOver: number, memory: number | null }} Answer   times in milliseconds */

/**
 * Answers the page: `null` stands for getting ready, which includes a first, short text.
 *
 * @param {Contestant} contestant
 */
export function serve(contestant) {
  /** What is held while memory is measured. @type {unknown} */
  let result = null;

  /** @param {string} text @returns {Answer} */
  const read = (text) => {
    result = null;
    const start = performance.now();
    const analysis = contestant.analyse(text);
    const middle = performance.now();
    result = contestant.handOver(analysis);
    const end = performance.now();
    const memory = contestant.memory?.() ?? null;
    return { ...contestant.count(result), analysis: middle - start, handingOver: end - middle, memory };
  };

  addEventListener("message", async ({ data }) => {
    try {
      if (data === null) await contestant.ready();
      postMessage({ answer: read(data ?? "The envoy said that talks would resume.") });
    } catch (error) {
      postMessage({ error: String(error) });
    }
  });
}
