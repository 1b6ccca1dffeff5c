"""Tests that the manual page is well-formed and tells of every option that
`onym --help` shows, and of no other."""

import argparse
import re
import subprocess
import sys
import unittest

OPTIONS = None
COMMANDS = ([], ["tag"], ["tokenize"], ["eval"], ["train"], ["model"],
            ["model", "info"])
OPTION = r"(?<![\w-])--?[a-z][a-z-]*"


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True)


def page():
    """Returns the page as a reader sees it."""
    plain = run("groff", "-man", "-Tascii", "-P-c", "-P-b", "-P-u",
                OPTIONS.page).stdout
    return re.sub(r"\x1b\[[0-9;]*m", "", plain)


def section(text, title):
    """Returns what stands under a heading, up to the next one of its kind."""
    match = re.search(r"^(\s*)%s\n(.*?)(?=^\1\S|\Z)" % re.escape(title), text,
                      re.MULTILINE | re.DOTALL)
    return match[2] if match else ""


class Page(unittest.TestCase):

    def test_no_warnings(self):
        checked = run("groff", "-man", "-ww", "-z", "-Tutf8", OPTIONS.page)
        self.assertEqual(checked.stderr, "")

    def test_options_are_those_of_help(self):
        offered = set()
        for command in COMMANDS:
            offered |= set(re.findall(
                OPTION, run(OPTIONS.onym, *command, "--help").stdout))
        self.assertGreater(len(offered), 15)
        self.assertEqual(set(re.findall(OPTION, page())), offered)

    def test_each_command_has_its_options(self):
        text = page()
        for command, title in (("tag", "onym tag, onym tokenize"),
                               ("tokenize", "onym tag, onym tokenize"),
                               ("eval", "onym eval"), ("train", "onym train")):
            offered = set(re.findall(
                r"^\s*(--[a-z-]+)",
                run(OPTIONS.onym, command, "--help").stdout, re.MULTILINE))
            told = set(re.findall(OPTION, section(text, title)))
            self.assertNotEqual(offered, set())
            self.assertEqual(offered - told, set(), msg=command)

    def test_version(self):
        version = run(OPTIONS.onym, "--version").stdout.split()[-1]
        self.assertIn("Onym " + version, page())


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--onym", required=True)
    parser.add_argument("--page", required=True)
    OPTIONS = parser.parse_args()
    unittest.main(argv=sys.argv[:1])
