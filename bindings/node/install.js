// Puts libonym into the folder lib/ of this package when npm installs it: the
// file that ONYM_LIBRARY names, or in a checkout of Onym one that it builds.
// Elsewhere it leaves the library to the package or the system. ONYM_DEPS says
// where a build takes Abseil and RE2 from, as the option of CMake does.

import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { libraryName } from "./library-name.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const checkout = join(here, "..", "..");

function put(file, name = libraryName) {
  mkdirSync(join(here, "lib"), { recursive: true });
  copyFileSync(file, join(here, "lib", name));
}

function cmake(...args) {
  const { status } = spawnSync("cmake", args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.env.ONYM_LIBRARY) {
  put(process.env.ONYM_LIBRARY);
} else if (existsSync(join(checkout, "capi", "onym.map"))) {
  const build = join(here, "build");
  cmake("-S", checkout, "-B", build, "-DCMAKE_BUILD_TYPE=Release",
    "-DONYM_BUILD_TESTS=OFF", "-DONYM_BUILD_TOOLS=OFF",
    `-DONYM_DEPS=${process.env.ONYM_DEPS || "system"}`);
  cmake("--build", build, "--target", "onym_capi",
    "--parallel", String(availableParallelism()));
  put(join(build, "capi", libraryName));
  for (const name of ["LICENSE", "NOTICE"]) put(join(checkout, name), name);
}
