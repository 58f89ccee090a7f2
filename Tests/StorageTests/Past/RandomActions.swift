import Storage
import Workflow

/// What may be done at random: each context on things that are there by chance.
enum RandomActions {
    typealias Something = @Sendable (Store, inout SmallRandom, CommandContext) throws -> Void

    /// All verbs there are.
    static let all: [Something] = verbs + verbs + others + words + relating + automatic + RandomPeople.all
    /// Without what connects tickets.
    static let apart: [Something] = verbs + verbs + others + words + automatic + RandomPeople.all
    /// Nothing is undone out of its turn, after which a value may be the same again by chance, and stand in the way of an
    /// earlier undo.
    static let inTurn: [Something] = verbs + verbs + making + words + relating + automatic + RandomPeople.all

    private static let verbs: [Something] = [
        on { _, _ in .take }, on { _, _ in .release }, on { _, minute in .reply("回复 \(minute)") },
        on { _, minute in .note("备注 \(minute)") }, on { _, minute in .receive("客户 \(minute)", at: nil) },
        on { _, minute in .pend(until: Instant(milliseconds: minute * 120_000)) }, on { _, _ in .hold(until: nil) },
        on { _, _ in .wake },
        on { _, minute in .resolve(TicketEnd(resolution: .fixed, causes: ["证书过期"], message: "好了 \(minute)")) },
        on { _, _ in .close(TicketEnd()) }, on { _, _ in .reopen }, on { _, _ in .escalate(.high, text: "重要") },
        on { random, minute in .setCauseState(["证书过期", "原因 \(minute % 2)"], CauseState.allCases[random.next(below: 4)])
        },
        on { random, minute in
            .edit(
                TicketEdit(
                    title: "标题 \(minute % 3)", priority: .low, customer: "王 \(minute % 2)",
                    addedTags: ["t\(random.next(below: 4))"], removedTags: ["t\(random.next(below: 4))", "a"],
                    fields: [NamedText(name: "域名", text: minute % 2 == 0 ? "" : "a\(minute).example.com")]))
        },
        on { random, _ in
            .setCauseState(["证书过期"], .confirmed, CauseProof(isPrimary: random.next(below: 2) == 0, evidence: 1))
        },
        on { _, _ in .remove }, on { _, _ in .restore },
    ]

    private static let others = making + [undoing, undoing, undoing]

    private static let making: [Something] = [
        { store, random, context in
            _ = try store.file(
                NewTicket(title: "新 \(random.next(below: 9))", description: "标题", categoryPath: ["CDN", "新"]), context)
        },
        { store, _, context in _ = try store.wakeWhatIsDue(context) },
        { store, random, context in
            let tickets = (1...4).map { Ticket.Number(Int64($0)) }
            _ = try store.perform(.edit(TicketEdit(addedTags: ["批 \(random.next(below: 3))"])), on: tickets, context)
        },
        category { store, id, random, context in
            _ = try store.renameCategory(
                id, to: random.next(below: 3) == 0 ? "新" : "类 \(random.next(below: 5))", context)
        },
        category { store, id, random, context in
            _ = try store.aliasCategory(id, "别名 \(random.next(below: 3))", context)
        },
        category { store, id, random, context in _ = try store.retireCategory(id, random.next(below: 2) == 0, context)
        },
        { store, random, context in _ = try store.addCategory(["CDN", "加 \(random.next(below: 3))"], context) },
    ]

    private static let words: [Something] = [
        category { store, id, random, context in
            let tree = try store.read { try CategoryTree.read(in: $0) }
            let parent = random.next(below: 3) == 0 ? nil : tree.categories.randomly(&random)?.id
            _ = try store.moveCategory(id, under: parent, context)
        },
        category { store, id, random, context in
            let tree = try store.read { try CategoryTree.read(in: $0) }
            _ = try store.mergeCategory(id, into: tree.categories.randomly(&random)?.id ?? id, context)
        },
        tags { store, ids, random, context in
            _ = try store.renameTag(ids.randomly(&random) ?? 0, to: "名 \(random.next(below: 4))", context)
        },
        tags { store, ids, random, context in
            _ = try store.mergeTags([ids.randomly(&random) ?? 0], into: ids.randomly(&random) ?? 0, context)
        },
        { store, random, context in
            let causes = try store.read { try Taxonomy.causes(in: $0) }.map(\.id)
            guard let (one, other) = causes.pair(&random) else { return }
            _ = try store.mergeCauses([one], into: other, context)
        },
        { store, random, context in
            let causes = try store.read { try Taxonomy.causes(in: $0) }.map(\.id)
            guard let cause = causes.randomly(&random) else { return }
            _ = try store.renameCause(cause, to: "原因 \(random.next(below: 4))", context)
        },
        { store, random, context in
            let kind = random.next(below: 2) == 0 ? FieldKind.text : .number
            _ = try store.declareField("域名", kind, choices: [], context)
        },
        { store, random, context in
            let name = "视图 \(random.next(below: 2))"
            guard random.next(below: 3) > 0 else { return _ = try store.removeView(name, context) }
            _ = try store.saveView(name, try Query.parse("证书 prio:high"), context)
        },
        { store, random, context in
            _ = try store.renameStatus(.open, to: random.next(below: 2) == 0 ? nil : "在办", context)
        },
    ]

    private static func tags(
        _ body: @escaping @Sendable (Store, [Int64], inout SmallRandom, CommandContext) throws -> Void
    ) -> Something {
        { store, random, context in
            let ids = try store.read { try Taxonomy.tags(in: $0) }.map(\.id)
            if !ids.isEmpty { try body(store, ids, &random, context) }
        }
    }

    private static let undoing: Something = { store, random, context in
        let lines = try store.read { try OperationLog.lines(limit: 12, in: $0) }
        let chosen = lines[random.next(below: lines.count)].number
        // The desk's first tickets stay.
        if chosen > 4 { _ = try store.undo(chosen, context) }
    }

    static func on(_ verb: @escaping @Sendable (inout SmallRandom, Int64) -> TicketCommand) -> Something {
        { store, random, context in
            let count = try store.read { try $0.row("SELECT MAX(id) FROM ticket")?.int(0) ?? 1 }
            let ticket = Ticket.Number(Int64(random.next(below: count) + 1))
            _ = try store.perform(verb(&random, context.at.milliseconds / 60_000), on: [ticket], context)
        }
    }

    private static func category(
        _ body: @escaping @Sendable (Store, Category.ID, inout SmallRandom, CommandContext) throws -> Void
    ) -> Something {
        { store, random, context in
            let tree = try store.read { try CategoryTree.read(in: $0) }
            try body(store, tree.categories[random.next(below: tree.categories.count)].id, &random, context)
        }
    }
}

extension Array {
    fileprivate func randomly(_ random: inout SmallRandom) -> Element? {
        isEmpty ? nil : self[random.next(below: count)]
    }

    fileprivate func pair(_ random: inout SmallRandom) -> (Element, Element)? {
        guard let one = randomly(&random), let other = randomly(&random) else { return nil }
        return (one, other)
    }
}
