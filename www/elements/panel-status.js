// The line at the foot of a panel: how far it is, what went wrong, and for a while what was just done.

import { html, nothing } from "lit";
import { t } from "../locales/locale.js";
import { coming } from "./not-yet.js";

/** @import { ReactiveControllerHost } from "lit" */
/** @import { Seat } from "../embed/engine.js" */
/** @import { Library } from "../library/library.js" */
/** @import { Notice } from "./notice-bar.js" */

/** For how many seconds what was just done can be read. */
const NOTICE = 8;

export class PanelStatus {
  #host;
  #library;
  #seat;
  /** What was just done, with a way to undo it. @type {Notice | null} */
  #notice = null;

  /**
   * @param {ReactiveControllerHost} host    draws the line
   * @param {Library} library
   * @param {Seat} seat
   */
  constructor(host, library, seat) {
    this.#host = host;
    this.#library = library;
    this.#seat = seat;
  }

  /** @param {Notice} notice */
  show(notice) {
    this.#put(notice);
    setTimeout(() => this.#notice === notice && this.#put(null), NOTICE * 1000);
  }

  /** @param {Notice | null} notice */
  #put(notice) {
    this.#notice = notice;
    this.#host.requestUpdate();
  }

  /**
   * @param {object} of
   * @param {boolean} of.begun
   * @param {string | null} of.refused    why nothing can be read at all
   */
  draw({ begun, refused }) {
    const lines = [...this.#noticed(), ...(refused === null ? this.#progress(begun) : [refused])];
    return lines.length === 0 ? nothing : html`<div class="status" part="status">${lines.map((line) => html`<span>${line}</span>`)}</div>`;
  }

  /** @returns {unknown[]} */
  #noticed() {
    const notice = this.#notice;
    if (notice === null) return [];
    const act = () => {
      this.#put(null);
      notice.act?.();
    };
    return [notice.text, ...(notice.action === undefined ? [] : [button(notice.action, act)])];
  }

  /** @param {boolean} begun @returns {unknown[]} */
  #progress(begun) {
    const { counts, entries, learning } = this.#library;
    const { all, done, failed, open } = counts;
    if (open > 0) {
      const far = learning === null ? t("files.progress", { done: done + failed, all }) : coming(learning);
      const cancel = () => {
        for (const entry of entries) this.#library.cancel(entry);
      };
      return [far, ...(all > 1 ? [button(t("files.cancelAll"), cancel)] : [])];
    }
    if (!begun || this.#seat.missing.length === 0) return [];
    return [t("learned.missing"), button(t("learned.again"), () => this.#library.learnAgain())];
  }
}

/**
 * @param {string} words
 * @param {() => void} act
 */
function button(words, act) {
  return html`<button class="plain" @click=${act}>${words}</button>`;
}
