import Storage
import Workflow

/// From when on the desk knows what it tells: before it began only what imports say of themselves is known, and before the
/// first of these nothing, which is not zero.
struct DeskKnowledge {
    /// The first day of the desk.
    let beginning: Int?
    /// The first day on which any ticket came.
    private let first: Int?

    init(_ request: ReportRequest, in db: any Transaction) throws {
        let zone = request.queryContext.zone
        func day(_ instant: Int64) -> Int { WorkCalendar.day(ofLocal: zone.local(instant)) }
        beginning = try OperationLog.beginning(in: db).map { day($0.milliseconds) }
        let sql = "SELECT MIN(created_at) FROM ticket WHERE removal <> \(Removal.undone.rawValue)"
        first = try db.row(sql)?.optionalInteger(0).map(day)
    }

    func knowsNothing(of period: ReportPeriod) -> Bool {
        guard let known = [beginning, first].compactMap({ $0 }).min() else { return true }
        return period.last < known
    }

    /// - Parameter late: tickets that were entered with an earlier time than that at which they came to the desk.
    func remarks(before period: ReportPeriod, late: Int) -> [Remark] {
        var remarks: [Remark] = []
        if let beginning, period.first < beginning { remarks.append(.fromImports(ReportPeriod.text(beginning))) }
        if late > 0 { remarks.append(.enteredLater(late)) }
        return remarks
    }
}
