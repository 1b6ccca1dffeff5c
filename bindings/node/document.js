// Documents: the result of an analysis, as plain values of JavaScript.

import koffi from "koffi";

import {
  EntityLayout, SentenceLayout, TokenFlag, TokenLayout,
} from "./constants.js";
import { onym } from "./library.js";

// Views a buffer as numbers of each type that a layout has.
const views = (buffer) => ({
  Uint16: new Uint16Array(buffer),
  Uint32: new Uint32Array(buffer),
  Float32: new Float32Array(buffer),
});

// A stretch of a document's text.
class Span {
  #document;

  constructor(document, numbers, start, fields) {
    this.#document = document;
    for (const { name, type, offset } of fields) {
      const view = numbers[type];
      // "type" is for its name, which the document knows.
      this[name === "type" ? "typeNumber" : name] =
        view[(start + offset) / view.BYTES_PER_ELEMENT];
    }
  }

  get document() {
    return this.#document;
  }

  get text() {
    return this.#document.text.slice(this.begin, this.end);
  }

  get tokens() {
    return this.#document.tokens.slice(this.firstToken, this.endToken);
  }
}

export class Token extends Span {
  get spaceBefore() {
    return (this.flags & TokenFlag.SPACE_BEFORE) !== 0;
  }

  get tokens() {
    return [this];
  }
}

export class Sentence extends Span {}

export class Entity extends Span {
  get type() {
    return this.document.types[this.typeNumber];
  }
}

// The tokens, sentences or entities of a document. Each is made when it is
// asked for; `column` gives one field of all at once.
export class Spans {
  #document;
  #kind;
  #layout;
  #buffer;
  #views;

  constructor(document, kind, layout, buffer) {
    this.#document = document;
    this.#kind = kind;
    this.#layout = layout;
    this.#buffer = buffer;
  }

  get length() {
    return this.#buffer.byteLength / this.#layout.size;
  }

  at(index) {
    const place = index < 0 ? index + this.length : index;
    return place >= 0 && place < this.length ? this.#made(place) : undefined;
  }

  // As Array.prototype.slice, but makes only the spans that it returns.
  slice(start = 0, end = this.length) {
    const last = this.#placeOf(end);
    const spans = [];
    for (let place = this.#placeOf(start); place < last; ++place) {
      spans.push(this.#made(place));
    }
    return spans;
  }

  * [Symbol.iterator]() {
    for (let place = 0; place < this.length; ++place) yield this.#made(place);
  }

  column(name) {
    const field = this.#layout.fields.find((each) => each.name === name);
    if (!field) throw new RangeError(`there is no column ${name}`);
    const view = this.#numbers[field.type];
    const step = this.#layout.size / view.BYTES_PER_ELEMENT;
    const start = field.offset / view.BYTES_PER_ELEMENT;
    const column = new view.constructor(this.length);
    for (let place = 0; place < column.length; ++place) {
      column[place] = view[start + place * step];
    }
    return column;
  }

  get #numbers() {
    this.#views ??= views(this.#buffer);
    return this.#views;
  }

  // Returns the place that an index means, which counts from the end if it is
  // negative; the nearest one if it is outside.
  #placeOf(index) {
    const whole = Math.trunc(index) || 0;
    const place = whole < 0 ? whole + this.length : whole;
    return Math.min(Math.max(place, 0), this.length);
  }

  #made(place) {
    return new this.#kind(this.#document, this.#numbers,
      place * this.#layout.size, this.#layout.fields);
  }
}

// The analysis of a text. It never changes, and holds nothing of the library.
// Offsets count the UTF-16 code units of `text`.
export class Document {
  constructor(text, types, tokens, sentences, entities) {
    this.text = text;
    this.types = types;
    this.tokens = new Spans(this, Token, TokenLayout, tokens);
    this.sentences = new Spans(this, Sentence, SentenceLayout, sentences);
    this.entities = new Spans(this, Entity, EntityLayout, entities);
    Object.freeze(this);
  }
}

// Returns what a document of the library holds, and frees it.
export function taken(text, types, handle) {
  const count = new BigUint64Array(1);
  const copied = (f, { size }) => {
    const array = f(handle, count);
    // Every struct is made of words; decoding an array of them is a copy.
    const words = Number(count[0]) * size / 4;
    return words ? koffi.decode(array, "uint32_t", words).buffer
      : new ArrayBuffer(0);
  };
  try {
    return new Document(text, types,
      copied(onym.documentTokens, TokenLayout),
      copied(onym.documentSentences, SentenceLayout),
      copied(onym.documentEntities, EntityLayout));
  } finally {
    onym.documentFree(handle);
  }
}
