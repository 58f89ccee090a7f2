import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk sla explain 1042`
struct SLAExplain: Verb {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Tell how the promises for a ticket were measured, piece by piece.",
        discussion: "The pieces add up to what was used, to the second.")

    @Argument(help: ArgumentHelp("Numbers of tickets.", valueName: "id"), completion: Completions.tickets)
    var numbers: [String] = []

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let numbers = try TicketNumbers(numbers)
        try session.openForReading().read { db in
            let slaContext = try session.workspace.slaContext(in: db)
            let reader = try SLAReader(slaContext, in: db)
            let zone = try session.zone(in: db)
            let tickets = try numbers.found(slaContext.queryContext, in: db).map { number in
                guard let ticket = try TicketRows.find(number, in: db), ticket.removal != .undone else {
                    throw StorageError.noSuchTicket(number.rawValue)
                }
                return ticket
            }
            let read = try tickets.map { ($0, try reader.sla(of: $0.number)) }
            if let format = globals.askedFormat, format != .table {
                return try session.show(SLAPage(words: session.words, zone: zone).rows(read), zone: zone)
            }
            let page = SLAPage(words: session.words, zone: zone)
            let texts = read.map { page.lines($0, $1).map { $0 + "\n" }.joined(by: "") }
            try session.page(texts.joined(by: "\n"))
        }
    }
}

/// How the promises for a ticket were measured, for people and for programs.
struct SLAPage {
    let words: Words
    let zone: TimeZoneRules

    func lines(_ ticket: Ticket, _ sla: TicketSLA) -> [String] {
        var lines = ["#\(ticket.number.rawValue)  \(TextDirection.isolated(SafeText.line(ticket.title)))"]
        guard let policy = sla.policy else { return lines + [words.sla.noPolicy] }
        lines.append(words.sla.head(policy, sla))
        if sla.timeline == nil { lines.append(words.sla.unmeasured) }
        for measure in sla.measures { lines += self.lines(measure) }
        return lines + sla.faults.map(words.sla.fault)
    }

    private func lines(_ measure: SLAMeasure) -> [String] {
        let pieces = Table(columns: [
            Column(heading: ""), Column(heading: ""), Column(heading: ""), Column(heading: "", alignment: .right),
            Column(heading: ""),
        ])
        var table = pieces
        for span in measure.spans {
            table.add([
                Cell("  \(time(span.from)) – \(time(span.to))"), Cell(words.status(span.status)),
                Cell(span.isCounted ? words.sla.running : words.sla.paused),
                Cell(span.isCounted ? SLAText.length(span.counted) : "—"), Cell(rest(of: span)),
            ])
        }
        return [words.sla.goal(measure)] + table.lines(width: nil, colour: false, headings: false).lines
            + ["  " + words.sla.verdict(measure, time)]
    }

    /// What of a piece does not count, so that nobody has to reckon where the night went.
    private func rest(of span: SLAMeasure.Span) -> String {
        let rest = span.to.milliseconds - span.from.milliseconds - span.counted
        guard rest > 0 else { return "" }
        return span.isCounted ? words.sla.closed(SLAText.length(rest)) : words.sla.wall(SLAText.length(rest))
    }

    private func time(_ instant: Instant) -> String {
        let local = instant.milliseconds + Int64(zone.offset(at: instant.milliseconds)) * 1000
        let second = CivilTime(milliseconds: local).second
        let text = TimeText.local(instant.milliseconds, offset: zone.offset(at: instant.milliseconds))
        return second == 0 ? text : text + (second < 10 ? ":0" : ":") + String(second)
    }

    /// A row for each piece; a promise without one has a row all the same.
    func rows(_ read: [(Ticket, TicketSLA)]) -> Rows {
        let names = [
            ("ticket", RowField.Kind.number), ("policy", .text), ("goal", .text), ("target", .text), ("from", .time),
            ("to", .time), ("status", .text), ("counted", .truth), ("seconds", .number), ("dueAt", .time),
            ("verdict", .text),
        ]
        return Rows(
            .promises,
            fields: names.map { RowField($0, $1, column: Column(heading: $0.replacing("At", with: "").uppercased())) },
            entries: read.flatMap { ticket, sla in
                sla.measures.flatMap { measure in
                    let pieces: [SLAMeasure.Span?] = measure.spans.isEmpty ? [nil] : measure.spans
                    return pieces.map { entries(ticket, sla, measure, $0) }
                }
            })
    }

    private func entries(
        _ ticket: Ticket, _ sla: TicketSLA, _ measure: SLAMeasure, _ span: SLAMeasure.Span?
    ) -> [RowEntry] {
        [
            RowEntry(.number(ticket.number.rawValue)), .optional(sla.policy?.name),
            RowEntry(.text(measure.goal.rawValue)),
            RowEntry(.text(measure.target.text)), RowEntry(.instant(span?.from ?? measure.start)),
            RowEntry(.instant(span?.to ?? measure.end)), .optional(span?.status.name),
            RowEntry(.truth(span?.isCounted ?? true)), RowEntry(.number((span?.counted ?? 0) / 1000)),
            RowEntry(.instant(measure.due)), RowEntry(.text(measure.verdict.rawValue)),
        ]
    }
}
