// The package as a user meets it: the README, the types, the example.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import * as onym from "onym";

const here = new URL("..", import.meta.url);

function run(...args) {
  return spawnSync(process.execPath, args, { cwd: here, encoding: "utf8" });
}

function printedByPage(path) {
  const page = readFileSync(new URL(path, here), "utf8");
  const program = [...page.matchAll(/^```js\n(.*?)^```/gms)]
    .map((match) => match[1]).join("");
  const { stdout, stderr } = run("--input-type=module", "-e", program);
  assert.equal(stderr, "");
  return stdout;
}

test("the README's program runs", () => {
  assert.match(printedByPage("README.md"),
    /^PERSON 0 13 Angela Merkel\n.*\n2\n$/s);
});

test("the guide's program runs", () => {
  const stdout = printedByPage("../../docs/node.md");
  assert.match(stdout, /^PERSON Angela Merkel\n/);
  assert.match(stdout, /\n4\n.*'Warsaw', 'Poland'.*\ntrue NOT_FOUND\n$/s);
});

for (const [deps, option] of [[undefined, "system"], ["bundled", "bundled"]]) {
  test(`npm builds with ${option} dependencies`, (t) => {
    // A checkout with nothing to build, and a CMake that says what it is told.
    const checkout = mkdtempSync(join(tmpdir(), "onym-"));
    t.after(() => rmSync(checkout, { recursive: true }));
    const folder = join(checkout, "bindings", "node");
    mkdirSync(folder, { recursive: true });
    mkdirSync(join(checkout, "capi"));
    writeFileSync(join(checkout, "capi", "onym.map"), "");
    for (const name of ["install.js", "library-name.js", "package.json"]) {
      cpSync(fileURLToPath(new URL(name, here)), join(folder, name));
    }
    writeFileSync(join(checkout, "cmake"), "#!/bin/sh\necho \"$@\"\nexit 3\n",
      { mode: 0o755 });
    const env = { ...process.env, PATH: checkout, ONYM_DEPS: deps };
    delete env.ONYM_LIBRARY;
    if (deps === undefined) delete env.ONYM_DEPS;
    const { stdout, status } = spawnSync(process.execPath, ["install.js"],
      { cwd: folder, env, encoding: "utf8" });
    assert.equal(status, 3);
    assert.ok(stdout.trim().split(" ").includes(`-DONYM_DEPS=${option}`));
  });
}

test("the types hold", () => {
  const { stdout, status } = run("node_modules/typescript/bin/tsc", "--noEmit",
    "--strict", "--noUncheckedIndexedAccess", "--target", "esnext", "--module",
    "nodenext", "--types", "node", "tests/types.ts");
  assert.equal(status, 0, stdout);
});

test("the types name what there is", () => {
  const types = readFileSync(new URL("index.d.ts", here), "utf8");
  const named = [
    ...types.matchAll(/^export (?:class|function) (\w+)/gm)].map((m) => m[1]);
  const constants = /^export \{ (.*) \}/m.exec(types)[1].split(", ");
  const classes = ["Document", "Entity", "Sentence", "Spans", "Token"];
  assert.deepEqual([...named, ...constants, ...classes].sort(),
    Object.keys(onym).sort());
});
