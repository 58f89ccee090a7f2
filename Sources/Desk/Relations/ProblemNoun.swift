import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk problem`: what several tickets have in common.
struct ProblemNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "problem", abstract: "Gather tickets that have one cause, and resolve them together.",
        subcommands: [
            ProblemList.self, ProblemShow.self, ProblemNew.self, ProblemLink.self, ProblemUnlink.self,
            ProblemEdit.self, ProblemResolve.self,
        ],
        defaultSubcommand: ProblemList.self)
}

/// Which problem is meant.
enum ProblemOption {
    static func id(_ word: String) throws -> Problem.ID {
        guard let id = Problem.id(of: word.trimmed) else { throw UsageError.badProblem(word) }
        return id
    }
}

/// `desk problem list`
struct ProblemList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List problems.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let (words, headings) = (session.words, session.words.headings)
            let rows = Rows(
                .problems,
                fields: [
                    RowField("id", .text, column: Column(heading: headings.id)),
                    RowField("tickets", .number, column: Column(heading: headings.tickets, alignment: .right)),
                    RowField(
                        "open", .number,
                        column: Column(heading: words.report.heading(.open, .category), alignment: .right)),
                    RowField("resolvedAt", .time, column: Column(heading: headings.resolved)),
                    RowField("title", .text, column: Column(heading: headings.title, flexibility: .rest(minimum: 16))),
                    RowField(
                        "workaround", .text,
                        column: Column(
                            heading: words.relations.page.workaround.uppercased(),
                            flexibility: .yields(rank: 2, minimum: 12))),
                ],
                entries: try Problems.all(in: db).map { problem in
                    let incidents = try Problems.incidents(of: problem.id, in: db)
                    return [
                        RowEntry(.text(problem.label)), RowEntry(.number(Int64(incidents.count))),
                        RowEntry(.number(Int64(incidents.filter(\.status.isOpen).count))),
                        RowEntry(.instant(problem.resolvedAt)), RowEntry(.text(problem.title)),
                        .optional(problem.workaround),
                    ]
                })
            try session.show(rows, zone: try session.zone(in: db))
        }
    }
}

/// `desk problem show P7`
struct ProblemShow: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a problem with its workaround and its tickets.")

    @Argument(help: ArgumentHelp("The problem, such as P7.", valueName: "problem"), completion: Completions.problems)
    var problem: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let id = try ProblemOption.id(problem)
        let store = try session.openForReading()
        try store.read { db in
            let problem = try Problems.find(id, in: db)
            let incidents = try Problems.incidents(of: id, in: db)
            if session.answersInJSON { return try session.answer(.problem, DeskDocuments.problem(problem, incidents)) }
            try tell(problem, incidents, session, try session.zone(in: db))
        }
    }

    private func tell(
        _ problem: Problem, _ incidents: [Ticket], _ session: Session, _ zone: TimeZoneRules
    ) throws {
        let words = session.words
        try session.print(words.relations.problem(problem, incidents.count))
        func time(_ at: Instant) -> String { TimeText.local(at.milliseconds, offset: zone.offset(at: at.milliseconds)) }
        let resolved = problem.resolvedAt.map { "   \(words.relations.page.resolved) \(time($0))" } ?? ""
        try session.print("\(words.page.created) \(time(problem.createdAt))\(resolved)")
        if let workaround = problem.workaround {
            try session.print("\(words.relations.page.workaround):")
            for line in SafeText.isolatedBlock(workaround).split(separator: "\n", omittingEmptySubsequences: false) {
                try session.print("    " + line)
            }
        }
        for ticket in incidents {
            let title = TextDirection.isolated(SafeText.line(ticket.title))
            try session.print("#\(ticket.number.rawValue)  \(words.status(ticket.status))  \(title)")
        }
    }
}
