// Loads libonym, and turns its objects and failures into JavaScript's. Pointers
// are bigints, as koffi has them.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import koffi from "koffi";

import { ABI_VERSION, FUNCTIONS, Status } from "./constants.js";
import { libraryName } from "./library-name.js";

// A call of the library failed; `status` is its number, `code` its name.
export class OnymError extends Error {
  constructor(status, message) {
    const code = onym.statusName(status);
    super(`${code}: ${message}`);
    this.name = "OnymError";
    this.status = status;
    this.code = code;
  }
}

function load() {
  // A package of a distribution leaves the library to the system.
  const bundled = fileURLToPath(new URL(`lib/${libraryName}`, import.meta.url));
  const library = koffi.load(existsSync(bundled) ? bundled : libraryName);
  const abi = library.func("int32_t onym_abi_version()")();
  if (abi !== ABI_VERSION) {
    throw new Error(`${libraryName} has the binary interface ${abi}; this ` +
      `package needs ${ABI_VERSION}`);
  }
  return library;
}

const library = load();

koffi.proto("int32_t OnymProgress(void *context, size_t done, size_t count)");

// The functions of the library, by their names without the prefix.
export const onym = Object.fromEntries(FUNCTIONS.map((declaration) => {
  const name = /onym_(\w+)\(/.exec(declaration)[1];
  return [name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
    library.func(declaration)];
}));

// Throws what a call put into `error`, unless it succeeded.
export function check(status, error) {
  if (status === Status.OK) return;
  const message = onym.errorMessage(error[0], null);
  onym.errorFree(error[0]);
  throw new OnymError(status, message);
}

// Calls a function whose last argument takes an error.
export function call(f, ...args) {
  const error = new BigUint64Array(1);
  check(f(...args, error), error);
}

// Returns the object that a function makes, for the caller to free.
export function make(f, ...args) {
  const place = new BigUint64Array(1);
  call(f, ...args, place);
  return place[0];
}
