import Import
import Storage
import Workflow

/// What a dialect makes of a file.
package enum DialectTesting {
    /// One ticket as read: its place, what its desk calls it, its status, and its title.
    package static func line(_ entry: DatasetEntry) -> String {
        let draft = entry.draft
        let values = draft.values
        let parts = [
            "\(entry.place.ordinal)", values.reference ?? entry.place.printedOrdinal.map { "\($0)" },
            draft.startingStatus(asked: nil).name, values.priority?.name, values.customer, SafeText.line(draft.title),
        ]
        return parts.compactMap { $0 }.map { SafeText.line($0) }.joined(by: "  ")
    }

    /// Lines that are in no ticket, and those of sections that no name says anything of.
    package static func unplaced(_ file: DatasetFile) -> [(number: Int, text: String)] {
        var numbers = Set(file.dataset.coverage.outside.flatMap { Array($0) })
        for index in 0..<file.dataset.ticketCount {
            for warning in file.dataset.entry(at: index).warnings
            where [.unknownSection, .unplacedLine].contains(warning.code) { numbers.insert(warning.line) }
        }
        let lines = file.text.split(separator: 0x0A, omittingEmptySubsequences: false)
        return numbers.sorted().filter { $0 >= 1 && $0 <= lines.count }
            .map { ($0, String(decoding: lines[$0 - 1], as: UTF8.self)) }.filter { !$0.1.allSatisfy(\.isWhitespace) }
    }

    package static func document(_ file: DatasetFile) -> JSONValue {
        let tickets = (0..<file.dataset.ticketCount).map { index -> JSONValue in
            let entry = file.dataset.entry(at: index)
            return [
                "ordinal": .integer(Int64(entry.place.ordinal)), "title": .string(entry.draft.title),
                "ref": .optional(entry.draft.values.reference ?? entry.place.printedOrdinal.map { "\($0)" }),
                "status": .string(entry.draft.startingStatus(asked: nil).name),
                "priority": .string((entry.draft.values.priority ?? .normal).name),
            ]
        }
        return [
            "file": .string(file.name), "matched": .integer(Int64(file.dataset.coverage.matched)),
            "alike": .integer(Int64(file.dataset.coverage.lookalikes)), "tickets": .array(tickets),
            "unplaced": .array(unplaced(file).map { ["line": .integer(Int64($0.number)), "text": .string($0.text)] }),
        ]
    }
}
