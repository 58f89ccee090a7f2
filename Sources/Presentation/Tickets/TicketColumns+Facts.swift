import Storage
import Workflow

/// Columns that are told beside the ticket's row, each by the name that the query language has for it or nearly so.
extension TicketColumns {
    /// How it ended, what became of it, and how its promises stand.
    static func standing(_ words: Words) -> [TicketColumn] {
        let ends = [
            TicketColumn(
                field: RowField("resolution", .text, column: column(words.headings.resolution, 1, 6)),
                entry: { ticket, _ in .optional(ticket.resolution?.name) }),
            TicketColumn(
                field: RowField(
                    "mergedInto", .number, column: Column(heading: words.headings.mergedInto, alignment: .right)),
                entry: { ticket, _ in RowEntry(ticket.mergedInto.map { .number($0.rawValue) } ?? .null) }),
        ]
        let verdicts = SLAGoal.allCases.map { goal in
            TicketColumn(
                field: RowField(
                    "sla." + goal.rawValue, .text, column: column(words.sla.goalName(goal).uppercased(), 1, 6)),
                entry: { ticket, scene in
                    // Of a promise that is made again and again, the last one.
                    let measure = scene.promises?.sla(of: ticket)?.measures.last { $0.goal == goal }
                    guard let measure else { return RowEntry(.null) }
                    return RowEntry(
                        .text(measure.verdict.rawValue),
                        shown: scene.words.sla.verdictName(measure.verdict).lowercased())
                })
        }
        return ends + verdicts
    }

    static func told(_ facts: [TicketFact], _ words: Words) -> [TicketColumn] {
        facts.map { fact in
            TicketColumn(
                field: RowField(fact.name, kind(fact), column: column(of: fact, words)), fact: fact,
                entry: { ticket, scene in
                    entry(scene.facts?.value(fact, of: ticket.number) ?? .unknown, fact, scene.words)
                })
        }
    }

    private static func kind(_ fact: TicketFact) -> RowField.Kind {
        switch fact.kind {
        case .text: .text
        case .number: .number
        case .time: .time
        case .list: .list
        }
    }

    private static func column(of fact: TicketFact, _ words: Words) -> Column {
        let heading = words.headings.fact(fact)
        return fact.kind == .number ? Column(heading: heading, alignment: .right) : column(heading, 1, 6)
    }

    private static func entry(_ value: TicketFacts.Value, _ fact: TicketFact, _ words: Words) -> RowEntry {
        switch value {
        case .unknown: RowEntry(.null)
        case .text(let text): RowEntry(.text(text))
        case .number(let number) where fact.kind == .time: RowEntry(.time(number))
        case .number(let number) where fact == .replyTime || fact == .resolutionTime:
            RowEntry(.number(number), shown: words.report.length(number * 1000, false))
        case .number(let number): RowEntry(.number(number))
        case .list(let items): RowEntry(.list(items))
        }
    }
}
