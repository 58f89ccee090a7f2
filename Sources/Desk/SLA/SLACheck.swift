import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk sla check`
struct SLACheck: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "List waits in which the customer had spoken while the clock stood still.",
        discussion: "All tickets unless the query says otherwise.")

    @OptionGroup var query: QueryWords
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        try session.openForReading().read { db in
            let parsed = try query.parse(in: db)
            let slaContext = try session.workspace.slaContext(in: db)
            let reader = try SLAReader(slaContext, in: db)
            var found: [[RowEntry]] = []
            try query.check {
                try reader.each(of: try TicketList(parsed, slaContext.queryContext, in: db).numbers()) { number, sla in
                    guard let terms = sla.policy?.terms, let timeline = sla.timeline else { return }
                    let suspicions = timeline.suspicions(terms)
                    guard !suspicions.isEmpty, let ticket = try TicketRows.find(number, in: db) else { return }
                    found += suspicions.map { entries(ticket, $0, session.words) }
                }
            }
            try session.show(rows(found, parsed, session.words), zone: try session.zone(in: db))
        }
    }

    private func rows(_ entries: [[RowEntry]], _ query: Query, _ words: Words) -> Rows {
        Rows(
            .suspicions, query: query.description,
            fields: [
                RowField("number", .number, column: Column(heading: words.headings.id, alignment: .right)),
                RowField("status", .text, column: Column(heading: words.headings.status)),
                RowField("from", .time, column: Column(heading: words.sla.from)),
                RowField("to", .time, column: Column(heading: words.sla.to)),
                RowField("message", .text, column: Column(heading: words.sla.message)),
                RowField("spokenAt", .time, column: Column(heading: words.sla.spoken)),
                RowField(
                    "title", .text,
                    column: Column(heading: words.headings.title, flexibility: .rest(minimum: 16))),
            ], entries: entries)
    }

    private func entries(_ ticket: Ticket, _ suspicion: SLASuspicion, _ words: Words) -> [RowEntry] {
        [
            RowEntry(.number(ticket.number.rawValue)),
            RowEntry(.text(suspicion.status.name), shown: words.status(suspicion.status)),
            RowEntry(.instant(suspicion.from)), RowEntry(.instant(suspicion.to)),
            RowEntry(
                .text(MessagePlace(ticket: ticket.number, sequence: suspicion.sequence).label),
                shown: "m\(suspicion.sequence)"),
            RowEntry(.instant(suspicion.message)), RowEntry(.text(ticket.title)),
        ]
    }
}

/// `desk sla simulate`
struct SLASimulate: Verb {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Tell how the past would have gone under other terms.",
        discussion: "Nothing is changed. All tickets of the query go by these terms, beside how they really went.")

    @OptionGroup var query: QueryWords
    @OptionGroup var options: SLAOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        guard let terms = options.terms else { throw SLAError.noTargets }
        var policy = SLAPolicy(name: "", query: "", terms: try SLATerms(text: terms))
        try session.openForReading().read { db in
            let parsed = try query.parse(in: db)
            let slaContext = try session.workspace.slaContext(in: db)
            try options.apply(to: &policy, slaContext.queryContext, in: db)
            let (real, other) = (
                try SLAReader(slaContext, in: db), try SLAReader(slaContext, policies: [policy], in: db)
            )
            var counts = SLASimulation()
            try query.check {
                let numbers = try TicketList(parsed, slaContext.queryContext, in: db).numbers()
                try real.each(of: numbers) { counts.add($1, to: \.real) }
                try other.each(of: numbers, usesVerdicts: false) { counts.add($1, to: \.other) }
            }
            try session.show(counts.rows(parsed, session.words), zone: .utc)
        }
    }
}

/// How many promises went how, and how many would have.
struct SLASimulation {
    typealias Counts = [SLAGoal: [SLAMeasure.Verdict: Int]]
    var real: Counts = [:]
    var other: Counts = [:]

    mutating func add(_ sla: TicketSLA, to counts: WritableKeyPath<SLASimulation, Counts>) {
        for measure in sla.measures {
            self[keyPath: counts][measure.goal, default: [:]][measure.verdict, default: 0] += 1
        }
    }

    func rows(_ query: Query, _ words: Words) -> Rows {
        let verdicts = SLAMeasure.Verdict.allCases
        let columns = verdicts.map {
            RowField(
                $0.rawValue, .number, column: Column(heading: words.sla.verdictName($0), alignment: .right))
        }
        let all: [(SLAGoal, Bool)] = SLAGoal.allCases.flatMap { [($0, false), ($0, true)] }
        return Rows(
            .simulation, query: query.description,
            fields: [
                RowField("goal", .text, column: Column(heading: words.sla.promise)),
                RowField("terms", .text, column: Column(heading: words.sla.terms)),
            ] + columns,
            entries: all.map { goal, isSimulated in
                let counts = (isSimulated ? other : real)[goal] ?? [:]
                return [
                    RowEntry(.text(goal.rawValue), shown: words.sla.goalName(goal)),
                    RowEntry(
                        .text(isSimulated ? "simulated" : "real"),
                        shown: isSimulated ? words.sla.simulated : words.sla.real),
                ] + verdicts.map { RowEntry(.number(Int64(counts[$0] ?? 0))) }
            })
    }
}
