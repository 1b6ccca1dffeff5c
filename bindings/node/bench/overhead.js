// What a call of this package costs over the C call that it wraps, on one
// article, with the entities taken as arrays. Prints the time of both, which a
// tenth of the rounds stays below, and their ratio. The two alternate, so that
// whatever else runs on the machine hits both alike.
//
//   node bench/overhead.js FILE [ROUNDS]

import { readFileSync } from "node:fs";

import { load } from "onym";

import { Option, Unit } from "../constants.js";
import { call, make, onym } from "../library.js";

const now = process.hrtime.bigint;

// Tags without this package's objects; includes what koffi itself costs.
function cCall({ tagger, data, options, scratch, document }) {
  const start = now();
  onym.taggerTag(tagger, data, data.length, options, scratch, document, null);
  onym.documentFree(document[0]);
  return Number(now() - start);
}

function nodeCall(tagger, text) {
  const start = now();
  const { entities } = tagger.tag(text);
  ["begin", "end", "type", "confidence"].forEach((name) =>
    entities.column(name));
  return Number(now() - start);
}

function decile(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 10)] / 1000;
}

const text = readFileSync(process.argv[2], "utf8");
const rounds = Number(process.argv[3] ?? 5000);
const tagger = load();
const options = make(onym.optionsNew);
call(onym.optionsSetInt, options, Option.OFFSET_UNIT, Unit.UTF16);
const raw = {
  tagger: make(onym.taggerOpenDefault),
  data: Buffer.from(text),
  options,
  scratch: make(onym.scratchNew),
  document: new BigUint64Array(1),
};
const c = [];
const node = [];
for (let i = 0; i < rounds; ++i) {
  c.push(cCall(raw));
  node.push(nodeCall(tagger, text));
}
const [inC, inNode] = [decile(c), decile(node)];
console.log(`${raw.data.length} bytes: C ${inC.toFixed(1)} us, ` +
  `Node ${inNode.toFixed(1)} us, Node/C ${(inNode / inC).toFixed(3)}`);
