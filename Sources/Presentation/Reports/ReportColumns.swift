import Reporting

extension Report {
    /// The columns that people see.
    var measuresForPeople: [Measure] {
        switch kind {
        case .category: columns.filter { $0 != .count && !Self.statuses.contains($0) }
        case .quality: columns.filter { $0 != .whole }
        default: columns
        }
    }

    /// The columns that programs read: what they can work out themselves is left out where it always was.
    var measuresForPrograms: [Measure] {
        switch kind {
        case .category: columns.filter { ![.own, .all, .share, .open, .done, .merged].contains($0) }
        case .quality: columns.filter { $0 != .share }
        case .cause: columns.filter { $0 != .topCategory }
        default: columns
        }
    }

    private static let statuses: [Measure] = [.new, .opened, .pending, .hold, .resolvedStatus, .closed]

    /// The rows that programs read. A report that tells nothing apart has one, its total.
    var rowsForPrograms: [Row] {
        if kind.takesGroup && rows.isEmpty { return [total] }
        return rows.filter { !$0.isGroup && !(kind == .cause && $0.label == .nobody && $0[.count] == .count(0)) }
    }

    /// Whether the last line of the table is that of the totals.
    var showsTotal: Bool {
        switch kind {
        case .backlog: keys != [.bucket]
        case .cause, .quality, .causeCategory, .timeInStatus, .returning: false
        default: true
        }
    }

    /// Rows that a terminal is spared: thousands of customers are for files.
    var isLong: Bool {
        switch kind {
        case .cause, .causeCategory, .customer, .agent, .team, .tag, .channel, .custom, .returning: true
        default: false
        }
    }
}

extension Measure {
    /// For programs: `count`, `responseMedianSeconds`, `2026-03`, `2026-03.count`.
    package var name: String {
        var name = baseName
        if let subject { name = subject.rawValue + name.prefix(1).uppercased() + name.dropFirst() }
        guard let column else { return name }
        let place = if case .text(let text) = column.plain { text.isEmpty ? "none" : text } else { "none" }
        return isOnly ? place : "\(place).\(name)"
    }

    private var baseName: String {
        switch plain {
        case .opened: "open"
        case .solved: "resolved"
        default: rawValue
        }
    }

    /// Whether it stands at the left, as texts do.
    var isText: Bool { self == .topCategory || self == .unlike }
}
