// Opening, tagging, batches and failures.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

import koffi from "koffi";

import {
  Feature, Info, OnymError, Status, Unit, convertOffsets, decodeReferences,
  hasFeature, load, segment, version,
} from "onym";

import { onym } from "../library.js";

const MODEL = fileURLToPath(
  new URL("../../../models/en.onym", import.meta.url));
const TEXTS = Array.from({ length: 100 }, (_, i) => [
  `Visit Berlin number ${i} in May.`, `Ms. Jane Doe saw ${i} days of Paris.`,
  `The \u{1f600} of NATO met ${i} times in Rome.`, ""][i % 4]);
const tagger = load();

const plain = (document) => ({
  text: document.text,
  tokens: [...document.tokens],
  sentences: [...document.sentences],
  entities: [...document.entities].map((e) => [e.type, e]),
});

test("models are the same wherever they come from", () => {
  for (const model of [MODEL, readFileSync(MODEL)]) {
    const other = load(model);
    assert.deepEqual(plain(other.tag(TEXTS[1])), plain(tagger.tag(TEXTS[1])));
    assert.deepEqual(other.types, tagger.types);
    other.close();
  }
});

test("a tagger tells what it is", () => {
  assert.ok(tagger.types.includes("PERSON"));
  assert.equal(tagger.info.get(Info.LANGUAGE), "en");
  assert.equal(tagger.info.get(Info.FILE_SIZE), readFileSync(MODEL).length);
  assert.deepEqual([...tagger.info.keys()], Object.values(Info));
});

test("the version is the package's", () => {
  const file = new URL("../package.json", import.meta.url);
  assert.equal(version(), JSON.parse(readFileSync(file)).version);
});

test("features", () => {
  assert.equal(hasFeature(Feature.DEFAULT_MODEL), true);
  assert.equal(hasFeature(1e6), false);
});

for (const [what, model, code] of [
  ["a missing file", "/no/such/model", "NOT_FOUND"],
  ["an empty path", "", "INVALID_ARGUMENT"],
  ["other bytes", Buffer.from("no model"), "DATA_LOSS"],
  ["a truncated model", readFileSync(MODEL).subarray(0, -1), "DATA_LOSS"],
]) {
  test(`${what} is an error`, () => {
    assert.throws(() => load(model), (error) => {
      assert.ok(error instanceof OnymError && error instanceof Error);
      assert.equal(error.code, code);
      assert.equal(error.status, Status[code]);
      assert.match(error.message, new RegExp(`^${code}: ..`));
      return true;
    });
  });
}

test("wrong arguments are refused", async () => {
  for (const minConfidence of [-0.1, 1.1, NaN]) {
    assert.throws(() => tagger.tag("Paris", { minConfidence }),
      { code: "INVALID_ARGUMENT" });
    await assert.rejects(tagger.batch(["Paris"], { minConfidence }),
      { code: "INVALID_ARGUMENT" });
  }
  await assert.rejects(tagger.batch(["Paris"], { threads: -1 }),
    { code: "INVALID_ARGUMENT" });
  assert.throws(() => tagger.tag(5), TypeError);
  await assert.rejects(tagger.batch([5]), TypeError);
  assert.ok(tagger.tag("Paris").tokens.length === 1);
});

test("minConfidence leaves entities out", () => {
  const text = TEXTS.join(" ");
  const everything = [...tagger.tag(text).entities];
  const sure = [...tagger.tag(text, { minConfidence: 0.9 }).entities];
  assert.deepEqual(sure, everything.filter((e) => e.confidence >= 0.9));
  assert.ok(sure.length > 0 && sure.length < everything.length);
});

test("segment needs no model", () => {
  const document = segment("Mr. Smith left. He ran.");
  assert.deepEqual([...document.sentences].map((s) => s.text),
    ["Mr. Smith left.", "He ran."]);
  assert.equal(document.entities.length, 0);
});

test("characters and offsets", () => {
  assert.equal(decodeReferences("&ldquo;A &amp; Bé"), "\u201cA & Bé");
  assert.equal(decodeReferences(""), "");
  assert.deepEqual(
    [...convertOffsets("\u{1f600}éx", [4, 2, 3], Unit.UTF16, Unit.BYTE)],
    [7, 4, 6]);
});

for (const threads of [0, 1, 2, 7]) {
  test(`a batch by ${threads} threads is its texts`, async () => {
    const documents = await tagger.batch(new Set(TEXTS), { threads });
    assert.deepEqual(documents.map(plain),
      [...new Set(TEXTS)].map((text) => plain(tagger.tag(text))));
  });
}

test("an empty batch", async () => {
  assert.deepEqual(await tagger.batch([]), []);
});

test("a batch leaves the main thread free", async () => {
  let done = false;
  let turns = 0;
  const batch = tagger.batch([TEXTS.join(" ").repeat(300)])
    .finally(() => { done = true; });
  while (!done) {
    await setImmediate();
    ++turns;
  }
  await batch;
  // A call that blocked this thread would leave it one turn or two.
  assert.ok(turns > 10, `${turns} turns`);
});

test("a batch tells its progress", async () => {
  const steps = [];
  await tagger.batch(TEXTS, {
    threads: 2, progress: (...step) => steps.push(step),
  });
  assert.deepEqual(steps, steps.toSorted((a, b) => a[0] - b[0]));
  assert.deepEqual(steps.at(-1), [TEXTS.length, TEXTS.length]);
});

test("an exception of progress ends a batch", async () => {
  let steps = 0;
  const progress = () => {
    ++steps;
    throw new RangeError("enough");
  };
  await assert.rejects(tagger.batch(TEXTS, { progress }),
    { name: "RangeError", message: "enough" });
  assert.equal(steps, 1);
});

test("a signal ends a batch", async () => {
  await assert.rejects(tagger.batch(TEXTS, { signal: AbortSignal.abort() }),
    { name: "AbortError" });
  const controller = new AbortController();
  await assert.rejects(tagger.batch(TEXTS, {
    signal: controller.signal, progress: () => controller.abort("stop"),
  }), (reason) => reason === "stop");
});

test("a batch that fails frees its documents", async (t) => {
  const { documentTokens } = onym;
  const freed = t.mock.method(onym, "documentFree");
  let taken = 0;
  t.mock.method(onym, "documentTokens", (...args) => {
    if (++taken === 3) throw new RangeError("no memory");
    return documentTokens(...args);
  });
  await assert.rejects(tagger.batch(TEXTS), { message: "no memory" });
  const handles = freed.mock.calls.map((each) => each.arguments[0]);
  assert.equal(handles.length, TEXTS.length);
  assert.equal(new Set(handles).size, TEXTS.length);
});

test("a batch that cannot be watched frees its options", async (t) => {
  const made = t.mock.method(onym, "optionsNew");
  const freed = t.mock.method(onym, "optionsFree");
  t.mock.method(koffi, "register", () => { throw new Error("too many"); });
  await assert.rejects(tagger.batch(TEXTS, { progress() {} }),
    { message: "too many" });
  assert.equal(made.mock.callCount(), 1);
  assert.equal(freed.mock.callCount(), 1);
});

test("batches run side by side", async () => {
  const expected = TEXTS.map((text) => plain(tagger.tag(text)));
  const batches = await Promise.all(Array.from({ length: 8 },
    () => tagger.batch(TEXTS)));
  for (const batch of batches) assert.deepEqual(batch.map(plain), expected);
});

test("a closed tagger is refused", async () => {
  const closed = load();
  const kept = closed.tag(TEXTS[1]);
  closed[Symbol.dispose]();
  closed.close();
  assert.throws(() => closed.tag("x"), /closed/);
  assert.throws(() => closed.info, /closed/);
  await assert.rejects(closed.batch(["x"]), /closed/);
  assert.equal(kept.entities.at(0).text, "Jane Doe");
});

test("closing waits for batches", async () => {
  const expected = plain(tagger.tag(TEXTS[1]));
  const closing = load();
  const batches = [1, 2, 3].map(() => closing.batch([TEXTS[1]]));
  closing.close();
  for (const [document] of await Promise.all(batches)) {
    assert.deepEqual(plain(document), expected);
  }
});

test("every worker thread has a tagger of its own", async () => {
  const program = `
    const { parentPort, workerData } = require("node:worker_threads");
    import(workerData.onym).then(({ load }) => parentPort.postMessage(
      [...load().tag(workerData.text).entities].map((e) => e.text)));`;
  const onym = import.meta.resolve("onym");
  const found = await Promise.all([1, 2].map(() => new Promise(
    (resolve, reject) => new Worker(program, {
      eval: true, workerData: { onym, text: TEXTS[1] },
    }).on("message", resolve).on("error", reject))));
  const expected = [...tagger.tag(TEXTS[1]).entities].map((e) => e.text);
  assert.deepEqual(found, [expected, expected]);
});

for (const [when, end] of Object.entries({
  "as it ends": "",
  "when it exits": "process.exit();",
  "before later handlers": "process.on('exit', () => kept.tag('Paris'));",
  "although it was collected": `
    require("node:v8").setFlagsFromString("--expose-gc");
    const gc = require("node:vm").runInNewContext("gc");
    setImmediate(() => { gc(); process.exit(); });`,
})) {
  test(`a worker thread frees what it has ${when}`, async () => {
    // Counts what the worker makes and what it frees.
    const program = `
      const { workerData } = require("node:worker_threads");
      const { counts, onym, library } = workerData;
      import(library).then(async ({ onym: calls }) => {
        ["taggerOpenDefault", "taggerFree", "scratchNew", "scratchFree",
          "optionsNew", "optionsFree"].forEach((name, i) => {
          const f = calls[name];
          calls[name] = (...args) => {
            if (args[0] !== null) ++counts[i];
            return f(...args);
          };
        });
        const { load } = await import(onym);
        const kept = load();
        load().close();
        load().tag("Paris", { minConfidence: 0.5 });
        kept.tag("Paris");
        ${end}
      });`;
    const counts = new Int32Array(new SharedArrayBuffer(6 * 4));
    const library = new URL("../library.js", import.meta.url).href;
    const workerData = { counts, library, onym: import.meta.resolve("onym") };
    await new Promise((resolve) => new Worker(program, {
      eval: true, workerData,
    }).on("error", () => {}).on("exit", resolve));
    assert.deepEqual([...counts], [3, 3, 1, 1, 2, 2]);
  });
}

test("forgotten taggers are freed", () => {
  // A model of nine megabytes in memory, forgotten a hundred times.
  const program = `
    import { readFileSync } from "node:fs";
    import { setImmediate } from "node:timers/promises";
    import { load } from "onym";
    const model = readFileSync(${JSON.stringify(MODEL)});
    for (let i = 0; i < 100; ++i) {
      load(model).tag("Paris");
      gc();
      await setImmediate();
    }
    console.log(process.memoryUsage().rss < 40 * model.length);`;
  const output = execFileSync(process.execPath,
    ["--expose-gc", "--input-type=module", "-e", program],
    { cwd: new URL("..", import.meta.url), encoding: "utf8" });
  assert.equal(output, "true\n");
});
