// Prints the named entities of an article: type, confidence and text, one a
// line. Usage: node tag.mjs FILE

import { readFileSync } from "node:fs";

import { load } from "onym";

function main(path) {
  if (path === undefined) {
    console.error("usage: tag.mjs FILE");
    return 2;
  }
  try {
    const tagger = load();
    for (const entity of tagger.tag(readFileSync(path, "utf8")).entities) {
      const confidence = entity.confidence.toFixed(2);
      console.log(`${entity.type}\t${confidence}\t${entity.text}`);
    }
    tagger.close();
  } catch (error) {
    console.error(error.message);
    return 1;
  }
  return 0;
}

process.exitCode = main(process.argv[2]);
