"""Kills the program at random moments, and (--every) before every single system call that changes files.

Each kind has a desk to begin with, a command, and what may be there afterwards. After every kill the whole desk is
looked over (torture.whole): either nothing was done or all of it, told apart byte by byte by exports at a fixed clock.
"""
import os
import random
import re
import shutil
import time

import old_desk
import torture
from torture import Desk, Tally

CLOCK = {"DESK_NOW": "2026-03-02T09:12:00+08:00"}
LATER = {"DESK_NOW": "2026-03-20T09:12:00+08:00"}
CALLS = "pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename,openat,mkdir,fallocate"


class Kind:
    """A command that is all or nothing."""
    name = ""
    command = ()
    env = CLOCK
    stdin = b""
    deep = True

    def base(self, desk):
        """Fills the desk that every round begins with."""

    def check(self, desk, result, wrong):
        """More than `whole` looks for."""

    def prepare(self, desk):
        """Once before each round, in the copy."""


def small(desk):
    data = torture.legacy()
    desk.must("new", "证书明天到期", "-m", "请今天内处理", "--customer", "王女士", env=CLOCK)
    desk.must("new", "下载很慢", "-m", "从昨天开始", "--customer", "王女士", env=CLOCK)
    desk.must("import", "-q", data + "/process_data_13.md", data + "/process_data_47.md", env=CLOCK)


class New(Kind):
    name, command = "new", ("new", "新问题 torture", "-m", "typed 文字 qqzz", "--tag", "a", "--customer", "刘先生")
    base = staticmethod(small)


class Reply(Kind):
    name, command = "reply", ("reply", "1", "-m", "回答 qqzz", "--then", "pend")
    base = staticmethod(small)


class Bulk(Kind):
    name, command = "bulk-edit", ("edit", "-y", "--query", "is:any", "-p", "urgent", "--tag", "+bulk", "--title", "全部一样")

    def base(self, desk):
        desk.must("import", "-q", torture.legacy(), env=CLOCK)


class Merge(Kind):
    name, command = "merge", ("merge", "3", "4", "5", "--into", "2")
    base = staticmethod(small)


class Unmerge(Kind):
    name, command = "unmerge", ("unmerge", "3")

    def base(self, desk):
        small(desk)
        desk.must("merge", "3", "4", "--into", "2", env=CLOCK)
        desk.must("reply", "3", "-m", "after", env=CLOCK)


class UndoBulk(Kind):
    name, command = "undo", ("undo",)

    def base(self, desk):
        small(desk)
        desk.must("edit", "-y", "--query", "is:any", "-p", "urgent", "--tag", "+bulk", "--title", "全部一样", env=CLOCK)


class Redo(Kind):
    name, command = "redo", ("redo",)

    def base(self, desk):
        UndoBulk.base(self, desk)
        desk.must("undo", env=CLOCK)


class ImportUndo(Kind):
    name, command = "import-undo", ("import", "undo", "b1")

    def base(self, desk):
        data = torture.legacy()
        desk.must("import", "-q", data + "/process_data_13.md", data + "/process_data_8.md", env=CLOCK)
        desk.must("reply", "3", "-m", "kept", env=CLOCK)


class Attach(Kind):
    name, command = "attach", ("attach", "1", "FILE")

    def base(self, desk):
        small(desk)
        self.command = ("attach", "1", desk.folder + "/big.bin")
        open(desk.folder + "/big.bin", "wb").write(random.Random(5).randbytes(3_000_000))


class Purge(Kind):
    """Gone with every byte, or not at all; where it is gone and bytes are left, a way to get rid of them."""
    name, command = "purge", ("purge", "3", "--yes", "--number", "3")
    SECRETS = (b"geheimniswort", b"qqzz")

    def base(self, desk):
        small(desk)
        desk.must("reply", "3", "-m", "see geheimniswort qqzz", env=CLOCK)
        desk.must("rm", "3", env=CLOCK)

    def left(self, desk):
        return sorted({secret.decode() + end for secret in self.SECRETS for end in ("", "-wal")
                       if os.path.exists(desk.path + end) and secret in open(desk.path + end, "rb").read()})

    def check(self, desk, result, wrong):
        if desk.run("show", "3").code == 0:
            if result.code == 0:
                wrong.append("acknowledged and not there")
            return
        left = self.left(desk)
        if not left:
            return
        again = desk.run(*self.command, env=CLOCK)
        desk.must("reply", "1", "-m", "later", env=CLOCK)
        still = self.left(desk)
        wrong.append(f"gone, and its words are in the file; after the same command (exit {again.code}) and a reply they are "
                     + ("there for good" if still else "overwritten"))


class Import(Kind):
    """Loses at most unfinished files; a second run never doubles."""
    name, command = "import", ("import", "-q", torture.legacy())
    many = True

    def base(self, desk):
        desk.must("new", "before", "-m", "x", env=CLOCK)

    def done(self, desk):
        with desk.connection() as db:
            return dict(db.execute("""SELECT file.name, COUNT(place.ticket_id) FROM source_file AS file
                LEFT JOIN ticket_source AS place ON place.source_file_id = file.id GROUP BY file.id"""))

    def check(self, desk, result, wrong):
        done = self.done(desk)
        for name, tickets in done.items():
            if tickets != self.expected[name]:
                wrong.append(f"half a file: {name} {tickets} of {self.expected[name]}")
        # What was printed as done is done.
        told = re.findall(r"^(process_data_\d+\.md)", result.out.decode("utf-8", "replace"), re.M)
        wrong += [f"told and not there: {name}" for name in told if name not in done]
        again = desk.run(*self.command, env=CLOCK)
        if again.code != 0:
            wrong.append(f"second run {again.code}: {again.text[-300:]}")
        count = desk.must("ls", "is:any", "--format", "count").out.strip()
        if count != self.total:
            wrong.append(f"{count} tickets after the second run, not {self.total}")
        third = desk.run(*self.command, env=CLOCK)
        if b"0 created" not in third.out or desk.must("ls", "is:any", "--format", "count").out.strip() != self.total:
            wrong.append(f"the third run: {third.out[-200:]}")
        wrong += torture.whole(desk)


class Tick(Kind):
    """Several transactions; a second tick does what is left, and nothing twice."""
    name, command, env = "tick", ("tick",), LATER
    many = True

    def base(self, desk):
        small(desk)
        desk.must("sla", "new", "重要", "--terms", "first 1h; next 4h; resolve 1d; warn 30m", env=CLOCK)
        desk.must("rule", "new", "r1", "--when", "priority:high", "--do", "tag +hoch", "--do", "note 规则", env=CLOCK)
        for number in range(1, 8):
            if desk.run("pend", str(number), "--until", "2d", env=CLOCK).code:
                desk.must("reopen", str(number), env=CLOCK)
                desk.must("pend", str(number), "--until", "2d", env=CLOCK)
        for number in range(8, 14):
            if desk.run("resolve", str(number), "-m", "x", env=CLOCK).code:
                desk.run("reopen", str(number), env=CLOCK)
                desk.run("resolve", str(number), "-m", "x", env=CLOCK)
        desk.must("edit", "14-18", "-p", "high", env=CLOCK, stdin=b"")
        reference = desk.copy(desk.folder + "-reference")
        for _ in range(3):
            reference.must("tick", env=LATER)
        self.reference = essence(reference)

    def check(self, desk, result, wrong):
        for _ in range(3):
            again = desk.run("tick", env=LATER)
            if again.code != 0:
                wrong.append(f"second tick {again.code}: {again.text[-300:]}")
        if essence(desk) != self.reference:
            wrong.append(f"after more ticks other than an undisturbed one: {torture.difference(self.reference, essence(desk))}")
        wrong += torture.whole(desk)


def essence(desk):
    return desk.export()


class Init(Kind):
    name, command = "init", ("init",)
    many = True
    no_desk = True

    def check(self, desk, result, wrong):
        if desk.run("ls").code != 0:
            again = desk.run("init", env=CLOCK)
            if again.code != 0:
                wrong.append(f"no desk, and init again: {again.code} {again.text[:200]}")
        wrong += torture.whole(desk)


class Migration(Kind):
    """A desk of an older schema is migrated whole, whichever command comes first."""
    name = "migration"
    many = True

    def __init__(self, k, source, reference):
        self.k, self.source, self.reference = k, source, reference
        self.name = f"migration-{k}"
        self.command = ("ls", "is:any", "--format", "count") if k % 2 else ("reply", "1", "-m", "first after")

    def base(self, desk):
        for end in ("", "-wal", "-shm", ".lock"):
            if os.path.exists(desk.path + end):
                os.unlink(desk.path + end)
        old_desk.build(self.source.path, desk.path, self.k)

    def check(self, desk, result, wrong):
        with desk.connection() as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
        if version not in (self.k, torture.CURRENT):
            wrong.append(f"version {version}")
        acknowledged = self.command[0] == "reply" and result.code == 0
        there = b"first after" in desk.must("export", "--format", "jsonl").out
        if acknowledged and not there:
            wrong.append("acknowledged reply is gone")
        if not there and desk.export() != self.reference:
            wrong.append(f"migrated otherwise: {torture.difference(self.reference, desk.export())}")
        with desk.connection() as db:
            if db.execute("PRAGMA user_version").fetchone()[0] != torture.CURRENT:
                wrong.append("not migrated by the next command")
        wrong += torture.whole(desk)


class Editor(Kind):
    """A text written in the editor is on the desk or among the drafts, whenever the program was killed."""
    name, command = "editor", ("reply", "1", "-e")
    many = True

    def base(self, desk):
        small(desk)
        script = desk.folder + "/editor"
        open(script, "w").write("#!/bin/sh\nprintf 'written qqzz 文字' > \"$1\"\ntouch \"$MARK\"\n")
        os.chmod(script, 0o755)

    def prepare(self, desk):
        self.env = {**CLOCK, "EDITOR": desk.folder + "/editor", "MARK": desk.folder + "/written"}

    def check(self, desk, result, wrong):
        if not os.path.exists(desk.folder + "/written"):
            return
        stored = b"written qqzz" in desk.export()
        drafts = desk.run("draft", "list").out
        kept = any(b"written qqzz" in open(os.path.join(at, name), "rb").read()
                   for at, _, names in os.walk(desk.home) for name in names)
        if not stored and not kept:
            wrong.append("the text is gone")
        if kept and not stored:
            again = desk.run("draft", "resume", "d1", env=CLOCK)
            if again.code != 0 or b"written qqzz" not in desk.export():
                wrong.append(f"resume: {again.code} {again.text[:300]} list {drafts!r}")
        if result.code == 0 and not stored:
            wrong.append("acknowledged and gone")


def kinds(options):
    work = options.work
    found = [New(), Reply(), Merge(), Unmerge(), UndoBulk(), Redo(), ImportUndo(), Attach(), Purge(), Tick(), Init(),
             Editor()]
    if options.only in ("", "migration") or options.only.startswith("migration"):
        source = Desk.fresh(options.desk, work + "/kill-today")
        small(source)
        source.must("reply", "1", "-m", "an answer", env=CLOCK)
        source.must("edit", "2-9", "-p", "high", "--title", "neu", env=CLOCK)
        reference = source.export()
        found += [Migration(k, source, reference) for k in range(1, torture.CURRENT)]
    found += [Bulk(), Import()]
    return [kind for kind in found if options.only in kind.name]


def states(kind, base, work):
    """What an all-or-nothing command may leave: the export before and after."""
    if getattr(kind, "many", False):
        return None
    done = base.copy(work + "/done")
    if kind.name == "attach":
        pass
    result = done.run(*kind.command, env=kind.env)
    if result.code != 0:
        raise SystemExit(f"{kind.name}: {result.text}")
    return base.export(), done.export()


def judge(kind, desk, result, before, allowed, tally):
    wrong = []
    if result.crashed:
        wrong.append(f"crashed: {result.code} {result.text[:300]}")
    if getattr(kind, "no_desk", False) or isinstance(kind, Migration):
        pass
    else:
        wrong += torture.whole(desk, before if kind.name != "purge" else None)
    state = "?"
    if allowed:
        now = desk.run("export", "--format", "jsonl").out
        state = "before" if now == allowed[0] else "after" if now == allowed[1] else "other"
        if state == "other":
            wrong.append(f"half done: {torture.difference(allowed[1], now)}")
        if result.code == 0 and state != "after" and allowed[0] != allowed[1]:
            wrong.append("acknowledged and not there")
    kind.check(desk, result, wrong)
    for text in wrong:
        tally.fail(kind.name, text)
    return state


def main():
    options = torture.arguments(__doc__, rounds=(60, "kills of each kind at random moments"),
                                every=(1, "1: also before every system call that changes files; n: before every n-th"),
                                most=(100, "at most so many system calls of each kind"))
    chance = random.Random(options.seed)
    tally = Tally()
    work = options.work + "/kill"
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    for kind in kinds(options):
        begun = time.monotonic()
        base = Desk.fresh(options.desk, work + "/base", init=not getattr(kind, "no_desk", False))
        kind.base(base)
        if getattr(kind, "no_desk", False) or isinstance(kind, Migration):
            before = None
        else:
            before = (base.last(), base.export())
        if isinstance(kind, Import):
            reference = base.copy(work + "/reference")
            reference.must(*kind.command, env=kind.env)
            kind.expected = kind.done(reference)
            kind.total = reference.must("ls", "is:any", "--format", "count").out.strip()
        allowed = states(kind, base, work)
        took = []
        for _ in range(3):
            desk = base.copy(work + "/round")
            kind.prepare(desk)
            took.append(desk.run(*kind.command, env=kind.env).seconds)
        length = sorted(took)[1]
        counts = {"killed": 0, "ended": 0, "before": 0, "after": 0}
        for _ in range(options.rounds // 5 if isinstance(kind, Migration) else options.rounds):
            desk = base.copy(work + "/round")
            kind.prepare(desk)
            result = desk.run(*kind.command, env=kind.env, kill_after=chance.uniform(0.1, 1.1) * length)
            counts["killed" if result.killed else "ended"] += 1
            state = judge(kind, desk, result, before, allowed, tally)
            if state in counts:
                counts[state] += 1
        calls = 0
        if options.every:
            calls = each_call(kind, base, work, before, allowed, tally, options.every,
                              options.most // 3 if isinstance(kind, (Migration, Bulk, Import)) else options.most)
        tally.line(kind.name, **counts, calls=calls, median_ms=round(length * 1000), seconds=round(time.monotonic() - begun))
    tally.end()


def each_call(kind, base, work, before, allowed, tally, step, most):
    """Kills before the 1st, 2nd, … call that changes files, until the command ends by itself."""
    when, count = 1, 0
    desk = base.copy(work + "/round")
    kind.prepare(desk)
    counted = torture.run(["strace", "-f", "-qq", "-o", work + "/calls", "-e", f"trace={CALLS}", desk.program, *kind.command],
                          env={**desk.env, **kind.env}, cwd=desk.folder, limit=120)
    calls = sum(1 for line in open(work + "/calls") if "(" in line)
    step = max(step, calls // most)
    while True:
        desk = base.copy(work + "/round")
        kind.prepare(desk)
        trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={CALLS}", "-e",
                 f"inject={CALLS}:signal=SIGKILL:when={when}"]
        result = torture.run([*trace, desk.program, *kind.command], env={**desk.env, **kind.env}, cwd=desk.folder, limit=120)
        if result.code not in (-9, 137):
            return count
        result.killed = True
        judge(kind, desk, result, before, allowed, tally)
        count += 1
        when += step


if __name__ == "__main__":
    main()
