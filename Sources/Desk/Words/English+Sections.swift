import Import
import Reporting
import Storage
import Workflow

extension Words.Session {
    static let english = Words.Session(
        error: "error",
        unknownReader: { "\"\($0)\" is no agent of this desk: you may read, and are nobody's \"me\"." },
        outputFailed: { "The output could not be written: \($0)." })
}

extension Words.Start {
    static let english = Words.Start(
        created: { path, admin, zone in "Created \(path) · time zone \(zone) · you are admin '\(admin)'" },
        wouldCreate: { "Would create \($0)" })
}

extension Words.Ticket {
    static let english = Words.Ticket(
        filed: { written, ticket in
            "#\(written.ticket.rawValue) new · " + facts(ticket) + " · PUBLIC · op \(written.operation)"
        },
        wouldFile: { "Would file: new · " + facts($0) + " · PUBLIC" })

    private static func facts(_ ticket: NewTicket) -> String {
        let priority = ticket.priorityText ?? ticket.priority.name
        let category = ticket.categoryPath.joined(separator: CategoryTree.separator)
        return [priority, category, ticket.customer ?? "", ticket.title].filter { !$0.isEmpty }
            .map { SafeText.isolated(SafeText.line($0)) }.joined(separator: " · ")
    }
}

extension Words.Page {
    static let english = Words.Page(
        customer: "Customer", assignee: "Assignee", category: "Category", created: "Created", updated: "Updated",
        resolved: "Resolved", statusText: "Status in the source", causes: "Causes", tags: "Tags", source: "Source",
        mergedInto: "Merged into", inTrash: "In the trash", description: "description", listedAnswer: "listed answer",
        place: { source, number in
            "\(source.file), ticket \(source.ordinal), line \(source.line) (batch \(source.batch))"
                + " — desk show \(number.rawValue) --original"
        },
        causeState: { cause in
            if cause.isPlaceholder { return "(names no cause)" }
            switch cause.state {
            case .confirmed: return "✔ confirmed"
            case .unverified: return "? unverified"
            case .suggested: return "? suggested"
            case .rejected: return "✘ rejected"
            }
        },
        edited: { "(edited ×\($0))" }, event: { event($0) })

    private static func event(_ entry: HistoryEntry) -> String {
        let field = entry.event.field?.rawValue ?? ""
        switch entry.event.kind {
        case .create: return "created"
        case .change where entry.event.field == .message: return "message edited"
        case .change: return "\(field): \(entry.before ?? "—") → \(entry.after ?? "—")"
        case .add: return "\(field) added"
        case .remove: return "\(field) removed"
        case .restore: return "\(field) restored"
        }
    }
}

extension Words.Importing {
    static let english = Words.Importing(
        label: "Importing",
        head: { file in
            let counts = file.dataset.declaredCount.map { "declares \($0), found \(file.dataset.ticketCount)" }
            let mark = file.dataset.declaredCount.map { $0 != file.dataset.ticketCount } == true ? "  ⚠" : ""
            let sha = String(file.sha256.hexadecimal.prefix(8))
            let name = SafeText.isolated(SafeText.line(file.name))
            return "\(name)  \(file.bytes.count) bytes  sha256 \(sha)…  "
                + (counts ?? "found \(file.dataset.ticketCount)") + mark
        },
        contents: { tally, outcome in
            let messages = tally.customerMessages + tally.agentMessages
            return
                "\(tally.tickets) tickets · \(messages) messages (\(tally.customerMessages) customer, \(tally.agentMessages) agent)"
                + " · \(outcome.newCategories) categories new (\(outcome.newTopCategories) top)"
                + " · \(tally.causes) causes, \(tally.placeholderCauses) placeholders → no cause"
        },
        derived: { tally in
            "answers = agent's turns in \(tally.answersDerived)/\(tally.conversationsWithAnswers) conversations with answers; "
                + "description = a customer's turn in \(tally.describedByTurn)/\(tally.described)"
        },
        attachments: { "attachments missing: \($0) marks" },
        times: "times: none → response and resolution are not measured",
        nothing: "no tickets here: nothing to import",
        known: { "nothing new: created 0, updated 0, unchanged \($0.unchanged)" },
        sameAs: { name, outcome in "the same bytes as \(name): linked, created 0, unchanged \(outcome.unchanged)" },
        otherDataset: { "⚠ another file named \($0) holds other tickets: kept as a dataset of its own" },
        outcome: { outcome in
            let numbers = outcome.numbers.map { " · #\($0.lowerBound)–#\($0.upperBound)" } ?? ""
            let gone = outcome.gone > 0 ? ", no longer in the file \(outcome.gone) (kept)" : ""
            return
                "created \(outcome.created), updated \(outcome.updated), unchanged \(outcome.unchanged)\(gone)\(numbers)"
        },
        conflict: { path, conflict in
            "⚠ \(path):\(conflict.line): conflict: #\(conflict.ticket.rawValue) \(conflict.field.rawValue) changed in the file "
                + "and on the desk; the desk's stays"
        },
        exchange: { path, outcome in
            let conflicts = outcome.conflicts.map { "#\($0.rawValue)" }.joined(separator: " ")
            return "\(path)  export of a desk: created \(outcome.created), unchanged \(outcome.unchanged)"
                + (outcome.isKnown ? ", known already" : "")
                + (outcome.renumbered > 0 ? ", new numbers \(outcome.renumbered)" : "")
                + (conflicts.isEmpty ? "" : ", different here and kept: \(conflicts)")
        },
        total: { totals, isDryRun in
            "\(totals.created) created, \(totals.updated) updated, \(totals.unchanged) unchanged · \(totals.files) files"
                + " · \(totals.warnings) warnings"
                + (totals.conflicts > 0 ? " · \(totals.conflicts) conflicts" : "")
                + (totals.rejected.isEmpty ? "" : " · \(totals.rejected.count) rejected")
                + (isDryRun ? " (dry run, nothing written)" : totals.batch.map { " · batch \($0)" } ?? "")
        },
        warning: { warning($0) },
        undone: { label, outcome, isDryRun in
            let kept = outcome.kept.map { "#\($0.rawValue)" }.joined(separator: " ")
            return "\(label): \(outcome.removed) tickets set aside, \(outcome.restored) put back"
                + (kept.isEmpty ? "" : ", changed since and kept: \(kept)")
                + (isDryRun ? " (dry run, nothing written)" : " · op \(outcome.operation)")
        },
        written: { "Wrote \($0)" },
        writtenOriginals: { files, bytes, folder in "Wrote \(files) files, \(bytes) bytes, into \(folder)" },
        roundtrip: { path, result in
            let same = "\(result.identical)/\(result.tickets) tickets byte-identical after import and export"
            let file = result.isFileIdentical ? "file identical" : "file DIFFERS"
            let places = result.retold.map { String($0 + 1) }.joined(separator: ", ")
            let told =
                places.isEmpty
                ? "Markdown export reads the same" : "Markdown export reads differently: tickets \(places)"
            return "\(path): \(same), \(file), \(told)"
        })

    private static func warning(_ warning: DatasetWarning) -> String {
        let detail = warning.detail
        let pair = detail.split(separator: "/").map { String($0) }
        switch warning.code {
        case .countDiffers: return "declares \(pair.first ?? "") tickets, holds \(pair.last ?? "")"
        case .noTicket: return "no ticket found"
        case .noCategory: return "the ticket has no category"
        case .noDescription: return "the ticket has no description"
        case .noReply: return "the ticket has neither answers nor a conversation"
        case .emptyMessage: return "a message says nothing"
        case .numberingJumps: return "expected number \(pair.first ?? ""), found \(pair.last ?? "")"
        case .unknownSection: return "unknown section kept under its own name: \(detail)"
        case .guessedSection: return "section guessed by its name: \(detail)"
        case .summarySkipped: return "belongs to the file, not to a ticket: \(detail)"
        case .byteOrderMark: return "byte order mark at the start"
        case .invalidUTF8: return "bytes that are not UTF-8 were replaced by U+FFFD"
        case .nulByte: return "the text holds a NUL byte"
        case .unclosedFence: return "a code fence is not closed"
        case .unplacedLine: return "a line without a place was kept: \(detail)"
        }
    }
}

extension Words.Report {
    static let english = Words.Report(
        own: "OWN", total: "ALL", share: "SHARE", open: "OPEN", done: "RESOLVED", noCategory: "(no category)",
        cause: "CAUSE", confirmed: "CONFIRMED", unverified: "UNVERIFIED", noCause: "(none)", lack: "WHAT IS LACKING",
        categoryTitle: { "Tickets by category: \($0)" },
        causeTitle: { report in
            let share = Share.of(report.known, report.tickets)
            return "Root causes of \(report.tickets) tickets: known for \(report.known) (\(share)), confirmed for "
                + "\(report.confirmed), none for \(report.none)"
        },
        moreCauses: { "\($0) of \($1) causes shown — --format tsv for all" },
        qualityTitle: { "What \($0) tickets lack" }, lackName: { name(of: $0) })

    private static func name(of lack: QualityReport.Lack) -> String {
        switch lack {
        case .noCategory: "no category"
        case .noCause: "no cause known"
        case .placeholderCause: "a placeholder stands for the cause"
        case .noDescription: "no description"
        case .noReply: "no public reply"
        case .answersDiffer: "listed answers differ from the conversation"
        case .noTimes: "no times: nothing can be measured"
        }
    }
}

extension Words.Doctor {
    static let english = Words.Doctor(
        examining: "Examining", rebuilding: "Rebuilding the search",
        lines: { health in
            let indexed = health.tickets - health.unindexed.count
            let places = health.unindexed.prefix(10).map { "#\($0.rawValue)" }.joined(separator: " ")
            return [
                mark(health.damage.isEmpty) + "file integrity" + (health.damage.first.map { ": \($0)" } ?? ""),
                mark(health.orphans == 0) + "references" + (health.orphans > 0 ? ": \(health.orphans) broken" : ""),
                mark(health.unindexed.isEmpty) + "search index \(indexed)/\(health.tickets)"
                    + (places.isEmpty ? "" : ": \(places) — desk doctor --fix"),
                mark(health.alteredSources.isEmpty) + "imported files \(health.sources)"
                    + (health.alteredSources.isEmpty
                        ? "" : ": altered: " + health.alteredSources.joined(separator: ", ")),
            ]
        })

    private static func mark(_ isWell: Bool) -> String { isWell ? "✓ " : "✗ " }
}
