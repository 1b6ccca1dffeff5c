// What a document is to a program in JavaScript.

import assert from "node:assert/strict";
import { test } from "node:test";

import { TokenKind, load } from "onym";

const TEXT = "Angela Merkel spoke at NATO headquarters in Brussels. She left.";
const tagger = load();

test("entities are the names of the text", () => {
  const found = new Map(
    [...tagger.tag(TEXT).entities].map((e) => [e.text, e.type]));
  assert.equal(found.get("Angela Merkel"), "PERSON");
  assert.equal(found.get("Brussels"), "GPE");
});

test("tokens and sentences cover the text", () => {
  const document = tagger.tag(TEXT);
  assert.deepEqual([...document.sentences].map((s) => s.text),
    [TEXT.slice(0, 53), TEXT.slice(54)]);
  const tokens = [...document.tokens];
  assert.equal(tokens.map((t) => t.text).join(""), TEXT.replaceAll(" ", ""));
  assert.deepEqual([...document.sentences].flatMap((s) => s.tokens), tokens);
  assert.equal(tokens[0].kind, TokenKind.WORD);
  assert.equal(tokens[0].spaceBefore, true);
  assert.equal(tokens.at(-1).kind, TokenKind.PUNCTUATION);
  assert.equal(tokens.at(-1).spaceBefore, false);
  for (const entity of document.entities) {
    assert.equal(entity.tokens[0].begin, entity.begin);
    assert.equal(entity.tokens.at(-1).end, entity.end);
    assert.ok(entity.confidence >= 0 && entity.confidence <= 1);
    assert.equal(entity.document, document);
  }
});

for (const before of ["", "\u{1f600} ", "é中\u{1f468}\u200d\u{1f469} ",
  "\ud800 ", "a\0b ", "&amp;&rdquo; "]) {
  test(`offsets count UTF-16 after ${JSON.stringify(before)}`, () => {
    const merkel = [...tagger.tag(before + TEXT).entities]
      .find((entity) => entity.type === "PERSON");
    assert.equal(merkel.text, "Angela Merkel");
    assert.equal(merkel.begin, before.length);
  });
}

test("spans are made when asked for", () => {
  const { tokens } = tagger.tag(TEXT);
  const all = [...tokens];
  assert.equal(tokens.length, all.length);
  assert.ok(all.length > 10);
  assert.deepEqual(tokens.at(0), all[0]);
  assert.deepEqual(tokens.at(-1), all.at(-1));
  assert.equal(tokens.at(all.length), undefined);
  assert.equal(tokens.at(-all.length - 1), undefined);
  const iterator = tokens[Symbol.iterator]();
  assert.equal(iterator.next().value.text, "Angela");
  assert.equal(iterator.next().value.text, "Merkel");
});

for (const range of [[], [2, 5], [3, 1e9], [-2], [0, -1], [1, 100], [-100, 2],
  [5, 2], [100], [0, -100], [-5, -2], [1.9, 4.9], [-0.5], [NaN, Infinity]]) {
  test(`slice(${range.join(", ")}) is an array's`, () => {
    const { tokens } = tagger.tag(TEXT);
    assert.deepEqual(tokens.slice(...range), [...tokens].slice(...range));
  });
}

for (const [name, columns] of Object.entries({
  tokens: ["begin", "end", "kind", "flags"],
  sentences: ["begin", "end", "firstToken", "endToken", "flags"],
  entities: ["begin", "end", "firstToken", "endToken", "type", "confidence",
    "group", "flags"],
})) {
  test(`columns hold what the ${name} do`, () => {
    const spans = tagger.tag(TEXT)[name];
    assert.ok(spans.length > 0);
    for (const column of columns) {
      const key = column === "type" ? "typeNumber" : column;
      assert.deepEqual([...spans.column(column)],
        [...spans].map((span) => span[key]));
    }
    assert.throws(() => spans.column("colour"), RangeError);
  });
}

test("documents never change", () => {
  const document = tagger.tag(TEXT);
  assert.throws(() => { document.text = ""; }, TypeError);
  document.entities.column("begin").fill(7);
  assert.equal(document.entities.at(0).begin, 0);
});

test("an empty text has nothing in it", () => {
  const document = tagger.tag("");
  assert.deepEqual([...document.tokens, ...document.entities], []);
  assert.equal(document.entities.column("begin").length, 0);
});
