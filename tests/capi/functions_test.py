"""Tests that header, list of exports, shared library, bodies and the test in C
agree on the functions of the C interface, and that these checks see faults."""

import argparse
import pathlib
import sys
import unittest

import budget
import functions

OPTIONS = None


def read(*parts):
    return OPTIONS.capi.joinpath(*parts).read_text(encoding="utf-8")


def sources():
    return [path.read_text(encoding="utf-8")
            for path in sorted(OPTIONS.capi.glob("*.cc"))]


class Interface(unittest.TestCase):
    """The interface as it is."""

    def setUp(self):
        self.declared = functions.declared(read("include", "onym", "onym.h"))
        self.listed, self.nodes = functions.listed(read("onym.map"))

    def test_header_declares_each_once(self):
        self.assertGreater(len(self.declared), 30)
        self.assertEqual(len(self.declared), len(set(self.declared)))

    def test_list_equals_header(self):
        self.assertEqual(sorted(self.listed), sorted(self.declared))

    def test_library_exports_the_list(self):
        exports = functions.exported(OPTIONS.nm, OPTIONS.library)
        self.assertEqual(sorted(exports), sorted(self.listed + self.nodes))

    def test_bodies_are_complete_and_guarded(self):
        defined = []
        for source in sources():
            defined += functions.bodies(source)
            self.assertEqual(functions.body_faults(source), [])
        self.assertEqual(sorted(defined), sorted(self.declared))

    def test_each_that_can_fail_meets_missing_memory(self):
        fallible = functions.fallible(read("include", "onym", "onym.h"))
        self.assertGreater(len(fallible), 10)
        test = pathlib.Path(__file__).with_name("memory_test.cc")
        called = functions.called(test.read_text(encoding="utf-8"))
        self.assertEqual(set(fallible) - set(called), set())

    def test_program_in_c_calls_each(self):
        here = pathlib.Path(__file__).parent
        program = "".join(path.read_text(encoding="utf-8")
                          for path in sorted(here.glob("*.c")))
        self.assertEqual(set(self.declared) - set(functions.called(program)),
                         set())


class Checks(unittest.TestCase):
    """The checks see what they are for."""

    PROTOTYPE = "ONYM_API int onym_x(int a) ONYM_NOEXCEPT;\n"

    def body(self, text):
        return 'extern "C" {\nint onym_x(int a) ' + text + '\n}  // extern\n'

    def test_declared(self):
        self.assertEqual(functions.declared(self.PROTOTYPE), ["onym_x"])
        self.assertEqual(functions.declared("/* onym_y( */" + self.PROTOTYPE),
                         ["onym_x"])
        for fault in ("int onym_x(int a) ONYM_NOEXCEPT;",
                      "ONYM_API int onym_x(int a);",
                      "ONYM_API int other(int a) ONYM_NOEXCEPT;"):
            with self.assertRaises(ValueError, msg=fault):
                functions.declared(fault)

    def test_fallible(self):
        header = "onym_status onym_x(int a, onym_error** error) NOEXCEPT;"
        header += "onym_status onym_y(const onym_error* error);"
        self.assertEqual(functions.fallible(header), ["onym_x"])

    def test_listed(self):
        script = "A { global: onym_x; /* onym_z; */ local: *; };"
        script += "B { global: onym_y; } A;"
        self.assertEqual(functions.listed(script),
                         (["onym_x", "onym_y"], ["A", "B"]))

    def test_exported_sees_others(self):
        # A program of the system exports names that are not ours.
        exports = functions.exported(OPTIONS.nm, OPTIONS.foreign)
        self.assertTrue([n for n in exports if not n.startswith("onym_")])

    def test_budget_sees_faults(self):
        names, nodes = functions.listed(read("onym.map"))
        exports, libraries = names + nodes, list(budget.RUNTIME)
        self.assertEqual(budget.faults(800_000, libraries, exports), [])
        for fault in ((1_500_001, libraries, exports),
                      (800_000, libraries + ["libre2.so.9"], exports),
                      (800_000, libraries, exports[1:]),
                      (800_000, libraries, exports + ["_ZSt4cout"])):
            self.assertEqual(len(budget.faults(*fault)), 1, msg=fault)

    def test_budget_reads_libraries(self):
        self.assertIn("libc.so.6", budget.needed(OPTIONS.foreign))
        self.assertGreater(budget.stripped_size(OPTIONS.foreign), 10_000)

    def test_guarded_body_passes(self):
        for text in ("noexcept { return Guard(e, [&] { return f(a); }); }",
                     "noexcept { GuardFree(a); }",
                     "noexcept { return GuardValue<int>(0, [] { g(); }); }"):
            source = self.body(text)
            self.assertEqual(functions.bodies(source), ["onym_x"])
            self.assertEqual(functions.body_faults(source), [], msg=text)

    def test_other_bodies_do_not(self):
        for text in ("{ return Guard(e, [&] { return f(a); }); }",
                     "noexcept { return f(a); }",
                     "noexcept { f(); return Guard(e, [] {}); }",
                     "noexcept { GuardFree(a); f(); }",
                     "noexcept { Guard(e, [] {}) || f(); }",
                     "noexcept { // return Guard(e, [] {});\n return 0; }",
                     "noexcept { }"):
            self.assertNotEqual(functions.body_faults(self.body(text)), [],
                                msg=text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--capi", type=pathlib.Path, required=True)
    parser.add_argument("--library", required=True)
    parser.add_argument("--foreign", required=True)
    parser.add_argument("--nm", required=True)
    OPTIONS = parser.parse_args()
    unittest.main(argv=sys.argv[:1])
