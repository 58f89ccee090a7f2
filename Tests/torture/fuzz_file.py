"""Damaged files of desks."""
import os
import re
import shutil
import sqlite3

import kill
import torture
from fuzz_query import VALUES
from torture import Desk


def fuzz_file(fuzz):
    """Damaged files: one sentence or a right answer, no crash, and not a byte written by a command that refuses."""
    import sqlite3
    chance = fuzz.chance
    source = fuzz.base(fill=False, name="source")
    kill.small(source)
    source.must("note", "1", "-m", "x")
    good = open(source.path, "rb").read()
    desk = Desk(fuzz.options.desk, fuzz.work + "/round")
    schemas = [
        "UPDATE sqlite_master SET sql = 'CREATE TABLE ticket (id)' WHERE name = 'ticket'", "UPDATE sqlite_master SET rootpage = 2 WHERE name = 'message'",
        "UPDATE sqlite_master SET rootpage = 999999 WHERE name = 'ticket'", "DELETE FROM sqlite_master WHERE name = 'ticket'", "UPDATE sqlite_master SET sql = 'garbage' WHERE name = 'event'",
        "UPDATE sqlite_master SET type = 'view', sql = 'CREATE VIEW ticket AS SELECT * FROM ticket' WHERE name = 'ticket'",
        "UPDATE sqlite_master SET sql = replace(sql, 'fts5', 'fts4') WHERE name = 'search'", "CREATE TRIGGER t AFTER UPDATE ON ticket BEGIN DELETE FROM ticket_tag WHERE ticket_id = new.id END",
        "UPDATE search_data SET block = x'00' WHERE id = 1", "UPDATE search_data SET block = x'ffffffffffffffff'", "DELETE FROM search_data", "UPDATE search_docsize SET sz = x'ff'", "UPDATE search_idx SET pgno = 99999999",
        "DELETE FROM desk", "DELETE FROM counter", "UPDATE counter SET last = 9223372036854775807", "DELETE FROM agent", "UPDATE desk SET time_zone = 'Foo/Bar'", "UPDATE desk SET time_zone = '../../etc/passwd'", "UPDATE desk SET language = 'xx'",
        "UPDATE ticket SET merged_into = id", "UPDATE ticket SET merged_into = 2 WHERE id = 1; UPDATE ticket SET merged_into = 1 WHERE id = 2", "UPDATE category SET parent_id = id", "UPDATE customer SET merged_into = id",
        "UPDATE ticket SET created_at = 9223372036854775807", "UPDATE ticket SET created_at = -9223372036854775808", "UPDATE calendar SET hours = 'garbage', days = 'garbage'", "UPDATE message SET body = CAST(x'fffe00' AS TEXT)",
        "UPDATE likeness SET pieces = x'ffff'", "INSERT OR REPLACE INTO likeness VALUES (0, x'ffffffffffffffffffffffffffffffff')", "INSERT OR REPLACE INTO likeness VALUES (0, zeroblob(50000000))", "PRAGMA user_version = 16",
        "PRAGMA user_version = -1", "PRAGMA user_version = 0", "PRAGMA user_version = 3", "PRAGMA application_id = 0", "UPDATE operation SET at = 9223372036854775807", "UPDATE event SET field = 'zzz'", "UPDATE event SET after = '99999999999999999999'",
        "INSERT INTO sla_policy VALUES (9, 'x', 'x', 1, '((((', 'garbage', 'nocal', 0)", "INSERT INTO rule VALUES (9, 'x', 'x', '((((', 'garbage', 1, 0)", "INSERT INTO view VALUES (9, 'x', 'x', '@x', 0)", "UPDATE ticket SET version = 9223372036854775807",
        "PRAGMA encoding = 'UTF-16le'", "UPDATE source_content SET content = x''", "UPDATE ticket_source SET byte_offset = 999999999999, byte_length = -5", "UPDATE ticket SET uuid = zeroblob(16) WHERE id = 1",
    ]
    commands = [("ls", "is:any"), ("show", "1"), ("search", "证书"), ("doctor",), ("export", "--format", "jsonl"), ("reply", "1", "-m", "x"), ("new", "y", "-m", "z"), ("report", "overview"), ("tick",), ("undo",),
                ("similar", "3"), ("suggest", "1"), ("history", "1"), ("import", "-q", torture.legacy() + "/process_data_47.md"), ("ls", "--as-of", "op:1"), ("show", "3", "--original"), ("triage", "1"), ("duplicates",), ("next",),
                ("calendar", "due", "2bd"), ("customer",), ("category",), ("doctor", "--fix")]

    def write(data, log=None):
        shutil.rmtree(desk.folder, ignore_errors=True)
        os.makedirs(desk.home)
        open(desk.path, "wb").write(data)
        if log is not None:
            open(desk.path + "-wal", "wb").write(log)

    whole = fuzz.options.minutes >= 5
    for sql in schemas if whole else chance.sample(schemas, 10):
        write(good)
        db = sqlite3.connect(desk.path, isolation_level=None)
        db.execute("PRAGMA writable_schema = ON")
        try:
            for piece in sql.replace("new.id END", "new.id; END").split("; UPDATE"):
                db.execute(piece if piece == sql or piece.startswith(("UPDATE", "CREATE")) else "UPDATE" + piece)
        except sqlite3.Error as error:
            print(f"      not made: {sql[:60]} {error}")
        db.close()
        damaged = open(desk.path, "rb").read()
        fuzz.note = sql
        for command in commands if whole else chance.sample(commands, 6):
            write(damaged)
            fuzz.attempt(desk, *command, limit=20, files=[desk.path], most_seconds=10)
    count = 0
    for _ in fuzz.minutes(0.06):
        count += 1
        data = bytearray(good)
        kind = chance.randrange(6)
        if kind == 0:
            for _ in range(chance.choice([1, 2, 8, 100])):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        elif kind == 1:
            page = chance.randrange(len(data) // 4096)
            data[page * 4096:(page + 1) * 4096] = bytes(chance.randrange(256) for _ in range(4096))
        elif kind == 2:
            data = data[:chance.randrange(len(data))]
        elif kind == 3:
            data[chance.randrange(100)] = chance.randrange(256)
        elif kind == 4:
            one, two = chance.randrange(len(data) // 4096), chance.randrange(len(data) // 4096)
            data[one * 4096:one * 4096 + 4096] = data[two * 4096:two * 4096 + 4096]
        else:
            page = chance.randrange(len(data) // 4096)
            for _ in range(chance.randint(1, 6)):
                data[page * 4096 + chance.randrange(100)] = chance.randrange(256)
        log = bytes(chance.randrange(256) for _ in range(5000)) if chance.random() < 0.1 else None
        write(bytes(data), log)
        fuzz.note = f"damage {kind}"
        result = fuzz.attempt(desk, *chance.choice(commands), limit=20, files=[desk.path], most_seconds=10)
        refused = result.code != 0 and re.search(rb"no desk|not a desk|damaged|newer", result.err)
        if refused and log is None and open(desk.path, "rb").read() != bytes(data):
            fuzz.find("refused and written", ("ls",), [desk.path], detail=result.text[:200])
