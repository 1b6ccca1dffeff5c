"""Runs the program for the tests; its path is in the variable ONYM."""

import json
import os
import subprocess

ONYM = os.environ["ONYM"]


def run(*args, stdin=b"", env=None):
    """Runs the program to its end; returns (status, output, errors)."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    done = subprocess.run(
        [ONYM, *args], input=stdin, capture_output=True, timeout=100,
        env=None if env is None else {**os.environ, **env})
    return done.returncode, done.stdout, done.stderr.decode()


def output(*args, stdin=b"", env=None):
    """The output of a run that must succeed and say nothing else."""
    status, out, errors = run(*args, stdin=stdin, env=env)
    assert (status, errors) == (0, ""), (args, status, errors)
    return out


def documents(*args, stdin=b""):
    """The documents of a run with jsonl output that must succeed."""
    lines = output(*args, stdin=stdin).split(b"\n")
    assert lines.pop() == b""
    return [json.loads(line) for line in lines]


def write(folder, name, content):
    """Writes a file and returns its path."""
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
    return path
