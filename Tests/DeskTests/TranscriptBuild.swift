import Diagnosis
@testable import Presentation

@testable import Desk

/// The builds of which a transcript tells. Its first line says so where a program that was built otherwise shows something
/// else: `# Only in a build without XLSX: ` and why.
enum TranscriptBuild: Equatable {
    case every
    case only(Trait, isThere: Bool, reason: String)

    enum Trait: String, CaseIterable {
        case workbooks = "XLSX"
        case diagnosis = "Diagnosis"

        /// Whether the program beside the tests was built with it.
        var isBuiltIn: Bool {
            switch self {
            case .workbooks: WorkbookFile.isBuiltIn
            case .diagnosis: SiteProbe.isBuiltIn
            }
        }
    }

    init(of text: String) {
        let first = text.split(separator: "\n", maxSplits: 1).first ?? ""
        self = .every
        for trait in Trait.allCases {
            for (mark, isThere) in [("with", true), ("without", false)] {
                let start = "# Only in a build \(mark) \(trait.rawValue):"
                guard first.hasPrefix(start) else { continue }
                self = .only(trait, isThere: isThere, reason: String(first.dropFirst(start.count)).trimmed)
            }
        }
    }

    /// Whether the program beside the tests is such a one.
    var isThis: Bool {
        switch self {
        case .every: true
        case .only(let trait, let isThere, _): isThere == trait.isBuiltIn
        }
    }
}
