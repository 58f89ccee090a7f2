"""Exports: scrambled lines, and one value after the other replaced."""
import json
import re

import kill
import torture
from fuzzing import ODD
from kill import CLOCK


def scramble(value, chance, depth=0):
    """A JSON value that is not what it should be."""
    if chance.random() < 0.05:
        return chance.choice([None, True, 0, -1, 2**63, 1e300, "", "x" * 3000, [], {}, [[[[]]]], "\ud83d", "2026-99-99T00:00:00Z", {"a": 1}, "../../etc", [1, "a"], -0.0, 1.5])
    if isinstance(value, dict):
        return {(k if chance.random() < 0.98 else k + "x"): scramble(v, chance, depth + 1) for k, v in value.items() if chance.random() < 0.97}
    if isinstance(value, list):
        result = [scramble(v, chance, depth + 1) for v in value if chance.random() < 0.95]
        return result * (2 if chance.random() < 0.03 else 1)
    if isinstance(value, int) and not isinstance(value, bool) and chance.random() < 0.2:
        return value + chance.choice([1, -1, 1000, 2**62])
    if isinstance(value, str) and chance.random() < 0.1:
        return value + chance.choice(ODD)
    return value


def fuzz_jsonl(fuzz):
    chance = fuzz.chance
    source = fuzz.base(fill=False, name="source")
    kill.small(source)
    for command in (("tag", "3", "+vip"), ("merge", "3", "4", "--into", "2", "--force"), ("link", "5", "duplicates", "6"), ("watch", "5"),
                    ("note", "1", "-m", "internal"), ("edit", "1", "--field", "机房=北京", "-p", "high"), ("pend", "1", "--until", "2d"),
                    ("cause", "set", "1", "证书过期"), ("cause", "confirm", "1", "证书过期")):
        source.run(*command, env=CLOCK)
    open(source.folder + "/file.txt", "w").write("attached")
    source.must("attach", "1", source.folder + "/file.txt", env=CLOCK)
    records = [json.loads(line) for line in source.export().split(b"\n") if line]
    empty = fuzz.base(fill=False, name="empty")
    path = fuzz.work + "/in.jsonl"
    taken = 0
    fixed = [b"", b"{}\n", b"[]\n", b"null\n", b"{" * 200_000, b"[" * 200_000 + b"]" * 200_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000, b"\xff\xfe{}", b'{"number":1e400}\n',
             b'{"schema":"desk.ticket/1"}\n', b'{"schema":"desk.ticket/2"}\n', b'{"$":"desk.ticket/1"}\n', b'{"x":"\\ud800"}\n', b'{"x":"' + b"a" * 900_000 + b'"}\n', b"[1," * 50_000, b'{"number":' + b"9" * 100_000 + b"}\n"]
    first = json.dumps(records[0], ensure_ascii=False).encode()
    fixed += [first + b"\n" + piece for piece in fixed] + [first + b"," + first, first + first, b" " * 500_000 + first]
    for data in fixed:
        open(path, "wb").write(data)
        desk = empty.copy(fuzz.work + "/round")
        result = fuzz.attempt(desk, "import", path, files=[path], most_seconds=5)
        if desk.run("doctor").code != 0:
            fuzz.find("doctor", ("import", path), [path], detail=desk.run("doctor").text[:300])
    for _ in fuzz.minutes(0.12):
        lines = []
        for record in records:
            if chance.random() < 0.1:
                continue
            text = json.dumps(scramble(record, chance) if chance.random() < 0.5 else record, ensure_ascii=chance.random() < 0.5)
            if chance.random() < 0.1:
                text = re.sub(r"\d+", lambda m: chance.choice([m[0], "1e400", "-0", "00", "1E5", "0.1", "9" * 30]), text, count=chance.randint(1, 3))
            data = text.encode("utf-8", "surrogatepass")
            if chance.random() < 0.05:
                at = chance.randrange(len(data))
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + chance.randint(0, 2):]
            lines.append(data)
        if chance.random() < 0.2 and lines:
            lines += chance.choices(lines, k=3)
        if chance.random() < 0.2:
            chance.shuffle(lines)
        # Circles of merging, and numbers that are far away.
        if chance.random() < 0.3:
            lines = [re.sub(rb'"mergedInto": ?\d+', b'"mergedInto": ' + str(chance.randint(1, 9)).encode(), line) for line in lines]
        if chance.random() < 0.2:
            one, two = dict(records[0]), dict(records[1])
            one["mergedInto"], two["mergedInto"] = two.get("number", 2), one.get("number", 1)
            one["status"] = two["status"] = "closed"
            lines[:2] = [json.dumps(one).encode(), json.dumps(two).encode()]
        open(path, "wb").write(b"\n".join(lines) + b"\n")
        desk = empty.copy(fuzz.work + "/round")
        result = fuzz.attempt(desk, "import", path, files=[path], most_seconds=5)
        if result.code == 0:
            taken += 1
            again = fuzz.attempt(desk, "import", path, files=[path], most_seconds=5)
            if b"0 created" not in again.out:
                fuzz.find("second import changes", ("import", path), [path], detail=again.out[-200:].decode("utf-8", "replace"))
        else:
            count = desk.run("ls", "is:any", "--format", "count").out.strip()
            if count != b"0":
                fuzz.find("refused and half there", ("import", path), [path], detail=f"{count} tickets, exit {result.code}")
        if chance.random() < 0.3 or result.code not in (0, 1):
            doctor = desk.run("doctor")
            if doctor.code != 0:
                fuzz.find("doctor", ("import", path), [path], detail=doctor.text[:300])
            wrong = [text for text in torture.whole(desk, deep=False)]
            if wrong:
                fuzz.find("not whole", ("import", path), [path], detail=str(wrong)[:300])
            for command in (("ls", "is:any"), ("show", "1"), ("show", "2"), ("show", "3"), ("report", "overview"), ("export", "--format", "md"), ("tick",), ("history", "1"),
                            ("reply", "2", "-m", "x"), ("unmerge", "2"), ("undo",), ("next",)):
                fuzz.attempt(desk, *command, files=[path], most_seconds=5)
    fuzz.tally.line("  exports", taken=taken)


WRONG = [None, True, 0, -1, 1, 2, 3, 700, 10**7, 2**31, 2**53, 2**62, 2**63 - 1, 2**63, 1.5, 1e300, "", " ", "x", "a" * 3000, "\u0000", "\x1b[31m", "../../x", [], {}, [[]], ["x", "x"],
         "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-02-30T00:00:00Z", "-1", "closed", "new", "internal", "customer", "system", "confirmed", "none", "me", "li", "d95ae51b-f74d-8a35-9a00-000000000001"]


def places(value, path=()):
    """Every place of a record, lists by their first entry."""
    yield path
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from places(entry, path + (key,))
    elif isinstance(value, list) and value:
        yield from places(value[0], path + (0,))


def with_value(record, path, value):
    copy = json.loads(json.dumps(record))
    here = copy
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return copy


def fuzz_record(fuzz):
    """An export in which one value is wrong, one place after the other, followed by what people do with tickets."""
    source = fuzz.base(fill=False, name="source")
    kill.small(source)
    for command in (("tag", "2", "+vip"), ("merge", "3", "--into", "2", "--force"), ("link", "2", "duplicates", "6"), ("watch", "2"), ("note", "2", "-m", "internal"), ("cause", "new", "证书过期"), ("cause", "set", "2", "--cause", "证书过期"),
                    ("edit", "2", "--field", "机房=北京", "-p", "high"), ("pend", "2", "--until", "2d"), ("cause", "confirm", "2", "证书过期"), ("take", "2"), ("problem", "new", "p", "2"), ("message", "edit", "2.m1", "-m", "changed")):
        source.run(*command, env=CLOCK)
    open(source.folder + "/file.txt", "w").write("attached")
    source.must("attach", "2", source.folder + "/file.txt", env=CLOCK)
    records = [json.loads(line) for line in source.export().split(b"\n") if line][:6]
    empty = fuzz.base(fill=False, name="empty")
    path = fuzz.work + "/in.jsonl"
    cases = [(index, place, value) for index in (1, 2, 4) for place in places(records[index]) if place for value in WRONG]
    fuzz.chance.shuffle(cases)
    taken = done = 0
    clock = fuzz.minutes(0.15)
    for (index, place, value), _ in zip(cases, clock):
        done += 1
        changed = list(records)
        changed[index] = with_value(records[index], place, value)
        open(path, "wb").write(b"".join(json.dumps(record).encode() + b"\n" for record in changed))
        fuzz.note = f"{'.'.join(map(str, place))} = {json.dumps(value)[:40]}"
        desk = empty.copy(fuzz.work + "/round")
        result = fuzz.attempt(desk, "import", path, files=[path], most_seconds=3, limit=10)
        if result.code != 0:
            if desk.run("ls", "is:any", "--format", "count").out.strip() != b"0":
                fuzz.find("refused and half there", ("import", path), [path])
            continue
        taken += 1
        number = str(changed[index].get("number") or 1)[:20]
        again = fuzz.attempt(desk, "import", path, files=[path], limit=10)
        if b"0 created" not in again.out:
            fuzz.find("second import changes", ("import", path), [path], detail=again.text[-200:])
        for command in (("show", "1"), ("show", "2"), ("show", "3"), ("show", number), ("ls", "is:any"), ("search", "证书"), ("history", "2"), ("similar", "2"), ("report", "overview"), ("report", "resolution"), ("report", "volume"), ("export",),
                        ("export", "--format", "md"), ("next",), ("doctor",), ("ls", "--as-of", "op:0"), ("new", "y", "-m", "z"), ("reply", "2", "-m", "x"), ("unmerge", "3"), ("tick",), ("undo",), ("import", "undo", "b1")):
            result = fuzz.attempt(desk, *command, files=[path], limit=10, most_seconds=3)
            if command == ("doctor",) and result.code != 0:
                fuzz.find("doctor", command, [path], detail=result.text[:200])
        wrong = torture.whole(desk, deep=False)
        if wrong:
            fuzz.find("not whole", ("import", path), [path], detail=str(wrong)[:300])
    fuzz.tally.line("  records", cases=len(cases), done=done, taken=taken)


# ---------------------------------------------------------------------------------------------------- calendars
