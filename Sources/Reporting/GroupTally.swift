import Storage

/// What is counted for each value of a group, one row of a statement after another. Labels are made at the end: there may be a
/// hundred thousand rows, and a handful of groups.
struct GroupTally<Count> {
    private let labels: GroupLabels?
    private let empty: Count
    /// The places of the groups in `counts`, by their code.
    private var places: [Int64: Int] = [:]
    private var codes: [Int64] = []
    private(set) var counts: [Count] = []
    private var texts: [String: Int64] = [:]
    private var names: [String] = []

    /// What stands for no value.
    private static var none: Int64 { .min }

    init(_ request: ReportRequest, startingWith empty: Count, in db: any Transaction) throws {
        labels = try request.group?.labels(request.scene, in: db)
        self.empty = empty
    }

    /// The count of the group that a column tells; of a request without groups there is one for all.
    mutating func count(_ row: any RowInPlace, _ column: Int, _ change: (inout Count) -> Void) {
        let code = code(row, column)
        if let place = places[code] { return change(&counts[place]) }
        places[code] = counts.count
        codes.append(code)
        counts.append(empty)
        change(&counts[counts.count - 1])
    }

    private mutating func code(_ row: any RowInPlace, _ column: Int) -> Int64 {
        guard labels?.group == .channel else { return row.integer(column) ?? Self.none }
        guard let text = row.text(column) else { return Self.none }
        if let known = texts[text] { return known }
        texts[text] = Int64(names.count)
        names.append(text)
        return Int64(names.count - 1)
    }

    /// The groups by what they are called; two of the same name are one.
    func byLabel(_ join: (inout Count, Count) -> Void) throws -> [Label: Count] {
        var found: [Label: Count] = [:]
        for (code, count) in zip(codes, counts) {
            join(&found[try label(code), default: empty], count)
        }
        return found
    }

    private func label(_ code: Int64) throws -> Label {
        guard let labels else { return .all }
        if labels.group == .channel { return code == Self.none ? .nobody : .named(names[Int(code)]) }
        return try labels.label(code == Self.none ? nil : code)
    }
}
