"""Tests that neither the header nor the build breaks the binary interface that
onym.abi describes, and that the comparison sees breaks and lets additions pass.
"""

import argparse
import pathlib
import shutil
import sys
import tempfile
import unittest

import abi

OPTIONS = None
BASELINE = pathlib.Path(__file__).parent / "onym.abi"


class Folders(unittest.TestCase):
    """A folder for each test, and a copy of capi/ to be changed."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)
        self.capi = self.work / "capi"
        shutil.copytree(OPTIONS.capi, self.capi)

    def edit(self, old, new, file="include/onym/onym.h"):
        """Replaces what occurs once in the header, or in another file."""
        path = self.capi / file
        text = path.read_text(encoding="utf-8")
        self.assertEqual(text.count(old), 1, msg=old)
        path.write_text(text.replace(old, new), encoding="utf-8")

    def described(self, name):
        """Describes the header as it now is."""
        description = self.work / name
        abi.describe_header(OPTIONS.compiler, self.capi, description,
                            self.work)
        return description


class Interface(Folders):
    """The interface as it is."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.build = pathlib.Path(folder.name) / "build.abi"
        abi.describe(OPTIONS.library, OPTIONS.capi, cls.build)

    def test_header_keeps_the_baseline(self):
        new = self.described("new.abi")
        self.assertEqual(abi.type_breaks(BASELINE, new), [])
        self.assertEqual(abi.enum_breaks(BASELINE, new), [])

    def test_build_keeps_the_baseline(self):
        self.assertEqual(abi.type_breaks(BASELINE, self.build), [])

    def test_build_is_compared(self):
        # A grown struct in the baseline must show against the build: the two
        # come from different compilers' front ends.
        self.edit("} onym_entity;", "  uint32_t more;\n} onym_entity;")
        grown = self.described("grown.abi")
        self.assertNotEqual(abi.type_breaks(grown, self.build), [])

    def test_baseline_is_complete(self):
        # What is not in the baseline is not protected: tests/abi/update.
        new = self.described("new.abi")
        self.assertGreater(len(abi.functions(BASELINE)), 30)
        self.assertGreater(len(abi.enumerators(BASELINE)), 40)
        self.assertEqual(abi.functions(BASELINE), abi.functions(new))
        self.assertEqual(abi.enumerators(BASELINE), abi.enumerators(new))


class OldProgram(Folders):
    """A program that was built for the first release."""

    FIRST = BASELINE.parent / "1.0"

    def run_program(self, capi, model=None):
        return abi.run_program(OPTIONS.compiler, OPTIONS.flags, capi,
                               OPTIONS.library, [model or OPTIONS.model],
                               self.work)

    def test_runs_with_the_build(self):
        self.assertEqual(self.run_program(self.FIRST), (0, ""))

    def test_opens_a_model_of_its_time(self):
        # The file stays as it is for ever; the build must still read it.
        model = str(self.FIRST / "model.onym")
        self.assertEqual(self.run_program(self.FIRST, model), (0, ""))

    def test_header_keeps_the_first(self):
        first = self.work / "first.abi"
        abi.describe_header(OPTIONS.compiler, self.FIRST, first, self.work)
        new = self.described("new.abi")
        self.assertEqual(abi.type_breaks(first, new), [])
        self.assertEqual(abi.enum_breaks(first, new), [])

    def test_a_missing_function_shows(self):
        # It asks for a function that no library has: the loader refuses.
        shutil.copytree(self.FIRST, self.capi, dirs_exist_ok=True)
        self.edit("    onym_abi_version;", "    onym_abi_number;",
                  file="onym.map")
        for file in ("include/onym/onym.h", "program.c"):
            self.edit("onym_abi_version(", "onym_abi_number(", file=file)
        status, output = self.run_program(self.capi)
        self.assertNotEqual(status, 0)
        self.assertIn("onym_abi_number", output)

    def test_a_changed_number_shows(self):
        shutil.copytree(self.FIRST, self.capi, dirs_exist_ok=True)
        self.edit("ONYM_UNIT_UTF16 = 2", "ONYM_UNIT_UTF16 = 3")
        status, output = self.run_program(self.capi)
        self.assertEqual(status, 1)
        self.assertIn("program.c", output)


class Changes(Folders):
    """The means to compare a changed header with the one as it is."""

    def breaks(self):
        """Compares the changed header with the original one; a break of types
        must show in a library, too, where there are no enums."""
        old = self.work / "old.abi"
        abi.describe_header(OPTIONS.compiler, OPTIONS.capi, old, self.work)
        new = self.described("new.abi")
        types = abi.type_breaks(old, new)
        library = self.work / "library.abi"
        abi.describe(self.work / "witness.so", self.capi, library)
        self.assertEqual(bool(abi.type_breaks(old, library)), bool(types))
        return types, abi.enum_breaks(old, new)


class Breaks(Changes):
    """What must be seen."""

    def assert_types_break(self):
        types, enums = self.breaks()
        self.assertNotEqual(types, [])
        self.assertEqual(enums, [])

    def assert_enums_break(self):
        types, enums = self.breaks()
        self.assertEqual(types, [])
        self.assertNotEqual(enums, [])

    def test_grown_struct(self):
        self.edit("} onym_entity;", "  uint32_t more;\n} onym_entity;")
        self.assert_types_break()

    def test_reordered_fields(self):
        self.edit("  uint16_t kind;", "  uint16_t flags_first;")
        self.edit("  uint16_t flags;", "  uint16_t kind;")
        self.assert_types_break()

    def test_changed_field_type(self):
        self.edit("  float confidence;", "  uint32_t confidence;")
        self.assert_types_break()

    def test_removed_function(self):
        self.edit("ONYM_API int32_t onym_abi_version(void) ONYM_NOEXCEPT;", "")
        self.assert_types_break()

    def test_changed_parameter(self):
        self.edit("ONYM_API const char* onym_status_name(onym_status status)",
                  "ONYM_API const char* onym_status_name(int64_t status)")
        self.assert_types_break()

    def test_changed_result(self):
        self.edit("ONYM_API uint32_t onym_version_number(void)",
                  "ONYM_API uint64_t onym_version_number(void)")
        self.assert_types_break()

    def test_changed_status_type(self):
        self.edit("typedef int32_t onym_status;", "typedef int64_t onym_status;")
        self.assert_types_break()

    def test_changed_enumerator(self):
        self.edit("ONYM_DATA_LOSS = 15", "ONYM_DATA_LOSS = 17")
        self.assert_enums_break()

    def test_removed_enumerator(self):
        self.edit("  ONYM_TOKEN_EMOJI = 8,", "")
        self.assert_enums_break()


class Additions(Changes):
    """What must pass."""

    def assert_passes(self):
        self.assertEqual(self.breaks(), ([], []))

    def test_nothing(self):
        self.assert_passes()

    def test_added_function(self):
        self.edit("ONYM_API int32_t onym_abi_version(void) ONYM_NOEXCEPT;",
                  "ONYM_API int32_t onym_abi_version(void) ONYM_NOEXCEPT;\n"
                  "ONYM_API int32_t onym_more(void) ONYM_NOEXCEPT;")
        self.edit("ONYM_1 {", "ONYM_1_1 { global: onym_more; };\nONYM_1 {",
                  file="onym.map")
        self.assert_passes()

    def test_added_enumerator(self):
        self.edit("ONYM_INFO_FILE_SIZE = 7",
                  "ONYM_INFO_FILE_SIZE = 7,\n  ONYM_INFO_MORE = 8")
        self.assert_passes()

    def test_added_type(self):
        self.edit("typedef struct onym_options onym_options;",
                  "typedef struct onym_options onym_options;\n"
                  "typedef struct onym_more { int32_t a; } onym_more;")
        self.assert_passes()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--capi", type=pathlib.Path, required=True)
    parser.add_argument("--library", type=pathlib.Path, required=True)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--flag", dest="flags", action="append", default=[],
                        help="for the programs that run with the library")
    OPTIONS = parser.parse_args()
    unittest.main(argv=sys.argv[:1])
