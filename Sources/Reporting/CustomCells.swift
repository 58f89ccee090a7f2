import Storage
import Workflow

/// What a report of one's own is made of: the tickets of each row and column, and of each alone.
struct CustomCells {
    /// What is known of some tickets.
    struct Tally {
        var count = 0
        private var lengths: [Measure.Subject: [Int64]] = [:]

        subscript(subject: Measure.Subject) -> [Int64] { lengths[subject] ?? [] }

        mutating func add(_ length: Int64, _ subject: Measure.Subject) { lengths[subject, default: []].append(length) }

        mutating func add(_ other: Tally) {
            count += other.count
            lengths.merge(other.lengths, uniquingKeysWith: +)
        }
    }

    private struct Place: Hashable {
        var row: Label
        var column: Label
    }

    private(set) var rows: [Label] = []
    private(set) var columns: [Label] = []
    private let line: TimeAxis?

    /// More than anybody reads, and than every row should hold.
    static let mostColumns = 200
    private var tallies: [Place: Tally] = [:]

    /// `.all` stands for all rows or all columns.
    subscript(row: Label, column: Label) -> Tally { tallies[Place(row: row, column: column)] ?? Tally() }

    init(_ request: ReportRequest, in db: any Transaction) throws {
        let shape = request.shape
        let unit = shape.rows.unit ?? shape.columns?.unit
        line = try unit.map { try TimeAxis($0, request, in: db) }
        let axes = [shape.rows] + [shape.columns].compactMap { $0 }
        let reading = CustomReading(request: request, line: line)
        for (labels, tally) in try reading.tallies(axes, in: db) {
            add(tally, at: Place(row: labels[0], column: labels.count > 1 ? labels[1] : .all))
        }
        if let columns = shape.columns {
            let cells = tallies
            try addSums(of: shape.rows, over: columns, of: cells, \.row, reading, in: db) {
                Place(row: $0, column: .all)
            }
            try addSums(of: columns, over: shape.rows, of: cells, \.column, reading, in: db) {
                Place(row: .all, column: $0)
            }
        }
        try addWhole(axes, reading, in: db)
        rows = ordered(shape.rows, Set(tallies.keys.map(\.row))) { self[$0, .all].count }
        if let columns = shape.columns {
            self.columns = ordered(columns, Set(tallies.keys.map(\.column))) { self[.all, $0].count }
            let most = Self.mostColumns
            guard self.columns.count <= most else {
                throw UsageError.report(.tooManyColumns(self.columns.count, most: most))
            }
        }
    }

    private mutating func add(_ tally: Tally, at place: Place) { tallies[place, default: Tally()].add(tally) }

    /// What all of one axis have together, for each of the other. Of a ticket that stands in several places only one
    /// may be added up: these are read again.
    private mutating func addSums(
        of axis: TicketAxis, over summed: TicketAxis, of cells: [Place: Tally], _ label: KeyPath<Place, Label>,
        _ reading: CustomReading, in db: any Transaction, _ place: (Label) -> Place
    ) throws {
        guard summed.isMany else {
            for (cell, tally) in cells { add(tally, at: place(cell[keyPath: label])) }
            return
        }
        for (labels, tally) in try reading.tallies([axis], in: db) { add(tally, at: place(labels[0])) }
    }

    private mutating func addWhole(_ axes: [TicketAxis], _ reading: CustomReading, in db: any Transaction) throws {
        let whole = Place(row: .all, column: .all)
        let parts =
            axes.contains(where: \.isMany)
            ? try reading.tallies([], in: db).map(\.tally)
            : tallies.filter { $0.key.row != .all && $0.key.column == .all }.map(\.value)
        for part in parts { add(part, at: whole) }
    }

    /// Times one after another, what is not known last; everything else the most first.
    private func ordered(_ axis: TicketAxis, _ found: Set<Label>, _ count: (Label) -> Int) -> [Label] {
        if axis.unit != nil, let line {
            let isUnknown = found.contains(.unknownTime)
            return line.buckets.map { .bucket($0.name) } + (isUnknown ? [.unknownTime] : [])
        }
        return Label.mostFirst(found.subtracting([.all]).map { ($0, count($0)) }, by: \.self).map(\.label)
    }

    /// The tickets of a row or a column.
    func asking(_ label: Label, _ axis: TicketAxis) -> Query {
        switch label {
        case .all: .everything
        case .unknownTime: .asking(.created, .none)
        case .bucket(let name): line?.periods[name].map { $0.asking(.created) } ?? .everything
        case .named(let value) where axis.field != nil: .asking(field: axis.field ?? "", value)
        case .nobody where axis.field != nil: .asking(field: axis.field ?? "", nil)
        default: axis.group?.asking(label) ?? .everything
        }
    }

    /// The tickets of which the length is known.
    static func measured(_ subject: Measure.Subject) -> Query {
        switch subject {
        case .response: .asking(.replyTime, .any)
        case .resolution:
            .asking(.status, anyOf: [.status(.resolved), .status(.closed)]).narrowed(by: .asking(.resolutionTime, .any))
        }
    }
}

/// The periods one after another in which tickets came.
struct TimeAxis {
    let buckets: [Bucket]
    let periods: [String: ReportPeriod]
    let line: BucketLine
    var spans: [Range<Int64>] { line.spans }

    init(_ unit: Bucket.Unit, _ request: ReportRequest, in db: any Transaction) throws {
        let period = try request.period ?? Self.known(request, in: db)
        let buckets = try period.map { try Bucket.all(unit, in: $0) } ?? []
        self.buckets = buckets
        periods = Dictionary(buckets.map { ($0.name, $0.period) }) { first, _ in first }
        line = BucketLine(buckets, request.queryContext.zone)
    }

    /// From the first ticket to today, or to the last where that came later.
    private static func known(_ request: ReportRequest, in db: any Transaction) throws -> ReportPeriod? {
        guard let extent = try CreationCounts.extent(request.query, request.queryContext, in: db) else { return nil }
        return ReportPeriod.since(extent.first, upTo: extent.last, request.queryContext)
    }
}
