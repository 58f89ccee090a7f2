"""Many processes at one desk: everybody's verbs at once, then the books are checked.

Counts by verb: how often, errors by kind, median / P99 / longest time, most memory. Then: is every acknowledged operation
there and its author's, are operation numbers without gaps, was a ticket ever taken by two, is the desk whole.
"""
import collections
import json
import os
import random
import re
import shutil
import sqlite3
import threading
import time

import old_desk
import torture
from torture import Desk, Tally, percentile

VERBS = {
    "new": 10, "reply": 12, "note": 5, "take": 8, "edit": 8, "resolve": 6, "reopen": 2, "undo": 4, "redo": 1, "merge": 3,
    "unmerge": 2, "tag": 5, "ls": 8, "search": 6, "show": 6, "report": 2, "import": 2, "next": 8, "release": 3, "tick": 2, "export": 1,
    "doctor": 1, "rm": 1, "attach": 1, "import-undo": 1, "bulk": 1,
}


class Worker(threading.Thread):
    def __init__(self, number, desk, until, chance, data, most):
        super().__init__(daemon=True)
        self.number, self.desk, self.until, self.chance, self.data, self.most = number, desk, until, chance, data, most
        self.agent = f"a{number:02}"
        self.runs, self.acknowledged, self.taken = [], [], []
        self.count = 0

    def ticket(self):
        return str(self.chance.randint(1, max(40, self.most[0])))

    def command(self, verb):
        mark = f"mark-{self.agent}-{self.count}"
        pick = self.chance.choice
        if verb == "new":
            return ("new", f"问题 {mark}", "-m", f"text {mark}", "--customer", f"客户{self.chance.randint(1, 30)}"), mark
        if verb == "reply":
            return ("reply", self.ticket(), "-m", f"answer {mark}"), mark
        if verb == "note":
            return ("note", self.ticket(), "-m", f"note {mark}"), mark
        if verb == "edit":
            return ("edit", self.ticket(), "-p", pick(["low", "normal", "high", "urgent"]), "--title", f"标题 {mark}"), mark
        if verb == "resolve":
            return ("resolve", self.ticket(), "-m", f"done {mark}"), mark
        if verb == "merge":
            return ("merge", self.ticket(), "--into", self.ticket(), "--force"), None
        if verb == "tag":
            return ("tag", self.ticket(), "+" + pick("abcdef"), "-" + pick("abcdef")), None
        if verb == "next":
            return ("next", "--take"), None
        if verb == "search":
            return ("search", pick(["证书", "域名 解析", "text", "mark", "上传"])), None
        if verb == "ls":
            return ("ls", pick(["is:open", "is:any", "assignee:me", "priority:high", "tag:a"])), None
        if verb == "report":
            return ("report", pick(["category", "volume", "backlog", "agent", "overview"])), None
        if verb == "import":
            # The same files by many: only one may bring them.
            return ("import", "-q", pick(self.data)), None
        if verb == "import-undo":
            return ("import", "undo", "b" + str(self.chance.randint(1, 12))), None
        if verb == "export":
            return ("export", "--format", "jsonl"), None
        if verb == "attach":
            return ("attach", self.ticket(), self.desk.folder + "/file.bin"), None
        if verb == "bulk":
            return ("edit", "-y", "--query", "tag:" + pick("abcdef"), "-p", pick(["low", "high"])), None
        if verb in ("take", "show", "release", "rm", "unmerge", "reopen"):
            return (verb, self.ticket()), None
        return (verb,), None

    def run(self):
        names, weights = list(VERBS), list(VERBS.values())
        while time.monotonic() < self.until:
            self.count += 1
            verb = self.chance.choices(names, weights)[0]
            command, mark = self.command(verb)
            result = self.desk.run(*command, env={"DESK_USER": self.agent}, limit=120)
            text = result.text
            self.runs.append((verb, result.code, result.seconds, result.kib, text[:400] if result.code else "",
                              result.crashed))
            if result.code == 0:
                operations = [int(n) for n in re.findall(r"· op (\d+)$", text, re.M)]
                self.acknowledged += [(op, verb, mark) for op in operations]
                created = re.match(r"#(\d+) new", text)
                if created:
                    self.most[0] = max(self.most[0], int(created[1]))
                if verb == "export":
                    for line in result.out.split(b"\n"):
                        if line:
                            json.loads(line)


def kind(text):
    """An error without its numbers and names."""
    lines = [line for line in text.strip().split("\n") if "error" in line] or text.strip().split("\n")
    return re.sub(r"mark-\S+|a\d\d\b|/\S+", "…", re.sub(r"#?\d+", "N", lines[-1] if lines else ""))[:110]


def main():
    options = torture.arguments(__doc__, processes=(64, "how many at once"), length=(60, "seconds"), core=(-1, "keep to this core"))
    if options.core >= 0:
        os.sched_setaffinity(0, {options.core})
    tally = Tally()
    desk = Desk.fresh(options.desk, options.work + "/crowd")
    open(desk.folder + "/file.bin", "wb").write(random.Random(1).randbytes(200_000))
    for number in range(options.processes):
        desk.must("agent", "add", f"a{number:02}", "--role", "manager")
    legacy = torture.legacy()
    data = [f"{legacy}/process_data_{n}.md" for n in (1, 8, 13, 16, 46, 47, 23, 19)]
    desk.must("import", "-q", data[2])
    for n in range(20):
        desk.must("new", f"start {n}", "-m", "x")
    most = [36]
    until = time.monotonic() + options.length
    workers = [Worker(n, desk, until, random.Random(options.seed * 1000 + n), data, most) for n in range(options.processes)]
    begin = time.monotonic()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(options.length + 180)
        if worker.is_alive():
            tally.fail("crowd", f"{worker.agent} never came back")
    took = time.monotonic() - begin
    runs = [run for worker in workers for run in worker.runs]
    for verb in VERBS:
        these = [run for run in runs if run[0] == verb]
        times = [run[2] for run in these]
        errors = collections.Counter(f"{run[1]}: {kind(run[4])}" for run in these if run[1] != 0)
        tally.line(verb, runs=len(these), failed=sum(errors.values()), p50=f"{percentile(times, .5):.2f}s",
                   p99=f"{percentile(times, .99):.2f}s", longest=f"{max(times, default=0):.2f}s",
                   MiB=max((run[3] for run in these), default=0) // 1024)
        for error, count in errors.most_common(4):
            print(f"      {count:5} {error}")
    for run in runs:
        if run[1] is None:
            tally.fail(run[0], "hangs")
        if run[5]:
            tally.fail(run[0], f"crashed {run[1]}: {run[4]}")
        if run[1] not in (0, None) and re.search(r"locked|SQLITE|database is", run[4]):
            tally.fail(run[0], f"a lock error is shown: {run[4][:200]}")
        if run[1] == 8:
            tally.fail(run[0], f"busy: {run[4][:200]} after {run[2]:.1f} s")
    books(desk, workers, tally)
    tally.line("all", runs=len(runs), per_second=round(len(runs) / took), seconds=round(took))
    tally.end()


def books(desk, workers, tally):
    for text in torture.whole(desk):
        tally.fail("whole", text)
    with desk.connection() as db:
        made = dict(db.execute("SELECT operation.id, agent.name FROM operation JOIN agent ON agent.id = agent_id"))
        texts = "\n".join(row[0] for row in db.execute("SELECT body FROM message UNION ALL SELECT title FROM ticket "
                                                       "UNION ALL SELECT COALESCE(before, '') || COALESCE(after, '') FROM event"))
        acknowledged = lost = others = 0
        for worker in workers:
            for operation, verb, mark in worker.acknowledged:
                acknowledged += 1
                if operation not in made:
                    lost += 1
                    tally.fail("lost", f"op {operation} {verb} of {worker.agent}")
                elif made[operation] != worker.agent:
                    others += 1
                    tally.fail("lost", f"op {operation} {verb} of {worker.agent} is {made[operation]}'s")
                if mark and mark not in texts:
                    lost += 1
                    tally.fail("lost", f"text {mark} of op {operation} {verb}")
        seen = collections.Counter(op for worker in workers for op, _, _ in worker.acknowledged)
        double = [op for op, count in seen.items() if count > 1]
        # Bulk verbs name one operation on several lines; two people never the same.
        owners = collections.defaultdict(set)
        for worker in workers:
            for op, _, _ in worker.acknowledged:
                owners[op].add(worker.agent)
        shared = [op for op, who in owners.items() if len(who) > 1]
        takes = db.execute("""SELECT event.ticket_id, event.operation_id, event.before, event.after, operation.command
            FROM event JOIN operation ON operation.id = event.operation_id
            WHERE field = 'assignee' AND (command LIKE 'desk take%' OR command LIKE 'desk next%')""").fetchall()
        stolen = [row for row in takes if row[2] is not None]
        for row in stolen:
            tally.fail("double take", str(row))
        duplicates = db.execute("""SELECT name, COUNT(*) FROM source_file WHERE same_as IS NULL AND batch_id IN (
            SELECT id FROM batch WHERE undone_by IS NULL) GROUP BY name HAVING COUNT(*) > 1""").fetchall()
    tally.line("books", operations=len(made), acknowledged=acknowledged, lost=lost, of_others=others, shared=len(shared),
               takes=len(takes), double_takes=len(stolen), files_twice=len(duplicates))


if __name__ == "__main__":
    main()
