// The views of what was found, in the order in which they are offered. The page and the panel both draw what is listed here.
//
// To add one: its element, a line here, its name in `www/locales` under `view.` and its id.

import { html } from "lit";
import "./brief-view.js";
import "./commitments-view.js";
import "./positions-view.js";
import "./sourcing-view.js";
import "./statement-list.js";
import "./text-contents.js";
import "./timeline-view.js";

/** @import { Desk } from "../library/desk.js" */
/** @import { Library } from "../library/library.js" */
/** @import { Key } from "../locales/locale.js" */

/** What a view is drawn from. @typedef {{ library: Library, desk: Desk }} Shown */
/**
 * @typedef {object} View
 * @property {string} id       as it stands in the address, and in the attribute `view` of a panel
 * @property {Key} name
 * @property {(shown: Shown) => unknown} draw
 */

/** The first one is shown unless another is asked for. @type {View[]} */
export const VIEWS = [
  {
    id: "brief",
    name: "view.brief",
    draw: ({ library, desk }) => html`<brief-view .library=${library} .desk=${desk}></brief-view>`,
  },
  {
    id: "positions",
    name: "view.positions",
    draw: ({ library, desk }) => html`<positions-view .library=${library} .desk=${desk}></positions-view>`,
  },
  {
    id: "statements",
    name: "view.statements",
    draw: ({ library, desk }) => html`<statement-list .library=${library} .desk=${desk}></statement-list>`,
  },
  {
    id: "commitments",
    name: "view.commitments",
    draw: ({ library, desk }) => html`<commitments-view .library=${library} .desk=${desk}></commitments-view>`,
  },
  {
    id: "timeline",
    name: "view.timeline",
    draw: ({ library, desk }) => html`<timeline-view .library=${library} .desk=${desk}></timeline-view>`,
  },
  {
    id: "sourcing",
    name: "view.sourcing",
    draw: ({ library, desk }) => html`<sourcing-view .library=${library} .desk=${desk}></sourcing-view>`,
  },
  {
    id: "contents",
    name: "view.contents",
    draw: ({ library, desk }) => html`<text-contents .library=${library} .desk=${desk}></text-contents>`,
  },
];

/** The view of that id; the first one where there is none. @param {string} id */
export function viewOf(id) {
  return VIEWS.find((view) => view.id === id) ?? VIEWS[0];
}
