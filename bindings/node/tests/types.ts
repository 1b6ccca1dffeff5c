// A program that the test compiles, to see that the types are what they say.

import { type Document, Info, OnymError, TokenKind, load, segment } from "onym";

using tagger = load("model.onym");
const document: Document = tagger.tag("Paris", { minConfidence: 0.5 });
for (const entity of document.entities) {
  const line: string = entity.type + entity.text;
  const place: number = entity.begin + entity.tokens[0]!.end;
  console.log(line, place);
}
const confidences: Float32Array = document.entities.column("confidence");
const first: number | undefined = segment("A").tokens.at(0)?.kind;
console.log(confidences, first === TokenKind.WORD, tagger.info.get(Info.NAME));
const documents: Document[] = await tagger.batch(["a"], {
  threads: 2,
  progress: (done: number, count: number) => console.log(done / count),
  signal: AbortSignal.timeout(1000),
});
console.log(documents.length);
try {
  load(new Uint8Array());
} catch (error) {
  if (error instanceof OnymError) console.log(error.status, error.code);
}

// @ts-expect-error: a text is a string.
tagger.tag(5);
// @ts-expect-error: tokens have no confidence.
document.tokens.column("confidence");
// @ts-expect-error: documents never change.
document.text = "";
// @ts-expect-error: there is no such constant.
console.log(TokenKind.NOUN);
