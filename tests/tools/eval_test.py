"""`onym eval` and `onym model info`."""

import json
import re
import tempfile
import unittest

from program import documents, output, run, write

NEWS = ("Angela Merkel met Emmanuel Macron in Paris on Monday.\n"
        "Zo\u00eb \U0001F600 did not talk about NATO in Berlin.\n")


def table(text):
    """The rows of the table by their type; stops at what is no row."""
    lines = text.splitlines()
    assert lines[0].split() == ["type", "gold", "found", "right", "precision",
                                "recall", "F1"], lines[0]
    rows = {}
    for line in lines[1:]:
        if "\t" in line:
            break
        name, *numbers = line.split()
        rows[name] = [float(number) for number in numbers]
    return rows


class EvalTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        # What the tagger finds is the gold; so it must be found to be perfect.
        found = documents("tag", "--offsets=codepoint", stdin=NEWS)[0]
        self.entities = found["entities"]
        self.gold = self.write_gold("gold.jsonl", self.entities)

    def test_calibration(self):
        lines = output("eval", "--calibration", self.gold).decode().split("\n")
        error = [line for line in lines if line.startswith("calibration error")]
        # All are right, so the error is what the confidences lack of 1.
        lacking = sum(1 - e["confidence"] for e in self.entities)
        self.assertAlmostEqual(float(error[0].split(": ")[1]),
                               lacking / len(self.entities), places=3)
        self.assertIn("100%      100.00", "\n".join(lines))

    def write_gold(self, name, entities):
        return write(self.folder, name, json.dumps(
            {"id": "g", "text": NEWS, "entities": entities}) + "\n")

    def test_perfect(self):
        rows = table(output("eval", self.gold).decode())
        count = len(self.entities)
        self.assertEqual(rows["all"], [count, count, count, 100, 100, 100])
        self.assertEqual(set(rows) - {"all"},
                         {entity["type"] for entity in self.entities})

    def test_counts(self):
        changed = [dict(entity) for entity in self.entities]
        changed[0]["type"] = "NONE_SUCH"
        del changed[1]
        path = self.write_gold("changed.jsonl", changed)
        text = output("eval", "--errors", self.gold, path).decode()
        rows = table(text)
        count = len(self.entities)
        self.assertEqual(rows["all"][:3],
                         [2 * count - 1, 2 * count, 2 * count - 2])
        self.assertEqual(rows["NONE_SUCH"], [1, 0, 0, 0, 0, 0])
        errors = [line.split("\t") for line in text.splitlines()
                  if "\t" in line]
        first = self.entities[0]
        self.assertEqual(errors[0], [
            "missed", "g", "NONE_SUCH", first["text"], str(first["begin"]),
            str(first["end"])])
        self.assertEqual([error[0] for error in errors],
                         ["missed", "false", "false"])

    def test_types(self):
        rows = table(output("eval", "--types=GPE,ORG", self.gold).decode())
        self.assertEqual(set(rows), {"all", "GPE", "ORG"})
        self.assertEqual(rows["all"][0], rows["GPE"][0] + rows["ORG"][0])

    def test_min_confidence(self):
        limit = sorted(e["confidence"] for e in self.entities)[1]
        rows = table(output("eval", f"--min-confidence={limit + 0.0001}",
                            self.gold).decode())
        self.assertLess(rows["all"][1], len(self.entities))
        self.assertEqual(rows["all"][3], 100)

    def test_case(self):
        for case in ["keep", "lower", "upper", "title"]:
            text = {
                "keep": NEWS,
                "lower": NEWS.lower(),
                "upper": NEWS.upper(),
                "title": re.sub(r"\b\w", lambda m: m[0].upper(), NEWS),
            }[case]
            found = documents("tag", "--offsets=codepoint", stdin=text)[0]
            gold = [{key: e[key] for key in ["begin", "end", "type"]}
                    for e in found["entities"]]
            path = self.write_gold("case.jsonl", gold)
            rows = table(output("eval", f"--case={case}", path).decode())
            self.assertEqual(rows["all"][2], len(gold), case)

    def test_paragraphs_from_standard_input(self):
        gold = {"id": "p", "paragraphs": [{"text": "Hello.", "entities": []},
                                          {"text": NEWS, "entities": []}]}
        rows = table(output("eval", "-", stdin=json.dumps(gold)).decode())
        self.assertEqual(rows["all"][0], 0)
        self.assertGreater(rows["all"][1], 0)

    def test_trouble(self):
        bad = write(self.folder, "bad.jsonl", '\nnonsense\n{"id": "x"}\n')
        missing = self.folder + "/missing"
        status, out, errors = run("eval", missing, bad, self.gold)
        self.assertEqual(status, 1)
        self.assertEqual(table(out.decode())["all"][5], 100)
        errors = errors.splitlines()
        self.assertEqual(errors[0],
                         f"onym: {missing}: No such file or directory")
        self.assertTrue(errors[1].startswith(f"onym: {bad}:2: invalid JSON"))
        self.assertEqual(errors[2], f'onym: {bad}:3: no "text"')
        self.assertEqual(len(errors), 3)

    def test_gold_without_documents(self):
        for content in ["", "\n \r\n"]:
            empty = write(self.folder, "empty.jsonl", content)
            status, out, errors = run("eval", empty, self.gold)
            self.assertEqual((status, errors),
                             (1, f"onym: {empty}: no documents\n"))
            self.assertEqual(table(out.decode())["all"][5], 100)


class ModelInfoTest(unittest.TestCase):

    def test_built_in(self):
        text = output("model", "info").decode()
        fields = dict(line.split(":", 1) for line in text.splitlines()[:7])
        self.assertEqual(list(fields), ["name", "version", "language",
                                        "license", "format", "size", "types"])
        self.assertEqual(fields["language"].strip(), "en")
        self.assertIn("PERSON", fields["types"].split())


if __name__ == "__main__":
    unittest.main()
