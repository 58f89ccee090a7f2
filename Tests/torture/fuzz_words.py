"""Calendars, texts in every place, and command lines."""
import re

import torture
from fuzz_query import query
from fuzzing import ODD, word


def fuzz_ics(fuzz):
    chance = fuzz.chance
    empty = fuzz.base(fill=False)
    path = fuzz.work + "/in.ics"
    good = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20261001", "DTEND;VALUE=DATE:20261008", "SUMMARY:国庆节 休",
            "END:VEVENT", "BEGIN:VEVENT", "UID:2", "DTSTART;VALUE=DATE:20261010", "SUMMARY:补班", "END:VEVENT", "BEGIN:VEVENT", "DTSTART:20260101T000000Z", "DURATION:P1D",
            "RRULE:FREQ=YEARLY", "SUMMARY:元旦", "END:VEVENT", "END:VCALENDAR"]
    odd = ["DTSTART;VALUE=DATE:99999999", "DTEND;VALUE=DATE:20250101", "DTEND;VALUE=DATE:99991231", "DTSTART;VALUE=DATE:00010101", "RRULE:FREQ=SECONDLY;COUNT=999999999",
           "RRULE:FREQ=DAILY;UNTIL=99991231", "EXDATE:20261001", "DURATION:P99999999D", "DURATION:PT0S", "DTSTART;TZID=Foo/Bar:20260101T250000", "BEGIN:VEVENT", "END:VEVENT",
           "BEGIN:VTIMEZONE", " folded", "\tfolded", "SUMMARY:" + "x" * 100_000, "X" * 100_000, "DTSTART", ":", ";", "DTSTART;VALUE=DATE:", "SUMMARY;LANGUAGE=zh:班", "\x00", "BEGIN:VCALENDAR",
           "DTSTART;VALUE=DATE:20261301", "DTSTART;VALUE=DATE:2026-10-01", 'DTSTART;X="a:b;c":20261001', "RECURRENCE-ID:20261001", "STATUS:CANCELLED", "BEGIN:VALARM"]
    for _ in fuzz.minutes(0.05):
        lines = list(good) * chance.choice([1, 1, 1, 3, 200])
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(lines))
            kind = chance.randrange(5)
            if kind == 0:
                lines[at:at] = [chance.choice(odd)]
            elif kind == 1:
                del lines[at]
            elif kind == 2:
                lines[at] = re.sub(r"\d", lambda m: str(chance.randrange(10)), lines[at])
            elif kind == 3:
                lines[at] += chance.choice(ODD)
            else:
                lines[at] = chance.choice(odd)
            if not lines:
                lines = [""]
        open(path, "wb").write(chance.choice(["\r\n", "\n", "\r"]).join(lines).encode("utf-8", "surrogatepass"))
        desk = empty.copy(fuzz.work + "/round")
        first = fuzz.attempt(desk, "calendar", "import", path, files=[path], most_seconds=4)
        if first.code == 0:
            before = desk.run("calendar", "show", "--format", "json").out
            fuzz.attempt(desk, "calendar", "import", path, files=[path], most_seconds=4)
            if desk.run("calendar", "show", "--format", "json").out != before:
                fuzz.find("second import changes", ("calendar", "import", path), [path])
            fuzz.attempt(desk, "calendar", "due", "5bd", files=[path], most_seconds=4)


# ------------------------------------------------------------------------------------------------------- texts

def fuzz_texts(fuzz):
    chance = fuzz.chance
    base = fuzz.base()
    pieces = ["{{customer.name|客户}}", "{{", "}}", "{{}}", "{{x}}", "{{field.}}", "{{ticket.number}}", "|", "{{customer.name|{{ticket.title}}}}", "tag +a", "tag -", "prio high", "prio 9",
              "reply canned:k", "reply {{agent.name}}", "pend 2bd", "resolve fixed cause:x", "assign me", "escalate", "field a=b", "field =", "note x", "close", "#", "\n", "first 1h", "first",
              "resolve 2bd", "next 4bh; pause pending", "warn 30bm", "reopen new", "raise forward", ";", ";;", "first -1h", "first 99999999999999h", "first urgent 15m", "Mon-Fri 09:00-12:00,13:30-18:00",
              "Mon-Sun 00:00-24:00", "Fri-Mon 22:00-06:00", "周一至周五 9:00-18:00", "00:00-00:00", "09:00-08:00", "Mon 25:00-26:00", "2026-10-01..2026-10-07", "like Fri", "is:open", "category:none", "@v", "tag:a"]
    def text():
        return "".join((chance.choice(pieces) if chance.random() < 0.8 else word(chance)) + chance.choice(["", " ", "; ", "\n", ","]) for _ in range(chance.randint(1, 6)))
    count = 0
    desk = base.copy(fuzz.work + "/round")
    for _ in fuzz.minutes(0.1):
        count += 1
        if count % 300 == 0:
            desk = base.copy(fuzz.work + "/round")
        name = chance.choice(["n1", "n2", "n3", word(chance) or "e"])
        command = chance.choice([
            ("canned", "new", name, "-m", text()), ("canned", "edit", name, "-m", text()), ("macro", "new", name, "--do", text()), ("macro", "edit", name, "-m", text()),
            ("rule", "new", name, "--when", query(chance), "--do", text()), ("rule", "test", name), ("sla", "new", name, "--terms", text()), ("sla", "edit", name, "--terms", text(), "--when", query(chance)),
            ("sla", "simulate", name, "--terms", text()), ("calendar", "hours", "workdays", *text().split(" ", 1)), ("calendar", "new", name, "--hours", text()), ("calendar", "workday", "add", *text().split()),
            ("calendar", "holiday", "add", text()), ("calendar", "break", "add", *text().split(" ", 1)), ("view", "save", name, query(chance)), ("ls", f"@{name}"), ("macro", "run", name, "2020"),
            ("reply", "2020", "--canned", name), ("config", "set", chance.choice(["resolve.requires", "resolved.autoclose", "late.reply", "sla.enforce_from", "user.name", "zzz"]), text()),
            ("category", "add", text()), ("category", "rename", "CDN", text()), ("tag", "rename", "a", text()), ("field", "add", name, "--kind", chance.choice(["text", "number", "date", "choice", "x"])),
            ("priority", "alias", text(), "high"), ("status", "rename", "open", text()), ("customer", "add", text()), ("customer", "edit", "客户1", "--phone", text()), ("agent", "add", text()),
            ("team", "add", text()), ("cause", "new", text()), ("tick",), ("next",), ("sla", "check"), ("sla", "explain", "2020"), ("edit", "2020", "--field", text()), ("edit", "2020", "--title", text())])
        fuzz.attempt(desk, *command, most_seconds=5)
        if count % 100 == 0:
            wrong = torture.whole(desk)
            if wrong:
                fuzz.find("not whole", command, detail=str(wrong)[:400])


# ------------------------------------------------------------------------------------------------- command lines

def fuzz_args(fuzz):
    chance = fuzz.chance
    base = fuzz.base()
    desk = base.copy(fuzz.work + "/round")
    verbs = re.findall(r"^  ([a-z]+) ", desk.run("--help").out.decode(), re.M)
    tree = {}
    for verb in verbs:
        text = desk.run(verb, "--help").out.decode()
        section = text.split("SUBCOMMANDS:")[1] if "SUBCOMMANDS:" in text else ""
        subs = re.findall(r"^  ([a-z-]+) ", section, re.M)
        for path in [(verb,)] + [(verb, sub) for sub in subs]:
            own = desk.run(*path, "--help").out.decode()
            tree[path] = sorted(set(re.findall(r"(?<![\w-])(--?[a-z][a-z-]*)", own)))
    skipped = {("manual",), ("completion",)}
    count = 0
    for _ in fuzz.minutes(0.12):
        count += 1
        if count % 400 == 0:
            desk = base.copy(fuzz.work + "/round")
        path = chance.choice([path for path in tree if path not in skipped])
        words = list(path)
        for _ in range(chance.randint(0, 6)):
            kind = chance.randrange(6)
            if kind < 3 and tree[path]:
                option = chance.choice(tree[path])
                if option in ("--db", "--out", "--editor", "-e"):
                    continue
                words.append(option if chance.random() < 0.8 else option + "=" + word(chance))
                if chance.random() < 0.7:
                    words.append(chance.choice(["1", "2020", "json", "is:any", "high", "CDN", "li", "2d", "csv", "html", "md"]) if chance.random() < 0.6 else word(chance))
            else:
                words.append(chance.choice(["1", "2020", "2021", "1-5", "1,2", "#3", "2020.m1", "-", "--", "all", "b1", "P1", "me"]) if chance.random() < 0.6 else word(chance))
        if any(w.startswith("--db") for w in words):
            continue
        fuzz.attempt(desk, *words, "--no-input", stdin=word(chance).encode("utf-8", "replace"), most_seconds=8)
        if count % 200 == 0:
            wrong = torture.whole(desk)
            if wrong:
                fuzz.find("not whole", words, detail=str(wrong)[:400])


# ---------------------------------------------------------------------------------------------------- the file
