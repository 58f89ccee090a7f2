"""What all fuzzing shares: running a command and looking how it ended, odd words, and mutations."""
import collections
import json
import os
import random
import re
import shutil
import time
import unicodedata

import torture
from kill import CLOCK
from torture import Desk

CODES = {0, 1, 3, 4, 5, 6, 7, 8, 64}
ODD = ["\x00", "\x1b[31m", "\u202e", "\u2028", "\ufeff", "\ufffd", "\U0001f469\u200d\U0001f4bb", "e\u0301", "\u0000", "\x85", "\u200b",
       "\u3000", "\uff1a", "ﬁ", "İ", "ß", "\U000e0001", "ا", "𝔘", "𠮷", "\ud7ff", "\x7f", "\u00a0", "①", "½", "\u0bcc" * 3]


class Fuzz:
    def __init__(self, options, name):
        self.options, self.name = options, name
        self.chance = random.Random(f"{options.seed}{name}")
        self.work = f"{options.work}/fuzz-{name}"
        shutil.rmtree(self.work, ignore_errors=True)
        os.makedirs(self.work)
        self.codes, self.found = collections.Counter(), collections.Counter()
        self.times, self.kib = [], 0
        self.tally = options.tally
        self.slowest = (0, "")
        # What was done to the file before the command; what was found is told once for each.
        self.note = ""
        self.noted = set()

    def base(self, fill=True, name="base"):
        desk = Desk.fresh(self.options.desk, f"{self.work}/{name}")
        if fill:
            desk.must("import", "-q", torture.legacy(), env=CLOCK)
            for number in range(1, 12):
                desk.must("new", f"新 {number}", "-m", f"text {number}", "--customer", f"客户{number % 3}", "--tag", "a" if number % 2 else "b",
                          "-p", ["low", "normal", "high", "urgent"][number % 4], env=CLOCK)
            desk.must("reply", "2020-2024", "-m", "answer", env=CLOCK)
            desk.must("pend", "2021", "--until", "3d", env=CLOCK)
            desk.must("resolve", "2022", "-m", "ok", "--resolution", "fixed", env=CLOCK)
            desk.must("merge", "2023", "--into", "2024", "--force", env=CLOCK)
            desk.must("sla", "new", "p", "--terms", "first 1h; resolve 2bd", env=CLOCK)
        return desk

    def attempt(self, desk, *command, stdin=b"", env=None, limit=30, files=(), allowed=CODES, most_seconds=10, most_mib=300, cwd=None):
        result = desk.run(*command, stdin=stdin, env={**CLOCK, **(env or {})}, limit=limit, cwd=cwd or desk.folder)
        self.codes[result.code] += 1
        self.times.append(result.seconds)
        self.kib = max(self.kib, result.kib)
        if result.seconds > self.slowest[0]:
            self.slowest = (result.seconds, " ".join(command)[:120])
        if result.code is None:
            self.find("hang", command, files, stdin, f"more than {limit} s", env)
        elif result.crashed:
            self.find("crash", command, files, stdin, f"{result.code}: {result.err[-400:]!r}", env)
        elif result.code not in allowed:
            self.find("code", command, files, stdin, f"{result.code}: {result.err[:300]!r}", env)
        elif result.seconds > most_seconds:
            self.find("slow", command, files, stdin, f"{result.seconds:.1f} s", env)
        elif result.kib > most_mib * 1024:
            self.find("memory", command, files, stdin, f"{result.kib // 1024} MiB", env)
        if result.code not in (0, None) and not result.err.strip():
            self.find("silent failure", command, files, stdin, str(result.code), env)
        if b"\x1b" in result.err.replace(b"\x1b[K", b"") or (b"\x1b" in result.out and "--format" not in command and "roundtrip" not in command):
            self.find("escape", command, files, stdin, repr((result.out + result.err)[:200]), env)
        return result

    def find(self, kind, command, files=(), stdin=b"", detail="", env=None):
        self.found[kind] += 1
        if kind in ("silent failure",) and (": -" in detail or detail.startswith("-")):
            return
        key = (kind, self.note) if self.note else None
        if key in self.noted if key else self.found[kind] > 8:
            return
        self.noted.add(key)
        if True:
            place = f"{self.options.work}/found/{self.name}-{kind.replace(' ', '-')}-{self.found[kind]}"
            shutil.rmtree(place, ignore_errors=True)
            os.makedirs(place)
            open(place + "/command", "w", errors="surrogateescape").write(json.dumps([list(map(str, command)), env or {}, detail], ensure_ascii=False) + "\n" + self.note)
            if stdin:
                open(place + "/stdin", "wb").write(stdin)
            for path in files:
                if os.path.exists(path) and os.path.getsize(path) < 30 << 20:
                    shutil.copy(path, place)
            shown = " ".join(map(str, command))[:300]
            self.tally.fail(f"{self.name} {kind}", f"{self.note[:90]} {shown!r} → {detail[:400]} (kept in {place})")

    def end(self):
        line = {f"exit_{code}": count for code, count in sorted(self.codes.items(), key=str)}
        self.tally.line(f"fuzz {self.name}", runs=len(self.times), **line, p50=f"{torture.percentile(self.times, .5) * 1000:.0f}ms",
                        p99=f"{torture.percentile(self.times, .99) * 1000:.0f}ms", longest=f"{self.slowest[0]:.2f}s", MiB=self.kib // 1024,
                        **{k.replace(" ", "_"): v for k, v in self.found.items()})
        print(f"      longest: {self.slowest[1]!r}", flush=True)

    def minutes(self, share):
        until = time.monotonic() + 60 * self.options.minutes * share
        while time.monotonic() < until:
            yield


def word(chance):
    kinds = [
        lambda: chance.choice(ODD), lambda: str(chance.choice([0, -1, 1, 2**31, 2**63, 2**64, -2**63, 10**30, "1e400", "NaN", "0x10", "٣"])),
        lambda: "".join(chance.choice("abcXYZ019 _-./:;,'\"()[]{}<>|&%$#@!*+=~`\\^?") for _ in range(chance.randint(1, 12))),
        lambda: "".join(chr(chance.randint(0x4e00, 0x9fa5)) for _ in range(chance.randint(1, 6))), lambda: "",
        lambda: "a" * chance.choice([1, 255, 256, 5000]), lambda: chance.choice(["CDN", "证书", "li", "me", "none", "today", "op:1", "1-5", "@x"]),
    ]
    return chance.choice(kinds)().replace("\x00", "")


# ---------------------------------------------------------------------------------------------------- datasets

def mutate(chance, bases):
    """A dataset that nobody would write."""
    data = chance.choice(bases)
    lines = data.split(b"\n")
    start = chance.randrange(max(1, len(lines) - 400))
    if len(lines) > 600 and chance.random() < 0.8:
        lines = lines[:20] + lines[start:start + chance.randint(50, 500)]
    for _ in range(chance.choice([1, 2, 3, 5, 20, 100])):
        if not lines:
            lines = [b""]
        at = chance.randrange(len(lines))
        kind = chance.randrange(20)
        if kind == 0:
            del lines[at:at + chance.randint(1, 5)]
        elif kind == 1:
            lines[at:at] = lines[at:at + chance.randint(1, 30)] * chance.choice([1, 1, 2, 50])
        elif kind == 2:
            other = chance.choice(bases).split(b"\n")
            begin = chance.randrange(len(other))
            lines[at:at] = other[begin:begin + chance.randint(1, 60)]
        elif kind == 3:
            position = chance.randint(0, len(lines[at]))
            lines[at] = lines[at][:position] + bytes(chance.randrange(256) for _ in range(chance.randint(1, 8))) + lines[at][position:]
        elif kind == 4:
            lines[at] = lines[at] + chance.choice(ODD).encode("utf-8", "surrogatepass")
        elif kind == 5:
            lines[at] = re.sub(rb"\d+", str(chance.choice([0, -1, 10**9, 2**63, 2**64, 10**40])).encode(), lines[at])
        elif kind == 6:
            lines[at:at] = [chance.choice([b"```", b"~~~", b"````", b"```python", b"> ```", b"    ```"])]
        elif kind == 7:
            lines[at:at] = [b"#" * chance.randint(1, 9) + b" " + lines[chance.randrange(len(lines))]]
        elif kind == 8:
            lines[at:at] = [b">" * chance.randint(1, 300) + b" " + lines[at]]
        elif kind == 9:
            lines[at:at] = [b"  " * chance.randint(1, 200) + b"- " + lines[at]]
        elif kind == 10:
            lines[at] = lines[at] * chance.choice([2, 50, 2000]) if len(lines[at]) < 400 else lines[at]
        elif kind == 11:
            try:
                lines[at] = lines[at].decode().encode(chance.choice(["gb18030", "utf-16", "big5", "latin-1"]))
            except (UnicodeDecodeError, UnicodeEncodeError):
                pass
        elif kind == 12:
            lines[at] = lines[at] + b"\r"
        elif kind == 13:
            lines = [line + b"\r" for line in lines]
        elif kind == 14:
            chance.shuffle(lines) if chance.random() < 0.1 else None
        elif kind == 15:
            lines[at:at] = [chance.choice([b"---", b"***", b"===", b"| a | b |", b"|---|---|", b"<!--", b"-->", b"<details>", b"\\# x", b"\xef\xbb\xbf"])]
        elif kind == 16:
            lines[at] = lines[at].replace("：".encode(), b":").replace(b"**", b"")
        elif kind == 17:
            lines[at] = unicodedata.normalize("NFD", lines[at].decode("utf-8", "ignore")).encode()
        elif kind == 18:
            lines[at:at] = [b"" for _ in range(chance.choice([1, 10, 3000]))]
        else:
            lines[at] = bytes(reversed(lines[at]))
    return b"\n".join(lines)[:950_000]
