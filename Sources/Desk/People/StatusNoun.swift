import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk status`: the life cycle.
struct StatusNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the life cycle.", subcommands: [StatusList.self, StatusRename.self],
        defaultSubcommand: StatusList.self)
}

/// `desk status list`: what may be done in each status.
struct StatusList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show what may be done in each status.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let words = session.words
        let permissions = try permissions(session)
        let rows = Rows(
            .transitions,
            fields: [
                RowField("status", .text, column: Column(heading: words.headings.status)),
                RowField("action", .text, column: Column(heading: words.headings.actions)),
                RowField("to", .text, column: Column(heading: "→")),
                RowField("role", .text, column: Column(heading: words.headings.role)),
            ],
            entries: Status.allCases.flatMap { status in
                LifeCycle.transitions.filter { $0.from.contains(status) }.map { row in
                    [
                        RowEntry(.text(status.name), shown: words.status(status)), RowEntry(.text(row.action.rawValue)),
                        RowEntry(.text((row.to ?? status).name), shown: words.status(row.to ?? status)),
                        RowEntry(.text(permissions.role(for: row.permission).name)),
                    ]
                }
            })
        try session.show(rows, zone: .utc)
    }

    /// What the desk says of roles; where there is none, what every new one says.
    private func permissions(_ session: Session) throws -> Permissions {
        do {
            return try session.openForReading().read { try Permissions.read(in: $0) }
        } catch Refusal.noDesk {
            return .standard
        }
    }
}
