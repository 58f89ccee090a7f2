"""The world around the program goes wrong: full disk, read-only places, missing homes, odd locales, clocks, limits, closed
streams, files that vanish or are replaced. One line each: exit code, what is said, whether the desk is whole and the text kept.

Needs root for the tmpfs and for another user; leaves out what it may not do.
"""
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time

import kill
import old_desk
import torture
from kill import CLOCK
from torture import Desk, Tally

TEXT = "typed qqzz 文字"


class Place:
    def __init__(self, options, tally):
        self.options, self.tally, self.number = options, tally, 0

    def desk(self, fill=True):
        self.number += 1
        desk = Desk.fresh(self.options.desk, f"{self.options.work}/around/{self.number}")
        if fill:
            kill.small(desk)
        return desk

    def tell(self, name, desk, result, must=None, text=None, where=(), elsewhere=False):
        """must: the exit codes that are right; text: what must be stored, kept or printed."""
        said = " / ".join(line.strip() for line in result.text.strip().split("\n")[:3])
        print(f"{name:<44} exit {str(result.code):<5} {result.seconds:5.1f}s {said[:170]}", flush=True)
        if result.code is None:
            self.tally.fail(name, "hangs")
        if result.crashed:
            self.tally.fail(name, f"crashed {result.code} {result.text[-200:]}")
        if must is not None and result.code not in must:
            self.tally.fail(name, f"exit {result.code}, not {must}: {said[:200]}")
        if desk and os.path.exists(desk.path):
            # Looked over where there is room.
            for wrong in torture.whole(desk.copy(self.options.work + "/around/looked-over") if elsewhere else desk):
                self.tally.fail(name, wrong)
        if text and result.code != 0:
            kept = text in result.text
            for folder in ((desk.folder,) if desk else ()) + tuple(where):
                for at, _, names in os.walk(folder):
                    kept = kept or any(text.encode() in open(os.path.join(at, n), "rb").read() for n in names if n.endswith(".md") and os.path.isfile(os.path.join(at, n)))
            if not kept:
                self.tally.fail(name, f"the text is gone: {said[:200]}")


def as_user(number=1500):
    def change():
        os.setgroups([])
        os.setgid(number)
        os.setuid(number)
    return change


def limit(kind, value):
    return lambda: resource.setrlimit(kind, (value, value))


def full_disk(place):
    """A disk of six megabytes, filled up; drafts on the same disk, and elsewhere."""
    for name, home_inside in (("full disk, home elsewhere", False), ("full disk, home on it", True)):
        mount = f"{place.options.work}/around/small"
        os.makedirs(mount, exist_ok=True)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", mount]).returncode:
            print("   no tmpfs may be mounted here")
            return
        try:
            desk = Desk(place.options.desk, mount)
            desk.must("init")
            for number in range(3):
                desk.must("new", f"before {number}", "-m", "x")
            env = {} if home_inside else {"HOME": place.options.work + "/around/home", "TMPDIR": place.options.work + "/around/home"}
            os.makedirs(place.options.work + "/around/home", exist_ok=True)
            # Fill what is left, all but some pages.
            for spare in (200_000, 60_000, 8_000, 0):
                room = os.statvfs(mount)
                fill = max(0, room.f_bavail * room.f_frsize - spare)
                with open(mount + f"/fill{spare}", "wb") as filler:
                    try:
                        filler.write(b"x" * fill)
                    except OSError:
                        pass
                acknowledged = 0
                for command in (("new", "voll", "-m", TEXT * 30), ("reply", "1", "-m", TEXT * 30), ("import", "-q", torture.legacy() + "/process_data_8.md"),
                                ("edit", "1-3", "--title", "neu"), ("tick",), ("export",), ("ls",)):
                    result = desk.run(*command, env=env)
                    place.tell(f"{name}, {spare} left: {command[0]}", desk, result, text=TEXT if "-m" in command else None,
                               where=[place.options.work + "/around/home"], elsewhere=True)
                    if result.code == 0 and "op " in result.text:
                        acknowledged = max(acknowledged, int(result.text.rsplit("op ", 1)[1].split()[0]))
                if desk.copy(place.options.work + "/around/looked-over").last() < acknowledged:
                    place.tally.fail(name, "acknowledged operations are gone")
            for filler in os.listdir(mount):
                if filler.startswith("fill"):
                    os.unlink(f"{mount}/{filler}")
            place.tell(f"{name}, room again: new", desk, desk.run("new", "after", "-m", "x"), {0})
        finally:
            subprocess.run(["umount", mount])


def read_only(place):
    for name, folder_mode, file_mode in (("read-only folder", 0o555, 0o644), ("read-only file", 0o755, 0o444), ("both read-only", 0o555, 0o444), ("no access to the file", 0o755, 0o000), ("no access to the folder", 0o000, 0o644)):
        desk = place.desk()
        os.chown(desk.folder, 1500, 1500)
        for at, folders, names in os.walk(desk.folder):
            for entry in folders + names:
                os.chown(os.path.join(at, entry), 1500, 1500)
        os.chmod(desk.path, file_mode)
        os.chmod(desk.folder, folder_mode)
        for command in (("ls", "--format", "count"), ("new", "x", "-m", TEXT), ("export",), ("doctor",)):
            result = torture.run([desk.program, *command], env=desk.env, cwd="/", preexec=as_user())
            place.tell(f"{name}: {command[0]}", None, result)
        os.chmod(desk.folder, 0o755)
        os.chmod(desk.path, 0o644)
        place.tell(f"{name}: and afterwards", desk, desk.run("ls", "--format", "count"), {0})
    # An older schema that nobody may write.
    source = place.desk()
    old = place.desk(fill=False)
    for end in ("", "-wal", "-shm", ".lock"):
        if os.path.exists(old.path + end):
            os.unlink(old.path + end)
    old_desk.build(source.path, old.path, 9)
    os.chmod(old.path, 0o444)
    before = open(old.path, "rb").read()
    result = torture.run([old.program, "ls"], env=old.env, cwd="/", preexec=as_user())
    place.tell("older schema, read-only: ls", None, result, {1})
    if open(old.path, "rb").read() != before:
        place.tally.fail("older schema, read-only", "it was written")


def meanwhile(place):
    """Things that happen while the program waits for an editor or imports."""
    for name, script in (
            ("folder removed meanwhile", 'rm -rf "$FOLDER"; printf "typed qqzz 文字" >"$1" 2>/dev/null || true'),
            ("file removed meanwhile", 'rm -f "$DB" "$DB-wal" "$DB-shm"; printf "typed qqzz 文字" >"$1"'),
            ("file replaced meanwhile", 'cp "$OTHER" "$DB.new"; rm -f "$DB-wal" "$DB-shm"; mv "$DB.new" "$DB"; printf "typed qqzz 文字" >"$1"'),
            ("file replaced meanwhile, its log left", 'cp "$OTHER" "$DB.new"; mv "$DB.new" "$DB"; printf "typed qqzz 文字" >"$1"'),
            ("file replaced by nonsense meanwhile", 'head -c 100000 /dev/urandom >"$DB"; printf "typed qqzz 文字" >"$1"'),
            ("file truncated meanwhile", ': >"$DB"; printf "typed qqzz 文字" >"$1"'),
            ("editor killed", 'printf "typed qqzz 文字" >"$1"; kill -9 $$'),
            ("editor fails", 'printf "typed qqzz 文字" >"$1"; exit 3'),
            ("editor removes the file", 'rm -f "$1"'),
            ("editor writes no text", 'head -c 1000 /dev/urandom >"$1"'),
            ("editor makes a folder of it", 'rm -f "$1"; mkdir "$1"')):
        desk = place.desk()
        other = place.desk()
        other.must("new", "another desk", "-m", "x")
        other.must("doctor")
        editor = desk.folder + "-editor"
        open(editor, "w").write("#!/bin/sh\n" + script + "\n")
        os.chmod(editor, 0o755)
        home = desk.folder + "-home"
        os.makedirs(home, exist_ok=True)
        result = desk.run("reply", "1", "-e", env={"EDITOR": editor, "FOLDER": desk.folder, "DB": desk.path, "OTHER": other.path, "HOME": home}, cwd="/")
        if result.code == 0 and TEXT.encode() not in desk.run("export", cwd="/").out:
            place.tally.fail(name, f"acknowledged and lost: {result.text[:100]!r}")
        nonsense = any(word in name for word in ("nonsense", "truncated", "replaced", "removed"))
        place.tell(name, None if nonsense else desk, result, text=None if "removes" in name or "no text" in name or "folder of it" in name else TEXT, where=[home])
        place.tell("   the other desk afterwards", other, other.run("ls", "--format", "count"), {0})
    desk = place.desk()
    process = subprocess.Popen([desk.program, "import", torture.legacy()], env={**desk.env, **CLOCK}, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(0.4)
    os.rename(desk.path, desk.path + ".moved")
    out, err = process.communicate()
    result = torture.Result(process.returncode, out[-300:], err[-300:], 0, 0, False)
    place.tell("file renamed during an import", None, result)
    undisturbed = place.desk()
    undisturbed.must("import", "-q", torture.legacy(), env=CLOCK)
    total = undisturbed.must("ls", "is:any", "--format", "count").out
    for sig in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGPIPE, signal.SIGQUIT):
        desk = place.desk()
        process = subprocess.Popen([desk.program, "import", torture.legacy()], env={**desk.env, **CLOCK}, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.5)
        process.send_signal(sig)
        out, err = process.communicate()
        result = torture.Result(process.returncode, b"", err[-250:], 0, 0, True)
        place.tell(f"{sig.name} during an import", desk, result)
        again = desk.run("import", "-q", torture.legacy(), env=CLOCK)
        if again.code != 0 or desk.must("ls", "is:any", "--format", "count").out != total:
            place.tally.fail(f"{sig.name} during an import", f"then {again.code} {desk.run('ls', 'is:any', '--format', 'count').out}")


def surroundings(place):
    new = ("new", "x", "-m", TEXT)
    missing = ("reply", "999", "-m", TEXT)
    for name, env, command in (
            ("HOME empty", {"HOME": ""}, missing), ("HOME is not there", {"HOME": "/proc/nonexistent/x"}, missing), ("HOME is a file", {"HOME": "/etc/passwd"}, missing),
            ("HOME and TMPDIR are not there", {"HOME": "/proc/nonexistent", "TMPDIR": "/proc/nonexistent"}, missing), ("XDG_STATE_HOME relative", {"XDG_STATE_HOME": "rel"}, missing),
            ("LANG=C", {"LANG": "C", "LC_ALL": "C"}, new), ("LANG=zh_CN.GB18030", {"LANG": "zh_CN.GB18030"}, new), ("LANG=tr_TR.UTF-8", {"LANG": "tr_TR.UTF-8"}, new), ("LANG=nonsense", {"LC_ALL": "nonsense"}, new),
            ("TZ=nonsense", {"TZ": "nonsense"}, new), ("TZDIR missing", {"TZDIR": "/proc/nonexistent"}, new), ("clock set back", {"DESK_NOW": "2020-01-01T00:00:00Z"}, new), ("clock in 9999", {"DESK_NOW": "9999-12-31T23:59:59Z"}, new),
            ("clock in year 1", {"DESK_NOW": "0001-01-01T00:00:00Z"}, new), ("clock is nonsense", {"DESK_NOW": "nonsense"}, new), ("clock is huge", {"DESK_NOW": "292277026596-12-04T15:30:08Z"}, new),
            ("DESK_DB is a folder", {"DESK_DB": tempfile.gettempdir()}, new), ("DESK_DB is a device", {"DESK_DB": "/dev/null"}, new), ("DESK_DB is /dev/zero", {"DESK_DB": "/dev/zero"}, new), ("DESK_DB is another file", {"DESK_DB": "/etc/passwd"}, new),
            ("DESK_DB is long", {"DESK_DB": f"{tempfile.gettempdir()}/{'a' * 300}/x"}, new), ("DESK_DB has ? and #", {"DESK_DB": tempfile.gettempdir() + "/none?mode=ro#x"}, new), ("DESK_USER empty", {"DESK_USER": ""}, new), ("DESK_USER of nobody", {"DESK_USER": "zzz"}, new),
            ("COLUMNS=1", {"COLUMNS": "1"}, ("show", "1", "--format", "table")), ("COLUMNS=-5", {"COLUMNS": "-5"}, ("ls", "--format", "table")), ("COLUMNS huge", {"COLUMNS": "999999999999"}, ("ls", "--format", "table")),
            ("TERM missing", {"TERM": ""}, ("ls",)), ("EDITOR of quotes", {"EDITOR": "\"'; rm -rf x"}, ("reply", "1", "-e")), ("EDITOR empty", {"EDITOR": "", "VISUAL": ""}, ("reply", "1", "-e"))):
        desk = place.desk()
        result = desk.run(*command, env=env)
        place.tell(name, desk, result, text=TEXT if TEXT in command else None, where=[f"{tempfile.gettempdir()}/desk-drafts-{os.geteuid()}", "/.local/state/desk", "/proc/nonexistent/x/.local"])
    # The clock set back between two commands: order by number, and the past.
    desk = place.desk()
    desk.must("reply", "1", "-m", "at the later time", env={"DESK_NOW": "2026-06-01T00:00:00Z"})
    place.tell("clock set back, then a reply", desk, desk.run("reply", "1", "-m", "earlier", env={"DESK_NOW": "2026-05-01T00:00:00Z"}), {0})
    for command in (("undo",), ("history", "1"), ("ls", "--as-of", "2026-05-15"), ("report", "response"), ("report", "time-in-status"), ("sla", "explain", "1"), ("tick",), ("pend", "1", "--until", "2d"), ("wake", "1"), ("report", "backlog", "--from", "2026-01-01", "--to", "2026-12-31")):
        place.tell(f"clock set back: {command[0]}", desk, desk.run(*command, env={"DESK_NOW": "2026-05-02T00:00:00Z"}))
    desk = place.desk()
    desk.must("new", "from the future", "-m", "x", env={"DESK_NOW": "9999-12-31T23:59:59Z"})
    for command in (("ls",), ("show", "17"), ("report", "overview"), ("report", "volume"), ("report", "backlog"), ("report", "aging"), ("report", "volume", "--bucket", "day"), ("next",), ("tick",), ("calendar", "due", "3bd"), ("pend", "17", "--until", "400d")):
        place.tell(f"clock in 9999: {command[0]} {command[-1]}", desk, desk.run(*command, env={"DESK_NOW": "9999-12-31T23:59:59Z"}))


def limits(place):
    new = ("new", "x", "-m", TEXT)
    for name, change, command in (
            ("ulimit -n 8", limit(resource.RLIMIT_NOFILE, 8), new), ("ulimit -n 5", limit(resource.RLIMIT_NOFILE, 5), new), ("ulimit -n 3", limit(resource.RLIMIT_NOFILE, 3), new),
            ("ulimit -v 100 MB", limit(resource.RLIMIT_AS, 100 << 20), new), ("ulimit -v 80 MB: import", limit(resource.RLIMIT_AS, 80 << 20), ("import", "-q", torture.legacy() + "/process_data_7.md")),
            ("ulimit -s 64 KB", limit(resource.RLIMIT_STACK, 64 << 10), new), ("ulimit -f 600 KB", limit(resource.RLIMIT_FSIZE, 600 << 10), ("import", "-q", torture.legacy() + "/process_data_7.md")),
            ("ulimit -f 1 KB", limit(resource.RLIMIT_FSIZE, 1024), new), ("ulimit -t 1: import", limit(resource.RLIMIT_CPU, 1), ("import", "-q", torture.legacy()))):
        desk = place.desk()
        result = desk.run(*command, preexec=change, limit=20)
        place.tell(name, desk, result, text=TEXT if "-m" in command else None)
    for name, shell in (("stdout closed", ">&-"), ("stderr closed", "2>&-"), ("stdin closed", "<&-"), ("all closed", "<&- >&- 2>&-"), ("stdout full", ">/dev/full"), ("stderr full", "2>/dev/full"), ("reader gone", "| true")):
        for command in ("new x -m 'typed qqzz 文字'", "export --format jsonl", "ls is:any", f"import -q {torture.legacy()}/process_data_8.md", "reply 999 -m 'typed qqzz 文字'", "report overview"):
            desk = place.desk()
            before = desk.last()
            result = torture.run(["bash", "-c", f"'{desk.program}' {command} {shell}; exit ${{PIPESTATUS[0]}}"], env=desk.env, cwd=desk.folder)
            done = desk.last() - before
            place.tell(f"{name}: {command.split()[0]} ({done} operations)", desk, result)
            changes = command.startswith(("new", "import"))
            if result.code == 0 and changes and not done:
                place.tally.fail(name, f"{command}: exit 0 and nothing stored")
            if result.code != 0 and changes and done:
                print(f"      note: stored, and exit {result.code}")
            with open(desk.path, "rb") as file:
                if file.read(15) != b"SQLite format 3":
                    place.tally.fail(name, "something was written over the file")


def sources(place):
    """Odd things to import."""
    desk = place.desk()
    folder = desk.folder + "/odd"
    os.makedirs(folder + "/a/b")
    os.symlink(folder, folder + "/a/loop")
    os.symlink("/proc/nonexistent", folder + "/dangling.md")
    os.mkfifo(folder + "/pipe.md")
    os.symlink("/etc/shadow", folder + "/link.md")
    open(folder + "/empty.md", "w")
    open(folder + "/bom.md", "wb").write("\ufeff".encode())
    open(folder + "/nul.md", "wb").write(b"\0" * 10000)
    with open(folder + "/sparse.md", "wb") as file:
        file.truncate(2 << 30)
    for name in ("empty.md", "bom.md", "nul.md", "dangling.md", "sparse.md", "a"):
        place.tell(f"import {name}", desk, desk.run("import", f"{folder}/{name}", limit=20))
    place.tell("import of a pipe that nobody writes", desk, desk.run("import", folder + "/pipe.md", limit=8))
    os.unlink(folder + "/pipe.md")
    os.unlink(folder + "/sparse.md")
    place.tell("import of a folder with a circle of links", desk, desk.run("import", folder, limit=20))
    for device in ("/dev/zero", "/dev/urandom", "/proc/self/mem", "/dev/null"):
        place.tell(f"import {device}", desk, desk.run("import", device, limit=20))
    place.tell("import of the desk itself", desk, desk.run("import", desk.path, limit=20))
    place.tell("attach /dev/zero", desk, desk.run("attach", "1", "/dev/zero", limit=20))
    place.tell("new -F /dev/zero", desk, desk.run("new", "x", "-F", "/dev/zero", limit=20))
    place.tell("new with 200 MB on stdin", desk, desk.run("new", "x", "-F", "-", stdin=b"x" * (200 << 20), limit=60))


def main():
    options = torture.arguments(__doc__)
    tally = Tally()
    shutil.rmtree(options.work + "/around", ignore_errors=True)
    os.makedirs(options.work + "/around")
    os.chmod(options.work, 0o755)
    place = Place(options, tally)
    for part in (full_disk, read_only, meanwhile, surroundings, limits, sources):
        if options.only in part.__name__:
            print("──", part.__doc__ or part.__name__.replace("_", " "))
            part(place)
    tally.end()


if __name__ == "__main__":
    main()
