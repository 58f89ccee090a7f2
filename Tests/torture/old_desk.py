"""Makes the file of an older desk: the first k migrations, with what a desk of today holds put into the columns that
there were then. Also usable alone: old_desk.py --k 7 --out FILE.
"""
import glob
import os
import sqlite3

import torture

# What finding near tickets keeps of texts; the steps throw it away, and the program makes it anew.
MADE_ANEW = "likeness"


def build(source, out, k):
    """Writes the desk `source` as a file of schema k."""
    if os.path.exists(out):
        os.unlink(out)
    # Read with today's file copied, so that its log is in it.
    today = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    old = sqlite3.connect(out, isolation_level=None)
    old.execute("PRAGMA journal_mode = WAL")
    old.execute("BEGIN")
    for path in sorted(glob.glob(torture.MIGRATIONS + "/*.sql"))[:k]:
        statements(old, open(path).read())
    # Not virtual tables, but those behind them: what the search holds lies there.
    tables = [row[1] for row in old.execute("PRAGMA table_list")
              if row[0] == "main" and row[2] in ("table", "shadow") and not row[1].startswith(("sqlite_", MADE_ANEW))]
    for table in tables:
        there = {row[1] for row in today.execute(f"PRAGMA table_info({table})")}
        columns = [row[1] for row in old.execute(f"PRAGMA table_info({table})") if row[1] in there]
        if not columns or (table == "setting" and k < 7):
            continue
        old.execute(f"DELETE FROM {table}")
        names = ", ".join(columns)
        places = ", ".join("?" for _ in columns)
        old.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})",
                        today.execute(f"SELECT {names} FROM {table}"))
    if k < 10:
        old.execute("DELETE FROM counter WHERE name = 'sla'")
    old.execute(f"PRAGMA user_version = {k}")
    old.execute(f"PRAGMA application_id = {torture.APPLICATION}")
    old.execute("COMMIT")
    old.close()
    today.close()


def statements(db, text):
    """executescript would commit before it begins."""
    piece = ""
    for line in text.split("\n"):
        piece += line + "\n"
        if sqlite3.complete_statement(piece):
            db.execute(piece)
            piece = ""
    if piece.strip() and not all(line.startswith("--") or not line.strip() for line in piece.split("\n")):
        db.execute(piece)


def main():
    options = torture.arguments(__doc__, k=(1, "how many migrations"), out=(torture.WORK + "/old.sqlite", "the file"),
                                source=("", "a desk of today; made when there is none"))
    source = options.source
    if not source:
        desk = torture.Desk.fresh(options.desk, options.work + "/today")
        desk.must("init") if not os.path.exists(desk.path) else None
        desk.must("import", "-q", torture.legacy())
        source = desk.path
    build(source, options.out, options.k)
    print(options.out)


if __name__ == "__main__":
    main()
