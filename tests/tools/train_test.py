"""`onym train`: what it shows and writes, and the commands of its guide."""

import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import tempfile
import unittest

from program import ONYM, output, run, write

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PEOPLE = ["Anna Berg", "Tom Hale", "Mira", "Jon de Vos"]
PLACES = ["Oslo", "New Kirk", "Lima", "Port Said"]


def jsonl(verb):
    """A corpus: each of the people at each of the places."""
    lines = []
    for person in PEOPLE:
        for place in PLACES:
            text = f"{person} {verb} {place}. It was late, said {person}."
            entities = []
            for kind, name in [("PERSON", person), ("GPE", place)]:
                for match in re.finditer(name, text):
                    entities.append({"begin": match.start(),
                                     "end": match.end(), "type": kind})
            entities.sort(key=lambda entity: entity["begin"])
            lines.append(json.dumps({"text": text, "entities": entities}))
    return "\n".join(lines) + "\n"


def tables(text):
    """The tables of scores in a text, each the list of its lines."""
    return [table.splitlines() for table in
            re.findall(r"^type +gold.*\n(?:\w+(?: +[\d.]+){6}\n)+", text,
                       re.MULTILINE)]


class TrainTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.corpus = write(self.folder, "train.jsonl", jsonl("flew to"))
        self.dev = write(self.folder, "dev.jsonl", jsonl("hates"))
        self.model = os.path.join(self.folder, "model.onym")
        self.card = os.path.join(self.folder, "card.md")

    def train(self, *options):
        status, out, errors = run("train", f"--train={self.corpus}",
                                  f"--output={self.model}", *options)
        self.assertEqual((status, out), (0, b""), errors)
        return errors

    def files(self):
        return sorted(os.listdir(self.folder))

    def test_scores_are_those_of_the_finished_model(self):
        # The corpus holds raw text, so its tokens are those of the program.
        log = self.train(f"--dev={self.dev}", "--epochs=2")
        self.assertIn(f"{self.dev}, its tokens as they are:\n", log)
        scored = output("eval", f"--model={self.model}", self.dev).decode()
        self.assertEqual(tables(log), [scored.splitlines()])
        self.assertEqual(len(tables(log)[0]), 4)

    def test_progress_tells_the_time_left(self):
        log = self.train("--epochs=3")
        for epoch in ["epoch 1 of 3", "epoch 3 of 3", "fold 1 of 3, epoch 1"]:
            self.assertRegex(log, epoch + r".*, \d+ s left\n")

    def test_patience(self):
        log = self.train(f"--dev={self.dev}", "--epochs=1000", "--patience=3")
        self.assertIn("stopped early", log)
        status, _, errors = run("train", f"--train={self.corpus}",
                                "--patience=3", f"--output={self.model}")
        self.assertEqual(status, 1)
        self.assertIn('"patience" needs "dev"', errors)

    def test_card(self):
        log = self.train(f"--dev={self.dev}", f"--card={self.card}",
                         "--name=flights")
        card = pathlib.Path(self.card).read_text(encoding="utf-8")
        self.assertTrue(card.startswith("# flights\n"), card)
        self.assertIn(f"| size | {os.path.getsize(self.model)} bytes |", card)
        self.assertIn("| types | GPE, PERSON |", card)
        self.assertRegex(card, r"\| train\.jsonl \| 16 \| \d+ \| 48 \|")
        _, gold, _, _, *scores = tables(log)[0][1].split()
        self.assertIn(f"| all | {' | '.join(scores)} | {gold} |", card)

    def test_a_card_that_cannot_be_written(self):
        card = os.path.join(self.folder, "missing", "card.md")
        status, out, errors = run("train", f"--train={self.corpus}",
                                  f"--output={self.model}", f"--card={card}")
        self.assertEqual((status, out), (1, b""))
        # Said before the training, not after it.
        self.assertEqual(errors, f"onym: {card}: No such file or directory\n")

    def test_output_that_cannot_be_completed(self):
        write(self.folder, "model.onym", "what was there")
        before = self.files()

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        done = subprocess.run(
            [ONYM, "train", f"--train={self.corpus}", "--epochs=1",
             f"--output={self.model}"],
            stderr=subprocess.PIPE, preexec_fn=limit, timeout=100)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(
            done.stderr.decode().endswith(f"onym: {self.model}: File too large"
                                          "\n"), done.stderr)
        self.assertEqual(self.files(), before)
        self.assertEqual(pathlib.Path(self.model).read_text(),
                         "what was there")

    def test_a_run_that_is_stopped(self):
        write(self.folder, "model.onym", "what was there")
        with subprocess.Popen(
                [ONYM, "train", f"--train={self.corpus}", "--epochs=1000000",
                 f"--output={self.model}"], stderr=subprocess.PIPE) as process:
            for line in process.stderr:
                if b"epoch 2 of" in line:
                    break
            process.kill()
            process.wait(timeout=100)
        self.assertEqual(pathlib.Path(self.model).read_text(),
                         "what was there")
        # The next run takes up nothing.
        self.train("--epochs=2")
        again = pathlib.Path(self.model).read_bytes()
        os.remove(self.model)
        write(self.folder, "model.onym.part", again[:1000])
        self.train("--epochs=2")
        self.assertEqual(pathlib.Path(self.model).read_bytes(), again)
        self.assertNotIn("model.onym.part", self.files())


class GuideTest(unittest.TestCase):

    def test_commands_of_the_guide(self):
        guide = (SOURCE / "docs" / "training.md").read_text(encoding="utf-8")
        blocks = re.findall(r"^```sh\n(.*?)^```$", guide,
                            re.MULTILINE | re.DOTALL)
        self.assertEqual(len(blocks), 2)
        path = os.path.dirname(ONYM) + os.pathsep + os.environ["PATH"]
        with tempfile.TemporaryDirectory() as folder:
            for name in ["examples", "models"]:
                os.symlink(SOURCE / name, os.path.join(folder, name))
            outputs = []
            for block in blocks:
                done = subprocess.run(
                    ["/bin/sh", "-e", "-c", block], cwd=folder,
                    env={**os.environ, "PATH": path}, capture_output=True,
                    timeout=100, text=True)
                self.assertEqual(done.returncode, 0, done.stderr)
                table = tables(done.stderr)[0]
                self.assertGreater(float(table[1].split()[-1]), 75, table)
                outputs.append(done.stdout)
            card = pathlib.Path(folder, "ships.md").read_text(encoding="utf-8")
        for line in ["Silver\tB-VESSEL", "Petrel\tI-VESSEL", "Riga\tB-PORT",
                     "coal\tB-CARGO"]:
            self.assertIn(line + "\n", outputs[0])
        self.assertRegex(outputs[1], r"types: +VESSEL PORT CARGO\n")
        self.assertIn("| train.bio | 17 | ", card)
        self.assertIn("| ports | ports.txt |", card)


if __name__ == "__main__":
    unittest.main()
