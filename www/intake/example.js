// The example that a first visitor can read: one invented dispute, told by six sources that disagree. It says that it is invented, in each text
// and on the page.

import agency from "./example/1-agency.txt";
import communique from "./example/2-communique.txt";
import unitedNations from "./example/3-united-nations.txt";
import localPaper from "./example/4-local-paper.txt";
import thinkTank from "./example/5-think-tank.txt";
import blog from "./example/6-blog.txt";
import { FOLDER } from "./invented.js";

/** @import { Found } from "./drop.js" */

const TEXTS = {
  "1-agency.txt": agency,
  "2-communique.txt": communique,
  "3-united-nations.txt": unitedNations,
  "4-local-paper.txt": localPaper,
  "5-think-tank.txt": thinkTank,
  "6-blog.txt": blog,
};

/** @returns {Found[]} */
export function example() {
  return Object.entries(TEXTS).map(([name, text]) => ({ name: `${FOLDER}${name}`, blob: new Blob([text], { type: "text/plain" }) }));
}
