import Storage
import Workflow

/// Canned replies, macros, rules, settings, calendars and the end of tickets, at random.
extension RandomActions {
    static let automatic: [Something] = [
        { store, random, context in
            let (name, body) = ("快捷 \(random.next(below: 2))", "回复 {{ticket.number}}，{{today}}")
            let isNew = random.next(below: 2) == 0
            _ = try store.keep(body + " \(random.next(below: 3))", as: name, .canned, isNew: isNew, context)
        },
        { store, random, context in
            let steps = ["take\ntag +宏", "prio high\nnote 标题", "reply 回复 {{ticket.title}}", "resolve fixed"]
            let isNew = random.next(below: 2) == 0
            _ = try store.keep(
                steps[random.next(below: 4)], as: "宏 \(random.next(below: 2))", .macro, isNew: isNew, context)
        },
        { store, random, context in
            let kind = [TextError.Kind.canned, .macro, .rule][random.next(below: 3)]
            _ = try store.remove(["快捷 0", "宏 1", "规则 0"][random.next(below: 3)], kind, context)
        },
        say("宏 0"), say("宏 1"),
        { store, random, context in
            let queries = ["is:new", "tag:a", "-tag:规则 证书", "prio:high is:open", "is:any 标题"]
            let steps = ["tag +规则", "tag -规则", "note 证书\nprio urgent", "reply canned:快捷 0", "assign agent 0"]
            _ = try store.addRule(
                "规则 \(random.next(below: 3))", when: queries[random.next(below: 5)],
                do: steps[random.next(below: 5)], context)
        },
        { store, random, context in
            _ = try store.enable(random.next(below: 2) == 0, rule: "规则 \(random.next(below: 3))", context)
        },
        running, running,
        { store, random, context in
            let required = [nil, "cause", "category"][random.next(below: 3)]
            _ = try store.set([(.resolveRequires, required)], context)
        },
        { store, random, context in
            let name = "日历 \(random.next(below: 2))"
            _ = try store.addCalendar(name, zone: nil, week: try WeekHours(text: "Mon-Fri 09:00-18:00"), context)
        },
        on { random, _ in random.next(below: 2) == 0 ? .followUp : .receive("客户，又来了", at: nil) },
        on { random, minute in
            .receive(
                "客户 \(minute)", at: nil,
                Reception(from: "王 \(random.next(below: 4))", mayReopen: random.next(below: 2) == 0))
        },
        { store, _, context in
            let calendar = try store.read { try Calendars.standard({ _ in .utc }, in: $0) }
            guard let length = Query.Length("3h") else { return }
            _ = try store.closeWhatIsResolved(for: length, in: calendar, context)
        },
    ]

    private static let running: Something = { store, _, context in
        _ = try store.runRules(context, zones: { _ in .utc }) { db in
            QueryContext(
                agent: try Agents.find(context.agent, in: db), now: context.at, zone: .utc,
                categories: try CategoryTree.read(in: db),
                zones: { _ in .utc })
        }
    }

    private static func say(_ macro: String) -> Something {
        { store, random, context in
            let verb = try store.read { db in
                let steps = try DeskTexts.find(macro, .macro, in: db).text
                return try MacroReading(context.author(in: db), zones: { _ in .utc }, in: db).verb(of: steps)
            }
            try on { _, _ in verb }(store, &random, context)
        }
    }
}
