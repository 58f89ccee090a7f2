"""Lets system calls of the program fail, one at a time (when=N) and from one on (when=N+), and looks what the person is
told, whether that is true, and whether the desk is whole.

A line per command and fault: how often which exit code came with which state of the desk.
"""
import collections
import os
import re
import shutil
import tempfile
import time

import kill
import torture
from kill import CLOCK
from torture import Desk, Tally

FAULTS = [
    ("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("fdatasync", "EIO"), ("fsync", "EIO"), ("ftruncate", "EIO"),
    ("ftruncate", "ENOSPC"), ("openat", "EMFILE"), ("openat", "EACCES"), ("mmap", "ENOMEM"), 
    ("pread64", "EIO"), ("read", "EIO"), ("write", "ENOSPC"), ("write", "EPIPE"), ("fcntl", "ENOLCK"), ("unlink", "EACCES"),
    ("newfstatat", "EACCES"), ("getrandom", "ENOSYS"), ("flock", "ENOLCK"), ("mkdir", "ENOSPC"), ("rename", "EIO"),
]


class Verb:
    def __init__(self, name, command, base=kill.small, text=None, has_desk=True, many=False):
        self.name, self.command, self.base, self.text, self.has_desk, self.many = name, command, base, text, has_desk, many


VERBS = [
    Verb("new", ("new", "新问题 torture", "-m", "typed 文字 qqzz", "--customer", "刘先生"), text="typed 文字 qqzz"),
    Verb("reply", ("reply", "1", "-m", "回答 qqzz", "--then", "pend"), text="回答 qqzz"),
    Verb("import", ("import", "-q", torture.legacy() + "/process_data_8.md"), many=True),
    Verb("undo", ("undo",), base=kill.UndoBulk.base.__get__(kill.UndoBulk())),
    Verb("init", ("init",), base=lambda desk: None, has_desk=False, many=True),
    Verb("ls", ("ls", "is:any", "--format", "ids")),
    Verb("export", ("export", "--format", "jsonl")),
]


def main():
    options = torture.arguments(__doc__, most=(40, "at most so many places of each command and fault"),
                                modes=("one,from", "one: only the N-th call fails; from: all from it on"))
    tally = Tally()
    work = options.work + "/faults"
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    for verb in VERBS:
        if options.only and options.only not in verb.name:
            continue
        base = Desk.fresh(options.desk, work + "/base", init=verb.has_desk)
        verb.base(base)
        before = base.export() if verb.has_desk else None
        done = base.copy(work + "/done")
        reference = done.must(*verb.command, env=CLOCK)
        after = done.export() if not verb.many else None
        for call, error in FAULTS:
            for mode in options.modes.split(","):
                inject(verb, base, before, after, reference, call, error, mode, options.most, work, tally)
    tally.end()


def inject(verb, base, before, after, reference, call, error, mode, most, work, tally):
    calls = count(verb, base, call, work)
    if calls == 0 or (call == "mmap" and mode == "from"):
        return
    step = max(1, calls // most)
    outcomes, told = collections.Counter(), collections.Counter()
    kind = f"{verb.name} {call}:{error} {mode}"
    for when in range(1, calls + 1, step):
        desk = base.copy(work + "/round")
        place = f"{when}+" if mode == "from" else str(when)
        trace = ["strace", "-f", "-qq", "-o", work + "/trace", "-e", f"trace={call}", "-e",
                 f"inject={call}:error={error}:when={place}"]
        result = torture.run([*trace, desk.program, *verb.command], env={**desk.env, **CLOCK}, cwd=desk.folder, limit=90)
        first = (result.err.decode("utf-8", "replace").strip().split("\n") or [""])[0]
        told[re.sub(r"/\S+", "…", first)[:160]] += 1
        state = look(verb, desk, before, after, reference, result, f"{kind} at {when}", tally)
        outcomes[f"{result.code}:{state}"] += 1
    tally.line(kind, places=len(range(1, calls + 1, step)), **{f"exit_{k}": v for k, v in sorted(outcomes.items())})
    for text, n in told.most_common(4):
        print(f"      {n:4} {text}", flush=True)


def count(verb, base, call, work):
    desk = base.copy(work + "/round")
    torture.run(["strace", "-f", "-qq", "-o", work + "/trace", "-e", f"trace={call}", desk.program, *verb.command],
                env={**desk.env, **CLOCK}, cwd=desk.folder, limit=90)
    return sum(1 for line in open(work + "/trace", errors="replace") if f" {call}(" in line)


def look(verb, desk, before, after, reference, result, kind, tally):
    if result.code is None:
        tally.fail(kind, "hangs")
    if result.crashed:
        tally.fail(kind, f"crashed with {result.code}: {result.text[-300:]}")
    if not verb.has_desk and desk.run("ls").code != 0:
        if result.code == 0:
            tally.fail(kind, f"exit 0 and no desk: {result.text[:200]}")
        again = desk.run("init", env=CLOCK)
        if again.code != 0:
            tally.fail(kind, f"init again {again.code}: {again.text[:200]}")
        return "none"
    wrong = torture.whole(desk)
    for text in wrong:
        tally.fail(kind, text)
    now = desk.run("export", "--format", "jsonl").out
    if verb.many:
        state = "before" if now == before else "after"
        if verb.name == "import" and state == "after" and now.count(b"\n") != before.count(b"\n") + 100:
            pass
    else:
        state = "before" if now == before else "after" if now == after else "other"
    if before == after and verb.has_desk:
        state = "same"
        if result.code == 0 and result.out != reference.out:
            tally.fail(kind, f"exit 0 and other output: {torture.difference(reference.out, result.out)}")
    if state == "other":
        tally.fail(kind, f"half done: {torture.difference(after, now)}")
    if result.code == 0 and state == "before" and before != after:
        tally.fail(kind, f"exit 0 and nothing done: {result.text[:200]}")
    if result.code not in (0, None) and not result.err and "write" not in kind:
        tally.fail(kind, f"exit {result.code} without a word")
    if result.code != 0 and state == "after":
        state = "after(told failure)"
    if verb.text and state == "before":
        kept = verb.text in result.text or any(
            verb.text.encode() in open(os.path.join(at, name), "rb").read()
            for folder in (desk.folder, f"{tempfile.gettempdir()}/desk-drafts-{os.geteuid()}") for at, _, names in os.walk(folder) for name in names if name.endswith((".md", ".part")))
        if not kept:
            tally.fail(kind, f"the text is gone: {result.code} {result.text[:200]}")
    return state


if __name__ == "__main__":
    main()
