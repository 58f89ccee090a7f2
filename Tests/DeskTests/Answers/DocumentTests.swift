import Foundation
import Testing
import Workflow
@testable import Presentation

/// The list of documents.
struct DocumentTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources").standardizedFileURL

    /// Every Swift file of the program with its text.
    private static func files() throws -> [(path: String, text: String)] {
        let found = try #require(FileManager.default.enumerator(atPath: sources.path))
        return try found.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map {
            ($0, try String(contentsOf: sources.appending(path: $0), encoding: .utf8))
        }
    }

    @Test func `names are told apart and follow one form`() {
        #expect(Set(Document.all.map(\.name)).count == Document.all.count)
        #expect(Document.all.allSatisfy { $0.name.wholeMatch(of: #/desk(\.[a-zA-Z-]+)+/#) != nil && $0.version > 0 })
        #expect(Document.all.allSatisfy { $0.about.hasSuffix(".") })
    }

    @Test func `every document that stands in the folder is in the list`() throws {
        let declared = try Self.files().filter { $0.path.contains("/Documents/") }
            .flatMap { $0.text.matches(of: #/package static let (\w+) = Document\(/#).map { String($0.output.1) } }
        // Each list of `Document+All.swift` names them, and reports come from their kinds.
        let all = try #require(try Self.files().first { $0.path.hasSuffix("Document+All.swift") }).text
        let named = Set(all.matches(of: #/\w+/#).map { String($0.output) })
        #expect(declared.count > 50)
        #expect(declared.filter { !named.contains($0) } == [])
        #expect(Document.all.count == declared.count + 23)
    }

    @Test func `no other file makes a document or writes a schema of its own`() throws {
        for (path, text) in try Self.files() where !path.contains("/Documents/") {
            #expect(text.firstMatch(of: #/"desk\.[a-zA-Z.]+\/\d/#) == nil, "\(path) names a schema")
            #expect(text.firstMatch(of: #/\bDocument\(/#) == nil, "\(path) makes a document")
            #expect(text.firstMatch(of: #/"schema":/#) == nil, "\(path) writes the key schema")
        }
    }

    @Test func `the same thing has the same name everywhere`() {
        let refused: Set<String> = ["$", "createdTime", "ticketNumber", "ticketId"]
        for document in Document.all {
            let names = Self.names(document.keys)
            #expect(names.filter { refused.contains($0.name) }.map(\.name) == [], "\(document.name)")
            let times = names.filter { $0.kind == .time && !["at", "asOf", "from", "to", "until"].contains($0.name) }
            #expect(times.filter { !$0.name.hasSuffix("At") }.map(\.name) == [], "\(document.name)")
        }
    }

    private static func names(_ keys: [Document.Key]) -> [Document.Key] { keys + keys.flatMap { names($0.keys) } }

    @Test func `old names of fields go on working`() throws {
        let fields = ["number", "createdAt", "dueAt"].map { RowField($0, .text, column: Column(heading: $0)) }
        let rows = Rows(.tickets, fields: fields, entries: [])
        #expect(try rows.selecting(["id", "due", "created"]).selection == [0, 2, 1])
        #expect(throws: FieldError.self) { try rows.selecting(["ids"]) }
    }
}
