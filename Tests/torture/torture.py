"""What all torture scripts share: a desk in a folder of its own, running and killing the program, looking the desk over.

Every script takes --desk PROGRAM --work FOLDER --seed N, prints one line per kind of experiment, and ends with 1 when
anything was found.
"""
import argparse
import hashlib
import json
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
APPLICATION = 0x4C74646B
MIGRATIONS = os.environ.get("MIGRATIONS", ROOT + "/Migrations/sqlite")
CURRENT = len([name for name in os.listdir(MIGRATIONS) if name.endswith(".sql")])
WORK = os.environ.get("WORK", tempfile.gettempdir() + "/desk-torture")


def legacy():
    """Real datasets to bring in: LEGACY names the folder that holds `data`."""
    folder = os.path.join(ROOT, os.environ.get("LEGACY", "../shared/legacy"), "data")
    if not os.path.isdir(folder):
        raise SystemExit(f"No datasets in {folder}: set LEGACY to the folder that holds them.")
    return folder


def arguments(description, **more):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--desk", default=os.environ.get("DESK", ROOT + "/.build/release/desk"), help="the program")
    parser.add_argument("--work", default=WORK, help="a folder for what is made here")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only the kinds whose name has this in it")
    for name, (value, text) in more.items():
        kind = type(value) if value is not None else str
        parser.add_argument("--" + name.replace("_", "-"), default=value, type=kind, help=text)
    options = parser.parse_args()
    # Commands run in folders of their own.
    options.desk, options.work = os.path.abspath(options.desk), os.path.abspath(options.work)
    return options


class Result:
    """How a run ended."""

    def __init__(self, code, out, err, seconds, kib, killed):
        self.code, self.out, self.err = code, out, err
        self.seconds, self.kib, self.killed = seconds, kib, killed

    @property
    def text(self):
        return (self.out + self.err).decode("utf-8", "replace")

    @property
    def crashed(self):
        """A signal that nobody sent, or the words of a Swift trap."""
        if self.code is None:
            return False
        return (self.code < 0 and not self.killed) or self.code in (132, 133, 134, 136, 139) \
            or b"Fatal error" in self.err or b"Stack dump" in self.err


def run(argv, env=None, stdin=b"", cwd=None, limit=60.0, kill_after=None, preexec=None):
    """Runs a program to its end, to `kill_after` seconds, or to the limit (which counts as a hang: code None)."""
    out, err = os.memfd_create("out"), os.memfd_create("err")
    source = os.memfd_create("in")
    os.write(source, stdin) if len(stdin) < 1 << 20 else os.fdopen(os.dup(source), "wb").write(stdin)
    os.lseek(source, 0, 0)
    begin = time.monotonic()
    process = subprocess.Popen(argv, stdin=source, stdout=out, stderr=err, env=env, cwd=cwd, preexec_fn=preexec,
                               start_new_session=True)
    os.close(source)
    killed = False
    usage = None
    deadline = begin + (kill_after if kill_after is not None else limit)
    if kill_after is not None:
        while time.monotonic() < deadline:
            left = deadline - time.monotonic()
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            time.sleep(min(0.0005, max(left, 0)))
        else:
            pid = 0
        if not pid:
            os.killpg(process.pid, signal.SIGKILL)
            killed = True
            pid, status, usage = os.wait4(process.pid, 0)
    else:
        pause = 0.001
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > deadline:
                os.killpg(process.pid, signal.SIGKILL)
                pid, status, usage = os.wait4(process.pid, 0)
                status = None
                break
            time.sleep(pause)
            pause = min(pause * 1.3, 0.02)
    process.returncode = 0
    seconds = time.monotonic() - begin
    code = None if status is None else (-os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status))

    def content(descriptor):
        size = os.lseek(descriptor, 0, 2)
        os.lseek(descriptor, 0, 0)
        pieces = []
        while size > 0:
            piece = os.read(descriptor, min(size, 1 << 24))
            if not piece:
                break
            pieces.append(piece)
            size -= len(piece)
        os.close(descriptor)
        return b"".join(pieces)

    killed = killed and code == -signal.SIGKILL
    return Result(code, content(out), content(err), seconds, usage.ru_maxrss if usage else 0, killed)


class Desk:
    """A desk in a folder of its own."""

    def __init__(self, program, folder, user="li"):
        self.program, self.folder, self.user = program, folder, user
        self.path = folder + "/desk.sqlite"
        self.home = folder + "/home"
        os.makedirs(self.home, exist_ok=True)
        self.env = {
            "HOME": self.home, "DESK_DB": self.path, "DESK_USER": user, "PATH": os.environ["PATH"], "LANG": "C.UTF-8",
            "TZ": "Asia/Shanghai",
        }

    @classmethod
    def fresh(cls, program, folder, init=True):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        desk = cls(program, folder)
        if init:
            desk.must("init")
        return desk

    def copy(self, folder):
        """The same desk elsewhere, with what lies beside it."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return Desk(self.program, folder, self.user)

    def run(self, *arguments, env=None, **more):
        return run([self.program, *arguments], env={**self.env, **(env or {})}, cwd=more.pop("cwd", self.folder), **more)

    def must(self, *arguments, **more):
        result = self.run(*arguments, **more)
        if result.code != 0:
            raise SystemExit(f"desk {arguments} ended with {result.code}: {result.text[:2000]}")
        return result

    def export(self, *more):
        return self.must("export", "--format", "jsonl", *more).out

    def last(self):
        """The newest operation."""
        with self.connection() as db:
            return db.execute("SELECT last FROM counter WHERE name = 'change'").fetchone()[0]

    def connection(self):
        return Closing(f"file:{self.path}?mode=ro")

    def drafts(self):
        result = self.run("draft", "list", "--format", "json")
        return json.loads(result.out or b"{}")


class Closing:
    def __init__(self, uri):
        self.uri = uri

    def __enter__(self):
        self.db = sqlite3.connect(self.uri, uri=True, timeout=30)
        return self.db

    def __exit__(self, *_):
        self.db.close()


COLUMNS = {
    "title": "title", "status": "status", "statusText": "status_text", "priority": "priority",
    "priorityText": "priority_text", "category": "category_id", "customer": "customer_id", "assignee": "assignee_id",
    "team": "team_id", "channel": "channel", "createdAt": "created_at", "updatedAt": "updated_at",
    "resolvedAt": "resolved_at", "closedAt": "closed_at", "resolution": "resolution", "wakeAt": "wake_at",
    "mergedInto": "merged_into", "ticket": "removal",
}


def whole(desk, before=None, deep=True, accept_updated_at=False):
    """What is wrong with a desk after a kill; empty when nothing is.

    - the copy of the files as they lie there is sound for sqlite3, which knows nothing of us
    - operations have no gaps, and each has events or belongs to an import
    - the last event of each value tells the value
    - `desk doctor` finds nothing; two exports are equal; the export as of now is the export
    - before: (operation, export at that time): walking back to it gives the same bytes
    """
    wrong = []
    copy = desk.folder + "-copy"
    shutil.rmtree(copy, ignore_errors=True)
    os.makedirs(copy)
    for ending in ("", "-wal"):
        if os.path.exists(desk.path + ending):
            shutil.copyfile(desk.path + ending, copy + "/desk.sqlite" + ending)
    with Closing(f"file:{copy}/desk.sqlite") as db:
        found = [row[0] for row in db.execute("PRAGMA integrity_check(20)")]
        if found != ["ok"]:
            wrong.append(f"integrity_check: {found[:3]}")
        orphans = db.execute("PRAGMA foreign_key_check").fetchall()
        if orphans:
            wrong.append(f"foreign_key_check: {orphans[:3]}")
        wrong += history(db)
    if deep:
        doctor = desk.run("doctor")
        if doctor.code != 0:
            wrong.append(f"doctor {doctor.code}: {doctor.text[:300]}")
        one, two = desk.run("export", "--format", "jsonl"), desk.run("export", "--format", "jsonl")
        if one.code != 0 or one.out != two.out:
            wrong.append(f"export: codes {one.code} {two.code}, equal {one.out == two.out} {one.err[:200]!r}")
        if before:
            operation, bytes_ = before
            past = desk.run("export", "--format", "jsonl", "--as-of", f"op:{operation}")
            if past.code != 0 or past.out != bytes_:
                wrong.append(f"as-of op:{operation}: code {past.code}, {difference(bytes_, past.out)} {past.err[:200]!r}")
    return wrong


def history(db):
    wrong = []
    count, last = db.execute("SELECT COUNT(*), COALESCE(MAX(id), 0) FROM operation").fetchone()
    counter = db.execute("SELECT last FROM counter WHERE name = 'change'").fetchone()[0]
    if not count == last == counter:
        wrong.append(f"operations: {count} of {last}, counter {counter}")
    empty = db.execute("""SELECT id, command FROM operation WHERE batch_id IS NULL AND command NOT LIKE '%…' AND undoes IS NULL
            AND command NOT LIKE 'desk import undo%' AND NOT EXISTS (
        SELECT 1 FROM event WHERE operation_id = operation.id) LIMIT 3""").fetchall()
    if empty:
        wrong.append(f"operations without events: {empty}")
    tickets, = db.execute("SELECT COALESCE(MAX(id), 0) FROM ticket").fetchone()
    numbers, = db.execute("SELECT last FROM counter WHERE name = 'ticket'").fetchone()
    if tickets > numbers:
        wrong.append(f"ticket {tickets} beyond the counter {numbers}")
    known = {row[1] for row in db.execute("PRAGMA table_info(ticket)")}
    for field, column in COLUMNS.items():
        if column not in known:
            wrong.append(f"{field}: a ticket has no column {column}: mend COLUMNS")
            continue
        rows = db.execute(f"""SELECT event.ticket_id, event.after, ticket.{column}, event.operation_id
            FROM event JOIN ticket ON ticket.id = event.ticket_id
            WHERE event.field = ? AND event.kind = 'change' AND (event.operation_id, event.sequence) = (
                SELECT operation_id, sequence FROM event AS other WHERE other.ticket_id = event.ticket_id
                    AND other.field = ? AND other.kind = 'change' ORDER BY operation_id DESC, sequence DESC LIMIT 1)""",
            (field, field)).fetchall()
        bad = [row for row in rows if (None if row[2] is None else str(row[2])) != row[1]]
        if bad:
            wrong.append(f"{field}: history and state differ: {bad[:3]} ({len(bad)})")
    return wrong


def difference(one, two):
    if one == two:
        return "equal"
    a, b = one.split(b"\n"), two.split(b"\n")
    for index, (x, y) in enumerate(zip(a, b)):
        if x != y:
            at = next((i for i, (p, q) in enumerate(zip(x, y)) if p != q), min(len(x), len(y)))
            return f"line {index + 1} of {len(a)}/{len(b)}: …{x[max(0, at - 60):at + 60]!r} / …{y[max(0, at - 60):at + 60]!r}"
    return f"{len(a)} / {len(b)} lines"


class Tally:
    """Counts per kind of experiment, printed as one line each."""

    def __init__(self):
        self.failures, self.seen = [], {}

    def line(self, kind, **counts):
        print(f"{kind:<28} " + " ".join(f"{name}={value}" for name, value in counts.items()), flush=True)

    def fail(self, kind, text):
        self.failures.append((kind, text))
        like = (kind, re.sub(r"\d+", "N", text)[:120])
        self.seen[like] = self.seen.get(like, 0) + 1
        if self.seen[like] == 1:
            print(f"  FOUND {kind}: {text}", flush=True)

    def end(self):
        for (kind, text), count in self.seen.items():
            if count > 1:
                print(f"  {count} times {kind}: {text}")
        print(f"{len(self.failures)} found" if self.failures else "nothing found", flush=True)
        sys.exit(1 if self.failures else 0)


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else 0
