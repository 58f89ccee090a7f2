"""Hostile texts in every place of a desk, then every command that shows something, in every format: are escape sequences,
formulas, markup and shell words harmless where they come out?

Also: completion scripts run in bash with hostile names, names of attachments, and the Markdown export read again.
"""
import csv
import html.parser
import io
import json
import os
import pty
import re
import select
import shutil
import subprocess
import time

import torture
from torture import Desk, Tally

ESCAPE = "\x1b]0;owned\x07\x1b[31mred\x1b[2J\x9b31m\x08\x7f"
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(1)>]]>--><!--&lt;"
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1", "=cmd|' /C calc'!A0", "\ufeff=1+1", " =1+1", "\n=1+1", "\u200b=1+1"]
BIDI = "\u202eevil\u2066x"
SHELL = "$(touch${IFS}PWNED)`touch${IFS}PWNED`"


def fill(desk):
    """The same hostility as title, text, tag, category, customer, field, cause, team, agent, view, canned reply, reason."""
    ok = []

    def do(*command):
        result = desk.run(*command)
        ok.append(result.code == 0)
        return result

    for index, bad in enumerate([ESCAPE, MARKUP, BIDI, SHELL, *FORMULAS]):
        safe = bad.replace("/", "∕").replace("\n", " ").strip() or "x"
        do("agent", "add", bad)
        do("team", "add", bad)
        do("category", "add", safe)
        do("new", bad + f" {index}", "-m", bad + "\n" + bad, "--customer", bad, "--tag", bad, "-c", safe, "--channel", bad)
        number = str(index + 1)
        do("note", number, "-m", bad)
        do("reply", number, "-m", bad)
        do("edit", number, "--field", f"{bad}={bad}")
        do("cause", "set", number, bad)
        do("cause", "confirm", number, bad)
        do("assign", number, bad)
        do("pend", number, "--reason", bad)
        do("view", "save", bad, "is:any")
        do("canned", "new", bad, "-m", bad)
        do("macro", "new", bad, "--do", "note " + bad)
        do("rule", "new", bad, "--when", "is:any", "--do", "note " + bad)
        do("sla", "new", bad, "--terms", "first 1h")
        do("org", "add", bad)
        do("customer", "edit", bad, "--org", bad)
        do("problem", "new", bad)
        path = desk.folder + "/f"
        open(path, "w").write("x")
        do("attach", number, path, "--name", bad)
        do("calendar", "new", bad)
        do("status", "rename", "hold", bad)
        do("priority", "alias", bad, "high")
        do("resolve", number, "-m", bad)
    path = desk.folder + "/" + re.sub(r"[/\0]", "", ESCAPE) + ".md"
    open(path, "w").write(f"# {ESCAPE}\n\n## 问题一：{ESCAPE}{MARKUP}\n\n**分类**: CDN{ESCAPE}\n\n**{ESCAPE}段**：{ESCAPE}\n\n客户：{ESCAPE}\n客服：{MARKUP}\n")
    do("import", path)
    return ok


SHOWS = [("ls", "is:any"), ("show", "1"), ("show", "2"), ("show", "1", "--original"), ("show", "17"), ("search", "red"), ("search", "alert"), ("history", "1"), ("log",), ("audit",), ("next",), ("customer",), ("customer", "show", ESCAPE),
         ("org",), ("agent",), ("agent", "show", ESCAPE), ("team",), ("category",), ("cause",), ("tag", "list"), ("field",), ("view",), ("canned",), ("canned", "show", ESCAPE), ("macro",), ("rule",), ("rule", "log"), ("sla",), ("sla", "check"),
         ("sla", "explain", "1"), ("calendar",), ("config",), ("draft",), ("problem",), ("attach", "list", "1"), ("message", "show", "1.m1"), ("import", "list"), ("import", "show", "b1"), ("whoami",), ("status",), ("priority",), ("role",),
         ("similar", "1"), ("suggest", "1"), ("triage", "1"), ("triage", "-m", ESCAPE), ("ask", ESCAPE), ("duplicates",), ("diff", "1", "op:1"), ("doctor",), ("ls", ESCAPE), ("ls", "categori:" + ESCAPE), ("show", ESCAPE), ("undo", "-n"),
         ("tick", "-n"), ("macro", "test", ESCAPE, "1"), ("rule", "test", ESCAPE), ("edit", "1", "-n", "--title", ESCAPE), ("merge", "1", "--into", "2", "-n"), ("calendar", "due", ESCAPE), ("problem", "show", "P1"), ("message", "list", "1")]
REPORTS = "overview category cause cause-category quality volume backlog aging response resolution reopen touch time-in-status handover sla customer agent team tag channel kb custom".split()
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]|\xc2[\x80-\x9f]")
# What we print ourselves: colours, and the wiping of a line.
OWN = re.compile(rb"\x1b\[[0-9;]*[mK]|\x1b\]8;;[^\x1b\x07]*\x1b\\")
HOSTILE = re.compile(rb"\x1b\]0;|\x1b\[31mred|\x1b\[2J|\x07|\x08")


def around(data):
    found = re.search(rb".{0,30}[\x1b\x07\x08\x7f].{0,30}", data)
    return found[0] if found else b""


def on_terminal(desk, command):
    """What a person sees: run in a pseudo terminal, without a pager."""
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(desk.folder)
        os.execve(desk.program, [desk.program, *command, "--no-pager", "--no-input"], {**desk.env, "TERM": "xterm-256color"})
    seen = b""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if select.select([master], [], [], 0.5)[0]:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            seen += piece
    os.close(master)
    os.waitpid(pid, 0)
    return seen


class Once:
    """Many commands with the same fault are one line."""

    def __init__(self, tally):
        self.tally, self.seen = tally, {}

    def fail(self, kind, text):
        self.seen.setdefault(kind, []).append(text)

    def end(self):
        for kind, texts in self.seen.items():
            self.tally.fail(kind, f"{len(texts)} times, such as {'; '.join(texts[:3])}"[:600])


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.bad = []

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "img", "iframe", "object", "embed", "link", "base", "form", "foreignobject") or \
                any(name.startswith("on") or (value or "").strip().lower().startswith(("javascript:", "data:", "http")) for name, value in attributes
                    if name not in ("xmlns",)):
            self.bad.append((tag, attributes))

    def handle_comment(self, data):
        self.bad.append(("comment", data))


def main():
    options = torture.arguments(__doc__)
    tally = Tally()
    desk = Desk.fresh(options.desk, options.work + "/outputs")
    done = fill(desk)
    tally.line("filled", deeds=len(done), taken=sum(done))
    runs = 0
    whole, tally = tally, Once(tally)
    for command in SHOWS + [("report", name) for name in REPORTS]:
        for language in ("en", "zh"):
            runs += 1
            seen = on_terminal(desk, (*command, "--lang", language))
            if HOSTILE.search(seen) or CONTROL.search(OWN.sub(b"", seen).replace(b"\r\n", b"\n")):
                tally.fail("terminal", f"{command!r}: {HOSTILE.search(seen) or CONTROL.search(OWN.sub(b'', seen))}")
        for form in ("tsv", "csv", "md", "json", "jsonl", "html", "ids", "table"):
            result = desk.run(*command, "--format", form)
            runs += 1
            if result.crashed:
                tally.fail("crash", f"{command!r} {form} {result.code}")
            where = f"{' '.join(command)[:40]!r} --format {form}"
            if CONTROL.search(result.err) or b"\x1b" in result.err:
                tally.fail("escapes on the error stream", f"{where}: {result.err[:200]!r}")
            if result.code != 0 or command[-1] == "--original":
                continue
            if b"\x1b" in result.out or CONTROL.search(result.out):
                tally.fail(f"escapes in {form}", f"{where}: {around(result.out)!r}")
            if form in ("csv", "tsv"):
                rows = list(csv.reader(io.StringIO(result.out.decode("utf-8", "replace")), delimiter="," if form == "csv" else "\t",
                                       quoting=csv.QUOTE_MINIMAL if form == "csv" else csv.QUOTE_NONE))
                for row in rows:
                    for cell in row:
                        if re.match(r"[=+@\t\r＝＋＠－]|-(?!\d)[^\s—–]", cell.lstrip("\ufeff")) and cell not in ("-", "—") and not re.fullmatch(r"[+-]?[\d.,: %hdms]+", cell):
                            tally.fail(f"formula in {form}", f"{where}: {cell[:60]!r}")
            if form in ("json", "jsonl"):
                try:
                    for line in (result.out.split(b"\n") if form == "jsonl" else [result.out]):
                        if line.strip() and "schema" not in json.loads(line):
                            tally.fail("no schema", f"{where}: {line[:80]!r}")
                except ValueError as error:
                    tally.fail("no JSON", f"{where}: {error}")
            if form == "html":
                tags = Tags()
                tags.feed(result.out.decode())
                if tags.bad:
                    tally.fail("markup in html", f"{where}: {tags.bad[:2]}")
        if command[0] == "report":
            for extra in (("--chart",), ("--by", "category"), ("--drill", ESCAPE)):
                result = desk.run(*command, *extra)
                runs += 1
                if b"\x1b" in result.out + result.err:
                    tally.fail("escapes in a pipe", f"{command!r} {extra}")
    for command in SHOWS:
        result = desk.run(*command)
        runs += 1
        if command[-1] != "--original" and (b"\x1b" in result.out + result.err or CONTROL.search(result.out + result.err)):
            tally.fail("escapes in a pipe", f"{' '.join(command)[:60]!r}: {around(result.out + result.err)!r}")
    for command in (("show", "17", "--original"), ("export", "--format", "md"), ("ls", "is:any", "--format", "csv"), ("ls", "is:any", "--format", "md"), ("customer", "--format", "ids"),
                    ("export", "--format", "csv"), ("attach", "get", "1", "f"), ("draft", "show", "d1")):
        seen = on_terminal(desk, command)
        if HOSTILE.search(seen):
            tally.fail("terminal, a format asked for", " ".join(command))
    tally.end()
    tally = whole
    exports(desk, tally, options)
    names(desk, tally)
    completion(desk, tally)
    tally.line("shown", runs=runs)
    tally.end()


def exports(desk, tally, options):
    for form in ("csv", "md", "jsonl", "tsv"):
        result = desk.run("export", "--format", form)
        if result.code == 0 and b"\x1b" in result.out:
            tally.fail(f"escapes in export {form}", repr(re.search(rb".{0,20}\x1b.{0,20}", result.out)[0]))
    text = desk.run("export", "--format", "csv").out.decode("utf-8", "replace")
    for row in csv.reader(io.StringIO(text)):
        for cell in row:
            if re.match(r"[=+@\t\r\n]|-[^\d\s]", cell.lstrip("\ufeff\u200b ")):
                tally.fail("formula in export csv", repr(cell[:60]))
    # Our own Markdown read again gives the same tickets.
    before = [json.loads(line) for line in desk.export().split(b"\n") if line]
    open(desk.folder + "/back.md", "wb").write(desk.must("export", "--format", "md").out)
    other = Desk.fresh(desk.program, options.work + "/outputs-back")
    other.must("import", "-q", desk.folder + "/back.md")
    after = [json.loads(line) for line in other.export().split(b"\n") if line]
    if len(before) != len(after):
        tally.fail("markdown read again", f"{len(before)} tickets, then {len(after)}")
    for one, two in zip(before, after):
        for key in ("title", "categoryPath", "conversation", "answers", "description", "tags"):
            if one.get(key) != two.get(key):
                tally.fail("markdown read again", f"{key}: {one.get(key)!r:.150} / {two.get(key)!r:.150}")


def names(desk, tally):
    """Attachments stay in the folder they are written to."""
    bad = ["../../escape", "/etc/passwd", "..\\..\\escape", "..", ".", "a/../../b", "x\0y", "con", ".bashrc", "a" * 5000, "-rf", "~", "$(touch PWNED)", "\u202etxt.exe", "..\uff0f..\uff0fx", "\u2024\u2024/x"]
    target = desk.folder + "/target/inner"
    os.makedirs(target)
    open(desk.folder + "/f", "w").write("payload")
    number = re.match(r"#(\d+)", desk.must("new", "files", "-m", "x").text)[1]
    for name in bad:
        if "\0" in name:
            continue
        desk.run("attach", number, desk.folder + "/f", "--name=" + name)
    listed = json.loads(desk.must("attach", "list", number, "--format", "json").out)
    rows = listed.get("attachments") or listed.get("rows") or next(value for value in listed.values() if isinstance(value, list))
    for row in rows:
        desk.run("attach", "get", number, row["name"], "--out", target)
    found = [os.path.relpath(os.path.join(at, name), target) for at, _, files in os.walk(desk.folder + "/target") for name in files]
    for path in found:
        if path.startswith(".."):
            tally.fail("attachment escapes", path)
    # And those that an export of somebody else names.
    record = [json.loads(line) for line in desk.export().split(b"\n") if line][-1]
    text = json.dumps(record, ensure_ascii=False)
    for name in ("../../../desk-escape", desk.folder + "-escape"):
        other = Desk.fresh(desk.program, desk.folder + "-attach")
        changed = re.sub(r'"name": "f[^"]*"', f'"name": "{name}"', text)
        open(other.folder + "/x.jsonl", "w").write(changed + "\n")
        other.run("import", other.folder + "/x.jsonl")
    # An original file whose name leads out.
    tricky = desk.folder + "/..\\..\\evil.md"
    open(tricky, "w").write("# 工单\n\n## 问题一：打不开\n\n**分类**: CDN\n\n客户：打不开\n客服：好了\n")
    desk.run("import", "-q", tricky)
    os.makedirs(desk.folder + "/originals", exist_ok=True)
    desk.run("export", "--original", "--out", desk.folder + "/originals")
    # A link in the way is not followed.
    os.makedirs(desk.folder + "/trap", exist_ok=True)
    open(desk.folder + "/precious", "w").write("precious")
    for name in ("escape.part", "passwd.part"):
        if not os.path.islink(desk.folder + "/trap/" + name):
            os.symlink(desk.folder + "/precious", desk.folder + "/trap/" + name)
    for row in rows:
        desk.run("attach", "get", number, row["name"], "--out", desk.folder + "/trap")
    if open(desk.folder + "/precious").read() != "precious":
        tally.fail("a link is followed", "attach get --out FOLDER writes through a symbolic link NAME.part: " + open(desk.folder + "/precious").read()[:40])
    tally.line("attachments", names=len(rows), written=len(found))


def completion(desk, tally):
    place = desk.folder + "/completion"
    os.makedirs(place + "/bin", exist_ok=True)
    if not os.path.exists(place + "/bin/desk"):
        os.symlink(desk.program, place + "/bin/desk")
    open(place + "/desk.bash", "wb").write(desk.must("completion", "bash").out)
    words = [("new", "t", "-c", ""), ("new", "t", "--as", ""), ("ls", "@"), ("ls", "category:"), ("ls", "tag:"), ("ls", "assignee:"), ("edit", "1", "-c", ""), ("reply", "1", "--canned", ""), ("assign", "1", ""),
             ("show", ""), ("macro", "run", ""), ("category", "rename", ""), ("new", "--customer", ""), ("export", "cause:"), ("report", "category", "tag:"), ("take", "")]
    script = "source desk.bash\n" + "".join(
        f"COMP_WORDS=(desk {' '.join(repr(w) for w in line)}); COMP_CWORD={len(line)}; COMP_LINE=\"${{COMP_WORDS[*]}}\"; COMP_POINT=${{#COMP_LINE}}; "
        f"_desk desk {line[-1]!r} {line[-2]!r} 2>/dev/null; [ -e PWNED ] && echo OWNED {' '.join(line)!r}; rm -f PWNED\n" for line in words)
    result = torture.run(["bash", "-c", script], env={**desk.env, "PATH": place + "/bin:" + os.environ["PATH"]}, cwd=place, limit=60)
    for line in sorted(set(re.findall(rb"OWNED (.*)", result.out))):
        tally.fail("completion runs commands", f"desk {line.decode()}<TAB> in bash runs what a name says")


if __name__ == "__main__":
    main()
