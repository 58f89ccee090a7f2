import Import
import Storage
import Workflow

extension Words.Importing {
    package static let english = Words.Importing(
        label: "Importing",
        head: { file in
            let counts = file.dataset.declaredCount.map { "declares \($0), found \(file.dataset.ticketCount)" }
            let mark = file.dataset.declaredCount.map { $0 != file.dataset.ticketCount } == true ? "  ⚠" : ""
            let sha = String(file.sha256.hexadecimal.prefix(8))
            let name = TextDirection.isolated(SafeText.line(file.name))
            return "\(name)  \(file.bytes.count) bytes  sha256 \(sha)…  "
                + (counts ?? "found \(file.dataset.ticketCount)") + mark
        },
        contents: { tally, outcome in
            let messages = tally.customerMessages + tally.agentMessages
            let placeholders =
                tally.placeholderCauses > 0 ? ", \(counted(tally.placeholderCauses, "placeholder")) → no cause" : ""
            return counted(tally.tickets, "ticket") + " · " + counted(messages, "message")
                + " (\(tally.customerMessages) customer, \(tally.agentMessages) agent)"
                + " · \(counted(outcome.newCategories, "new category", "new categories")) (\(outcome.newTopCategories) top)"
                + " · " + counted(tally.causes, "cause") + placeholders
        },
        derived: { tally in
            "answers = agent's turns in \(tally.answersDerived)/\(tally.conversationsWithAnswers) conversations with answers; "
                + "description = a customer's turn in \(tally.describedByTurn)/\(tally.described)"
        },
        attachments: { "attachments missing: \(counted($0, "mark"))" },
        times: "times: none → response and resolution are not measured",
        nothing: "no tickets here: nothing to import",
        known: { "nothing new: created 0, updated 0, unchanged \($0.unchanged)" },
        sameAs: { name, outcome in "the same bytes as \(name): linked, created 0, unchanged \(outcome.unchanged)" },
        otherDataset: { "⚠ another file named \($0) holds other tickets: kept as a dataset of its own" },
        outcome: { outcome, isDryRun in
            let gone = outcome.gone > 0 ? ", no longer in the file \(few(outcome.goneTickets)) (kept)" : ""
            let numbers = isDryRun ? "" : outcome.numberRange.map { " · " + $0 } ?? ""
            return (isDryRun ? "would create " : "created ") + "\(outcome.created), "
                + (isDryRun ? "update " : "updated ") + "\(outcome.updated), "
                + (isDryRun ? "leave " : "unchanged ") + "\(outcome.unchanged)\(gone)\(numbers)"
        },
        recognised: { name, outcome in
            let files = outcome.recognised.filter { !$0.file.isSameText(as: name) }.enumerated().map { place, known in
                "\(known.found) of \(known.of)\(place == 0 ? " are here" : "") from \(TextDirection.isolated(SafeText.line(known.file)))"
            }
            return files.isEmpty ? nil : files.joined(by: ", ")
        },
        oneLine: { oneLine($0, $1, $2) },
        conflict: { path, conflict in
            "⚠ \(path):\(conflict.line): conflict: #\(conflict.ticket.rawValue) \(conflict.field.rawValue) changed in the file "
                + "and on the desk; the desk's stays"
        },
        exchange: { path, outcome in
            let conflicts = outcome.conflicts.map { "#\($0.rawValue)" }.joined(by: " ")
            return "\(path)  export of a desk: created \(outcome.created), unchanged \(outcome.unchanged)"
                + (outcome.isKnown ? ", known already" : "")
                + (outcome.renumbered > 0 ? ", new numbers \(outcome.renumbered)" : "")
                + (conflicts.isEmpty ? "" : ", different here and kept: \(conflicts)")
        },
        total: { totals, isDryRun in
            (isDryRun
                ? "would create \(totals.created), update \(totals.updated), leave \(totals.unchanged)"
                : "\(totals.created) created, \(totals.updated) updated, \(totals.unchanged) unchanged")
                + " · " + counted(totals.files, "file") + " · " + counted(totals.warnings, "warning")
                + (totals.conflicts > 0 ? " · " + counted(totals.conflicts, "conflict") : "")
                + (totals.rejected.isEmpty ? "" : " · \(totals.rejected.count) rejected")
                + (isDryRun ? " (dry run, nothing written)" : totals.batch.map { " · batch \($0)" } ?? "")
        },
        warning: { warning($0) },
        repeated: { "\($0) (\($1) times in this file)" },
        interrupted: { totals in
            [
                "Stopped. Files in progress are in as a whole or not at all.",
                totals.files == 0
                    ? "No file was finished."
                    : "\(counted(totals.files, "file")) finished before, with \(totals.created) tickets created: they stay.",
                "The same command goes on from there.",
            ]
        },
        undone: { label, outcome, isDryRun in
            let kept = outcome.keptArticles.map { "\($0)" } + outcome.kept.map { "#\($0.rawValue)" }
            let verb = isDryRun ? "would set aside" : "set aside"
            let restored = outcome.restoredArticles.map { "\($0.number) at v\($0.version)" }
            let tickets = "\(verb) \(counted(outcome.removed, "ticket")), put back \(outcome.restored)"
            let parts = [
                outcome.isAboutTickets ? tickets : "",
                outcome.removedArticles.isEmpty
                    ? "" : "\(verb) " + few(outcome.removedArticles.map { "\($0)" }, "article"),
                restored.isEmpty ? "" : (isDryRun ? "would put back " : "put back ") + few(restored, "article"),
                outcome.names > 0 ? "names set aside with it: \(outcome.names)" : "",
                kept.isEmpty ? "" : "changed since and kept: " + kept.joined(by: " "),
            ]
            return "\(label): " + parts.filter { !$0.isEmpty }.joined(by: ", ")
                + (isDryRun ? " (dry run, nothing written)" : outcome.operation.map { " · op \($0)" } ?? "")
        },
        written: { path, isDryRun in isDryRun ? "Would write \(path)" : "Wrote \(path)" },
        writtenEach: { count, folder, isDryRun in
            "\(isDryRun ? "Would write" : "Wrote") \(counted(count, "file")) into \(SafeText.line(folder))"
        },
        writtenOriginals: { files, bytes, folder, isDryRun in
            (isDryRun ? "Would write " : "Wrote ") + "\(counted(files, "file")), \(bytes) bytes, into \(folder)"
        },
        roundtrip: { path, result in
            let same = "\(result.identical)/\(result.tickets) tickets byte-identical after import and export"
            let file = result.isFileIdentical ? "file identical" : "file DIFFERS"
            let places = result.retold.map { String($0 + 1) }.joined(by: ", ")
            let told =
                places.isEmpty
                ? "Markdown export reads the same" : "Markdown export reads differently: tickets \(places)"
            return "\(path): \(same), \(file), \(told)"
        }, reading: .english)

    private static func few(_ tickets: [Ticket.Number]) -> String {
        let more = tickets.count - FileOutcome.mostNamed
        return tickets.prefix(FileOutcome.mostNamed).map { "#\($0.rawValue)" }.joined(by: " ")
            + (more > 0 ? " and \(more) more" : "")
    }

    /// Their names, or how many they are.
    private static func few(_ names: [String], _ noun: String) -> String {
        names.count <= 5 ? names.joined(by: ", ") : counted(names.count, noun)
    }

    private static func oneLine(_ file: DatasetFile, _ outcome: FileOutcome, _ isDryRun: Bool) -> String {
        let found = file.dataset.ticketCount
        let mark = file.dataset.declaredCount.map { $0 == found ? "" : " of \($0) declared ⚠" } ?? ""
        let news: String
        switch outcome.kind {
        case _ where found == 0: news = "nothing to import"
        case .notUnderstood: news = "not understood"
        case .known: news = "nothing new"
        case .sameAs(let name): news = "the same bytes as \(name)"
        case .new, .newVersion, .otherDataset:
            let verb = isDryRun ? "would create" : "created"
            news =
                "\(verb) \(outcome.created)" + (isDryRun ? "" : outcome.numberRange.map { " · " + $0 } ?? "")
                + (outcome.updated > 0 ? ", \(isDryRun ? "update" : "updated") \(outcome.updated)" : "")
                + (outcome.gone > 0 ? ", no longer in the file \(few(outcome.goneTickets))" : "")
                + (english.recognised(file.name, outcome).map { ", " + $0 } ?? "")
                + (outcome.conflicts.isEmpty ? "" : ", \(counted(outcome.conflicts.count, "conflict"))")
        }
        return "\(TextDirection.isolated(SafeText.line(file.name)))  found \(found)\(mark)  \(news)"
    }

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
        case .unknownValue: return "a value that is not understood was kept as it is: \(detail)"
        case .rolesGuessed: return "nothing says who asks and who answers; guessed: \(detail)"
        case .guessedSection: return "section guessed by its name: \(detail)"
        case .summarySkipped: return "belongs to the file, not to a ticket: \(detail)"
        case .headingInsideTicket: return "a heading like those of tickets opens none: \(detail)"
        case .outsideTickets: return "lines in no ticket: \(detail)"
        case .byteOrderMark: return "byte order mark at the start"
        case .invalidUTF8: return "bytes that are not UTF-8 were replaced by U+FFFD"
        case .nulByte: return "the text holds a NUL byte"
        case .unclosedFence: return "a code fence is not closed"
        case .unplacedLine: return "a line without a place was kept: \(detail)"
        }
    }
}
