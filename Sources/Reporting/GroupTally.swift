import Storage

/// What is counted for each value of a group and for all together, one row of a statement after another. Labels are made at the
/// end: there may be a hundred thousand rows, and a handful of groups.
struct GroupTally<Count> {
    /// Of a ticket that is in several groups, once.
    private(set) var all: Count
    private let labels: GroupLabels?
    private let empty: Count
    /// The places of the groups in `counts`, by their code.
    private var places: [Int64: Int] = [:]
    private var codes: [Int64] = []
    private var counts: [Count] = []
    private var texts: [String: Int64] = [:]
    private var names: [String] = []
    private var last: Int64?
    /// Who it was, where tickets are told apart by that, and the tickets of each.
    private let people: TicketPeople?
    private var tickets: [Int64: [Int64]] = [:]

    /// What stands for no value.
    private static var none: Int64 { .min }

    init(
        _ request: ReportRequest, startingWith empty: Count, people: TicketPeople? = nil, in db: any Transaction
    ) throws {
        let group = people == nil ? request.group : .agent
        labels = try group?.labels(request.queryContext, in: db)
        self.people = people
        self.empty = empty
        all = empty
    }

    /// Counts a ticket for the group that the first column tells.
    /// - Parameter ticket: the rows of one stand together.
    /// - Throws: `StorageError.wrongValue` when the column holds no code, or no text, of the group.
    mutating func count(_ row: any RowInPlace, ticket: Int64, _ change: (inout Count) -> Void) throws {
        if ticket != last { change(&all) }
        last = ticket
        guard let labels else { return }
        let code = try people.map { $0[ticket] } ?? code(row, labels)
        if people != nil { tickets[code, default: []].append(ticket) }
        if let place = places[code] { return change(&counts[place]) }
        places[code] = counts.count
        codes.append(code)
        counts.append(empty)
        change(&counts[counts.count - 1])
    }

    private mutating func code(_ row: any RowInPlace, _ labels: GroupLabels) throws -> Int64 {
        guard labels.group == .channel else { return try row.optionalInteger(0) ?? Self.none }
        guard let text = try row.optionalText(0) else { return Self.none }
        if let known = texts[text] { return known }
        texts[text] = Int64(names.count)
        names.append(text)
        return Int64(names.count - 1)
    }

    /// The groups by what they are called, two of the same name as one: the largest first, what has no value last.
    func sorted(
        by size: (Count) -> Int, _ join: (inout Count, Count) -> Void
    ) throws -> [(label: Label, count: Count)] {
        guard let labels else { return [] }
        var found: [Label: Count] = [:]
        for (code, count) in zip(codes, counts) {
            join(&found[try label(code, labels), default: empty], count)
        }
        return Label.mostFirst(found.map { ($0.key, $0.value) }, by: size)
    }

    /// The tickets of a row.
    func asking(_ label: Label, _ request: ReportRequest) -> Query {
        guard people != nil, let labels else { return request.group?.asking(label) ?? .everything }
        let own = tickets.filter { (try? self.label($0.key, labels)) == label }.flatMap(\.value).sorted()
        return .asking(.id, anyOf: own.map { .number($0) })
    }

    private func label(_ code: Int64, _ labels: GroupLabels) throws -> Label {
        if labels.group == .channel { return code == Self.none ? .nobody : .named(names[Int(code)]) }
        return try labels.label(code == Self.none ? nil : code)
    }
}

extension Label {
    /// The largest first; what has no name last; equal ones in the order of their bytes.
    static func mostFirst<Count>(
        _ labelled: [(label: Label, count: Count)], by size: (Count) -> Int
    ) -> [(label: Label, count: Count)] {
        labelled.sorted { a, b in
            if a.label.isNothing != b.label.isNothing { return b.label.isNothing }
            let (x, y) = (size(a.count), size(b.count))
            return x != y ? x > y : precedes(a.label, b.label)
        }
    }

    /// Whether it stands for what has no name.
    var isNothing: Bool { self == .nobody || self == .path([]) || self == .unknownTime }

    /// A fixed order of labels of one report.
    static func precedes(_ a: Label, _ b: Label) -> Bool {
        a.orderText.utf8.lexicographicallyPrecedes(b.orderText.utf8)
    }

    private var orderText: String {
        switch self {
        case .all, .nobody, .unknownTime, .band, .lack, .times: ""
        case .late(let late): String(late.rawValue)
        case .weekday(let number), .hour(let number): String(number + 10)
        case .path(let path): path.joined(by: "\u{1}")
        case .named(let name): name
        case .promise(let goal): goal.rawValue
        case .pair(let path, let name): path.joined(by: "\u{1}") + "\u{2}" + name
        case .part(let part, let whole): whole.orderText + "\u{2}" + part.orderText
        case .bucket(let name): name
        // The most urgent first, and a life in its order.
        case .priority(let priority): String(9 - priority.rawValue)
        case .status(let status): String(status.rawValue)
        case .resolution(let resolution): String(resolution.rawValue)
        }
    }
}
