import Storage
import Workflow

/// What may be done at random: each deed on things that are there by chance.
enum RandomDeeds {
    typealias Something = @Sendable (Store, inout SmallRandom, Deed) throws -> Void

    static let all: [Something] = verbs + verbs + others + RandomPeople.all
    /// With merges, splits, links, files and problems; nothing is undone out of its turn, after which a value may be the same
    /// again by chance, and stand in the way of an earlier undo.
    static let connected: [Something] = verbs + verbs + making + relating
    static let connectedAndUndone: [Something] = verbs + verbs + others + relating

    private static let verbs: [Something] = [
        on { _, _ in .take }, on { _, _ in .release }, on { _, minute in .reply("回复 \(minute)") },
        on { _, minute in .note("备注 \(minute)") }, on { _, minute in .receive("客户 \(minute)", at: nil) },
        on { _, minute in .pend(until: Instant(milliseconds: minute * 120_000)) }, on { _, _ in .hold(until: nil) },
        on { _, _ in .wake },
        on { _, minute in .resolve(TicketEnd(resolution: .fixed, causes: ["证书过期"], message: "好了 \(minute)")) },
        on { _, _ in .close(TicketEnd()) }, on { _, _ in .reopen }, on { _, _ in .escalate(.high, text: "重要") },
        on { random, minute in .judge(["证书过期", "原因 \(minute % 2)"], CauseState.allCases[random.next(below: 4)]) },
        on { random, minute in
            .edit(
                TicketEdit(
                    title: "标题 \(minute % 3)", priority: .low, customer: "王 \(minute % 2)",
                    addedTags: ["t\(random.next(below: 4))"], removedTags: ["t\(random.next(below: 4))", "a"],
                    fields: [NamedText(name: "域名", text: minute % 2 == 0 ? "" : "a\(minute).example.com")]))
        },
        on { _, _ in .remove }, on { _, _ in .restore },
    ]

    private static let others = making + [undoing, undoing, undoing]

    private static let making: [Something] = [
        { store, random, deed in
            _ = try store.file(
                NewTicket(title: "新 \(random.next(below: 9))", description: "标题", categoryPath: ["CDN", "新"]), deed)
        },
        { store, _, deed in _ = try store.wakeWhatIsDue(deed) },
        { store, random, deed in
            let tickets = (1...4).map { Ticket.Number(Int64($0)) }
            _ = try store.perform(.edit(TicketEdit(addedTags: ["批 \(random.next(below: 3))"])), on: tickets, deed)
        },
        category { store, id, random, deed in
            _ = try store.renameCategory(id, to: "类 \(random.next(below: 5))", deed)
        },
        category { store, id, random, deed in
            _ = try store.aliasCategory(id, "别名 \(random.next(below: 3))", deed)
        },
        category { store, id, random, deed in _ = try store.retireCategory(id, random.next(below: 2) == 0, deed) },
        { store, random, deed in _ = try store.addCategory(["CDN", "加 \(random.next(below: 3))"], deed) },
    ]

    private static let undoing: Something = { store, random, deed in
        let lines = try store.read { try OperationLog.lines(limit: 12, in: $0) }
        let chosen = lines[random.next(below: lines.count)].number
        // The desk's first tickets stay.
        if chosen > 4 { _ = try store.undo(chosen, deed) }
    }

    private static func on(_ verb: @escaping @Sendable (inout SmallRandom, Int64) -> TicketVerb) -> Something {
        { store, random, deed in
            let count = try store.read { try $0.row("SELECT MAX(id) FROM ticket")?.int(0) ?? 1 }
            let ticket = Ticket.Number(Int64(random.next(below: count) + 1))
            _ = try store.perform(verb(&random, deed.at.milliseconds / 60_000), on: [ticket], deed)
        }
    }

    private static func category(
        _ body: @escaping @Sendable (Store, Category.ID, inout SmallRandom, Deed) throws -> Void
    ) -> Something {
        { store, random, deed in
            let tree = try store.read { try CategoryTree.read(in: $0) }
            try body(store, tree.categories[random.next(below: tree.categories.count)].id, &random, deed)
        }
    }
}
