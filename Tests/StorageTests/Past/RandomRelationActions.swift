import Storage
import Workflow

/// What connects tickets, at random.
extension RandomActions {
    static let relating: [Something] = [
        two { store, one, other, _, context in _ = try store.merge([one], into: other, context.confirming(.anything)) },
        two { store, one, other, _, context in _ = try store.merge([one], into: other, context.confirming(.anything)) },
        two { store, one, _, _, context in _ = try store.unmerge(one, context) },
        two { store, one, _, random, context in
            let first = random.next(below: 5) + 1
            _ = try store.split(
                SplitDraft(ticket: one, first: first, last: [nil, first + 1][random.next(below: 2)]), context)
        },
        two { store, one, other, random, context in
            _ = try store.move(MessagePlace(ticket: one, sequence: random.next(below: 5) + 1), to: other, context)
        },
        two { store, one, _, random, context in
            let place = MessagePlace(ticket: one, sequence: random.next(below: 5) + 1)
            _ = try store.editMessage(place, to: "回复，改过 \(random.next(below: 4))", context)
        },
        two { store, one, other, random, context in
            let kind = LinkKind.allCases[random.next(below: 6)]
            _ = try store.link(LinkDraft(one, kind, isInverse: false, other), context)
        },
        two { store, one, other, _, context in
            _ = try store.unlink(LinkKind.allCases.map { LinkDraft(one, $0, isInverse: false, other) }, context)
        },
        two { store, one, _, random, context in
            _ = try store.perform(.watch(RandomDesk.ana, random.next(below: 3) > 0), on: [one], context)
        },
        two { store, one, _, random, context in
            let file = try RelationDesk.attachment("文件 \(random.next(below: 3)).txt", "内容 \(random.next(below: 4))")
            _ = try store.attach([file], to: one, isInternal: random.next(below: 2) == 0, context)
        },
        two { store, one, _, random, context in
            _ = try store.detach("文件 \(random.next(below: 3)).txt", from: one, context)
        },
        two { store, one, _, random, context in
            let file = try RelationDesk.attachment("回复 \(random.next(below: 3)).txt", "内容")
            _ = try store.perform(.reply("回复，见附件"), on: [one], context, attaching: [file])
        },
        two { store, one, other, random, context in
            let title = "问题 \(random.next(below: 99))"
            _ = try store.newProblem(title, workaround: nil, incidents: [one, other], context)
        },
        two { store, one, _, random, context in
            let id = Int64(random.next(below: 3) + 1)
            _ = try store.unlinkIncidents([one], from: id, context)
        },
        two { store, _, _, random, context in
            let end = TicketEnd(resolution: .fixed, message: "回复：都好了")
            _ = try store.resolveProblem(Int64(random.next(below: 3) + 1), end, context)
        },
    ]

    private static func two(
        _ body:
            @escaping @Sendable (Store, Ticket.Number, Ticket.Number, inout SmallRandom, CommandContext) throws -> Void
    ) -> Something {
        { store, random, context in
            let count = try store.read { try $0.row("SELECT MAX(id) FROM ticket")?.int(0) ?? 1 }
            let one = Ticket.Number(Int64(random.next(below: count) + 1))
            let other = Ticket.Number(Int64(random.next(below: count) + 1))
            try body(store, one, other, &random, context)
        }
    }
}
