"""Power loss, simulated: records the writes and syncs of a command with strace, builds what may be on the disk at every
moment, and opens that with sqlite3 and the program.

The model is stricter than ext4: what was not synced may be there or not, each write by itself, also torn at 512 bytes; a
new name or a removed one holds only when the folder was synced. At every system call these states are built: all
unsynced dropped, all kept, each single one kept, each single one dropped, and some chosen by chance.
What was acknowledged (written to standard output) before that moment must be there.
"""
import hashlib
import os
import random
import re
import shutil
import sqlite3
import subprocess

import kill
import old_desk
import torture
from kill import CLOCK
from torture import Desk, Tally

LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def recorded(desk, command, trace):
    """The calls that change files, in order: (kind, path, …)."""
    shim = ["strace", "-f", "-y", "-xx", "-s", "8000000", "-qq", "-o", trace, "-e",
            "trace=pwrite64,write,writev,fsync,fdatasync,ftruncate,fallocate,unlink,unlinkat,rename,openat,close", desk.program]
    result = torture.run([*shim, *command], env={**desk.env, **CLOCK}, cwd=desk.folder, limit=600)
    calls = []
    with open(trace, "rb") as lines:
        for line in lines:
            text = line.decode("ascii", "replace")
            match = LINE.match(text)
            if not match or int(match[3]) < 0:
                continue
            name, rest, value = match[1], match[2], int(match[3])
            strings = STRING.findall(rest)
            path = re.match(r"\d+<([^>]*)>", rest)
            path = bytes.fromhex(path[1].replace("\\x", "")).decode() if path and path[1].startswith("\\x") else path[1] if path else None
            if name == "pwrite64":
                calls.append(("write", path, int(rest.rsplit(",", 1)[1]), bytes.fromhex(strings[-1].replace("\\x", ""))))
            elif name == "write":
                data = bytes.fromhex(strings[-1].replace("\\x", "")) if strings else b""
                calls.append(("print" if rest.startswith("1<") else "append", path, None, data))
            elif name in ("fsync", "fdatasync"):
                calls.append(("sync", path))
            elif name == "ftruncate":
                calls.append(("cut", path, int(rest.rsplit(",", 1)[1])))
            elif name in ("unlink", "unlinkat"):
                calls.append(("unlink", bytes.fromhex(strings[-1].replace("\\x", "")).decode()))
            elif name == "rename":
                calls.append(("rename", *(bytes.fromhex(s.replace("\\x", "")).decode() for s in strings)))
            elif name == "openat" and "O_CREAT" in rest:
                calls.append(("create", bytes.fromhex(strings[0].replace("\\x", "")).decode()))
    return result, calls


class Disk:
    """What is for certain on the disk, and what may be. Bytes belong to a file, and the file may not have its name yet."""

    def __init__(self, begin, folder):
        self.folder = folder
        data = {folder + "/" + name: open(begin + "/" + name, "rb").read() for name in os.listdir(begin)
                if os.path.isfile(begin + "/" + name) and not name.endswith("-shm")}
        self.now = (data, frozenset(data))
        self.durable = self.now
        self.pending = []

    def concerns(self, path):
        return path and path.startswith(self.folder + "/desk.sqlite") and not path.endswith("-shm")

    def apply(self, call):
        """Returns what was printed."""
        kind, path = call[0], call[1]
        if kind == "print":
            return call[3]
        if kind == "sync":
            if path == self.folder:
                self.settle(lambda op: op[0] in ("create", "unlink"))
            elif self.concerns(path):
                self.settle(lambda op: op[0] in ("write", "cut") and op[1] == path)
        elif self.concerns(path):
            if kind == "create" and path in self.now[1]:
                return b""
            self.now = perform(self.now, call)
            self.pending.append(call)
        return b""

    def settle(self, which):
        for op in self.pending:
            if which(op):
                self.durable = perform(self.durable, op)
        self.pending = [op for op in self.pending if not which(op)]

    def state(self, kept):
        """The files that a person finds."""
        state = self.durable
        for op in kept:
            state = perform(state, op)
        return {path: state[0].get(path, b"") for path in state[1]}


def perform(state, op):
    data, names = state
    kind, path = op[0], op[1]
    if kind == "create":
        return data, names | {path}
    if kind == "unlink":
        return data, names - {path}
    data = dict(data)
    old = data.get(path, b"")
    if kind == "write":
        offset, new = op[2], op[3]
        old = old.ljust(offset, b"\0")
        data[path] = old[:offset] + new + old[offset + len(new):]
    else:
        data[path] = old[:op[2]].ljust(op[2], b"\0")
    return data, names


def torn(op, chance):
    if op[0] != "write" or len(op[3]) <= 512:
        return op
    length = 512 * chance.randrange(1, max(2, len(op[3]) // 512))
    if chance.random() < 0.5:
        return (*op[:3], op[3][:length])
    return (op[0], op[1], op[2] + length, op[3][length:])


def states(disk, chance, some):
    pending = disk.pending
    yield "none", []
    if pending:
        yield "all", pending
        picks = range(len(pending)) if len(pending) <= some else chance.sample(range(len(pending)), some)
        for index in picks:
            yield "only one", [pending[index]]
            yield "all but one", pending[:index] + pending[index + 1:]
        for _ in range(some):
            kept = [torn(op, chance) if chance.random() < 0.3 else op for op in pending if chance.random() < 0.5]
            yield "by chance", kept
        if len(pending) > 2:
            at = chance.randrange(len(pending))
            yield "first ones", pending[:at]
            yield "last ones torn", [torn(op, chance) for op in pending[at:]]


def restore(files, folder, source):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder + "/home")
    for path, data in files.items():
        open(folder + path[len(source):], "wb").write(data)


def look(desk, told, expected, deep):
    """told: operations acknowledged; expected: a function that says what must be there for certain."""
    wrong = []
    try:
        with torture.Closing(f"file:{desk.path}") as db:
            check = [row[0] for row in db.execute("PRAGMA integrity_check(5)")]
            if check != ["ok"]:
                wrong.append(f"integrity_check {check[:2]}")
            last, = db.execute("SELECT last FROM counter WHERE name = 'change'").fetchone()
            if last < told:
                wrong.append(f"LOST: operation {told} was acknowledged, the newest is {last}")
            files = {row[0] for row in db.execute("SELECT name FROM source_file")}
            missing = expected - files
            if missing:
                wrong.append(f"LOST FILES: told as imported: {sorted(missing)}")
            wrong += torture.history(db)
            if db.execute("PRAGMA foreign_key_check").fetchall():
                wrong.append("foreign keys")
    except sqlite3.Error as error:
        wrong.append(f"sqlite3: {error}")
    if deep and not wrong:
        doctor = desk.run("doctor")
        if doctor.code != 0:
            wrong.append(f"doctor: {doctor.code} {doctor.text[:200]}")
    return wrong


def experiment(name, base, command, options, tally, chance, some, every=1, deep_share=0.2):
    desk = base.copy(options.work + "/power-record")
    base.copy(options.work + "/power-begin")
    result, calls = recorded(desk, command, options.work + "/power-trace")
    if result.code != 0:
        raise SystemExit(f"{name}: {result.code} {result.text[:300]}")
    disk = Disk(options.work + "/power-begin", desk.folder)
    seen, told, files = {}, 0, set()
    counts = {"calls": 0, "states": 0, "distinct": 0, "bad": 0}
    bad = {}
    check = Desk(options.desk, options.work + "/power-check")
    text = b""
    for number, call in enumerate(calls):
        printed = disk.apply(call)
        if printed:
            text += printed
            decoded = text.decode("utf-8", "replace")
            told = max([told] + [int(n) for n in re.findall(r"op (\d+)$", decoded, re.M)])
            files |= set(re.findall(r"^(process_data_\d+\.md)", decoded, re.M))
        counts["calls"] += 1
        if number % every and not printed and call[0] != "sync":
            continue
        for kind, kept in states(disk, chance, some):
            state = disk.state(kept)
            counts["states"] += 1
            key = hashlib.sha256(repr(sorted((p, hashlib.sha256(d).digest()) for p, d in state.items())).encode()).digest()
            key = (key, told, frozenset(files))
            if key in seen:
                continue
            seen[key] = True
            counts["distinct"] += 1
            restore(state, check.folder, disk.folder)
            wrong = look(check, told, files, chance.random() < deep_share)
            for entry in wrong:
                counts["bad"] += 1
                key = re.sub(r"\d+", "N", entry)[:80]
                if key not in bad:
                    bad[key] = [0, f"after call {number} of {len(calls)} ({call[0]}), {kind} of {len(disk.pending)}: {entry[:300]}"]
                bad[key][0] += 1
    for count, entry in bad.values():
        tally.fail(name, f"{count}× {entry}")
    syncs = sum(1 for call in calls if call[0] == "sync")
    tally.line(name, **counts, syncs=syncs)


def copies(options, tally, rounds):
    """cp while a writer works: what a naive backup gets."""
    outcome = {"file only": [0, 0, 0], "file and log": [0, 0, 0], "log first": [0, 0, 0]}
    desk = Desk.fresh(options.desk, options.work + "/power-cp")
    desk.must("import", "-q", torture.legacy(), env=CLOCK)
    loop = subprocess.Popen(["bash", "-c", f'for i in $(seq 1 100000); do "{options.desk}" new "t$i" -m "text $i" >/dev/null; '
                             f'"{options.desk}" edit -y --query "id:1-400" --title "t$i" >/dev/null; done'],
                            env={**desk.env, **CLOCK}, cwd=desk.folder, start_new_session=True)
    try:
        check = Desk(options.desk, options.work + "/power-check")
        for _ in range(rounds):
            for kind, order in (("file only", [""]), ("file and log", ["", "-wal"]), ("log first", ["-wal", ""])):
                shutil.rmtree(check.folder, ignore_errors=True)
                os.makedirs(check.home)
                for ending in order:
                    try:
                        shutil.copyfile(desk.path + ending, check.path + ending)
                    except FileNotFoundError:
                        pass
                wrong = look(check, 0, set(), True)
                outcome[kind][0] += 1
                if wrong:
                    outcome[kind][1] += 1
                    outcome[kind].append(wrong[0][:160])
    finally:
        os.killpg(loop.pid, 9)
        loop.wait()
    for kind, found in outcome.items():
        tally.line(f"cp, {kind}", copies=found[0], unsound=found[1])
        for text in sorted(set(found[3:]))[:3]:
            print("     ", text)


def main():
    options = torture.arguments(__doc__, some=(6, "how many states by chance at each moment"), copies=(40, "copies of each kind"))
    chance = random.Random(options.seed)
    tally = Tally()
    os.makedirs(options.work, exist_ok=True)
    data = torture.legacy()
    base = Desk.fresh(options.desk, options.work + "/power-base")
    kill.small(base)
    cold = base.copy(options.work + "/power-cold")
    # A desk whose last process was killed: its log is still there.
    warm = base.copy(options.work + "/power-warm")
    torture.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=write", "-e", "inject=write:signal=SIGKILL:when=1",
                 warm.program, "new", "killed", "-m", "x"], env={**warm.env, **CLOCK}, cwd=warm.folder)
    plans = [
        ("new", cold, ("new", "新问题", "-m", "text qqzz")),
        ("new after a kill", warm, ("new", "新问题", "-m", "text qqzz")),
        ("reply", cold, ("reply", "1", "-m", "answer", "--then", "pend")),
        ("reply after a kill", warm, ("reply", "1", "-m", "answer", "--then", "pend")),
        ("undo", cold, ("undo",)),
        ("import one file", cold, ("import", data + "/process_data_47.md")),
        ("import", cold, ("import", data + "/process_data_1.md", data + "/process_data_16.md", data + "/process_data_8.md",
                          data + "/process_data_46.md", data + "/process_data_38.md", data + "/process_data_19.md")),
        ("import into a warm log", warm, ("import", data + "/process_data_8.md", data + "/process_data_46.md")),
        ("purge", cold, ("purge", "4", "--yes", "--number", "4")),
    ]
    for name, desk, command in plans:
        if options.only not in name:
            continue
        if name == "purge":
            desk = desk.copy(options.work + "/power-purge")
            desk.must("rm", "4", env=CLOCK)
        if name == "undo":
            desk = desk.copy(options.work + "/power-undo")
            desk.must("edit", "2-9", "-p", "high", "--title", "x", env=CLOCK)
        big = name.startswith("import") or name == "purge"
        experiment(name, desk, command, options, tally, chance, options.some, every=40 if big else 1)
    if options.only in "copies":
        copies(options, tally, options.copies)
    tally.end()


if __name__ == "__main__":
    main()
