import Storage
import Workflow

/// What a report is asked for.
package struct ReportRequest: Sendable {
    package var kind: ReportKind
    /// What the person asked.
    package var query: Query
    package var scene: QueryScene
    package var period: ReportPeriod?
    package var bucket: Bucket.Unit?
    package var group: TicketGroup?
    package var clock = Clock.both
    /// No mean is told of fewer.
    package var leastForMean = 5
    package var calendar: WorkCalendar?
    /// What a report of one's own tells.
    package var shape = CustomShape()

    /// Which time is told.
    package enum Clock: Sendable {
        case wall, business, both
    }

    package init(_ kind: ReportKind, _ query: Query, _ scene: QueryScene) {
        self.kind = kind
        self.query = query
        self.scene = scene
    }

    /// The tickets that are counted: those of the query, in the period by the report's own date.
    package var asked: Query {
        guard let date = kind.date, let period else { return query.narrowed(by: .everything) }
        return query.narrowed(by: period.asking(date))
    }

    package func condition(_ query: Query? = nil, in db: any Transaction) throws -> TicketCondition {
        try TicketCondition(query ?? asked, scene, in: db)
    }

    /// To reckon business time with, where it is told.
    var worked: WorkedTime? { clock == .wall ? nil : calendar.map(WorkedTime.init) }

    /// The same, of the period before.
    package var before: ReportRequest? {
        guard let period else { return nil }
        var request = self
        request.period = period.before
        return request
    }
}
