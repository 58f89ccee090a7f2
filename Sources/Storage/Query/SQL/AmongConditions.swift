import Workflow

/// Conditions on being one of many.
extension QueryConditions {
    /// So many values stand in the statement one by one: they tell the engine how few there are. Of thousands each would be
    /// looked for among all of them.
    private static let few = 64

    /// `column IN (…)` over what Swift found; false when that is nothing.
    mutating func among(_ column: String, _ ids: [Int64]) -> String { among(column, ids.map(SQLValue.integer)) }

    mutating func amongTexts(_ column: String, _ texts: [String]) -> String { among(column, texts.map(SQLValue.text)) }

    private mutating func among(_ column: String, _ values: [SQLValue]) -> String {
        switch values.count {
        case 0: return "1 = 0"
        case 1: return "\(column) = \(bind(values[0]))"
        case _ where values.count <= Self.few:
            return "\(column) IN (\(values.map { bind($0) }.joined(by: ", ")))"
        default:
            // A set cannot hold a text with a NUL: each of these few stands by itself.
            let set = "\(column) IN \(db.rows(ofSetAt: bind(db.rowSet(of: values.filter { !$0.holdsNUL }))))"
            let others = values.filter(\.holdsNUL).map { "\(column) = \(bind($0))" }
            return others.isEmpty ? set : "(\(Self.balanced([set] + others, " OR ")))"
        }
    }
}

extension SQLValue {
    fileprivate var holdsNUL: Bool { if case .text(let text) = self { text.utf8.contains(0) } else { false } }
}
