import Foundation
import Storage
import Testing
import Workflow

@testable import Import

/// What use has shown, where it is at hand: `CASES_DATA` names the folder of small files with the right reading beside them, and
/// `make test` sets it. It is not part of the project. `make cases` compares the texts; here are the other values, by name.
@Suite(.enabled(if: CaseFile.folder != nil, "CASES_DATA names no folder: the cases of imports are not read"))
struct CaseTests {
    @Test func `every value beside a case is the ticket's own`() throws {
        var seen: Set<String> = []
        for (file, expected) in try CaseFile.all() {
            let bytes = Array(try Data(contentsOf: try #require(CaseFile.folder).appending(path: file)))
            let desk = try ImportDesk()
            var importer = Importer(context: desk.context, form: .tickets)
            importer.reading.zone = .utc
            try importer.run([Importer.Source(path: file, bytes: bytes)], into: desk.store) { _ in }
            let tickets = try desk.tickets.sorted { $0.ticket.source?.ordinal ?? 0 < $1.ticket.source?.ordinal ?? 0 }
            #expect(tickets.count == expected.count, "\(file)")
            for (ticket, wanted) in zip(tickets, expected) {
                for (name, value) in wanted.values {
                    seen.insert(name)
                    #expect(
                        try CaseFile.value(name, of: ticket, desk) == value, "\(file) ticket \(wanted.ordinal) \(name)")
                }
            }
        }
        #expect(seen == ["printed", "status", "priority", "customer", "assignee", "tags", "ref", "createdAt", "notes"])
    }

    @Test func `files that are not understood leave nothing`() throws {
        for file in try CaseFile.without() {
            let bytes = Array(try Data(contentsOf: try #require(CaseFile.folder).appending(path: file)))
            #expect(!Dataset(bytes).coverage.isUnderstood, "\(file)")
        }
    }
}

private struct CaseFile {
    static let folder = ProcessInfo.processInfo.environment["CASES_DATA"].map { URL(filePath: $0) }

    var ordinal: Int
    /// As texts, by name.
    var values: [String: String]

    /// The files with tickets, each with what is expected of them in order.
    static func all() throws -> [(file: String, tickets: [CaseFile])] {
        let folder = try #require(folder)
        let lines = try String(contentsOf: folder.appending(path: "expected.jsonl"), encoding: .utf8).split(
            separator: "\n")
        var files: [(file: String, tickets: [CaseFile])] = []
        for line in lines {
            let json = try JSONReader.value(of: Array(line.utf8))
            let file = try #require(json["file"]?.text)
            let ticket = CaseFile(ordinal: Int(json["ordinal"]?.integer ?? 0), values: values(of: json))
            if files.last?.file == file {
                files[files.count - 1].tickets.append(ticket)
            } else {
                files.append((file, [ticket]))
            }
        }
        return files
    }

    static func without() throws -> [String] {
        let known = Set(try all().map(\.file) + ["README.md", "dialects.md", "expected.jsonl"])
        return try FileManager.default.contentsOfDirectory(atPath: try #require(folder).path).filter {
            !known.contains($0)
        }
    }

    private static func values(of json: JSONValue) -> [String: String] {
        var values: [String: String] = [:]
        for name in ["status", "priority", "customer", "assignee", "ref", "createdAt"] {
            values[name] = json[name]?.text
        }
        for name in ["printed", "notes"] { values[name] = json[name]?.integer.map { "\($0)" } }
        if case .array(let tags) = json["tags"] ?? .null {
            values["tags"] = tags.compactMap(\.text).joined(separator: ",")
        }
        values["createdAt"] = values["createdAt"].map(time)
        return values
    }

    /// A time that names no zone is here one of UTC, as the desk's.
    private static func time(_ text: String) -> String {
        let bare = text.hasSuffix("Z") ? String(text.dropLast()) : text
        return bare.count == 10 ? bare + "T00:00:00Z" : bare.count == 16 ? bare + ":00Z" : bare + "Z"
    }

    static func value(_ name: String, of record: TicketRecord, _ desk: ImportDesk) throws -> String? {
        let ticket = record.ticket
        switch name {
        case "status": return ticket.status.name
        case "priority": return ticket.priority.name
        case "customer": return ticket.customer
        case "assignee": return ticket.assignee
        case "ref": return record.fields.first { $0.name == "ref" }?.text
        case "createdAt": return ticket.createdAt.map { TimeText.rfc3339($0.milliseconds, offset: 0) }
        case "notes": return "\(record.notes.count)"
        case "tags": return record.tags.joined(separator: ",")
        case "printed":
            return "\(try desk.number("SELECT printed FROM ticket_source WHERE ticket_id = \(ticket.number.rawValue)"))"
        default: return nil
        }
    }
}
