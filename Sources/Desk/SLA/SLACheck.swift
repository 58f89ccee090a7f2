import ArgumentParser
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
            let world = try session.slaWorld(in: db)
            let reader = try SLAReader(world, in: db)
            var found: [[Entry]] = []
            try query.check {
                try TicketList(parsed, world.scene, in: db).each { ticket in
                    let sla = try reader.sla(of: ticket)
                    guard let terms = sla.policy?.terms, let timeline = sla.timeline else { return }
                    found += timeline.suspicions(terms).map { entries(ticket, $0, session.words) }
                }
            }
            try session.show(rows(found, parsed, session.words), zone: try session.zone(in: db))
        }
    }

    private func rows(_ entries: [[Entry]], _ query: Query, _ words: Words) -> Rows {
        Rows(
            schema: "desk.sla.check/1", query: query.description,
            fields: [
                Field("id", .number, column: Column(heading: words.headings.id, alignment: .right)),
                Field("status", .text, column: Column(heading: words.headings.status)),
                Field("from", .time, column: Column(heading: words.sla.from)),
                Field("to", .time, column: Column(heading: words.sla.to)),
                Field("message", .text, column: Column(heading: words.sla.message)),
                Field("spoken", .time, column: Column(heading: words.sla.spoken)),
                Field(
                    "title", .text,
                    column: Column(heading: words.headings.title, flexibility: .rest(minimum: 16))),
            ], entries: entries)
    }

    private func entries(_ ticket: Ticket, _ suspicion: SLASuspicion, _ words: Words) -> [Entry] {
        [
            Entry(.number(ticket.number.rawValue)),
            Entry(.text(suspicion.status.name), shown: words.status(suspicion.status)),
            Entry(.instant(suspicion.from)), Entry(.instant(suspicion.to)), Entry(.text("m\(suspicion.sequence)")),
            Entry(.instant(suspicion.message)), Entry(.text(ticket.title)),
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
            let world = try session.slaWorld(in: db)
            try options.apply(to: &policy, world.scene, in: db)
            let (real, other) = (try SLAReader(world, in: db), try SLAReader(world, policies: [policy], in: db))
            var counts = SLASimulation()
            try query.check {
                try TicketList(parsed, world.scene, in: db).each { ticket in
                    counts.add(try real.sla(of: ticket), try other.sla(of: ticket, usesVerdicts: false))
                }
            }
            try session.show(counts.rows(parsed, session.words), zone: .utc)
        }
    }
}

/// How many promises went how, and how many would have.
struct SLASimulation {
    private var real: [SLAGoal: [SLAMeasure.Verdict: Int]] = [:]
    private var other: [SLAGoal: [SLAMeasure.Verdict: Int]] = [:]

    mutating func add(_ sla: TicketSLA, _ simulated: TicketSLA) {
        for measure in sla.measures { real[measure.goal, default: [:]][measure.verdict, default: 0] += 1 }
        for measure in simulated.measures { other[measure.goal, default: [:]][measure.verdict, default: 0] += 1 }
    }

    func rows(_ query: Query, _ words: Words) -> Rows {
        let verdicts = SLAMeasure.Verdict.allCases
        let columns = verdicts.map {
            Field(
                $0.rawValue, .number, column: Column(heading: words.sla.verdictName($0), alignment: .right))
        }
        let all: [(SLAGoal, Bool)] = SLAGoal.allCases.flatMap { [($0, false), ($0, true)] }
        return Rows(
            schema: "desk.sla.simulate/1", query: query.description,
            fields: [
                Field("goal", .text, column: Column(heading: words.sla.promise)),
                Field("terms", .text, column: Column(heading: words.sla.terms)),
            ] + columns,
            entries: all.map { goal, isSimulated in
                let counts = (isSimulated ? other : real)[goal] ?? [:]
                return [
                    Entry(.text(goal.rawValue), shown: words.sla.goalName(goal)),
                    Entry(
                        .text(isSimulated ? "simulated" : "real"),
                        shown: isSimulated ? words.sla.simulated : words.sla.real),
                ] + verdicts.map { Entry(.number(Int64(counts[$0] ?? 0))) }
            })
    }
}
