// Tokens, sentences and named entities of raw news text.
//
//   import { load } from "onym";
//   for (const entity of load().tag("Angela Merkel spoke.").entities) {
//     console.log(entity.type, entity.text);
//   }

export { Feature, Info, Status, TokenFlag, TokenKind, Unit } from
  "./constants.js";
export { Document, Entity, Sentence, Spans, Token } from "./document.js";
export { OnymError } from "./library.js";
export {
  Tagger, convertOffsets, decodeReferences, hasFeature, load, segment, version,
} from "./tagger.js";
