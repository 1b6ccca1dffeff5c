// The name under which the system knows the library.

export const libraryName = {
  darwin: "libonym.1.dylib",
  win32: "onym.dll",
}[process.platform] ?? "libonym.so.1";
