"""`tools/compare` with Onym alone, and with a program that stands for a peer."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

from program import ONYM, documents, write

COMPARE = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                       "..", "..", "tools", "compare")
PARTS = ["\U0001F600 Angela Merkel met Emmanuel Macron in Paris.",
         "They spoke about $3 million on Monday."]
TEXT = "\n\n".join(PARTS)


def rows(text):
    """The rows of the table by program, each a dictionary by column."""
    lines = [line[2:-2].split(" | ") for line in text.splitlines()
             if line.startswith("| ")]
    return {cells[0]: dict(zip(lines[0], map(str.strip, cells)))
            for cells in lines[1:]}


class CompareTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.found = documents("tag", "--offsets=codepoint", stdin=TEXT)[0]
        self.gold = [{key: e[key] for key in ("begin", "end", "type")}
                     for e in self.found["entities"]]

    def compare(self, *options):
        """Runs with no program on the path but those in the folder."""
        begin, paragraphs = 0, []
        for part in PARTS:
            end = begin + len(part)
            paragraphs.append({"text": part, "entities": [
                {**e, "begin": e["begin"] - begin, "end": e["end"] - begin}
                for e in self.gold if begin <= e["begin"] < end]})
            begin = end + 2
        gold = write(self.folder, "gold.jsonl",
                     json.dumps({"id": "g", "paragraphs": paragraphs}) + "\n")
        done = subprocess.run(
            [sys.executable, COMPARE, "--onym=" + ONYM, "--rounds=2",
             "--spacy-model=none_such", *options, gold],
            capture_output=True, timeout=100,
            env={**os.environ, "PATH": self.folder})
        self.assertEqual(done.stderr.decode(), "")
        return done.returncode, rows(done.stdout.decode())

    def peer(self, name, script):
        path = write(self.folder, name, "#!/bin/sh\n" + script)
        os.chmod(path, 0o755)

    def test_alone(self):
        status, programs = self.compare()
        self.assertEqual(status, 0)
        onym = programs["Onym (command)"]
        for column in ["PERSON", "LOC", "DATE", "MONEY", "all its types",
                       "Onym on these"]:
            self.assertEqual(onym[column], "100.00", column)
        self.assertEqual(onym["PERCENT"], "")  # There is none in the texts.
        self.assertGreater(int(onym["tokens/s"]), 0)
        self.assertGreater(float(onym["s per 1000 words"]), 0)
        for name in ["spaCy", "wink-nlp", "CoreNLP"]:
            self.assertRegex(programs[name]["version"], "^missing: .", name)
            self.assertEqual(programs[name]["tokens/s"], "")

    def test_scores(self):
        """A name that is not in the gold, and a place that is called another
        kind of place."""
        persons = [e for e in self.gold if e["type"] == "PERSON"]
        self.assertEqual(len(persons), 2)
        self.gold.remove(persons[0])
        for entity in self.gold:
            if entity["type"] == "GPE":
                entity["type"] = "LOC"
        onym = self.compare()[1]["Onym (command)"]
        self.assertEqual(onym["PERSON"], "66.67")
        self.assertEqual(onym["LOC"], "100.00")
        count = len(self.gold)
        self.assertEqual(onym["all its types"],
                         "%.2f" % (200 * count / (2 * count + 1)))

    def test_peer(self):
        """Its types have names of their own, and others are not counted."""
        day = [e for e in self.gold if e["type"] == "DATE"][0]
        self.peer("node", """cat > "$0.input"
printf 'version\\t9.9\\nseconds\\t0.5\\nseconds\\t0.25\\n'
printf 'entity\\t0\\t%d\\t%d\\tDURATION\\n'
printf 'entity\\t0\\t0\\t1\\tEMOJI\\n'
""" % (day["begin"], day["end"]))
        self.peer("cat", "exec /bin/cat\n")
        status, programs = self.compare()
        self.assertEqual(status, 0)
        wink = programs["wink-nlp"]
        self.assertEqual(wink["version"], "9.9")
        self.assertEqual(wink["DATE"], "100.00")
        self.assertEqual(wink["MONEY"], "0.00")
        self.assertEqual(wink["PERSON"], "")
        self.assertEqual(wink["Onym on these"], "100.00")
        self.assertEqual(int(wink["tokens/s"]), 4 * len(self.found["tokens"]))
        self.assertEqual(float(wink["s per 1000 words"]),
                         round(250 / len(TEXT.split()), 6))

    def test_failure(self):
        self.peer("node", "echo trouble >&2\nexit 1\n")
        status, programs = self.compare()
        self.assertEqual(status, 1)
        self.assertEqual(programs["wink-nlp"]["version"], "failed: trouble")
        self.assertEqual(programs["Onym (command)"]["LOC"], "100.00")

    def test_onym_that_fails(self):
        self.peer("onym", """[ "$1" = --version ] && echo 1.0.0 && exit
echo 'onym: no model' >&2
exit 1
""")
        status, programs = self.compare("--onym=onym")
        self.assertEqual(status, 1)
        onym = programs["Onym (command)"]
        self.assertEqual(onym["version"], "failed: onym: no model")
        self.assertEqual(onym["LOC"], "")


if __name__ == "__main__":
    unittest.main()
