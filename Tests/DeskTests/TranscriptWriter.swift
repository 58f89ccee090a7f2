extension Transcript {
    /// The file that reads as this.
    var text: String {
        var lines: [String] = []
        for (index, step) in steps.enumerated() {
            lines += step.lead
            lines += step.commandLines
            let body = step.outcome.lines
            lines += body
            let isLast = index == steps.count - 1 && closing.isEmpty
            if !isLast && (step.isFollowedByBlank || body.last == "") { lines.append("") }
        }
        return (lines + closing).map { $0 + "\n" }.joined()
    }
}

extension Transcript.Step {
    fileprivate var commandLines: [String] {
        command.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            if index == 0 { return "$ " + line }
            return line.isEmpty ? ">" : "> " + line
        }
    }
}

extension Transcript.Outcome {
    /// Output and mark as they stand in the file.
    var lines: [String] {
        var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        let hasNewline = output.isEmpty || output.hasSuffix("\n")
        if lines.last == "" { lines.removeLast() }
        lines = lines.enumerated().map { TranscriptLine.escaped($1, isFirst: $0 == 0) }
        if !hasNewline { lines.append(TranscriptLine.noNewline) }
        if let mark = TranscriptLine.text(of: mark) { lines.append(mark) }
        return lines
    }

    /// The numbered lines that are expected and missing (`-`), or there and not expected (`+`); nil when equal.
    func difference(from expected: Self) -> String? {
        guard self != expected else { return nil }
        let limit = 30
        let changes = lines.difference(from: expected.lines).map { change in
            switch change {
            case .remove(let offset, let line, _): (offset, 0, "- \(offset + 1)\t\(line)")
            case .insert(let offset, let line, _): (offset, 1, "+ \(offset + 1)\t\(line)")
            }
        }
        let shown = changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(limit).map(\.2)
        let rest = changes.count > limit ? ["… and \(changes.count - limit) more"] : []
        return (shown + rest).joined(separator: "\n")
    }
}
