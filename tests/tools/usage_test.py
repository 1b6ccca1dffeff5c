"""The command line itself: help, version, and what makes no sense."""

import os
import unittest

from program import output, run

OPTIONS = {
    ("tag",): ["--input", "--output", "--offsets", "--model", "--jobs",
               "--min-confidence", "FILE"],
    ("tokenize",): ["--input", "--output", "--offsets", "--jobs", "FILE"],
    ("eval",): ["--model", "--types", "--case", "--min-confidence", "--errors",
                "GOLD"],
    ("train",): ["--config", "--define", "--train", "--dev", "--base",
                 "--name", "--epochs", "--patience", "--card",
                 "--output"],
    ("model",): ["info"],
    ("model", "info"): ["FILE"],
}


class UsageTest(unittest.TestCase):

    def test_help_lists_every_command(self):
        text = output("--help").decode()
        for command in ["tag", "tokenize", "eval", "train", "model",
                        "--version"]:
            self.assertIn(f"\n  {command}", text)

    def test_help_of_a_command_lists_its_options(self):
        for command, options in OPTIONS.items():
            text = output(*command, "--help").decode()
            for option in options:
                self.assertIn(f"\n  {option}", text, command)

    def test_lines_of_the_help_fit_a_terminal(self):
        for command in [(), *OPTIONS]:
            for line in output(*command, "--help").decode().splitlines():
                self.assertLessEqual(len(line), 100, line)

    def test_version(self):
        self.assertEqual(output("--version").decode(),
                         f"onym {os.environ['ONYM_VERSION']}\n")

    def test_what_makes_no_sense(self):
        for args in [
                [],
                ["nonsense"],
                ["--nonsense"],
                ["model"],
                ["model", "nonsense"],
                ["eval"],
                ["tag", "--nonsense"],
                ["tag", "--input=xml"],
                ["tag", "--input"],
                ["tag", "--output=xml"],
                ["tag", "--offsets=bit"],
                ["tag", "--jobs=-1"],
                ["tag", "--jobs=many"],
                ["tag", "--min-confidence=1.5"],
                ["tag", "--min-confidence=-0.1"],
                ["tokenize", "--min-confidence=0.5"],
                ["tokenize", "--model=x"],
                ["eval", "--case=camel", "x"],
                ["train"],
                ["train", "--output=x"],
                ["train", "--train=x"],
                ["train", "--train=x", "--output=y", "--patience=0"],
        ]:
            status, out, errors = run(*args)
            self.assertEqual(status, 2, args)
            self.assertEqual(out, b"", args)
            self.assertTrue(errors.startswith("onym: "), errors)
            self.assertTrue(errors.endswith("; try onym --help\n"), errors)
            self.assertEqual(errors.count("\n"), 1, errors)

    def test_what_is_unknown_is_named(self):
        for args, what in [
                (["foo"], "command foo"),
                (["foo", "--input=text", "file"], "command foo"),
                (["model", "foo"], "command foo"),
                (["--foo"], "option --foo"),
                (["model", "--foo"], "option --foo"),
        ]:
            self.assertEqual(run(*args), (
                2, b"", f"onym: unknown {what}; try onym --help\n"))


if __name__ == "__main__":
    unittest.main()
