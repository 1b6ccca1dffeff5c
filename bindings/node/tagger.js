// The calls of the library: segmentation, taggers, characters and offsets.

import { isMainThread } from "node:worker_threads";

import koffi from "koffi";

import { Info, Option, Unit } from "./constants.js";
import { taken } from "./document.js";
import { call, check, make, onym } from "./library.js";

export const version = () => onym.version();

export const hasFeature = (feature) => onym.hasFeature(feature) !== 0;

// Finds the tokens and sentences of a text, without a model.
export function segment(text) {
  const data = encoded(text);
  return taken(text, [],
    make(onym.segment, data, data.length, sharedOptions(0)));
}

// Replaces the HTML character references of a text, &rdquo; for one.
export function decodeReferences(text) {
  const data = encoded(text);
  const size = new BigUint64Array(1);
  call(onym.decodeReferences, data, data.length, null, 0, size);
  const buffer = Buffer.alloc(Number(size[0]));
  call(onym.decodeReferences, data, data.length, buffer, buffer.length, size);
  return buffer.toString();
}

// Returns the places of a text that `offsets` are, counted in the unit `to`
// instead of in `from`.
export function convertOffsets(text, offsets, from, to) {
  const data = encoded(text);
  const places = Uint32Array.from(offsets);
  const map = make(onym.offsetMapNew, data, data.length);
  try {
    call(onym.offsetMapConvert, map, from, to, places, places.length);
  } finally {
    onym.offsetMapFree(map);
  }
  return places;
}

// The open models of this thread, with weak references to their taggers.
const owners = new Map();

// Frees the models of taggers that nobody closed.
const forgotten = new FinalizationRegistry(freeModel);

function freeModel(model) {
  owners.delete(model);
  onym.taggerFree(model);
}

// A model, ready to tag.
export class Tagger {
  #model;
  #batches = 0;

  // Opens the model in the file `model`, a model that lies in memory, or
  // without an argument the model of the library.
  constructor(model) {
    this.#model = opened(model);
    owners.set(this.#model, new WeakRef(this));
    forgotten.register(this, this.#model, this);
    this.types = Object.freeze(Array.from(
      { length: onym.taggerTypeCount(this.#model) },
      (_, type) => onym.taggerTypeName(this.#model, type, null)));
  }

  // Tags a text; leaves out entities below minConfidence.
  tag(text, { minConfidence = 0 } = {}) {
    const data = encoded(text);
    return taken(text, this.types, make(onym.taggerTag, this.#open(), data,
      data.length, sharedOptions(minConfidence), scratch()));
  }

  // Tags many texts away from the main thread, by `threads` threads; 0 means
  // one for each processor. Calls progress(done, count) now and then. What it
  // throws ends the work and rejects the promise, as `signal` does.
  async batch(texts, settings = {}) {
    const { minConfidence = 0, threads = 1, progress, signal } = settings;
    signal?.throwIfAborted();
    const model = this.#open();
    const kept = [...texts];
    const options = newOptions(minConfidence);
    let watch;
    ++this.#batches;
    try {
      if (progress || signal) watch = new Watch(progress, signal);
      call(onym.optionsSetInt, options, Option.THREADS, threads);
      if (watch) call(onym.optionsSetProgress, options, watch.callback, null);
      const documents = await tagged(model, kept.map(encoded), options);
      return allTaken(kept, this.types, documents);
    } catch (error) {
      throw watch?.stopped ? watch.reason : error;
    } finally {
      watch?.end();
      onym.optionsFree(options);
      --this.#batches;
      this.#freeIfDone(model);
    }
  }

  // What the model says of itself, by the keys of Info.
  get info() {
    const model = this.#open();
    return new Map(Object.values(Info).map((key) => [
      key, onym.taggerInfoString(model, key, null) ??
        Number(onym.taggerInfoNumber(model, key))]));
  }

  // Gives the model up, as soon as its batches are done.
  close() {
    const model = this.#model;
    if (model === undefined) return;
    this.#model = undefined;
    forgotten.unregister(this);
    this.#freeIfDone(model);
  }

  [Symbol.dispose]() {
    this.close();
  }

  #freeIfDone(model) {
    if (this.#model === undefined && this.#batches === 0) freeModel(model);
  }

  #open() {
    if (this.#model === undefined) throw new Error("the tagger is closed");
    return this.#model;
  }
}

export const load = (model) => new Tagger(model);

function opened(model) {
  if (model === undefined) return make(onym.taggerOpenDefault);
  if (typeof model === "string") {
    const path = encoded(model);
    return make(onym.taggerOpen, path, path.length);
  }
  return make(onym.taggerOpenBytes, model, model.byteLength);
}

// Hands the progress of a batch on, and keeps why it was stopped. The library
// waits in its own thread until the main thread has answered.
class Watch {
  stopped = false;

  constructor(progress, signal) {
    this.callback = koffi.register((_, done, count) => {
      try {
        signal?.throwIfAborted();
        progress?.(Number(done), Number(count));
        return 0;
      } catch (reason) {
        this.stopped = true;
        this.reason = reason;
        return 1;
      }
    }, "OnymProgress *");
  }

  end() {
    koffi.unregister(this.callback);
  }
}

// Tags the texts in another thread; returns their documents.
async function tagged(model, texts, options) {
  const spans = BigUint64Array.from(texts.flatMap((text) =>
    [text.length ? koffi.address(text) : 0n, BigInt(text.length)]));
  const documents = new BigUint64Array(texts.length);
  const error = new BigUint64Array(1);
  const inUse = [texts, spans];
  const status = await new Promise((resolve, reject) => {
    onym.taggerTagBatch.async(model, spans, texts.length, options, documents,
      error, (failure, result) => failure ? reject(failure) : resolve(result));
  });
  // Only here may what the other thread read be collected.
  inUse.length = 0;
  check(status, error);
  return documents;
}

// Returns what the documents of a batch hold, and frees all of them, even if
// one cannot be taken.
function allTaken(texts, types, handles) {
  let next = 0;
  try {
    return texts.map((text) => taken(text, types, handles[next++]));
  } finally {
    while (next < handles.length) onym.documentFree(handles[next++]);
  }
}

// UTF-8 has no lone surrogates; U+FFFD, which stands for them, is one code
// unit of UTF-16, too.
function encoded(text) {
  if (typeof text !== "string") throw new TypeError("the text is no string");
  return Buffer.from(text);
}

function newOptions(minConfidence) {
  const options = make(onym.optionsNew);
  try {
    call(onym.optionsSetInt, options, Option.OFFSET_UNIT, Unit.UTF16);
    call(onym.optionsSetDouble, options, Option.MIN_CONFIDENCE, minConfidence);
  } catch (error) {
    onym.optionsFree(options);
    throw error;
  }
  return options;
}

// The options and the working memory of the calls in this thread.
let last = { options: null };
let scratchOfThread = null;

function sharedOptions(minConfidence) {
  if (last.minConfidence !== minConfidence) {
    const options = newOptions(minConfidence);
    onym.optionsFree(last.options);
    last = { minConfidence, options };
  }
  return last.options;
}

function scratch() {
  scratchOfThread ??= make(onym.scratchNew);
  return scratchOfThread;
}

// Frees what this thread has. A tagger with a running batch stays, as another
// thread uses it.
function freeAll() {
  for (const [model, owner] of owners) {
    const tagger = owner.deref();
    if (tagger) tagger.close();
    else freeModel(model);
  }
  onym.optionsFree(last.options);
  last = { options: null };
  onym.scratchFree(scratchOfThread);
  scratchOfThread = null;
}

// The system takes what the main thread leaves, and its handlers may still tag.
if (!isMainThread) process.once("exit", freeAll);
