import Presentation
import Reporting

extension Arguments {
    /// How the words of each verb are to be read. A test compares this with what the verbs declare.
    static let desk = Arguments(
        globals: Verb(
            words: .plain,
            options: ["--db", "--as", "--as-of", "--color", "--tz", "--lang", "--timeout", "--if-version", "--format"],
            flags: [
                "-n", "--dry-run", "-y", "--yes", "--no-input", "-q", "--quiet", "-v", "--verbose", "--no-pager",
                "--json", "--no-header",
            ]),
        nouns: [
            "import", "report", "report schedule", "agent", "category", "cause", "field", "priority", "status", "tag",
            "view", "customer",
            "org", "team", "role", "config", "calendar", "draft", "canned", "macro", "rule", "sla",
            "message", "attach", "problem", "diagnose", "domain", "kb", "tools", "dialect",
        ],
        verbs: [looking, reporting, working, people, setting, relating, finding].reduce(into: [:]) { all, part in
            all.merge(part) { known, _ in known }
        })

    private static let looking: [String: Verb] = [
        "use": Verb(words: .plain, options: ["--role"]),
        "init": Verb(words: .plain, options: ["--calendar"], flags: ["--sample"]),
        "doctor": Verb(words: .plain, flags: ["--fix"]),
        "ls": Verb(
            words: .query,
            options: priority.union([
                "--limit", "--offset", "--fields", "--sort", "-s", "--status", "-c", "--category", "-a", "--assignee",
                "-t", "--tag", "--view", "--template",
            ]), flags: ["--mine", "--unassigned"]),
        "show": Verb(
            words: .plain, options: ["--version"], flags: ["--public", "--internal", "--events", "--original", "--raw"]),
        "search": Verb(
            words: .query, options: ["--limit", "--offset", "--in", "--context", "--sort"], flags: ["--variants"]),
        // Its files follow the noun itself.
        "import": Verb(
            words: .plain,
            options: [
                "--status", "--form", "--batch", "--at", "--on-conflict", "--encoding", "--dialect", "--map",
            ], flags: ["--lines", "--force"]),
        "export": Verb(
            words: .query, options: ["--out"],
            flags: ["--original", "--one-file", "--public-only", "--metrics", "--mask"]),
        "view save": Verb(words: .query),
        "view edit": Verb(words: .query, options: ["--name"]),
        "diff": Verb(words: .plain, options: ["--from", "--to"]),
        "log": Verb(words: .plain, options: ["--last", "--limit", "--query"]),
        "audit": Verb(words: .query, options: ["--actor", "--op", "--since", "--until", "--limit"]),
        "undo": Verb(words: .plain, options: ["--last", "--query"]),
    ]

    private static let reporting = reports.merging([
        "report schedule add": Verb(words: .plain, options: ["--every", "--into", "--keep"]),
        "report schedule edit": Verb(words: .plain, options: ["--every", "--into", "--keep"]),
        "report overview": Verb(words: .query, options: ["--from", "--to", "--compare"]),
        "report custom": Verb(
            words: .query, options: ofReports.union(["--rows", "--cols", "--value"]), flags: flagsOfReports),
    ]) { known, _ in known }

    private static let reports = Dictionary(
        uniqueKeysWithValues: ReportKind.allCases.filter { $0 != .custom }.map { kind in
            (
                "report \(kind.rawValue)",
                Verb(
                    words: .query, options: kind == .resolution ? ofReports.union(["--measure"]) : ofReports,
                    flags: flagsOfReports)
            )
        })
    private static let ofReports: Set<String> = [
        "--from", "--to", "--by", "--bucket", "--compare", "--min-n", "--drill", "--out",
    ]
    private static let flagsOfReports: Set<String> = ["--business", "--wall", "--chart", "--growing"]

    private static let working: [String: Verb] = [
        "new": Verb(
            words: .plain,
            options: text.union(values).union(["--tag", "--assign", "--attach", "--field", "--ref", "--template"]),
            flags: editor.union(["--no-triage"])),
        "take": Verb(words: .plain, options: targets, flags: ["--steal"]),
        "release": Verb(words: .plain, options: targets),
        "assign": Verb(
            words: .plain, options: targets.union(["--to", "--team", "--auto"]), flags: ["--explain"]),
        "transfer": Verb(words: .plain, options: targets),
        "reply": Verb(
            words: .plain, options: targets.union(text).union(saying).union(["--canned", "--kb", "--attach"]),
            flags: editor.union(["--force"])),
        "note": Verb(
            words: .plain, options: targets.union(text).union(saying).union(["--attach", "--mention"]), flags: editor),
        "receive": Verb(
            words: .plain, options: targets.union(text).union(["--at", "--from"]), flags: editor.union(["--no-reopen"])),
        "pend": Verb(words: .plain, options: targets.union(waiting), flags: ["--no-end"]),
        "hold": Verb(words: .plain, options: targets.union(waiting), flags: ["--no-end"]),
        "wake": Verb(words: .plain, options: targets),
        "resolve": Verb(words: .plain, options: targets.union(text).union(ending), flags: editor.union(["--force"])),
        "close": Verb(
            words: .plain, options: targets.union(text).union(ending).union(["--reason"]),
            flags: editor.union(["--force"])),
        "reopen": Verb(words: .plain, options: targets.union(["--reason"]), flags: ["--as-followup"]),
        "edit": Verb(
            words: .plain, options: targets.union(values).union(["--title", "--tag", "--field", "--assignee"]),
            flags: editor),
        "tag": Verb(words: .dashed),
        "tag add": Verb(words: .plain),
        "escalate": Verb(words: .plain, options: targets.union(priority).union(["--to", "--reason"])),
        "next": Verb(words: .plain, options: ["--team"], flags: ["--take"]),
        "rm": Verb(words: .plain, options: targets.union(["--reason"])),
        "restore": Verb(words: .plain, options: targets),
        "category retire": Verb(words: .plain, flags: ["--back"]),
        "category move": Verb(words: .plain, options: ["--to"]),
        "category merge": Verb(words: .plain, options: ["--into"]),
        "tag merge": Verb(words: .plain, options: ["--into"]),
        "field add": Verb(words: .plain, options: ["--kind", "--choice"]),
        "field retire": Verb(words: .plain, flags: ["--back"]),
        "cause merge": Verb(words: .plain, options: ["--into"]),
        "cause confirm": Verb(
            words: .plain, options: targets.union(["--cause", "--evidence"]), flags: ["--primary"]),
        "cause reject": Verb(words: .plain, options: targets.union(["--cause"])),
        "cause set": Verb(words: .plain, options: targets.union(["--cause", "--evidence"]), flags: ["--primary"]),
    ]

    private static let people: [String: Verb] = [
        "customer": Verb(words: .plain, options: ["--limit", "--offset"], flags: ["--all"]),
        "customer add": Verb(words: .plain, options: contact, flags: ["--vip", "--no-vip"]),
        "customer edit": Verb(words: .plain, options: contact.union(["--name"]), flags: ["--vip", "--no-vip"]),
        "customer merge": Verb(words: .plain, options: ["--into"]),
        "org": Verb(words: .plain, flags: ["--all"]),
        "org edit": Verb(words: .plain, options: ["--name"]),
        "agent": Verb(words: .plain, flags: ["--all"]),
        "agent add": Verb(words: .plain, options: ["--role", "--skill"]),
        "agent edit": Verb(words: .plain, options: ["--name", "--role", "--skill"]),
        "agent absent": Verb(words: .plain, options: waiting, flags: ["--redistribute", "--no-end"]),
        "agent retire": Verb(words: .plain, options: ["--to"]),
        "team": Verb(words: .plain, flags: ["--all"]),
        "team add": Verb(words: .plain, options: ["--member"]),
        "team edit": Verb(words: .plain, options: ["--name", "--member"]),
        "team retire": Verb(words: .plain, options: ["--to"]),
    ]

    private static let setting: [String: Verb] = [
        "config": Verb(words: .plain, options: ["--scope"]),
        "config set": Verb(words: .plain, options: ["--scope"]),
        "config unset": Verb(words: .plain, options: ["--scope"]),
        "config edit": Verb(words: .plain, options: ["--scope"]),
        "calendar hours": Verb(words: .plain, options: ["--from"]),
        "calendar new": Verb(words: .plain, options: ["--hours", "--zone"]),
        "calendar holiday": Verb(words: .plain, options: ["--calendar"]),
        "calendar workday": Verb(words: .plain, options: ["--calendar"]),
        "calendar break": Verb(words: .plain, options: ["--calendar"]),
        "calendar import": Verb(words: .plain, options: ["--calendar"]),
        "canned new": Verb(words: .plain, options: text, flags: editor),
        "dialect new": Verb(words: .plain, options: text.union(["--name"]), flags: editor),
        "dialect edit": Verb(words: .plain, options: text, flags: editor),
        "tools add": Verb(words: .plain, options: ["--kind", "--to", "--phrase"]),
        "tools edit": Verb(words: .plain, options: ["--kind", "--to", "--phrase"]),
        "kb": Verb(words: .plain, options: ["--state", "--in"]),
        "kb show": Verb(words: .plain, flags: ["--raw", "--versions"]),
        "kb search": Verb(words: .plain, options: ["--limit"], flags: ["--like"]),
        "kb match": Verb(
            words: .plain,
            options: ["-F", "--log", "-m", "--message", "--since", "--encoding", "--limit", "--ticket"],
            flags: ["--file"]),
        "kb new": Verb(words: .plain, options: text.union(["--from-ticket"]), flags: editor),
        "kb edit": Verb(
            words: .plain, options: text.union(["--sample", "--review", "--translation-of"]), flags: editor),
        "kb gaps": Verb(words: .plain, options: ["--min", "--limit"]),
        "kb diff": Verb(words: .plain, options: ["--from", "--to"]),
        "canned edit": Verb(words: .plain, options: text, flags: editor),
        "macro new": Verb(words: .plain, options: text.union(["--do"]), flags: editor),
        "macro edit": Verb(words: .plain, options: text.union(["--do"]), flags: editor),
        "macro run": Verb(words: .plain, options: targets),
        "macro test": Verb(words: .plain, options: targets),
        "rule new": Verb(words: .plain, options: text.union(["--do", "--when"]), flags: editor),
        "rule test": Verb(words: .plain, options: targets),
        "rule log": Verb(words: .plain, options: ["--last"]),
        "sla new": Verb(words: .plain, options: policy),
        "sla edit": Verb(words: .plain, options: policy),
        "sla check": Verb(words: .query),
        "sla simulate": Verb(words: .query, options: policy),
        "calendar due": Verb(words: .plain, options: ["--from"]),
    ]

    private static let relating: [String: Verb] = [
        "merge": Verb(words: .plain, options: targets.union(["--into"]), flags: ["--force"]),
        "split": Verb(words: .plain, options: ["--from", "--to", "--title", "-c", "--category"]),
        "watch": Verb(words: .plain, options: targets.union(["--agent"]), flags: ["--off"]),
        "unwatch": Verb(words: .plain, options: targets.union(["--agent"])),
        "purge": Verb(words: .plain, options: targets.union(["--number"])),
        "message": Verb(words: .plain, options: ["--ticket"]),
        "message edit": Verb(words: .plain, options: text.union(["--ticket"]), flags: editor.union(["--force"])),
        "message move": Verb(words: .plain, options: ["--ticket", "--to"]),
        "message versions": Verb(words: .plain, options: ["--ticket"]),
        "attach": Verb(words: .plain, options: ["--name"], flags: ["--public"]),
        "attach get": Verb(words: .plain, options: ["--out"], flags: ["--force"]),
        "problem new": Verb(words: .plain, options: ["--incidents", "--workaround"]),
        "problem link": Verb(words: .plain, options: targets),
        "problem unlink": Verb(words: .plain, options: targets),
        "problem edit": Verb(words: .plain, options: ["--title", "--workaround"]),
        "problem resolve": Verb(words: .plain, options: text.union(ending), flags: editor.union(["--force"])),
    ]

    private static let finding: [String: Verb] = [
        "diagnose": Verb(
            words: .plain,
            options: priority.union([
                "--answers", "--customer", "--ticket", "--resolver", "--ca", "--allow-private", "--replay",
            ]),
            flags: ["--past-cname", "--file"]),
        "diagnose show": Verb(words: .plain, flags: ["--public"]),
        "domain show": Verb(words: .plain, options: ["--customer"]),
        "domain add": Verb(words: .plain, options: ["--customer"]),
        "domain release": Verb(words: .plain, options: ["--customer"]),
        "domain verify": Verb(
            words: .plain, options: ["--customer", "--resolver", "--allow-private"], flags: ["--record", "--file"]),
        "domain move": Verb(
            words: .plain, options: ["--to", "--resolver", "--allow-private"], flags: ["--record", "--file"]),
        "triage": Verb(
            words: .plain, options: targets.union(text).union(["--min", "--field", "--folds"]),
            flags: editor.union(["--apply", "--evaluate"])),
        "ask": Verb(words: .plain, options: text.union(priority).union(["--limit", "--n", "--use"]), flags: editor),
        "suggest": Verb(words: .plain, options: ["--limit", "--n", "--use"]),
        "similar": Verb(words: .plain, options: ["--limit"]),
        "duplicates": Verb(words: .query),
    ]

    // What several verbs declare alike.
    private static let policy: Set<String> = ["--when", "--terms", "--calendar"]
    private static let targets: Set<String> = ["--query"]
    private static let text: Set<String> = ["-m", "--message", "-F", "--file"]
    private static let editor: Set<String> = ["-e", "--editor"]
    private static let ending: Set<String> = ["--resolution", "--cause", "-c", "--category", "--kb"]
    private static let saying: Set<String> = ["--at", "--then", "--until", "--resolution", "--reason"]
    private static let waiting: Set<String> = ["--until", "--reason"]
    private static let priority: Set<String> = ["-p", "--prio", "--priority"]
    private static let values = priority.union(["-c", "--category", "--customer", "--org", "--team", "--channel"])
    private static let contact: Set<String> = ["--phone", "--email", "--org", "--language"]
}
