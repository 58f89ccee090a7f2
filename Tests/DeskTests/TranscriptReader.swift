extension Transcript {
    /// - Throws: `TranscriptError` for a line that is neither comment, command nor output of one.
    init(_ text: String) throws {
        var reader = TranscriptReader(text)
        self = try reader.transcript()
    }
}

/// Reads a transcript from top to bottom.
private struct TranscriptReader {
    private let lines: [String]
    private var at = 0

    init(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        if lines.last == "" { lines.removeLast() }
        self.lines = lines
    }

    mutating func transcript() throws -> Transcript {
        var steps: [Transcript.Step] = []
        while true {
            let lead = take { $0.isEmpty || TranscriptLine.isComment($0) }
            guard at < lines.count else { return Transcript(steps: steps, closing: lead) }
            steps.append(try step(lead))
        }
    }

    private mutating func step(_ lead: [String]) throws -> Transcript.Step {
        let line = at + 1
        guard TranscriptLine.isCommand(lines[at]) else {
            throw TranscriptError(line: line, reason: "neither a command nor a comment")
        }
        at += 1
        let more = take { TranscriptLine.isContinuation($0) }
        let command = ([lines[line - 1]] + more).map { String($0.dropFirst(2)) }.joined(separator: "\n")
        var body = take { !TranscriptLine.isCommand($0) && !TranscriptLine.isComment($0) }
        let isFollowedByBlank = at < lines.count && body.last == ""
        if isFollowedByBlank { body.removeLast() }
        return Transcript.Step(
            line: line, lead: lead, command: command, outcome: outcome(body), isFollowedByBlank: isFollowedByBlank)
    }

    private func outcome(_ body: [String]) -> Transcript.Outcome {
        var body = body
        let mark = body.last.flatMap { TranscriptLine.mark($0) }
        if mark != nil { body.removeLast() }
        let hasNewline = body.last != TranscriptLine.noNewline
        if !hasNewline { body.removeLast() }
        let text = body.map { TranscriptLine.unescaped($0) }.joined(separator: "\n")
        return Transcript.Outcome(output: hasNewline && !body.isEmpty ? text + "\n" : text, mark: mark ?? .exit(0))
    }

    private mutating func take(while isWanted: (String) -> Bool) -> [String] {
        let start = at
        while at < lines.count, isWanted(lines[at]) { at += 1 }
        return Array(lines[start..<at])
    }
}
