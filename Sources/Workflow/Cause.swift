/// How sure the desk is that a cause is the cause. The raw value is the code in the database (table `cause_state`).
package enum CauseState: Int64, CaseIterable, Sendable {
    case unverified = 1
    case suggested, confirmed, rejected

    package var name: String {
        switch self {
        case .unverified: "unverified"
        case .suggested: "suggested"
        case .confirmed: "confirmed"
        case .rejected: "rejected"
        }
    }

    package init?(name: String) {
        guard let state = CauseState.allCases.first(where: { $0.name == name }) else { return nil }
        self = state
    }
}

/// A root cause on a ticket.
package struct TicketCause: Equatable, Sendable {
    package var name: String
    package var state: CauseState
    /// The text stands where a cause should, and says that none is known.
    package var isPlaceholder: Bool
    package var isPrimary: Bool
    /// Who judged it, and when; nobody has judged what an import brought.
    package var agent: String?
    package var at: Instant?
    /// Place among the ticket's messages of the one that shows it.
    package var evidence: Int?

    package init(name: String, state: CauseState, isPlaceholder: Bool, isPrimary: Bool) {
        self.name = name
        self.state = state
        self.isPlaceholder = isPlaceholder
        self.isPrimary = isPrimary
    }

    package static func == (a: TicketCause, b: TicketCause) -> Bool {
        a.state == b.state && a.isPlaceholder == b.isPlaceholder && a.isPrimary == b.isPrimary
            && a.at == b.at && a.evidence == b.evidence && a.name.isSameText(as: b.name)
            && ExactText(a.agent ?? "") == ExactText(b.agent ?? "")
    }

    /// Whether a text of a source says "not known" instead of a cause.
    package static func isPlaceholder(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            placeholderStarts.contains { bytes.starts(with: $0) }
                || placeholders.contains { bytes.count == $0.count && bytes.starts(with: $0) }
        }
    }

    private static let placeholderStarts = utf8([
        "需要根据具体", "需根据具体", "需要进一步", "需进一步", "待进一步", "有待进一步", "无法确定", "暂时无法确定", "To be determined",
    ])
    private static let placeholders = utf8([
        "未知", "不明", "无", "暂无", "待定", "待确认", "待分析", "待排查", "待定位", "未明确", "原因不明", "原因未知", "未知原因",
        "-", "—", "N/A", "n/a", "None", "none", "Unknown", "unknown", "TBD",
    ])

    private static func utf8(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
