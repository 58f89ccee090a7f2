"""A desk with four months of work on it, the same each time."""
import datetime
import os
import subprocess

NOW = "2026-03-30T09:00:00+08:00"
START = datetime.datetime(2025, 12, 1, 9, tzinfo=datetime.timezone(datetime.timedelta(hours=8)))
CASES = [
    ("CDN/证书问题", "证书过期导致网站打不开", "证书已过期未替换"), ("CDN/证书问题", "证书链不完整", "中间证书缺失"),
    ("CDN/回源配置", "回源 502", "回源 HOST 填写错误"), ("CDN/缓存刷新", "刷新后仍是旧内容", "缓存未刷新"),
    ("对象存储/上传下载", "上传返回 403", "上传凭证已过期"), ("对象存储/空间权限", "私有空间无法访问", None),
    ("直播云/推流播放", "推流断开", "推流地址鉴权已过期"), ("账单与财务/发票开具", "发票抬头写错了", "发票信息填写错误"),
    ("A category with quite a long name <b>/Sub & \"quoted\"", "Slow & <script>alert(1)</script>", "x < y & 'z'"),
    (None, "WWW 打不开", None),
]
WIDE_ROWS = 24

PAGES = [
    (f"{report}-{lang}", ["report", *words, "--format", "html", "--lang", lang])
    for lang in ("en", "zh")
    for report, words in (
        ("overview", ["overview"]), ("category", ["category"]), ("volume", ["volume", "--from", "2026Q1"]),
        ("backlog", ["backlog", "--from", "2025-12", "--to", "2026-03-30"]), ("cause", ["cause"]), ("sla", ["sla"]),
        ("quality", ["quality"]), ("aging", ["aging"]), ("customer", ["customer"]),
        ("response", ["response", "--from", "2026Q1", "--bucket", "month"]),
        ("resolution", ["resolution", "--by", "category"]), ("cause-category", ["cause-category"]),
        ("custom", ["custom", "--rows", "category", "--cols", "month", "--value", "count,median(resolution)"]),
        ("custom-time", ["custom", "created:any", "--rows", "month", "--value", "count,p90(response),mean(response)"]),
        ("custom-tag", ["custom", "--rows", "status", "--cols", "priority"]), ("kb", ["kb"]),
        ("kb-customer", ["kb", "--by", "customer"]), ("heat-map", ["heat-map"]), ("returning", ["returning"]),
        ("volume-by", ["volume", "--from", "2026Q1", "--by", "category", "--bucket", "month"]),
        ("sla-lateness", ["sla", "--by", "lateness"]), ("response-author", ["response", "--by", "author"]),
        ("year", ["volume", "--from", "2026-02", "--to", "2026-03", "--compare", "year"]),
    )
] + [
    ("one-day", ["report", "volume", "--from", "2026-03-27", "--to", "2026-03-27", "--format", "html"]),
    ("many-days", ["report", "backlog", "--from", "2025-12-01", "--to", "2026-03-30", "--bucket", "day", "--format", "html"]),
    ("zeros", ["report", "volume", "--from", "2025-01", "--format", "html"]),
    ("nothing", ["report", "category", "nothing \"<like>&\"", "--format", "html"]),
    ("past", ["report", "overview", "--as-of", "2026-02-01", "--format", "html"]),
]


class Chance:
    """Numbers that look like chance."""

    def __init__(self):
        self.state = 20260302

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % limit


def make_desk(program, folder):
    """A function that runs a command on the desk and gives what it printed."""
    def run(*words, at=NOW, fails=False):
        environment = {
            "PATH": "/usr/bin:/bin", "HOME": str(folder), "TZ": "Asia/Shanghai", "LANG": "C.UTF-8", "DESK_USER": "li",
            "DESK_NOW": at, "DESK_DB": str(folder / "desk.sqlite"), "TMPDIR": os.environ.get("TMPDIR", "/tmp")}
        done = subprocess.run([program, *words], env=environment, stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode and not fails:
            raise SystemExit(f"desk {' '.join(words)}: {done.stderr.decode()}")
        return done.stdout

    found(run)
    work(run)
    return run


def found(run):
    run("init", "--sample", "--tz", "Asia/Shanghai", at=START.isoformat())
    run("sla", "new", "普通", "--terms", "first 4h; resolve 5d", at=START.isoformat())
    run("canned", "new", "续期", "-m", "您好 {{customer.name|客户}}，请先续期。", at=START.isoformat())
    for path in sorted({case[0] for case in CASES if case[0]}):
        run("category", "add", path, at=START.isoformat(), fails=True)
    for cause in sorted({case[2] for case in CASES if case[2]}):
        run("cause", "new", cause, at=START.isoformat())


def work(run):
    """Some tickets a day, more on Mondays; most are answered and resolved, some late, some left."""
    chance = Chance()
    waiting = []
    for day in range(120):
        morning = START + datetime.timedelta(days=day)
        weekday = morning.weekday()
        count = 0 if weekday > 4 else 1 + chance.below(3) + (2 if weekday == 0 else 0)
        for order in range(count):
            at = morning + datetime.timedelta(minutes=20 * order)
            waiting.append((new(run, chance, at), chance.below(len(CASES))))
        for number, case in waiting[:]:
            if chance.below(3) == 0:
                answer(run, chance, number, case, morning + datetime.timedelta(hours=3, minutes=len(waiting)))
                waiting.remove((number, case))


def new(run, chance, at):
    path, title, _ = CASES[chance.below(len(CASES) * 2) % (len(CASES) if chance.below(3) else 3)]
    words = ["new", title, "--customer", f"客户 {chance.below(WIDE_ROWS)}", "-m", title, "--format", "ids", "-q"]
    if path:
        words += ["-c", path]
    return run(*words, at=at.isoformat()).decode().split()[0].lstrip("#")


def answer(run, chance, number, case, at):
    kind = chance.below(10)
    said = ["--canned", "续期"] if case < 2 and kind % 2 else ["-m", "请看"]
    run("reply", number, *said, "-q", at=at.isoformat())
    if kind == 0:
        return run("pend", number, "--no-end", "-q", at=at.isoformat(), fails=True)
    if kind == 1:
        return run("hold", number, "--no-end", "-q", at=at.isoformat(), fails=True)
    cause = CASES[case][2]
    words = ["resolve", number, "--resolution", "fixed", "-q"] + (["--cause", cause] if cause else [])
    run(*words, at=(at + datetime.timedelta(hours=1)).isoformat())
    if cause and kind < 5:
        run("cause", "confirm", number, "-q", at=(at + datetime.timedelta(hours=2)).isoformat(), fails=True)
