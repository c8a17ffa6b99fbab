// The text that a page has put between the tags of a panel: what is to be read, and what is seen where panels do not work.

/** Elements that begin and end on a line of their own. */
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL".split(" "),
);
/** Elements whose text is no text for readers. */
const SILENT = new Set(["NOSCRIPT", "SCRIPT", "STYLE", "TEMPLATE"]);

/**
 * What stands in the default slot of an element, paragraphs apart; as it stands where there is no markup in it. Empty where there is none.
 *
 * @param {Element} element
 */
export function lightText(element) {
  const nodes = Array.from(element.childNodes).filter((node) => !(node instanceof Element && node.slot !== ""));
  if (!nodes.some((node) => node instanceof Element)) return unindented(nodes.map((node) => (node instanceof Text ? node.data : "")).join(""));
  /** @type {string[]} */
  const pieces = [];
  gather(nodes, pieces);
  return pieces
    .join("")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * Goes through the nodes with a stack of its own: how deep a page nests is not ours to say.
 *
 * @param {Node[]} nodes
 * @param {string[]} pieces
 */
function gather(nodes, pieces) {
  /** @type {(Node | string)[]} */
  const open = [...nodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === "string") pieces.push(node);
    else if (node instanceof Text) pieces.push(node.data.replace(/\s+/g, " "));
    else if (node instanceof Element && !SILENT.has(node.tagName)) {
      if (node.tagName === "BR") pieces.push("\n");
      const around = BLOCKS.has(node.tagName) ? "\n\n" : "";
      open.push(around, ...Array.from(node.childNodes).reverse());
      pieces.push(around);
    }
  }
}

/** A text without the indentation that all of its lines have because of the markup around it. @param {string} text */
function unindented(text) {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  const indents = lines.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
  // The first line may follow the tag at once.
  const common = Math.min(...(indents.length > 1 && indents[0] === 0 ? indents.slice(1) : indents));
  return lines
    .map((line, index) => line.slice(index === 0 ? Math.min(common, line.length - line.trimStart().length) : common))
    .join("\n")
    .trim();
}
