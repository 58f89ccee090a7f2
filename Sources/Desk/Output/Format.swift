/// The shapes in which rows are written.
enum Format: String, CaseIterable, Sendable {
    case table, tsv, csv, json, jsonl, md, html, ids, count

    /// What is meant when nobody says: a table for people, tab-separated values for programs.
    static func usual(isTerminal: Bool) -> Format { isTerminal ? .table : .tsv }

    /// Whether it tells how many there are in all, which somebody must count.
    var tellsTotal: Bool {
        switch self {
        case .table, .json, .count: true
        case .tsv, .csv, .jsonl, .md, .html, .ids: false
        }
    }
}
