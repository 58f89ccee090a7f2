"""Queries and times."""
from fuzzing import word

FIELDS = """id ref source batch status is priority category assignee team author customer org involves watching tag channel lang
 field.x cause cause.state article problem resolution created updated resolved closed due first-reply last-customer last-agent age idle
 waiting resolution-time reply-time sla sla.first sla.next sla.resolve sla.first.met sla.next.breached messages was-resolved was-reopened
 was-merged came-back open-at replies reopens handovers csat attachments has no in was changed similar sort 状态 标签 分类 创建 优先级 没有
 原因 客户 问题 首响 曾""".split()
VALUES = """open new resolved closed any mine unread overdue high urgent low 重要 none me today yesterday lastweek thisyear 2026Q1 2026-03 2026-02-30
 2026-01-01..2026-02-01 ..today >3d <2bd >=4bh 5 0 -1 1..3 1-5 99999999999999999999 CDN CDN/证书问题 "a b" 证书* *证 ~证书 =证书 title description notes
 merged 9999-12-31 0000-00-00 -999999d now-1w @x op:3 true "" 1e9 confirmed li 未验证 已解决 无 今天 上周 lastmonth 1042.m5 attachment tag cause""".split()


def atom(chance):
    kind = chance.randrange(9)
    if kind < 5:
        return chance.choice(FIELDS) + chance.choice([":", ":", ":", "=", ">", "<", ">=", "!=", "："]) + ",".join(
            chance.choice(VALUES) if chance.random() < 0.85 else word(chance) for _ in range(chance.choice([1, 1, 1, 2, 5])))
    if kind == 5:
        return chance.choice(["证书", "域名", "上传 失败", "ERROR_NOT_FOUND", "403", "a*", '"证书 到期"', "https://", "的"])
    if kind == 6:
        return word(chance)
    if kind == 7:
        return "is:" + chance.choice(["any", "open", "mine", "unassigned", "merged", "trash", "deleted", "waiting", "overdue"])
    return "#" + str(chance.randint(0, 3000))


def query(chance, depth=0):
    kind = chance.randrange(10)
    if depth > 5 or kind < 4:
        return atom(chance)
    if kind < 6:
        return query(chance, depth + 1) + chance.choice([" ", " ", " OR ", " or ", " AND ", ", "]) + query(chance, depth + 1)
    if kind == 6:
        return "-" + query(chance, depth + 1)
    if kind == 7:
        return "(" + query(chance, depth + 1) + ")"
    if kind == 8:
        return "-(" + query(chance, depth + 1) + " OR " + query(chance, depth + 1) + ")"
    return " ".join(atom(chance) for _ in range(chance.randint(1, 6)))


def fuzz_query(fuzz):
    chance = fuzz.chance
    desk = fuzz.base()
    total = int(desk.must("ls", "is:any", "--format", "count").out)
    asked = valid = 0
    hard = ["(" * 300 + "a" + ")" * 300, "-" * 3000 + "a", "a OR " * 3000 + "b", "(" * 100_000, "tag:" + "a," * 5000, '"' * 9999, "id:1-99999999",
                 "id:" + ",".join(map(str, range(20_000))), "is:any " * 3000, "similar:1 similar:2 similar:3", "created:0001..9999", "age:>9223372036854775807d",
                 "-(" * 200 + "a" + ")" * 200, "a" * 120_000, "\u202e" * 5000, "证" * 20_000, "field." + "x" * 10_000 + ":1", "sort:" + "created," * 3000]
    for text in hard if fuzz.options.minutes >= 5 else fuzz.chance.sample(hard, 3):
        fuzz.attempt(desk, "ls", "--", text, most_seconds=3)
        fuzz.attempt(desk, "search", "--", text, most_seconds=3)
    for _ in fuzz.minutes(0.2):
        text = query(chance)
        asked += 1
        one = fuzz.attempt(desk, "ls", "--format", "count", "--", "is:any", "(" + text + ")", most_seconds=4)
        if one.code != 0:
            continue
        valid += 1
        count = int(one.out)
        if "sort" in text or "limit" in text:
            continue
        two = fuzz.attempt(desk, "ls", "--format", "count", "--", "is:any", "-(" + text + ")", most_seconds=4)
        wide = "is:trash" in text or "is:deleted" in text or "is:merged" in text or "trash" in text
        if two.code == 0 and count + int(two.out) != total and not wide:
            fuzz.find("not the complement", ("ls", "is:any", f"({text})"), detail=f"{count} + {int(two.out)} is not {total}")
        if chance.random() < 0.15:
            ids = fuzz.attempt(desk, "ls", "--format", "ids", "--limit", "100000", "--", "is:any", "(" + text + ")", most_seconds=4)
            if ids.code == 0 and len(ids.out.split()) != count:
                fuzz.find("count differs from ids", ("ls", "is:any", f"({text})"), detail=f"{count} / {len(ids.out.split())}")
        if chance.random() < 0.1:
            fuzz.attempt(desk, chance.choice(["search", "export"]), *(["--format", "jsonl"] if chance.random() < .5 else []), "--", text, most_seconds=6)
        if chance.random() < 0.1:
            fuzz.attempt(desk, "report", chance.choice(["category", "volume", "backlog", "aging", "sla", "quality", "cause"]), "--", text, most_seconds=8)
    fuzz.tally.line("  queries", asked=asked, valid=valid)


# ------------------------------------------------------------------------------------------------------- times

def fuzz_times(fuzz):
    chance = fuzz.chance
    desk = fuzz.base()
    parts = ["tomorrow", "今天", "明天下午3点", "next friday", "下周一", "2026-02-29", "2024-02-29", "2026-13-01", "2026-03-29 02:30", "24:00", "23:59:60", "3d",
             "-3d", "2bd", "4bh", "99999999999d", "0d", "1.5h", "3d4h", "P3D", "2026-W53", "9999-12-31", "10000-01-01", "0001-01-01", "-0001-01-01",
             "1970-01-01T00:00:00Z", "2026-03-02T09:12:00+14:00", "2026-03-02T09:12:00+99:99", "1e9", "now", "eom", "2026Q5", "2026Q4", "lastmonth",
             "op:0", "op:99999999999999999999", "yesterday 25:00", "半年前", "三天后", "12/31/2026", "2026/3/2", "二〇二六年三月二日", "3 days", "3天", "9bh", "1w2d"]
    zones = ["Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Antarctica/Troll", "../../../etc/passwd", "/etc/passwd", "Asia", "UTC",
             "Etc/GMT+12", "", "Foo/Bar", "Asia/Shanghai\n", "posix/UTC", "right/UTC", "tzdata.zi", "zone.tab", ".", "a" * 5000, "Africa/Casablanca", "+08:00"]
    clocks = ["2026-03-02T09:12:00+08:00", "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2106-02-07T06:28:16Z", "292277026596-12-04T15:30:08Z",
              "2026-02-30T00:00:00Z", "nonsense", "-1", "2026-03-02T09:12:00", "1e99", "2038-01-19T03:14:08Z", "2026-03-02T09:12:00.123456789Z", "1900-01-01T00:00:00Z"]
    for _ in fuzz.minutes(0.1):
        text = chance.choice(parts) if chance.random() < 0.6 else "".join(chance.choice(parts + [word(chance)]) for _ in range(2)) \
            if chance.random() < 0.5 else word(chance)
        zone = ["--tz", chance.choice(zones)] if chance.random() < 0.4 else []
        env = {"DESK_NOW": chance.choice(clocks)} if chance.random() < 0.4 else {}
        if chance.random() < 0.2:
            env["TZ"] = chance.choice(zones)
        command = chance.choice([
            ("pend", "-n", "2020", "--until", text), ("hold", "-n", "2020", "--until", text), ("ls", "--format", "count", "--", f"created:{text}"),
            ("ls", "--format", "count", "--", f"age:>{text}"), ("calendar", "due", text), ("report", "volume", "--from", text, "--to", chance.choice(parts)),
            ("ls", "--as-of", text, "--format", "count"), ("report", "backlog", "--from", text, "--bucket", chance.choice(["day", "week", "month", "year", "hour", "x"])),
            ("report", "overview", "--from", text), ("resolve", "-n", "2024", "--at", text, "-m", "x"), ("diff", "1", "--from", text), ("receive", "-n", "2020", "-m", "x", "--at", text),
            ("calendar", "holiday", "add", "-n", text), ("sla", "simulate", "p", "--terms", f"first {text}"), ("agent", "absent", "li", "-n", "--until", text), ("show", "2020"),
            ("next",), ("sla", "check"), ("report", "sla"), ("report", "aging")])
        fuzz.attempt(desk, *command, *zone, env=env, most_seconds=4)
