import ArgumentParser
import Foundation
import Testing
import Workflow
@testable import Presentation

@testable import Desk

/// Every command answers in JSON or refuses it. `Documents/commands.txt` says how; a command that is not there fails here.
struct EveryAnswerTests {
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    // A file that cannot be read fails in the first test.
    private static let lines = (try? AnswerLines().lines) ?? []
    /// The lines that make the golden files.
    private static let golden = Document.all.compactMap { document in lines.first { $0.document == document.name } }

    /// The words of each command that does something, as `Desk` lists them.
    private static func commands(of command: any ParsableCommand.Type, _ path: [String] = []) -> [[String]] {
        let below = command.configuration.allSubcommands
        guard !below.isEmpty else { return [path] }
        return below.flatMap { commands(of: $0, path + [$0._commandName]) }
    }

    @Test func `every command of the program is tried`() throws {
        let tried = try AnswerLines().lines.map { line in
            line.words.split(separator: " ").map { String($0) }.drop { $0.hasPrefix("-") }
        }
        let missing = Self.commands(of: Desk.self).filter { path in !tried.contains { $0.starts(with: path) } }
        #expect(missing.map { $0.joined(separator: " ") } == [])
    }

    @Test(arguments: lines)
    func `a command answers JSON with one document that is listed, or refuses`(line: AnswerLines.Line) throws {
        let result = try AnswerDesk.copy().run(line.script(format: "--json"))
        guard !line.isRefused else {
            #expect(result.ending == .exit(64))
            return #expect(result.output.isEmpty)
        }
        let value = try Self.document(in: result, of: line)
        #expect(value["schema"]?.text?.split(separator: "/").first.map { String($0) } == line.document)
        let check = line.words.contains("jsonl") ? DocumentCheck(line: value) : DocumentCheck(value)
        #expect(check.faults == [])
    }

    @Test(arguments: lines.filter { $0.document != "desk.error" && $0.document != "desk.documents" })
    func `as lines of JSON every line is a document that is listed, or the command refuses`(
        line: AnswerLines.Line
    ) throws {
        let result = try AnswerDesk.copy().run(line.script(format: "--format jsonl"))
        guard result.ending != .exit(64) else { return #expect(result.output.isEmpty) }
        #expect(result.ending == .exit(0), "\(result.errorText)")
        for text in result.output.split(separator: 0x0A) {
            #expect(DocumentCheck(line: try JSONReader.value(of: Array(text))).faults == [])
        }
    }

    @Test func `every document has a golden file, and every golden file a document`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: AnswerLines.folder.path)
            .filter { $0.hasSuffix(".json") }.sorted()
        #expect(files == Document.all.map { $0.name + ".json" }.sorted())
        #expect(Self.golden.count == Document.all.count)
    }

    @Test(arguments: golden)
    func `what a document says of the small desk is its golden file`(line: AnswerLines.Line) throws {
        let desk = try AnswerDesk.copy()
        let value = try Self.document(in: try desk.run(line.script(format: "--json")), of: line)
        let text = desk.readable(ReadableJSON.text(value)) + "\n"
        let file = AnswerLines.folder.appending(path: line.document + ".json")
        if Self.isRecording { return try text.write(to: file, atomically: true, encoding: .utf8) }
        #expect(text == (try String(contentsOf: file, encoding: .utf8)))
    }

    /// What a command printed: on the error stream where it is an error.
    private static func document(in result: DeskProcess.Result, of line: AnswerLines.Line) throws -> JSONValue {
        guard line.document == "desk.error" else {
            try #require(result.ending == .exit(0), "\(result.errorText)")
            return try JSONReader.value(of: result.output)
        }
        return try JSONReader.value(of: Array(try #require(result.errors.split(separator: 0x0A).last)))
    }
}
