// Which texts are those of the example: their names say it. Apart from the texts themselves, which not everybody needs who asks.

/** What the names of its files begin with. */
export const FOLDER = "invented example/";

/** Whether a text is one of them. @param {{ name: string }} text */
export function isExample({ name }) {
  return name.startsWith(FOLDER);
}
