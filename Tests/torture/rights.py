"""Who may do what: everything that takes a manager or an admin is tried by an agent, directly and by way of undo, redo,
macros, rules, imports and views. A line per deed.
"""
import torture
from torture import Desk, Tally


# Done by the admin; then undone by an agent, who could not have done it.
DEEDS = [
    ("agent add", ("agent", "add", "carol", "--role", "manager")),
    ("agent edit --role", ("agent", "edit", "mia", "--role", "admin")),
    ("agent retire", ("agent", "retire", "zed")),
    ("agent edit --skill", ("agent", "edit", "bo", "--skill", "+CDN")),
    ("agent absent", ("agent", "absent", "mia")),
    ("team add", ("team", "add", "二线")),
    ("team edit", ("team", "edit", "一线", "--member", "+bo")),
    ("team retire", ("team", "retire", "一线")),
    ("role deny", ("role", "deny", "reopen-closed", "manager")),
    ("role grant", ("role", "grant", "taxonomy", "agent")),
    ("category add", ("category", "add", "X")),
    ("category rename", ("category", "rename", "CDN", "CDN2")),
    ("category move", ("category", "move", "CDN/证书", "--to", "云")),
    ("category merge", ("category", "merge", "A", "--into", "云")),
    ("category alias", ("category", "alias", "CDN", "内容分发")),
    ("category retire", ("category", "retire", "云")),
    ("cause new", ("cause", "new", "过期了")),
    ("cause rename", ("cause", "rename", "c1", "c1x")),
    ("cause merge", ("cause", "merge", "c1", "--into", "c2")),
    ("tag rename", ("tag", "rename", "t1", "t1x")),
    ("tag merge", ("tag", "merge", "t1", "--into", "t2")),
    ("field add", ("field", "add", "机房", "--kind", "text")),
    ("field retire", ("field", "retire", "f1")),
    ("priority alias", ("priority", "alias", "火急", "urgent")),
    ("status rename", ("status", "rename", "open", "进行")),
    ("config set", ("config", "set", "resolve.requires", "cause")),
    ("calendar new", ("calendar", "new", "c247")),
    ("calendar hours", ("calendar", "hours", "workdays", "Mon-Fri", "10:00-11:00")),
    ("calendar holiday", ("calendar", "holiday", "add", "2026-10-01..2026-10-07")),
    ("sla new", ("sla", "new", "金牌", "--terms", "first 1h")),
    ("sla edit", ("sla", "edit", "p1", "--terms", "first 9d")),
    ("sla rm", ("sla", "rm", "p1")),
    ("canned new", ("canned", "new", "hi", "-m", "hello")),
    ("canned rm", ("canned", "rm", "k1")),
    ("macro new", ("macro", "new", "mm", "--do", "tag +x")),
    ("macro rm", ("macro", "rm", "m1")),
    ("rule new", ("rule", "new", "rr", "--when", "is:open", "--do", "tag +x")),
    ("rule disable", ("rule", "disable", "r1")),
    ("rule rm", ("rule", "rm", "r1")),
    ("close unresolved", ("close", "1")),
    ("reopen closed", ("reopen", "2")),
    ("merge --force", ("merge", "3", "--into", "4", "--force")),
    ("customer merge", ("customer", "merge", "王女士", "--into", "刘先生")),
    ("import", ("import", "-q", "FILE")),
    ("import undo", ("import", "undo", "b1")),
    ("view save", ("view", "save", "v1", "is:open")),
    ("view of a rule", ("view", "save", "asked", "is:any")),
    ("view of a promise", ("view", "save", "promised", "is:any")),
    ("message edit", ("message", "edit", "1.m1", "-m", "changed")),
    ("rm", ("rm", "4")),
    ("purge", ("purge", "5", "--yes", "--number", "5")),
]


def base(options):
    desk = Desk.fresh(options.desk, options.work + "/rights")
    must = desk.must
    must("agent", "add", "mia", "--role", "manager")
    must("agent", "add", "bo")
    must("agent", "add", "zed")
    must("team", "add", "一线")
    for path in ("CDN", "CDN/证书", "云", "A"):
        must("category", "add", path)
    for name in ("c1", "c2"):
        must("cause", "new", name)
    must("new", "a", "-m", "a", "--customer", "王女士", "--tag", "t1")
    must("new", "b", "-m", "b", "--customer", "刘先生", "--tag", "t2")
    must("resolve", "2", "-m", "ok")
    must("close", "2")
    must("new", "c", "-m", "c", "--customer", "王女士")
    must("new", "d", "-m", "d", "--customer", "刘先生")
    must("new", "e", "-m", "e", "--customer", "刘先生")
    must("rm", "5")
    must("field", "add", "f1")
    must("sla", "new", "p1", "--terms", "first 1h")
    must("canned", "new", "k1", "-m", "hello")
    must("macro", "new", "m1", "--do", "tag +x")
    must("view", "save", "asked", "is:open")
    must("view", "save", "promised", "is:open")
    must("rule", "new", "r2", "--when", "@asked priority:low", "--do", "tag +x")
    must("sla", "new", "p2", "--when", "@promised", "--terms", "first 1h")
    must("rule", "new", "r1", "--when", "tag:t2 is:any", "--do", "tag +x")
    open(desk.folder + "/a.md", "w").write("# 工单\n\n## 问题一：打不开\n\n**分类**: CDN\n\n客户：打不开\n客服：好了\n")
    must("import", "-q", desk.folder + "/a.md")
    return desk


def main():
    options = torture.arguments(__doc__)
    tally = Tally()
    desk = base(options)
    open_, refused, undone = [], [], []
    for name, command in DEEDS:
        command = tuple(desk.folder + "/b.md" if word == "FILE" else word for word in command)
        round_ = desk.copy(options.work + "/rights-round")
        open(round_.folder + "/b.md", "w").write("# 工单\n\n## 问题二：慢\n\n**分类**: CDN\n\n客户：慢\n客服：好了\n")
        command = tuple(word.replace("/rights/", "/rights-round/") for word in command)
        direct = round_.copy(options.work + "/rights-direct").run(*command, env={"DESK_USER": "bo"})
        done = round_.run(*command)
        if done.code != 0:
            print(f"  ? {name}: {done.code} {done.text.strip()[:160]}")
            continue
        with round_.connection() as db:
            number, = db.execute("SELECT MAX(id) FROM operation WHERE command LIKE 'desk %' AND NOT undoes IS NOT NULL OR "
                                 "command LIKE 'desk import undo%'").fetchone()
        taken = round_.run("undo", str(number), env={"DESK_USER": "bo"})
        verdict = "open to agents" if direct.code == 0 else f"direct {direct.code}"
        print(f"{name:<22} direct by an agent: {direct.code}   undo by an agent: {taken.code} {taken.text.strip()[:90]}")
        if direct.code == 4 and taken.code == 0:
            tally.fail("undo bypasses", name)
        if direct.code == 4 and taken.code != 0 and round_.run("undo", str(number)).code == 0:
            # And back again: the undo of an undo is the deed.
            again = round_.run("undo", str(round_.last()), env={"DESK_USER": "bo"})
            if again.code == 0:
                tally.fail("redo bypasses", name)
        if direct.code == 0:
            open_.append(name)
    print("open to agents directly:", ", ".join(open_))
    tally.end()


if __name__ == "__main__":
    main()
