/// A part of a help topic: a heading, sentences, and names with what they mean.
package struct HelpSection: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        var name: String
        var meaning: String

        init(_ name: String, _ meaning: String) {
            self.name = name
            self.meaning = meaning
        }
    }

    var heading: String
    var lines: [String] = []
    var rows: [Row] = []

    init(_ heading: String, _ lines: [String] = [], rows: [Row] = []) {
        self.heading = heading
        self.lines = lines
        self.rows = rows
    }

    /// The text for a page that is `width` columns wide.
    func text(width: Int) -> String {
        let room = min(28, rows.map { DisplayWidth.of($0.name) }.max() ?? 0)
        let table = rows.flatMap { row -> [String] in
            let name = DisplayWidth.of(row.name)
            let told = LineWrap.lines(of: row.meaning, width: max(20, width - room - 4))
            let first = name > room ? ["  " + row.name] : []
            return first
                + told.enumerated().map { place, line in
                    let left = place == 0 && name <= room ? DisplayWidth.padded(row.name, to: room) : ""
                    let start = "  " + DisplayWidth.padded(left, to: room) + "  " + line
                    return line.isEmpty ? "  " + row.name : start
                }
        }
        let sentences = lines.flatMap { line in
            LineWrap.lines(of: line, width: max(20, width - 2)).map { $0.isEmpty ? "" : "  " + $0 }
        }
        return (LineWrap.lines(of: heading, width: width) + sentences + table).joined(by: "\n") + "\n"
    }
}

/// What `desk help TOPIC` tells. What can be counted in it, as fields, flags and codes, is read from the tables by which the program
/// works; only the sentences around it are written here.
package enum HelpPage: String, CaseIterable, Sendable {
    case query, dates, output
    case exitCodes = "exit-codes"
    case statuses, sla, `import`, privacy

    package func text(_ language: Language, width: Int = 80) -> String {
        sections(language).map { $0.text(width: width) }.joined(by: "\n")
    }

    private func sections(_ language: Language) -> [HelpSection] {
        let prose = language == .chinese ? HelpProse.chinese : HelpProse.english
        return switch self {
        case .query: QueryHelp(prose: prose).sections
        case .dates: DateHelp(prose: prose).sections
        case .output: OutputHelp(prose: prose).sections
        case .exitCodes: ExitCodeHelp(prose: prose).sections
        case .statuses: StatusHelp(prose: prose).sections
        case .sla: SLAHelp(prose: prose).sections
        case .import: ImportHelp(prose: prose).sections
        case .privacy: PrivacyHelp(prose: prose).sections
        }
    }
}
