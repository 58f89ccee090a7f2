import Foundation
import Testing
@testable import Presentation

@testable import Desk

/// Every file of `Transcripts/` is a test. `RECORD=1` writes what happens into the files instead.
struct TranscriptTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    private static let samples = tests.appending(path: "../../Seeds/demo").standardizedFileURL
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    private static let all: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: tests.path + "/Transcripts")
        return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()  // no folder, no names: a test below says so
    }()

    private static func build(_ name: String) -> TranscriptBuild {
        // A file that cannot be read fails in the test of it.
        let text = try? String(contentsOf: tests.appending(path: "Transcripts/" + name), encoding: .utf8)
        return TranscriptBuild(of: text ?? "")
    }

    /// One in ten is run as a person would, every command a process of its own.
    private static func isolated(_ name: String) -> Bool {
        (all.firstIndex(of: name) ?? 0) % 10 == 0
    }

    static let names = all.filter { build($0).isThis }
    static let ofAnotherBuild = all.filter { !build($0).isThis }

    @Test func `there are transcripts and the program they need`() throws {
        #expect(!Self.names.isEmpty)
        _ = try BuiltDesk.path()
    }

    @Test func `what differs by build has transcripts of this one and of the other`() {
        #expect(Self.names.contains { Self.build($0) != .every })
        #expect(!Self.ofAnotherBuild.isEmpty)
    }

    @Test(arguments: ofAnotherBuild)
    func `a transcript that this build cannot show says which one can, and why`(name: String) throws {
        guard case .only(let trait, let isThere, let reason) = Self.build(name) else {
            return #expect(Bool(false), "\(name) is of every build.")
        }
        #expect(isThere != trait.isBuiltIn)
        #expect(reason.count > 20, "\(name) does not say why it is of one build only.")
    }

    @Test(arguments: names)
    func `what a person sees is what the transcript says`(name: String) throws {
        _ = try BuiltDesk.path()
        let file = Self.tests.appending(path: "Transcripts/" + name)
        let text = try String(contentsOf: file, encoding: .utf8)
        let expected = try Transcript(text)
        let actual = try TranscriptRun(samples: Self.samples, isolates: Self.isolated(name)).replay(expected)
        if Self.isRecording {
            if actual.text != text { try actual.text.write(to: file, atomically: true, encoding: .utf8) }
        } else {
            report(actual, expected, file)
            #expect(expected.text == text, "The file is not as it would be recorded.")
        }
    }

    private func report(_ actual: Transcript, _ expected: Transcript, _ file: URL) {
        for (step, expected) in zip(actual.steps, expected.steps) {
            guard let difference = step.outcome.difference(from: expected.outcome) else { continue }
            let place = SourceLocation(
                fileID: "DeskTests/" + file.lastPathComponent, filePath: file.path, line: step.line, column: 1)
            Issue.record("$ \(step.command)\n\(difference)", sourceLocation: place)
        }
    }
}
