"""Datasets in invented dialects: is every line accounted for, does a second import change nothing?"""
import collections
import json
import os
import re
import shutil
import unicodedata

import torture
from fuzzing import mutate
from torture import Desk

MARKUP = re.compile(r"[\s*_`#>\-+|~=\\•·●○◆■□▪—–:：,，.。;；!！?？()（）\[\]【】「」《》<>“”\"'‘’/、0-9０-９①-⑳一二三四五六七八九十]+")


def essence(text):
    return MARKUP.sub("", unicodedata.normalize("NFC", text))


def lost_lines(data, export):
    """Lines of the file whose letters are nowhere in the export."""
    everything = []

    def strings(value):
        if isinstance(value, str):
            everything.append(essence(value))
        elif isinstance(value, list):
            for entry in value:
                strings(entry)
        elif isinstance(value, dict):
            for entry in value.values():
                strings(entry)
            everything.extend(essence(key) for key in value)

    for line in export.split(b"\n"):
        if line:
            strings(json.loads(line))
    haystack = "\x01".join(everything)
    lost = []
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", data.decode("utf-8", "replace"))
    # What stands above the first ticket is the file's own and no ticket's.
    first = next((index for index, line in enumerate(lines) if re.match(r"##", line)), 0)
    for line in lines[first:]:
        core = essence(line)
        if len(core) < 12 or core in haystack:
            continue
        # A label and its text, or several items on a line, are kept apart.
        pieces = [essence(piece) for piece in re.split(r"[：:|｜；;、，,。/>（）()]|\*\*|->|→", line)]
        if all(len(piece) < 6 or piece in haystack for piece in pieces):
            continue
        lost.append(line)
    return lost


def fuzz_import(fuzz):
    chance = fuzz.chance
    folder = torture.legacy()
    bases = [open(f"{folder}/{name}", "rb").read() for name in sorted(os.listdir(folder)) if name.endswith(".md")]
    empty = fuzz.base(fill=False)
    path = fuzz.work + "/in.md"
    lines = lost = 0
    samples = collections.Counter()
    for _ in fuzz.minutes(0.25):
        data = mutate(chance, bases)
        open(path, "wb").write(data)
        desk = empty.copy(fuzz.work + "/round")
        result = fuzz.attempt(desk, "import", path, files=[path], most_seconds=5)
        if result.code != 0:
            continue
        export = desk.run("export", "--format", "jsonl").out
        again = fuzz.attempt(desk, "import", path, files=[path], most_seconds=5)
        if b"0 created, 0 updated" not in again.out:
            fuzz.find("second import changes", ("import", path), [path], detail=again.out[-200:].decode("utf-8", "replace"))
        if desk.run("export", "--format", "jsonl").out != export:
            fuzz.find("second import changes", ("import", path), [path], detail="the export differs")
        original = desk.run("export", "--original", "--out", fuzz.work + "/original")
        if original.code == 0:
            back = open(fuzz.work + "/original/in.md", "rb").read()
            if back != data:
                fuzz.find("original differs", ("import", path), [path], detail=f"{len(back)} of {len(data)} bytes")
        elif export:
            fuzz.find("original refused", ("export", "--original"), [path], detail=original.text[:200])
        shutil.rmtree(fuzz.work + "/original", ignore_errors=True)
        gone = lost_lines(data, export) if export else []
        lines += data.count(b"\n")
        lost += len(gone)
        if len(gone) > 12 and len(gone) > 0.05 * data.count(b"\n"):
            fuzz.find("lines not found", ("import", path), [path], detail=f"{len(gone)} of {data.count(chr(10).encode())}: {gone[:3]!r}")
        for line in gone[:3]:
            samples[line.strip()[:60]] += 1
        if chance.random() < 0.25:
            trip = fuzz.attempt(desk, "roundtrip", path, files=[path], most_seconds=8)
            if trip.code != 0:
                fuzz.find("roundtrip", ("roundtrip", path), [path], detail=trip.text[:300])
        if chance.random() < 0.25:
            doctor = desk.run("doctor")
            if doctor.code != 0:
                fuzz.find("doctor", ("import", path), [path], detail=doctor.text[:300])
        if chance.random() < 0.15:
            # Reading our own Markdown gives the same tickets.
            markdown = desk.run("export", "--format", "md").out
            open(fuzz.work + "/back.md", "wb").write(markdown)
            other = Desk.fresh(fuzz.options.desk, fuzz.work + "/other")
            fuzz.attempt(other, "import", "-q", fuzz.work + "/back.md", files=[path], most_seconds=8)
            one = [json.loads(line) for line in export.split(b"\n") if line]
            two = [json.loads(line) for line in other.run("export", "--format", "jsonl").out.split(b"\n") if line]
            problem = compare(one, two)
            if problem:
                fuzz.find("markdown export reads otherwise", ("import", path), [path], detail=problem)
    fuzz.tally.line("  lines", lines=lines, not_in_export=lost)
    for text, count in samples.most_common(12):
        print(f"      {count:4} {text!r}")


def compare(one, two):
    if len(one) != len(two):
        return f"{len(one)} tickets, then {len(two)}"
    for a, b in zip(one, two):
        for key in ("title", "categoryPath", "category", "messages", "causes", "tags", "extra", "answers", "description"):
            x, y = a.get(key), b.get(key)
            if key == "messages" and x and y:
                x, y = [(m.get("role"), m.get("body")) for m in x], [(m.get("role"), m.get("body")) for m in y]
            if x != y:
                return f"#{a.get('number') or a.get('id')} {key}: {json.dumps(x, ensure_ascii=False)[:150]} / {json.dumps(y, ensure_ascii=False)[:150]}"
    return None


# ----------------------------------------------------------------------------------------------------- queries
