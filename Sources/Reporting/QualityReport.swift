import Storage
import Workflow

/// What the desk's data lacks.
package struct QualityReport: Sendable {
    /// One thing that may be wrong with a ticket.
    package enum Lack: String, CaseIterable, Sendable {
        case noCategory, noCause, placeholderCause, noDescription, noReply, answersDiffer, noTimes
    }

    package struct Line: Equatable, Sendable {
        package var lack: Lack
        package var tickets: Int
    }

    package let lines: [Line]
    package let tickets: Int

    package init(_ query: Query, _ scene: QueryScene, in db: any Transaction) throws {
        tickets = try TicketCounts.count(query, scene, where: "1 = 1", in: db)
        lines = try Lack.allCases.map { lack in
            let lacking = query.narrowed(by: lack.asking)
            return Line(lack: lack, tickets: try TicketCounts.count(lacking, scene, where: "1 = 1", in: db))
        }
    }

    func report(_ request: ReportRequest) -> Report {
        var report = Report(.quality, of: request, keys: [.lack], columns: [.count, .share, .whole])
        report.isPartition = false
        for line in lines {
            var row = Report.Row(.lack(line.lack))
            row.count(.count, line.tickets, request.asked.narrowed(by: line.lack.asking))
            row.set(.share, to: .share(line.tickets, tickets))
            row.count(.whole, tickets, request.asked)
            report.add(row)
        }
        report.total.count(.count, tickets, request.asked)
        return report
    }
}

extension QualityReport.Lack {
    /// The tickets that lack it.
    fileprivate var asking: Query {
        switch self {
        case .noCategory: .asking(.category, .none)
        case .noCause: .asking(.cause, .none)
        case .placeholderCause: .asking(.has, .part(.placeholder))
        case .noDescription: .asking(.no, .part(.description))
        case .noReply: .asking(.no, .part(.reply))
        case .answersDiffer: .asking(.has, .part(.differingAnswers))
        case .noTimes: .asking(.created, .none)
        }
    }
}
