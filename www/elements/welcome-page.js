// What a first visitor sees: what this does, where to drop, that nothing leaves the page.

import { LitElement, css, html } from "lit";
import { size, t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define } from "./define.js";
import "./intake-buttons.js";

export class WelcomePage extends LitElement {
  static properties = { limit: { type: Number } };

  static styles = [
    shared,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100%;
        padding: 2rem 1.25rem;
      }

      div {
        width: min(40rem, 100%);
        text-align: center;
      }

      .purpose {
        margin-bottom: 2rem;
        font: 1.5rem/1.4 var(--serif);
        text-wrap: balance;
      }

      .zone {
        padding: 3rem 1.5rem 2.25rem;
        border: 2px dashed var(--line-2);
        border-radius: 12px;
        background: var(--paper-2);
      }

      .zone .here {
        margin-bottom: 1.25rem;
        font-size: 1.125rem;
        font-weight: 600;
      }

      .kinds {
        margin-top: 1.25rem;
      }

      .private {
        margin-top: 1.5rem;
      }
    `,
  ];

  constructor() {
    super();
    this.limit = 0;
  }

  render() {
    return html`
      <div>
        <h2 class="purpose">${t("app.purpose")}</h2>
        <section class="zone">
          <p class="here">${t("drop.here")}</p>
          <intake-buttons large></intake-buttons>
          <p class="kinds quiet">${t("drop.kinds", { limit: size(this.limit) })}</p>
        </section>
        <p class="private">
          <strong>${t("app.private")}</strong>
          <button class="plain" @click=${() => this.dispatchEvent(new CustomEvent("help", { bubbles: true, composed: true }))}>
            ${t("app.private.how")}
          </button>
        </p>
      </div>
    `;
  }
}

define("welcome-page", WelcomePage);
