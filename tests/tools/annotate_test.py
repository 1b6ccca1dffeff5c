"""`onym tag` and `onym tokenize`: every input, every output, streams."""

import json
import os
import pty
import random
import select
import subprocess
import tempfile
import unittest

from program import ONYM, documents, output, write

NEWS = ("Angela Merkel met Emmanuel Macron in Paris on Monday.\n"
        "They did not talk about NATO.\n")


def spans(document, key):
    return [(span["begin"], span["end"]) for span in document[key]]


def texts(document, key, text):
    """The stretches of `text` that are meant, offsets in bytes."""
    return [text[begin:end] for begin, end in spans(document, key)]


class InputTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def test_text(self):
        a = write(self.folder, "a.txt", "One two.\nThree.\n")
        b = write(self.folder, "b.txt", "Four.")
        found = documents("tokenize", a, b)
        self.assertEqual([d["id"] for d in found], [a, b])
        self.assertEqual(texts(found[0], "tokens", "One two.\nThree.\n"),
                         ["One", "two", ".", "Three", "."])
        self.assertEqual(texts(found[1], "tokens", "Four."), ["Four", "."])

    def test_standard_input(self):
        for args in [[], ["-"]]:
            found = documents("tokenize", *args, stdin="One two.\n\nThree.")
            self.assertEqual(len(found), 1)
            self.assertEqual(found[0]["id"], "-")
            self.assertEqual(len(found[0]["sentences"]), 2)

    def test_lines(self):
        text = b"One.\r\n\nTwo\0 three\n\xff\xfe\nlast"
        found = documents("tokenize", "--input=lines", stdin=text)
        self.assertEqual([d["id"] for d in found], ["1", "2", "3", "4", "5"])
        self.assertEqual(spans(found[0], "tokens"), [(0, 3), (3, 4)])
        self.assertEqual(found[1]["tokens"], [])
        self.assertEqual(found[2]["sentences"][-1]["end"], 10)
        self.assertEqual(spans(found[4], "tokens"), [(0, 4)])

    def test_lines_of_several_files(self):
        a = write(self.folder, "a", "x\ny\n")
        b = write(self.folder, "b", "z\n")
        found = documents("tokenize", "--input=lines", a, b)
        self.assertEqual([d["id"] for d in found],
                         [f"{a}:1", f"{a}:2", f"{b}:1"])

    def test_jsonl(self):
        lines = [{"text": "A b.", "id": "first", "date": "2021-01-26"},
                 {"id": 7, "text": "caf\u00e9 \U0001F600 now"},
                 {"text": "no id", "other": {"text": 1}},
                 {"id": None, "text": ""}]
        text = "\n\r\n".join(json.dumps(line) for line in lines)
        found = documents("tokenize", "--input=jsonl", stdin=text)
        # Blank lines are no documents, but they count as lines.
        self.assertEqual([d["id"] for d in found], ["first", "7", "5", "7"])
        self.assertEqual(spans(found[1], "tokens"), [(0, 5), (6, 10), (11, 14)])
        self.assertEqual(found[3]["tokens"], [])

    def test_nothing(self):
        empty = write(self.folder, "empty", "")
        self.assertEqual(len(documents("tokenize", empty)), 1)
        for kind in ["lines", "jsonl"]:
            args = ["tokenize", f"--input={kind}"]
            self.assertEqual(documents(*args, empty), [])
            self.assertEqual(documents(*args, empty, stdin=b""), [])

    def test_any_bytes(self):
        generator = random.Random(1)
        text = bytes(generator.randrange(256) for _ in range(100000))
        found = documents("tokenize", "--offsets=codepoint", stdin=text)
        self.assertGreater(len(found[0]["tokens"]), 1000)
        for kind in ["conll", "html", "ansi"]:
            output("tokenize", f"--output={kind}", stdin=text).decode()

    def test_a_line_of_many_megabytes(self):
        line = b"x" * 30_000_000
        found = documents("tokenize", "--input=lines",
                          stdin=b"a\n" + line + b"\nb\n")
        self.assertEqual(len(found), 3)
        self.assertEqual(found[1]["tokens"][-1]["end"], len(line))


class OutputTest(unittest.TestCase):

    def test_offsets(self):
        text = "Caf\u00e9 \U0001F600 \u20ac5, na\u00efve Zo\u00eb."
        words = ["Caf\u00e9", "\U0001F600", "na\u00efve", "Zo\u00eb"]
        for unit, units in [("byte", text.encode()), ("codepoint", text),
                            ("utf16", text.encode("utf-16-le"))]:
            width = 2 if unit == "utf16" else 1
            found = documents("tokenize", f"--offsets={unit}", stdin=text)
            tokens = [units[width * begin:width * end]
                      for begin, end in spans(found[0], "tokens")]
            if unit != "codepoint":
                code = "utf-8" if unit == "byte" else "utf-16-le"
                tokens = [token.decode(code) for token in tokens]
            for word in words:
                self.assertIn(word, tokens, unit)

    def test_jsonl_keys_and_their_order(self):
        line = output("tag", stdin=NEWS).decode()
        found = json.loads(line)
        self.assertEqual(list(found),
                         ["id", "tokens", "sentences", "entities"])
        self.assertEqual(list(found["tokens"][0]), ["begin", "end"])
        self.assertEqual(list(found["sentences"][0]), ["begin", "end"])
        self.assertEqual(list(found["entities"][0]),
                         ["begin", "end", "type", "text", "confidence"])
        self.assertEqual(line.count("\n"), 1)

    def test_conll(self):
        text = output("tokenize", "--input=lines", "--output=conll",
                      stdin="I don't.\n\nYes.").decode()
        self.assertEqual(text, "# id = 1\nI\ndo\nn't\n.\n\n# id = 2\n\n"
                               "# id = 3\nYes\n.\n\n")

    def test_html(self):
        text = output("tokenize", "--output=html", stdin="a < b & c").decode()
        self.assertTrue(text.startswith("<!DOCTYPE html>"))
        self.assertTrue(text.endswith("</html>\n"))
        self.assertIn('<span class="token">&lt;</span>', text)
        many = output("tokenize", "--input=lines", "--output=html",
                      stdin="a\nb\n").decode()
        self.assertEqual(many.count("<article>"), 2)
        self.assertEqual(many.count("<!DOCTYPE"), 1)

    def test_ansi(self):
        text = output("tokenize", "--output=ansi", stdin="I don't.").decode()
        dot = "\x1b[2m\u00b7\x1b[0m"
        self.assertEqual(text, f"I do{dot}n't{dot}.\n")
        plain = output("tokenize", "--output=ansi", stdin="I don't.",
                       env={"NO_COLOR": "1"}).decode()
        self.assertEqual(plain, "I do\u00b7n't\u00b7.\n")

    def test_a_terminal_gets_ansi(self):
        leader, follower = pty.openpty()
        with subprocess.Popen([ONYM, "tokenize"], stdin=subprocess.PIPE,
                              stdout=follower, stderr=follower) as process:
            process.stdin.write(b"I don't.")
            process.stdin.close()
            self.assertEqual(process.wait(timeout=60), 0)
        os.close(follower)
        self.assertIn("do\x1b[2m\u00b7", os.read(leader, 1000).decode())
        os.close(leader)


class TagTest(unittest.TestCase):

    def test_entities(self):
        found = documents("tag", stdin=NEWS)[0]
        by_text = {entity["text"]: entity for entity in found["entities"]}
        self.assertEqual(by_text["Angela Merkel"]["type"], "PERSON")
        self.assertEqual(by_text["Emmanuel Macron"]["type"], "PERSON")
        self.assertEqual(by_text["Paris"]["type"], "GPE")
        self.assertEqual(by_text["Monday"]["type"], "DATE")
        self.assertEqual(by_text["NATO"]["type"], "ORG")
        begins = {begin for begin, _ in spans(found, "tokens")}
        ends = {end for _, end in spans(found, "tokens")}
        for entity in found["entities"]:
            self.assertEqual(NEWS[entity["begin"]:entity["end"]],
                             entity["text"])
            self.assertIn(entity["begin"], begins)
            self.assertIn(entity["end"], ends)
            self.assertTrue(0 <= entity["confidence"] <= 1)

    def test_min_confidence(self):
        everything = documents("tag", stdin=NEWS)[0]["entities"]
        confidences = sorted(e["confidence"] for e in everything)
        limit = confidences[len(confidences) // 2]
        found = documents("tag", f"--min-confidence={limit + 0.0001}",
                          stdin=NEWS)[0]["entities"]
        self.assertLess(len(found), len(everything))
        for entity in found:
            self.assertGreaterEqual(entity["confidence"], limit)

    def test_conll_has_tags(self):
        text = output("tag", "--output=conll", stdin=NEWS).decode()
        self.assertIn("\nAngela\tB-PERSON\nMerkel\tI-PERSON\nmet\tO\n", text)

    def test_html_marks_entities(self):
        text = output("tag", "--output=html", stdin=NEWS).decode()
        self.assertIn("mark.PERSON {", text)
        self.assertRegex(text, '<mark class="GPE" [^>]*>Paris</mark>')

    def test_ansi_shows_types(self):
        text = output("tag", "--output=ansi", stdin=NEWS,
                      env={"NO_COLOR": "1"}).decode()
        self.assertIn("[Angela Merkel PERSON] met", text)


class StreamTest(unittest.TestCase):

    @staticmethod
    def many_lines(count):
        generator = random.Random(2)
        words = ["Merkel", "said", "the", "U.S.", "don't", "26th", "caf\u00e9",
                 "\u201cno\u201d", "5.5%", "and", "Paris,", "now."]
        return "".join(
            " ".join(generator.choices(words, k=generator.randrange(60))) + "\n"
            for _ in range(count))

    def test_any_number_of_jobs_gives_the_same(self):
        for command, count in [("tokenize", 6000), ("tag", 1500)]:
            lines = self.many_lines(count)
            as_json = "".join(
                "oops\n" if i % 500 == 3 else json.dumps({"text": line}) + "\n"
                for i, line in enumerate(lines.split("\n")))
            for kind, text in [("lines", lines), ("jsonl", as_json)]:
                runs = [
                    subprocess.run(
                        [ONYM, command, f"--input={kind}", f"--jobs={jobs}"],
                        input=text.encode(), capture_output=True, timeout=100)
                    for jobs in [1, 4, 0]]
                self.assertEqual(runs[0].returncode, int(kind == "jsonl"))
                self.assertGreater(runs[0].stdout.count(b"\n"),
                                   count * 5 // 6)
                for other in runs[1:]:
                    self.assertEqual(runs[0].stdout, other.stdout)
                    self.assertEqual(runs[0].stderr, other.stderr)

    def test_many_files_keep_their_order(self):
        with tempfile.TemporaryDirectory() as folder:
            files = [write(folder, f"{i}.txt", f"Text {i}.")
                     for i in range(300)]
            found = documents("tokenize", "--jobs=4", *files)
            self.assertEqual([d["id"] for d in found], files)

    def test_answers_before_it_waits(self):
        for jobs in [1, 3]:
            with subprocess.Popen(
                    [ONYM, "tokenize", "--input=lines", f"--jobs={jobs}"],
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
                for number in range(1, 4):
                    process.stdin.write(b"One line.\n")
                    process.stdin.flush()
                    ready, _, _ = select.select([process.stdout], [], [], 60)
                    self.assertTrue(ready, "no answer")
                    answer = json.loads(process.stdout.readline())
                    self.assertEqual(answer["id"], str(number))
                process.stdin.close()
                self.assertEqual(process.wait(timeout=60), 0)

    def peak(self, megabytes, jobs):
        """Peak memory in MB while tokenizing that much in lines."""
        chunk = self.many_lines(2000).encode()
        with subprocess.Popen(
                [ONYM, "tokenize", "--input=lines", f"--jobs={jobs}"],
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                # Sanitizers keep freed memory for a while; here, little of it.
                env={**os.environ, "ASAN_OPTIONS": "quarantine_size_mb=1"},
        ) as process:
            for _ in range(megabytes * 1_000_000 // len(chunk)):
                process.stdin.write(chunk)
            process.stdin.close()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = status
        self.assertEqual(status, 0)
        return usage.ru_maxrss / 1000

    def test_memory_does_not_grow_with_the_stream(self):
        for jobs in [1, 4]:
            short = self.peak(4, jobs)
            long = self.peak(24, jobs)
            self.assertLess(long, short + 16, f"{jobs} jobs")


if __name__ == "__main__":
    unittest.main()
