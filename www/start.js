// Puts the page together: an engine, a library of open texts, a desk, and the element that shows them.

import { Engine } from "./engine/engine.js";
import { Desk } from "./library/desk.js";
import { Keep } from "./library/keep.js";
import { Library } from "./library/library.js";
import { directionOf, inUse, languages, offered, t, use } from "./locales/locale.js";
import "./elements/rapporteur-app.js";

/** @import { Host } from "./engine/engine.js" */
/** @import { RapporteurApp } from "./elements/rapporteur-app.js" */

/**
 * @param {Host} host
 * @param {boolean} site    whether the page came from a server
 * @returns {{ app: RapporteurApp, learned: Promise<void> }}   and when what was learned has come, or is given up
 */
export function start(host, site) {
  const engine = new Engine(host);
  const library = new Library(engine);
  const desk = new Desk(library);
  const keep = new Keep(library);
  const app = document.createElement("rapporteur-app");
  Object.assign(app, { engine, library, desk, keep, site });
  const shown = followLanguage(desk).then(() => {
    document.body.replaceChildren(app);
    keep.restore();
  });
  const warm = Promise.all([engine.warm(), shown]).then(
    () => (document.documentElement.dataset.ready = "true"),
    (error) => console.warn("The first worker comes when the first file does:", error),
  );
  // Who only looks should not wait for it; who drops a file before that has it fetched at once.
  const learned = Promise.all([shown.then(painted), warm]).then(() => engine.learn());
  return { app, learned };
}

/**
 * Keeps the page in the language of its address (`lang` after `#` or `?`), else in the first one of the browser that there is.
 *
 * @param {Desk} desk
 * @returns {Promise<unknown>}   kept when the words are there, or cannot be had
 */
function followLanguage(desk) {
  const wanted = () => offered([desk.language, new URLSearchParams(location.search).get("lang") ?? "", ...navigator.languages]);
  let last = inUse();
  const follow = () => {
    if (wanted() === last) return Promise.resolve();
    last = wanted();
    return use(last);
  };
  const said = () => {
    const root = document.documentElement;
    root.lang = inUse();
    root.dir = directionOf(inUse());
    document.title = t("app.title");
  };
  languages.addEventListener("change", said);
  desk.addEventListener("change", follow);
  return follow();
}

/** When the page is to be seen. @returns {Promise<void>} */
function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
