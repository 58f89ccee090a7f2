import Foundation
import Testing

/// The sessions that the READMEs show are real: the blocks marked `console` of each are one transcript.
/// `RECORD=1` writes what happens into them.
struct ReadmeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    @Test(arguments: ["README.md", "README.zh-CN.md"])
    func `the session of the README is what a person sees`(name: String) throws {
        let file = Self.root.appending(path: name)
        let text = try String(contentsOf: file, encoding: .utf8)
        let page = ConsolePage(text)
        #expect(!page.blocks.isEmpty)
        let replayed = try page.replayed(in: TranscriptRun(samples: Self.root.appending(path: "Seeds/demo")))
        if Self.isRecording {
            if replayed.text != text { try replayed.text.write(to: file, atomically: true, encoding: .utf8) }
        } else {
            #expect(replayed.text == text, "make record writes the session anew; read the diff.")
        }
    }
}

/// A page of Markdown, with its console blocks apart from the prose between them.
struct ConsolePage {
    private static let opening = "```console\n"
    private static let closing = "```\n"

    /// Prose and blocks in turn; it begins and ends with prose.
    private var pieces: [String] = []

    init(_ text: String) {
        var rest = text[...]
        while let start = rest.range(of: Self.opening), let end = rest[start.upperBound...].range(of: Self.closing) {
            pieces.append(String(rest[..<start.upperBound]))
            pieces.append(String(rest[start.upperBound..<end.lowerBound]))
            rest = rest[end.lowerBound...]
        }
        pieces.append(String(rest))
    }

    var text: String { pieces.joined() }
    var blocks: [String] { stride(from: 1, to: pieces.count, by: 2).map { pieces[$0] } }

    /// The page with what really happens when its blocks are typed, one after another, in one folder.
    func replayed(in run: TranscriptRun) throws -> ConsolePage {
        var page = self
        for index in stride(from: 1, to: pieces.count, by: 2) {
            page.pieces[index] = try run.replay(Transcript(pieces[index])).text
        }
        return page
    }
}
