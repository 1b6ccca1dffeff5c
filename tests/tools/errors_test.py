"""Trouble with input, output and models: said in one line, exit status 1."""

import json
import os
import subprocess
import tempfile
import unittest

from program import ONYM, run, write


class ErrorsTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def test_files_that_cannot_be_read(self):
        good = write(self.folder, "good", "One.")
        missing = os.path.join(self.folder, "missing")
        for kind in ["text", "lines", "jsonl"]:
            status, out, errors = run("tokenize", f"--input={kind}", missing,
                                      self.folder)
            self.assertEqual((status, out), (1, b""))
            self.assertEqual(errors,
                             f"onym: {missing}: No such file or directory\n"
                             f"onym: {self.folder}: Is a directory\n")
        status, out, errors = run("tokenize", missing, good, "--jobs=3")
        self.assertEqual(status, 1)
        self.assertEqual(json.loads(out)["id"], good)
        self.assertEqual(errors.count("\n"), 1)

    def test_lines_that_are_no_documents(self):
        lines = ['{"text": "One."}', "nonsense", '{"id": "x"}',
                 '{"text": 5}', '{"text": "\\ud800"}', '{"text": "Two."}']
        path = write(self.folder, "in.jsonl", "\n".join(lines))
        status, out, errors = run("tokenize", "--input=jsonl", path)
        self.assertEqual(status, 1)
        self.assertEqual([json.loads(line)["id"] for line in out.splitlines()],
                         ["1", "6"])
        errors = errors.splitlines()
        self.assertEqual(len(errors), 4)
        self.assertTrue(errors[0].startswith(
            f"onym: {path}:2: invalid JSON at byte 2: "), errors[0])
        self.assertEqual(errors[1], f'onym: {path}:3: no "text"')
        self.assertEqual(errors[2], f'onym: {path}:4: "text" is not a string')
        self.assertIn(f"{path}:5: ", errors[3])

    def test_lines_that_are_no_unicode(self):
        wrong = [b'{"text": "a\xc3("}', b'{"text": "\xed\xa0\x80"}',
                 b'{"text": "a", "id": "\xff"}', b'{"\xc0\x80": 1, "text": "a"}',
                 b'{"text": "a", "x": ["\\ud800"]}', b'{"text": "\\ud800 b"}',
                 b'{"text": "\\udc00"}', b'{"text": "\\udc00\\ud800"}']
        lines = [b'{"text": "One."}', *wrong, b'{"text": "\\ud83d\\ude00"}']
        path = write(self.folder, "in.jsonl", b"\n".join(lines))
        status, out, errors = run("tokenize", "--input=jsonl", path)
        self.assertEqual(status, 1)
        self.assertEqual([json.loads(line)["id"] for line in out.splitlines()],
                         ["1", str(len(lines))])
        errors = errors.splitlines()
        self.assertEqual(len(errors), len(wrong))
        for number, error in enumerate(errors, 2):
            self.assertTrue(error.startswith(
                f"onym: {path}:{number}: invalid JSON at byte "), error)
            self.assertRegex(error, "surrogate|ill-formed UTF-8")

    def test_a_full_disk(self):
        for command in [["tokenize"], ["tag", "--output=html"],
                        ["model", "info"]]:
            with open("/dev/full", "wb") as full:
                done = subprocess.run([ONYM, *command], input=b"One.",
                                      stdout=full, stderr=subprocess.PIPE,
                                      timeout=60)
            self.assertEqual(done.returncode, 1)
            self.assertEqual(done.stderr, b"onym: cannot write standard output:"
                                          b" No space left on device\n")

    def test_a_reader_that_goes_away(self):
        for jobs in [1, 4]:
            with subprocess.Popen(
                    [ONYM, "tokenize", "--input=lines", f"--jobs={jobs}"],
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE) as process:
                process.stdout.close()
                try:
                    for _ in range(100):
                        process.stdin.write(b"Some more words.\n" * 10000)
                    process.stdin.close()
                except BrokenPipeError:
                    pass  # it has stopped reading, as it should
                self.assertEqual(process.wait(timeout=60), 1)
                self.assertEqual(process.stderr.read(), b"")

    def test_output_that_is_closed(self):
        done = subprocess.run(["/bin/sh", "-c", '"$0" tokenize >&-', ONYM],
                              input=b"One.", stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"Bad file descriptor", done.stderr)

    def test_corpora_that_cannot_be_read(self):
        model = os.path.join(self.folder, "model.onym")
        missing = os.path.join(self.folder, "missing.bio")
        untagged = write(self.folder, "untagged.bio", "Ann\tO\nLee\n")
        for corpus, reason in [(missing, "No such file"), (untagged, "line 2")]:
            status, out, errors = run("train", f"--train={corpus}",
                                      f"--output={model}")
            self.assertEqual((status, out), (1, b""))
            self.assertIn(corpus, errors)
            self.assertIn(reason, errors)
            self.assertFalse(os.path.exists(model))

    def test_corpora_without_documents(self):
        model = os.path.join(self.folder, "model.onym")
        good = write(self.folder, "good.bio", "Ann\tB-PERSON\n")
        for name in ["empty.jsonl", "empty.bio"]:
            for content in ["", "\n \r\n"]:
                empty = write(self.folder, name, content)
                for options in [[f"--train={empty}"],
                                ["--train", good, empty],
                                ["--train", good, "--dev", empty]]:
                    status, out, errors = run("train", f"--output={model}",
                                              *options)
                    self.assertEqual((status, out), (1, b""))
                    self.assertEqual(errors.splitlines()[-1],
                                     f"onym: {empty}: no documents")
                    self.assertFalse(os.path.exists(model))

    def test_models_that_cannot_be_opened(self):
        missing = os.path.join(self.folder, "missing")
        garbage = write(self.folder, "garbage", b"garbage " * 1000)
        empty = write(self.folder, "empty", b"")
        for path in [missing, garbage, empty, self.folder]:
            for command in [["tag", f"--model={path}"], ["model", "info", path],
                            ["eval", f"--model={path}", os.devnull]]:
                status, out, errors = run(*command, stdin=b"One.")
                self.assertEqual((status, out), (1, b""), command)
                self.assertEqual(errors.count("\n"), 1, errors)
                self.assertTrue(errors.startswith(f"onym: {path}: "), errors)


if __name__ == "__main__":
    unittest.main()
