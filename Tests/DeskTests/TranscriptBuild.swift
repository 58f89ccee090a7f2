@testable import Presentation

@testable import Desk

/// The builds of which a transcript tells. Its first line says so where a program that was built otherwise shows something
/// else: `# Only in a build without XLSX: ` and why.
enum TranscriptBuild: Equatable {
    case every
    case only(withWorkbooks: Bool, reason: String)

    init(of text: String) {
        let first = text.split(separator: "\n", maxSplits: 1).first ?? ""
        self = .every
        for (mark, withWorkbooks) in [("with", true), ("without", false)] {
            let start = "# Only in a build \(mark) XLSX:"
            guard first.hasPrefix(start) else { continue }
            self = .only(withWorkbooks: withWorkbooks, reason: String(first.dropFirst(start.count)).trimmed)
        }
    }

    /// Whether the program beside the tests is such a one.
    var isThis: Bool {
        switch self {
        case .every: true
        case .only(let withWorkbooks, _): withWorkbooks == WorkbookFile.isBuiltIn
        }
    }
}
