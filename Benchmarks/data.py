"""What the benchmarks work on: datasets, rows and databases, prepared once and kept in Benchmarks/work."""
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from worked import NOW

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "Benchmarks" / "work"
BUILT = ROOT / ".build" / "release" / "desk"
# The program as "make install" leaves it: what the linker wrote lies in the page cache in small pieces, and so starts a fifth slower.
DESK = WORK / "desk"
PEERS = Path(os.environ.get("PEERBENCH", ROOT.parent / "shared" / "peerbench")).resolve()
LEGACY = Path(os.environ.get("LEGACY", ROOT.parent / "shared" / "legacy" / "data")).resolve()
# So many copies of the datasets make about 10,000, 100,000 and 1,000,000 tickets.
COPIES = {"small": 5, "full": 50, "large": 500}
# What was promised on the worked desk, the last asked first.
PROMISES = (("usual", "", "first 4bh; next 8bh; resolve 3bd"), ("urgent", "prio>=high", "first 1bh; next 2bh; resolve 1bd"))


class Data:
    """The datasets, prepared once and kept in Benchmarks/work, and the databases that the reading works ask."""

    def __init__(self, has_peers, size):
        self.has_peers = has_peers
        self.copies = COPIES[size]
        self.folder = WORK / size
        self.folder.mkdir(parents=True, exist_ok=True)
        self.corpus = LEGACY if LEGACY.is_dir() else ROOT / "Seeds" / "demo"
        self.many = self.folder / "md"
        if has_peers:
            self.compile()
        self.replicate()
        self.corpus_rows = self.rows_of(self.corpus, "corpus")
        self.many_rows = self.rows_of(self.many, "many")
        self.desk = self.imported()
        self.c_database = self.inserted()
        self.worked = self.folder / "worked.sqlite"
        self.tickets = int(output(DESK, "--db", self.desk, "ls", "is:any", "--format", "count") or 0)

    def compile(self):
        for name in ("limit", "cq"):
            if not (WORK / name).exists():
                call("gcc", "-O2", "-w", PEERS / f"{name}.c", "-lsqlite3", "-o", WORK / name)

    def replicate(self):
        if self.many.is_dir():
            return
        if not any(self.corpus.glob("*.md")):
            sys.exit(f"No datasets (*.md) in {self.corpus}: LEGACY names the folder.")
        draft = self.folder / "md.part"
        shutil.rmtree(draft, ignore_errors=True)
        if self.has_peers:
            call(sys.executable, PEERS / "replicate.py", self.corpus, draft, self.copies)
        else:
            self.copy_plainly(draft)
        draft.rename(self.many)

    def copy_plainly(self, folder):
        """Copies that differ by their last line only: the same bytes would be linked, not imported again."""
        folder.mkdir()
        for copy in range(self.copies):
            for path in sorted(self.corpus.glob("*.md")):
                (folder / f"r{copy:03}_{path.name}").write_bytes(path.read_bytes() + b"\ncopy %d\n" % copy)

    def one_file(self):
        """All tickets twice in one file."""
        path = self.folder / "one" / "one.md"
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            with open(path, "wb") as one:
                for _ in range(2):
                    for part in sorted(self.many.glob("*.md")):
                        one.write(part.read_bytes() + b"\n\n")
        return path

    def table(self):
        """As many rows of CSV as there are tickets, with quotes, lines in cells and both languages."""
        path = self.folder / "one" / "table.csv"
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            with open(path, "w", encoding="utf-8") as rows:
                rows.write("id,title,category,status,priority,requester,created,description,resolution\n")
                for number in range(1, self.copies * 2018 + 1):
                    day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02} 08:{number % 60:02}"
                    told = f"The gate of pier {number} sticks since {day}, said \"\"Ann\"\".\nIt was oiled once. " * 3
                    rows.write(
                        f'T-{number},"Gate {number} sticks, again",码头/闸门,closed,P{number % 4 + 1},Ann {number % 500},{day},'
                        f'"{told}二号码头的闸门打不开，请派人看一下。","Oil it, 上油后恢复。"\n')
        return path

    def rows_of(self, folder, name):
        """The tickets as the rows that the C program inserts."""
        rows = self.folder / f"{name}.tsv"
        if self.has_peers and not rows.exists():
            call(sys.executable, PEERS / "convert.py", folder, self.folder / f"{name}.jsonl", "--tsv", rows)
        return rows

    def imported(self):
        """Made anew each time: the program may have changed since."""
        desk = new_desk(self.folder / "desk")
        call(DESK, "--db", desk, "import", "--quiet", self.many)
        return desk

    def inserted(self):
        database = self.folder / "c.sqlite"
        if self.has_peers and not database.exists():
            call(WORK / "limit", self.many_rows, database, "normal+idx+fts+cjk1")
        return database

    def work(self):
        """The desk on which people have worked for years; only the reports need it."""
        remove(self.worked)
        # By another process: the memory of this one would count as that of the commands it measures.
        call(sys.executable, ROOT / "Benchmarks" / "worked.py", self.desk, self.worked)
        at = {**os.environ, "DESK_NOW": NOW}
        for name, query, terms in PROMISES:
            asking = ["--when", query] if query else []
            call(DESK, "--db", self.worked, "sla", "new", name, *asking, "--terms", terms, environment=at)
        call(DESK, "--db", self.worked, "sla", "order", PROMISES[-1][0], environment=at)
        # As on every desk at work: any change writes down what runs, which reports measure until then.
        call(DESK, "--db", self.worked, "tick", environment=at)

    def largest_category(self):
        """Category and subcategory with the most tickets; the same in both databases."""
        if not self.has_peers:
            return "CDN", ""
        with sqlite3.connect(self.c_database) as database:
            return database.execute(
                "SELECT name, sub FROM category JOIN ticket ON ticket.category = category.id"
                " GROUP BY category.id ORDER BY COUNT(*) DESC").fetchone()


def install():
    """Puts the program that was built in place; ends where there is none."""
    if not BUILT.exists():
        sys.exit(f"{BUILT} is not there: run make build")
    WORK.mkdir(parents=True, exist_ok=True)
    call("strip", "-o", DESK, BUILT)


def new_desk(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    call(DESK, "init", "--quiet", folder)
    return folder / ".desk" / "desk.sqlite"


def remove(database):
    for end in ("", "-wal", "-shm"):
        Path(f"{database}{end}").unlink(missing_ok=True)


def call(*command, environment=None):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env=environment)


def output(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout
