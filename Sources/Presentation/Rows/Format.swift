/// The shapes in which rows are written.
package enum Format: String, CaseIterable, Sendable {
    case table, tsv, csv, json, jsonl, md, html, xlsx, ids, count

    /// What is meant when nobody says: a table for people, tab-separated values for programs.
    package static func usual(isTerminal: Bool) -> Format { isTerminal ? .table : .tsv }

    /// Whether only some commands write it: a document, and no lines of rows.
    package var isDocument: Bool { self == .html || self == .xlsx }

    /// Whether it tells how many there are in all, which somebody must count.
    package var tellsTotal: Bool {
        switch self {
        case .table, .json, .count: true
        case .tsv, .csv, .jsonl, .md, .html, .xlsx, .ids: false
        }
    }
}
