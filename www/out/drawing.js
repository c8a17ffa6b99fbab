// A picture as SVG by itself: colours and typefaces written out, light whatever the page looks like, its title and what it shows inside.
//
// Lit writes the markup and the browser's own serializer the file, so that no word of a text can be anything but a word.

import { html, nothing, render, svg } from "lit";
import { directionOf, language } from "../locales/locale.js";

/** @import { TemplateResult } from "lit" */

/** The colours that pictures are drawn with, by their names on the page. */
const COLOURS = /** @type {const} */ (["paper", "paper-2", "ink", "ink-2", "line", "line-2", "accent", "alarm", "clash", "demand", "offer", "support", "oppose"]);

/** @typedef {typeof COLOURS[number]} Colour */
/**
 * @typedef {object} Lettering
 * @property {number} [size]      13 unless given
 * @property {number} [weight]
 * @property {Colour} [fill]      ink unless given
 * @property {"start" | "middle" | "end"} [anchor]
 * @property {number} [room]      what is wider is cut
 * @property {number} [turned]    by how many degrees, around its start
 */
/** Colours stand for themselves; `hatched` and `dotted` are patterns, a number is how much of the ink. @typedef {Colour | "hatched" | "dotted" | number | `#${string}` | "none"} Fill */

/** What XML cannot hold in any form. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Fonts differ from reader to reader: cut a little earlier than here. */
const SLACK = 0.94;

export class Drawing {
  /** @type {unknown[]} */
  #shapes = [];
  #width;
  #mirrored = directionOf(language()) === "rtl";
  /** @type {Record<Colour, string>} */
  #colours;
  #font;
  #pen = document.createElement("canvas").getContext("2d");

  /**
   * @param {Element} beside    something on the page, which has its colours
   * @param {number} width      in pixels
   */
  constructor(beside, width) {
    this.#width = width;
    const probe = document.createElement("span");
    probe.style.cssText = "display: none; color-scheme: light; font-family: var(--sans)";
    beside.append(probe);
    const style = getComputedStyle(probe);
    this.#font = style.fontFamily;
    const resolved = COLOURS.map((name) => {
      probe.style.color = `var(--${name})`;
      return [name, hex(style.color)];
    });
    this.#colours = Object.fromEntries(resolved);
    probe.remove();
  }

  /**
   * @param {number} x         of its anchor, from where lines begin in the language
   * @param {number} y         of its foot
   * @param {string} words
   * @param {Lettering} [how]
   */
  text(x, y, words, { size = 13, weight = 400, fill = "ink", anchor = "start", room = Infinity, turned = 0 } = {}) {
    const fitted = this.fitted(words, room, size, weight);
    // Words of another direction stand by themselves, as on the page.
    const shown = this.#mirrored ? `\u2068${fitted}\u2069` : fitted;
    const at = this.#x(x);
    const direction = this.#mirrored ? "rtl" : "ltr";
    const turn = turned === 0 ? nothing : `rotate(${this.#mirrored ? -turned : turned} ${at} ${y})`;
    this.#shapes.push(
      svg`<text x=${at} y=${y} font-size=${size} font-weight=${weight} fill=${this.#colours[fill]} text-anchor=${anchor} direction=${direction} transform=${turn}>${shown}</text>`,
    );
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   * @param {Fill} fill
   * @param {{ stroke?: Colour, thick?: number, round?: number }} [edge]
   */
  box(x, y, width, height, fill, { stroke, thick = 1, round = 0 } = {}) {
    const left = this.#mirrored ? this.#width - x - width : x;
    const painted = this.#painted(fill);
    this.#shapes.push(
      svg`<rect x=${left} y=${y} width=${width} height=${height} rx=${round} fill=${painted.fill} fill-opacity=${painted.opacity} stroke=${stroke === undefined ? nothing : this.#colours[stroke]} stroke-width=${stroke === undefined ? nothing : thick} />`,
    );
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} toX
   * @param {number} toY
   * @param {Colour} stroke
   * @param {{ thick?: number, dashes?: string, round?: boolean }} [how]
   */
  line(x, y, toX, toY, stroke, { thick = 1, dashes, round = false } = {}) {
    this.#shapes.push(
      svg`<line x1=${this.#x(x)} y1=${y} x2=${this.#x(toX)} y2=${toY} stroke=${this.#colours[stroke]} stroke-width=${thick} stroke-dasharray=${dashes ?? nothing} stroke-linecap=${round ? "round" : nothing} />`,
    );
  }

  /**
   * A small sign: a full circle, an open one, a square or a diamond.
   *
   * @param {number} x    of its middle
   * @param {number} y
   * @param {"circle" | "ring" | "square" | "diamond"} shape
   * @param {Colour} fill
   */
  dot(x, y, shape, fill) {
    const at = this.#x(x);
    const colour = this.#colours[fill];
    if (shape === "circle") this.#shapes.push(svg`<circle cx=${at} cy=${y} r="5" fill=${colour} />`);
    else if (shape === "ring") this.#shapes.push(svg`<circle cx=${at} cy=${y} r="4" fill=${this.#colours.paper} stroke=${colour} stroke-width="2.5" />`);
    else this.#shapes.push(svg`<rect x=${at - 4.5} y=${y - 4.5} width="9" height="9" fill=${colour} transform=${shape === "diamond" ? `rotate(45 ${at} ${y})` : nothing} />`);
  }

  /**
   * How wide words are.
   *
   * @param {string} words
   * @param {number} [size]
   * @param {number} [weight]
   */
  wide(words, size = 13, weight = 400) {
    if (this.#pen === null) return words.length * size * 0.6;
    this.#pen.font = `${weight} ${size}px ${this.#font}`;
    return this.#pen.measureText(words).width / SLACK;
  }

  /**
   * The words, or as many letters of them as there is room for.
   *
   * @param {string} words
   * @param {number} room
   * @param {number} [size]
   * @param {number} [weight]
   */
  fitted(words, room, size, weight) {
    const line = words.replace(UNWRITABLE, "\ufffd").replace(/\s+/g, " ").trim();
    if (room === Infinity || this.wide(line.slice(0, 2000), size, weight) <= room) return line;
    const letters = [...line.slice(0, 2000)];
    let [low, high] = [0, letters.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.wide(`${letters.slice(0, middle).join("")}…`, size, weight) <= room) low = middle;
      else high = middle - 1;
    }
    return `${letters.slice(0, low).join("").trimEnd()}…`;
  }

  /**
   * The file.
   *
   * @param {number} height
   * @param {string} title
   * @param {string} desc      what it shows, in words
   */
  file(height, title, desc) {
    const width = this.#width;
    const { ink, "ink-2": quiet, paper } = this.#colours;
    const clean = (/** @type {string} */ words) => words.replace(UNWRITABLE, "\ufffd");
    const box = document.createElement("div");
    render(
      html`<svg
        width=${width}
        height=${height}
        viewBox=${`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby="title desc"
        lang=${language()}
        font-family=${this.#font}
      >
        <title id="title">${clean(title)}</title>
        <desc id="desc">${clean(desc)}</desc>
        <defs>
          <pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill=${paper} />
            <rect width="2" height="5" fill=${quiet} />
          </pattern>
          <pattern id="dotted" width="4" height="4" patternUnits="userSpaceOnUse">
            <rect width="4" height="4" fill=${paper} />
            <circle cx="2" cy="2" r="1" fill=${quiet} />
          </pattern>
        </defs>
        <rect width=${width} height=${height} fill=${paper} />
        <g fill=${ink}>${this.#shapes}</g>
      </svg>`,
      box,
    );
    const root = /** @type {SVGSVGElement} */ (box.querySelector("svg"));
    // What Lit remembers its places by.
    const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    const found = [];
    while (comments.nextNode()) found.push(/** @type {Comment} */ (comments.currentNode));
    for (const comment of found) comment.remove();
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
  }

  /** @param {number} x */
  #x(x) {
    return this.#mirrored ? this.#width - x : x;
  }

  /** @param {Fill} fill */
  #painted(fill) {
    if (typeof fill === "number") return { fill: this.#colours.ink, opacity: fill };
    if (fill === "hatched" || fill === "dotted") return { fill: `url(#${fill})`, opacity: 1 };
    if (fill === "none" || fill.startsWith("#")) return { fill, opacity: 1 };
    return { fill: this.#colours[/** @type {Colour} */ (fill)], opacity: 1 };
  }
}

/** A colour as every reader of SVG knows it: `#` and six digits. @param {string} colour    as computed by the browser */
function hex(colour) {
  const parts = colour.match(/^rgba?\((\d+), (\d+), (\d+)/);
  return parts === null ? colour : `#${parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}
