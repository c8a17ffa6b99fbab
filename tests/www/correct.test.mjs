// The reader corrects the machine: what is said is seen at once, can be undone, survives a new reading and is in what is saved.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { saved, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

const TEXT =
  "Foreign Minister Ada Lind said that talks would resume on Monday. Lind warned that sanctions would stay.\n\n" +
  "A spokesman denied that the port was closed.\n";

/**
 * The page with a text.
 *
 * @param {import("./browser.mjs").Context} context
 * @param {string} [text]
 */
async function opened(context, text = TEXT) {
  const visited = await visit(context, { browser, settings: { viewport: { width: 1280, height: 800 } } });
  await visited.page.setInputFiles("#files", { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
  await settled(visited.page, 1);
  return visited;
}

/** Who says what in the list. @param {Page} page */
function lines(page) {
  return page.locator("statement-list .line").evaluateAll((all) =>
    all.map((line) => `${line.querySelector("bdi")?.textContent}: ${line.querySelector(".what span:last-child")?.textContent}`),
  );
}

/** @param {Page} page @param {number} count */
function listed(page, count) {
  return page.waitForFunction(
    (count) => document.querySelector("rapporteur-app")?.shadowRoot?.querySelector("statement-list")?.shadowRoot?.querySelectorAll(".line").length === count,
    count,
  );
}

/** The report that the page saves. @param {Page} page */
async function report(page) {
  const { bytes } = await saved(page, { format: "json", unit: "utf16" });
  return JSON.parse(bytes.toString());
}

test("a statement is rejected, shown among the rejected, brought back; by buttons and by keys", async (context) => {
  const { page, troubles } = await opened(context);
  const before = await lines(page);
  assert.equal(before.length, 3);
  await page.locator("statement-list .line").nth(1).click();
  await page.getByRole("button", { name: "Not a statement" }).click();
  await listed(page, 2);
  assert.deepEqual(await lines(page), [before[0], before[2]]);
  // The card stays at the words, with the focus on the way back.
  await page.locator("evidence-card h3", { hasText: "Rejected: statement" }).waitFor();
  await page.locator("evidence-card .back:focus").waitFor();
  assert.equal((await report(page)).statements.length, 2);
  await page.locator("evidence-card .back").press("Enter");
  await listed(page, 3);
  await page.getByRole("button", { name: "Not a statement" }).click();
  await listed(page, 2);
  await page.keyboard.press("Control+z");
  await listed(page, 3);
  assert.deepEqual(await lines(page), before);
  await page.keyboard.press("Control+Shift+z");
  await listed(page, 2);
  await page.getByRole("button", { name: "Undo: Rejected" }).click();
  await listed(page, 3);
  await page.getByRole("button", { name: "Do again: Rejected" }).click();
  await listed(page, 2);

  await page.getByText("1 rejected by you").click();
  await page.locator("rejected-records").getByRole("button", { name: /^Bring back/ }).click();
  await listed(page, 3);
  assert.equal(await page.getByText("rejected by you").count(), 0);
  const { corrections, statements } = await report(page);
  assert.equal(statements.length, 3);
  assert.deepEqual(corrections, []);
  assert.deepEqual(troubles, []);
});

test("a statement is corrected: who speaks, for whom, how well it is sourced", async (context) => {
  const { page } = await opened(context);
  await page.locator("statement-list .line").nth(2).click();
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  await page.getByLabel("Said by", { exact: true }).fill("Mara Sol");
  await page.getByLabel("Speaks for").fill("NOR; UN");
  await page.getByLabel("Sourced to").selectOption("named");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.locator("evidence-card dd", { hasText: "who speaks, for whom, how it is sourced" }).waitFor();
  const { statements, actors, corrections } = await report(page);
  const actor = actors.find((/** @type {any} */ { id }) => id === statements[2].actor);
  assert.deepEqual([actor.name, statements[2].affiliation, statements[2].grade], ["Mara Sol", "NOR,UN", "named"]);
  assert.deepEqual(statements[2].amended, ["actor", "affiliation", "grade"]);
  assert.equal(corrections.length, 1);
  assert.ok(corrections[0].met);
  // What stands behind the card is the same statement as before.
  assert.equal(await page.locator("statement-list .line[aria-current=true]").count(), 1);
});

test("an actor is renamed, then made one with another, from the list of who is in the text", async (context) => {
  const { page } = await opened(context, "Envoy Rosa Marin said the talks went on. Days later Ms. Delgado said they had failed.\n");
  await page.getByRole("button", { name: "In this text" }).click();
  await page.getByRole("button", { name: "Rename Rosa Marin" }).click();
  await page.getByRole("textbox", { name: "Rename Rosa Marin" }).or(page.getByRole("combobox", { name: "Rename Rosa Marin" })).fill("Rosa Marín");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Rename Rosa Marín" }).waitFor();
  assert.equal(await page.locator("rename-actor :focus").count(), 1, "who corrects by keyboard goes on from there");
  const other = (await report(page)).actors.find((/** @type {any} */ { name }) => name.includes("Delgado")).name;
  await page.getByRole("button", { name: `Rename ${other}` }).click();
  await page.getByRole("combobox", { name: `Rename ${other}` }).fill("Rosa Marín");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("button", { name: `Rename ${other}` }).waitFor({ state: "detached" });
  const { actors, statements } = await report(page);
  assert.deepEqual(actors.filter((/** @type {any} */ { kind }) => kind === "person").map((/** @type {any} */ { name }) => name), ["Rosa Marín"]);
  assert.equal(statements[0].actor, statements[1].actor);
});

test("a text's day is set, puts its dates on the calendar at once, and is marked as the reader's", async (context) => {
  const { page } = await opened(context);
  await page.getByRole("button", { name: "In this text" }).click();
  await page.getByText("Nothing in the text says when it was written").waitFor();
  const time = page.locator("text-contents li", { hasText: "Monday" }).first();
  assert.doesNotMatch((await time.textContent()) ?? "", /2024-05-/);
  await page.getByLabel("Count relative dates from").fill("2024-05-08");
  await page.getByText("That puts 1 more on the calendar. All of them are on it now.").waitFor();
  assert.match((await time.textContent()) ?? "", /2024-05-13/);
  await page.getByText("You said so.").waitFor();
  const { document } = await report(page);
  assert.deepEqual([document.date, document.anchor, document.anchor_by], [null, "2024-05-08", "reader"]);
  await page.getByRole("button", { name: "Use the text's own" }).click();
  await page.getByText("That takes 1 off the calendar.").waitFor();
});

test("a day for texts that state none is for those only, also for texts that come later", async (context) => {
  const { page } = await opened(context);
  await page.getByRole("button", { name: "In this text" }).click();
  await page.getByText("For texts that do not say when they were written").click();
  await page.getByLabel("Count from", { exact: true }).fill("2024-05-08");
  await page.getByText("You said so for texts that do not say it.").waitFor();
  const dated = "# Talks\n\n3 March 2021\n\nThe envoy said on Monday that talks would resume.\n";
  await page.setInputFiles("#files", [
    { name: "dated.md", mimeType: "text/markdown", buffer: Buffer.from(dated) },
    { name: "later.txt", mimeType: "text/plain", buffer: Buffer.from("The envoy said on Tuesday that they would not.") },
  ]);
  await settled(page, 3);
  const { bytes } = await saved(page, { which: "all", format: "json", unit: "chars" });
  const anchors = bytes.toString().trim().split("\n").map((line) => JSON.parse(line).document);
  assert.deepEqual(anchors.map(({ anchor, anchor_by }) => [anchor, anchor_by]), [["2024-05-08", "reader_default"], ["2021-03-03", "text"], ["2024-05-08", "reader_default"]]);
});

test("any kind of record can be rejected where it is looked at, and what follows from it is gone with it", async (context) => {
  const text = "France demands a ceasefire. Norway offered to host talks. Denmark promised Ukraine two ships by 4 May 2024.\n";
  const { page, troubles } = await opened(context, text);
  const before = await report(page);
  const card = page.locator("evidence-card");
  await page.locator(".tabs").getByRole("button", { name: "Positions" }).click();
  const { holder, issue } = before.positions[0];
  await page.locator(`positions-view td [data-cell="${issue}/${holder}"]`).click();
  await page.locator("position-passages .line").first().click();
  await card.getByRole("button", { name: "Reject this position" }).click();
  await card.locator("h3", { hasText: "Rejected: position" }).waitFor();
  await page.locator(".tabs").getByRole("button", { name: "Commitments" }).click();
  await page.locator("commitments-view .line", { hasText: "two ships" }).first().click();
  await card.getByRole("button", { name: "Reject this commitment" }).click();
  await card.locator("h3", { hasText: "Rejected: commitment" }).waitFor();
  await page.locator(".tabs").getByRole("button", { name: "In this text" }).click();
  await page.locator("text-contents li", { hasText: "4 May 2024" }).locator(".line").first().click();
  await card.getByRole("button", { name: "Reject this date" }).click();
  await card.locator("h3", { hasText: "Rejected: date" }).waitFor();

  const after = await report(page);
  for (const kind of ["positions", "matrix", "commitments", "times"]) assert.equal(after[kind].length, before[kind].length - 1, kind);
  assert.ok(after.corrections.every((/** @type {any} */ { met }) => met));
  await page.locator(".tabs").getByRole("button", { name: "Statements" }).click();
  await page.getByText("3 rejected by you").click();
  await page.locator("rejected-records .words", { hasText: "commitment" }).click();
  await card.getByRole("button", { name: "Bring back" }).click();
  await page.getByText("2 rejected by you").waitFor();
  assert.equal((await report(page)).commitments.length, before.commitments.length);
  assert.deepEqual(troubles, []);
});
