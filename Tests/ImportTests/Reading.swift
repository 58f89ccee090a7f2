import Foundation
import Workflow

@testable import Import

/// What a dataset says, read from a text.
func read(_ text: String) -> Dataset { Dataset(Array(text.utf8)) }

/// What is counted of a text while its tickets pass.
func tally(_ text: String, asked: Status? = nil) -> FileTally {
    var tally = FileTally(asked: asked)
    for entry in read(text).entries { tally.add(entry, entry.draft.messages) }
    return tally
}

extension Dataset {
    var entries: [DatasetEntry] { (0..<ticketCount).map { entry(at: $0) } }
    var drafts: [TicketDraft] { entries.map(\.draft) }
    var codes: [DatasetWarning.Code] { warnings.map(\.code) }
}

/// Proves that no line of a ticket is lost: each stands in a field, or names one.
enum LinesAccounted {
    /// Lines of the tickets whose letters and digits are found in no field.
    static func lost(in dataset: Dataset, _ bytes: [UInt8]) -> [String] {
        dataset.entries.flatMap { entry in
            let told = letters(fields(of: entry.draft))
            let lines = bytes[entry.place.bytes].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
            return lines.filter { !isTold($0, told) }
        }
    }

    /// The line as it is, without its marker or speaker, or without its label, is in some field; a bare name is structure.
    private static func isTold(_ line: String, _ told: [UInt8]) -> Bool {
        let whole = letters(line)
        if whole.isEmpty || contains(told, whole) { return true }
        var rest = Substring(line.drop { "#->*+•· \t\u{3000}|【0123456789.、)）".contains($0) })
        if contains(told, letters(String(rest))) { return true }
        let name = rest.prefix { !":：】*|".contains($0) }
        rest = rest.dropFirst(name.count)
        let isName = name.utf8.count <= 60
        let parts = rest.split(whereSeparator: { "｜|＞>→；".contains($0) })
        return isName && parts.allSatisfy { contains(told, letters(String($0))) }
    }

    private static func fields(of draft: TicketDraft) -> String {
        var parts = [draft.title, draft.statusText ?? "", draft.description ?? ""]
        parts += draft.categoryPath + draft.answers + draft.rootCauses + draft.turns.map(\.body)
        parts += draft.extra.flatMap { [$0.name, $0.text] }
        let values = draft.values
        parts += [values.reference, values.priorityText, values.priority?.name, values.customer, values.assignee]
            .compactMap { $0 }
        parts += values.tags + draft.notes.map(\.body) + (draft.turns + draft.notes).compactMap(\.author)
        // A time as the samples write it.
        parts += [values.createdAt, values.closedAt].compactMap { time in
            time.map { String(TimeText.local($0.milliseconds, offset: 0)) }
        }
        return parts.joined(separator: "\n")
    }

    private static func letters(_ text: String) -> [UInt8] {
        var letters: [UInt8] = []
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            letters += Array(String(scalar).utf8)
        }
        return letters
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard !part.isEmpty else { return true }
        return text.withUnsafeBufferPointer { text in
            part.withUnsafeBufferPointer { memmem(text, $0) }
        }
    }

    private static func memmem(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= part.count else { return false }
        for start in 0...(text.count - part.count) where text[start] == part[0] {
            if memcmp(text.baseAddress! + start, part.baseAddress!, part.count) == 0 { return true }
        }
        return false
    }
}
