"""The sqlite3 shell as a peer: it opens a copy of the same desk and runs the statements that our program ran.

That is the floor for a command that starts, works and ends: the same file, the same schema, the same durability, and nothing
in the way. The statements are recorded from a debug build, which links SQLite dynamically (trace.c).
"""
import os
import re
import shutil
import subprocess
from pathlib import Path

from data import ROOT, WORK, remove

DEBUG = ROOT / ".build" / "debug" / "desk"
# What the search index asks of its own tables; it will ask again.
INNER = re.compile(r"^(PRAGMA 'main'\.|SELECT k, v FROM 'main'\.)")


def why_not():
    """Why the shell cannot be measured here; None where it can."""
    if not DEBUG.exists():
        return "no debug build (swift build)"
    missing = [name for name in ("sqlite3", "gcc") if shutil.which(name) is None]
    return f"no {missing[0]}" if missing else None


class Recorder:
    """Two copies of a desk: on one the program is recorded, on the other the shell does the same in the same order."""

    def __init__(self, desk, folder):
        self.recorded, self.replayed = folder / "recorded.sqlite", folder / "replayed.sqlite"
        self.script = folder / "statements.sql"
        for copy in (self.recorded, self.replayed):
            remove(copy)
            shutil.copyfile(desk, copy)
        self.library = WORK / "trace.so"
        subprocess.run(["gcc", "-O2", "-shared", "-fPIC", ROOT / "Benchmarks" / "trace.c", "-ldl", "-o", self.library], check=True)

    def record(self, words, allowed=(0,)):
        """Runs a command of ours, and gives the statements that it ran."""
        self.script.unlink(missing_ok=True)
        environment = {**os.environ, "LD_PRELOAD": str(self.library), "TRACE_OUT": str(self.script)}
        ended = subprocess.run([DEBUG, "--db", self.recorded, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, env=environment)
        if ended.returncode not in allowed:
            raise RuntimeError(f"{' '.join(words)} ended with {ended.returncode}")
        told = [line for line in self.script.read_text().split("\n") if not INNER.match(line)]
        return ".bail on\n.timeout 30000\n" + "\n".join(told)

    def shell(self, statements):
        """The command of the shell that runs statements, and the file with them."""
        script = self.script.with_name("replay.sql")
        script.write_text(statements)
        return ["sqlite3", str(self.replayed)], script

    def follow(self, words):
        """Does on both copies what a command does, untimed; where it is refused, nothing."""
        command, script = self.shell(self.record(words, allowed=(0, 6)))
        with open(script) as statements:
            subprocess.run(command, check=True, stdin=statements, stdout=subprocess.DEVNULL)

    def end(self):
        for copy in (self.recorded, self.replayed):
            remove(copy)


def together(statements):
    """The statements that file a ticket, for many shells at once: numbers are asked of the desk instead of written out."""
    ticket = re.search(r"INSERT INTO search \(rowid, title, body\) VALUES \((\d+),", statements)
    operation = re.search(r"INSERT INTO operation [^;]*?VALUES \((\d+),", statements)
    row, last = int(ticket.group(1)), "(SELECT last FROM counter WHERE name = '%s')"
    statements = re.sub(r"x'[0-9a-f]{32}'", "randomblob(16)", statements)
    # The key by which a text is known again is another one for each.
    statements = re.sub(r"(INSERT INTO operation [^;]*?)'[0-9a-z]{16,26}'\)", r"\1lower(hex(randomblob(12))))", statements)
    for number, text in ((row, f"2 * {last % 'ticket'}"), (row // 2, last % "ticket"), (int(operation.group(1)), last % "change")):
        statements = re.sub(rf"(?<=[(, ]){number}(?=[,) ])", text, statements)
    return statements
