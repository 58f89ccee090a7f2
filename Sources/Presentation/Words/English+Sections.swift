import Reporting
import Storage
import Workflow

extension Words.Session {
    package static let english = Words.Session(
        error: "error",
        unknownReader: { "\"\($0)\" is no agent of this desk: you may only read, and \"me\" is nobody." },
        readAs: { "\($0) is read as \($1)." },
        corrected: { "As a text: \(SafeText.line($0))" },
        takenForText: { "No query, but a text to be found: \($0)." },
        contactOf: { "\($0) is \(SafeText.line($1)): desk ls \($2)" },
        onNetwork: { "The desk is on a network folder (\($0)): when two machines write, it may be damaged." },
        outputFailed: { "The output could not be written: \($0)." })
}

extension Words.Start {
    package static let english = Words.Start(
        created: { path, admin, zone, hours in
            "Created \(path) · time zone \(zone) · hours \(hours) · you are admin '\(admin)'"
        },
        whatNext: "Next: desk import FOLDER brings tickets in, desk new files one, desk help lists what there is.",
        askZone: "Time zone", askLanguage: "Language: en or zh",
        askHours: "Hours of work: cn (Mon-Fri 09:00-12:00,13:30-18:00), 24x7, or such as Mon-Fri 09:00-18:00",
        wouldCreate: { "Would create \($0)" })
}

extension Words.Ticket {
    package static let english = Words.Ticket(
        filed: { written, ticket in
            "#\(written.ticket.rawValue) new · " + facts(ticket) + " · PUBLIC"
                + (written.operation.map { " · op \($0)" } ?? "")
        },
        askTitle: "What it is about",
        askCustomer: "Who asks: a name, a telephone number or an address; Enter for nobody",
        askCategory: "Category, such as CDN/证书; Enter for none", askPriority: "Priority: low, normal, high, urgent",
        askDescription: "What was said; an empty line ends it:",
        wouldFile: { "Would file: new · " + facts($0) + " · PUBLIC" })

    private static func facts(_ ticket: NewTicket) -> String {
        let priority = ticket.priorityText ?? ticket.priority.name
        let category = ticket.categoryPath.joined(by: CategoryTree.separator)
        return [
            priority, category, ticket.customer ?? "", ticket.title, ticket.team.map { "team \($0.name)" } ?? "",
            ticket.assignee.map { "assignee \($0.name)" } ?? "",
        ].filter { !$0.isEmpty }
            .map { TextDirection.isolated(SafeText.short($0)) }.joined(by: " · ")
    }
}

extension Words.Page {
    package static let english = Words.Page(
        customer: "Customer", assignee: "Assignee", category: "Category", created: "Created", updated: "Updated",
        resolved: "Resolved", statusText: "Status in the source", causes: "Causes", tags: "Tags", source: "Source",
        mergedInto: "Merged into", inTrash: { "In the trash — desk restore \($0.rawValue)" },
        closed: "Closed", resolution: "Resolution", priority: "Priority", waits: "Waits until",
        waitsForEver: "somebody acts", description: "description", listedAnswer: "listed answer",
        place: { source, number in
            "\(source.file), ticket \(source.ordinal)\(source.printed.map { " (number \($0))" } ?? ""), line \(source.line) (batch \(source.batch))"
                + " — desk show \(number.rawValue) --original"
        },
        causeState: { cause in
            if cause.isPlaceholder { return "(names no cause)" }
            switch cause.state {
            case .confirmed: return "✔ confirmed" + judgement(cause)
            case .unverified: return "? unverified" + judgement(cause)
            case .suggested: return "? suggested" + judgement(cause)
            case .rejected: return "✘ rejected" + judgement(cause)
            }
        },
        edited: { count, editor in "(edited ×\(count)\(editor.map { " by \($0)" } ?? ""))" }, event: { event($0) })

    /// Who says so, what shows it, and a mark for the one that counts most.
    private static func judgement(_ cause: TicketCause) -> String {
        (cause.agent.map { " \($0)" } ?? "") + (cause.evidence.map { " (m\($0))" } ?? "")
            + (cause.isPrimary ? " ★" : "")
    }

    private static func event(_ entry: HistoryEntry) -> String {
        if let told = Words.Relations.english.event(entry) { return told }
        let field = entry.event.field?.english ?? ""
        let of = entry.subject.map { " \($0)" } ?? ""
        switch entry.event.kind {
        case .create: return "created"
        case .change where entry.event.field == .message: return "message\(of) edited"
        case .change: return "\(field)\(of): \(entry.before ?? "—") → \(entry.after ?? "—")"
        case .add: return "\(field)\(of) added"
        case .remove: return "\(field)\(of) removed"
        case .restore: return "\(field)\(of) restored"
        }
    }
}

extension Words.Doctor {
    package static let english = Words.Doctor(
        examining: "Examining", rebuilding: "Rebuilding the search",
        lines: { health in
            let indexed = health.tickets - health.unindexed.count
            let places = health.unindexed.prefix(10).map { "#\($0.rawValue)" }.joined(by: " ")
            return [
                mark(health.damage.isEmpty) + "file integrity" + (health.damage.first.map { ": \($0)" } ?? ""),
                mark(health.orphans == 0) + "references" + (health.orphans > 0 ? ": \(health.orphans) broken" : ""),
                mark(health.unindexed.isEmpty) + "search index \(indexed)/\(health.tickets)"
                    + (places.isEmpty ? "" : ": \(places) — desk doctor --fix"),
                mark(health.unlikeBlocks.isEmpty) + "near tickets"
                    + (health.unlikeBlocks.isEmpty
                        ? "" : ": \(health.unlikeBlocks.count) blocks out of date — desk doctor --fix"),
                mark(health.alteredSources.isEmpty) + "imported files \(health.sources)"
                    + (health.alteredSources.isEmpty
                        ? "" : ": altered: " + health.alteredSources.joined(by: ", ")),
            ]
        })

    private static func mark(_ isWell: Bool) -> String { isWell ? "✓ " : "✗ " }
}
