// Tokens, sentences and named entities of raw news text.

export { Feature, Info, Status, TokenFlag, TokenKind, Unit } from
  "./constants.js";

/** A stretch of a document's text; offsets count UTF-16 code units. */
interface Span {
  readonly document: Document;
  readonly begin: number;
  readonly end: number;
  readonly text: string;
  readonly tokens: Token[];
}

/** A word, number, sign or mark. */
export interface Token extends Span {
  /** One of TokenKind; expect new ones. */
  readonly kind: number;
  /** Bits of TokenFlag; expect new ones. */
  readonly flags: number;
  /** Whether white space or the start of the text stands before it. */
  readonly spaceBefore: boolean;
}

/** A sentence, headline or other stretch that stands by itself. */
export interface Sentence extends Span {
  readonly firstToken: number;
  readonly endToken: number;
  readonly flags: number;
}

/** A mention of a name, date, number and so on. */
export interface Entity extends Span {
  readonly firstToken: number;
  readonly endToken: number;
  /** The name of the type, such as "PERSON". */
  readonly type: string;
  /** Its number in Document.types. */
  readonly typeNumber: number;
  /** The probability that place and type are right. */
  readonly confidence: number;
  /** Mentions of one thing share a number; 0: none. */
  readonly group: number;
  readonly flags: number;
}

/** The tokens, sentences or entities of a document, made when asked for. */
export interface Spans<T, Column extends string> extends Iterable<T> {
  readonly length: number;
  /** The one at a place, which counts from the end if it is negative. */
  at(index: number): T | undefined;
  slice(start?: number, end?: number): T[];
  /** One field of all: of the type of an entity, its number. */
  column(name: "confidence" & Column): Float32Array;
  column(name: ("kind" | "flags") & Column): Uint16Array | Uint32Array;
  column(name: Column): Uint16Array | Uint32Array | Float32Array;
}

type TokenRange = "begin" | "end" | "firstToken" | "endToken";

/** The analysis of a text. It never changes, and needs no closing. */
export interface Document {
  readonly text: string;
  /** The names of the entity types, by their numbers. */
  readonly types: readonly string[];
  readonly tokens: Spans<Token, "begin" | "end" | "kind" | "flags">;
  readonly sentences: Spans<Sentence, TokenRange | "flags">;
  readonly entities: Spans<Entity,
    TokenRange | "type" | "confidence" | "group" | "flags">;
}

/** A call of the library failed. */
export class OnymError extends Error {
  private constructor();
  /** One of Status; expect new ones. */
  readonly status: number;
  /** Its name, such as "NOT_FOUND". */
  readonly code: string;
}

export interface TagOptions {
  /** Entities below this confidence are left out; 0 to 1. */
  minConfidence?: number;
}

export interface BatchOptions extends TagOptions {
  /** How many threads share the texts, 1 by default; 0: as many as there are
   * processors. */
  threads?: number;
  /** Is told how many texts are done; what it throws ends the batch. */
  progress?: (done: number, count: number) => void;
  /** Ends the batch when it is aborted. */
  signal?: AbortSignal;
}

/** A model, ready to tag. */
export class Tagger implements Disposable {
  /** Opens a model file, or a model that lies in memory; without an argument
   * the model of the library. */
  constructor(model?: string | Uint8Array);
  /** The names of the entity types, by their numbers. */
  readonly types: readonly string[];
  /** What the model says of itself, by the keys of Info. */
  readonly info: Map<number, string | number>;
  tag(text: string, options?: TagOptions): Document;
  /** Tags many texts away from the main thread. */
  batch(texts: Iterable<string>, options?: BatchOptions): Promise<Document[]>;
  /** Gives the model up, as soon as its batches are done. */
  close(): void;
  [Symbol.dispose](): void;
}

/** Opens a tagger, as its constructor does. */
export function load(model?: string | Uint8Array): Tagger;

/** Finds the tokens and sentences of a text, without a model. */
export function segment(text: string): Document;

/** Replaces the HTML character references of a text, &rdquo; for one. */
export function decodeReferences(text: string): string;

/** Returns the places of a text that `offsets` are, counted in another of the
 * units of Unit. */
export function convertOffsets(text: string, offsets: Iterable<number>,
  from: number, to: number): Uint32Array;

/** Tells whether the library was built with one of Feature. */
export function hasFeature(feature: number): boolean;

/** Returns the version of the library, such as "1.0.0". */
export function version(): string;
