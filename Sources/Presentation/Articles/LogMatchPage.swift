import Knowledge
import Storage
import Workflow

/// What a log shows, as a person reads it.
package struct LogMatchPage {
    private let words: Words

    package init(words: Words) { self.words = words }

    /// Lines of a log that are shown of each signature; a note in a ticket has more of them.
    package static let shownLines = 5
    package static let notedLines = 20

    /// - Parameters:
    ///   - lines: how many of each signature.
    ///   - nearest: for the first unknown groups the entry that is most like them.
    package func text(
        _ report: LogReport, _ matches: LogMatches, lines: Int = shownLines, groups: Int, nearest: [EntryRow?]
    ) -> String {
        var text = [
            words.logs.summary(matches.lineCount, report.findings.count, unknownLines(matches), matches.unknown.count)
        ]
        for finding in report.findings { text += [""] + self.lines(of: finding, lines) }
        if !matches.unknown.isEmpty {
            text += ["", words.logs.unknown(min(groups, matches.unknown.count), matches.unknown.count)]
            for (place, group) in matches.unknown.prefix(groups).enumerated() {
                text += self.lines(of: group, place < nearest.count ? nearest[place] : nil)
            }
        }
        return text.joined(by: "\n") + "\n"
    }

    /// What an internal note keeps: counts, and the first lines of each.
    package func note(_ report: LogReport, _ matches: LogMatches, of name: String, groups: Int) -> String {
        words.logs.noteHead(name) + "\n" + text(report, matches, lines: Self.notedLines, groups: groups, nearest: [])
    }

    /// One entry, with what it tells.
    package func text(_ candidate: LogReport.Candidate) -> String {
        lines(of: candidate, isAlone: true).joined(by: "\n")
    }

    private func unknownLines(_ matches: LogMatches) -> Int {
        matches.unknown.reduce(matches.ungrouped) { $0 + $1.count }
    }

    private func lines(of finding: LogReport.Finding, _ most: Int) -> [String] {
        let tally = finding.tally
        let head = words.logs.found(finding.signature.text, words.logs.grade(finding.grade), tally.lineCount)
        var lines = [safe(head)]
        for candidate in finding.candidates {
            lines += self.lines(of: candidate, isAlone: finding.candidates.count == 1)
        }
        lines += tally.first.prefix(most).map { "    " + line($0, finding.grade) }
        if let last = tally.last, tally.lineCount > most {
            lines.append("    … " + line(last, finding.grade))
        }
        return lines
    }

    /// A line is told by its grade where that is not the best one.
    private func line(_ line: LogLine, _ best: MatchGrade) -> String {
        "\(line.number)" + (line.grade == best ? "" : " (" + words.logs.grade(line.grade) + ")") + ": "
            + safe(line.text)
    }

    private func lines(of candidate: LogReport.Candidate, isAlone: Bool) -> [String] {
        let entry = candidate.entry
        var lines = ["  \(entry.label) " + safe(entry.title) + " · " + words.logs.confirmed(candidate.confirmed)]
        let roles = words.articles.roleName
        if let symptom = candidate.symptom { lines.append("    \(roles(.symptom)): " + safe(symptom)) }
        lines += candidate.causes.map { "    \(roles(.cause)): " + safe($0) }
        if let remedy = candidate.remedy { lines.append("    \(roles(.remedy)): " + safe(remedy)) }
        if !isAlone, let check = candidate.check { lines.append("    " + words.logs.tellApart + ": " + safe(check)) }
        return lines
    }

    private func lines(of group: UnknownGroup, _ nearest: EntryRow?) -> [String] {
        let place = group.count == 1 ? "\(group.firstLine)" : "\(group.firstLine)–\(group.lastLine)"
        let near = nearest.map { " · " + words.logs.nearest("\($0.label) \(SafeText.line($0.title))") } ?? ""
        return ["  \(group.count)×  " + safe(group.template), "      \(place): " + safe(group.sample) + near]
    }

    private func safe(_ text: String) -> String { TextDirection.isolated(SafeText.line(text)) }
}
