// How long a page was busy without a pause, from a trace of it.

/**
 * How long the tasks of the page's main thread took, in ms: as time passed, and as the processor worked on them. The former hangs on what else the machine does.
 *
 * @param {Buffer} trace
 */
export function tasksOf(trace) {
  /** @type {{ traceEvents: any[] }} */
  const { traceEvents } = JSON.parse(trace.toString());
  const named = (/** @type {string} */ name) => traceEvents.filter((event) => event.name === name);
  const main = new Set(named("thread_name").filter(({ args }) => args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, pid, tid, dur }) => name.endsWith("RunTask") && dur !== undefined && main.has(`${pid} ${tid}`));
  const longest = (/** @type {"dur" | "tdur"} */ what) => tasks.reduce((most, task) => Math.max(most, (task[what] ?? 0) / 1000), 0);
  return { passed: longest("dur"), worked: longest("tdur"), over: tasks.filter(({ dur }) => dur > 50_000).length, count: tasks.length };
}
