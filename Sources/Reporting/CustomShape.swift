import Storage

/// What a report of one's own tells: of which tickets, and what of them.
package struct CustomShape: Equatable, Sendable {
    package var rows = TicketAxis.group(.category)
    package var columns: TicketAxis?
    package var values = [CustomValue.count]

    package init() {}

    /// Whether one statement counts all of it.
    var isCounted: Bool { values.allSatisfy { $0.subject == nil } }
}

/// What tickets are told apart by: something they have, or when they came.
package enum TicketAxis: Hashable, Sendable {
    case group(TicketGroup)
    case time(Bucket.Unit)
    /// A custom field, by its name.
    case field(String)

    package static let names = TicketGroup.allCases.map(\.rawValue) + Bucket.Unit.allCases.map(\.rawValue)

    package init?(_ name: String) {
        if let group = TicketGroup(rawValue: name) {
            self = .group(group)
        } else if let unit = Bucket.Unit(rawValue: name) {
            self = .time(unit)
        } else if let dot = name.firstIndex(of: "."), Query.Field(name: String(name[..<dot])) == .custom {
            let name = String(name[name.index(after: dot)...])
            if name.isEmpty { return nil }
            self = .field(name)
        } else {
            return nil
        }
    }

    package var unit: Bucket.Unit? { if case .time(let unit) = self { unit } else { nil } }
    package var group: TicketGroup? { if case .group(let group) = self { group } else { nil } }

    package var field: String? { if case .field(let name) = self { name } else { nil } }

    var key: ReportKey { field == nil ? group?.key ?? .bucket : .field }

    /// Whether a ticket may stand in several rows.
    var isMany: Bool { group?.isMany ?? false }
}

/// What is told of the tickets of a row.
package enum CustomValue: Hashable, Sendable {
    case count
    /// Of all tickets of the report.
    case share
    case length(Statistic, Measure.Subject)

    package enum Statistic: String, CaseIterable, Sendable {
        case n, median, p90, mean, max
    }

    package static let names =
        ["count", "share"]
        + Statistic.allCases.flatMap { one in Measure.Subject.allCases.map { "\(one.rawValue)(\($0.rawValue))" } }

    /// `count`, `share`, `p90(resolution)`
    package init?(_ name: String) {
        switch name {
        case "count": self = .count
        case "share": self = .share
        default:
            let parts = name.split(separator: "(")
            guard parts.count == 2, name.last == ")", let statistic = Statistic(rawValue: String(parts[0])),
                let subject = Measure.Subject(rawValue: String(parts[1].dropLast()))
            else { return nil }
            self = .length(statistic, subject)
        }
    }

    var subject: Measure.Subject? { if case .length(_, let subject) = self { subject } else { nil } }

    func measure(isWork: Bool) -> Measure {
        switch self {
        case .count: .count
        case .share: .share
        case .length(.n, let subject): Measure.measured.of(subject)
        case .length(.median, let subject): (isWork ? Measure.businessMedian : .median).of(subject)
        case .length(.p90, let subject): (isWork ? Measure.businessP90 : .p90).of(subject)
        case .length(.mean, let subject): (isWork ? Measure.businessMean : .mean).of(subject)
        case .length(.max, let subject): (isWork ? Measure.businessLongest : .longest).of(subject)
        }
    }
}
