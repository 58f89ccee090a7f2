import Storage

/// The reports there are; the raw value is the name people type.
package enum ReportKind: String, CaseIterable, Sendable {
    case volume, backlog, aging, response, resolution, reopen, touch, category, cause
    case causeCategory = "cause-category"
    case customer, agent, team, tag, channel
    case timeInStatus = "time-in-status"
    case handover, sla, quality, kb
    case heatMap = "heat-map"
    case returning, custom

    /// What the days of a period are about.
    package var date: Query.Field? {
        switch self {
        case .resolution, .reopen, .touch, .cause, .causeCategory, .kb: .wasResolved
        case .volume, .backlog, .sla: nil
        default: .created
        }
    }

    /// Whether tickets that came at an unknown time are missing from its periods. Promises come out at times of their own, but
    /// what was never promised goes by the creation.
    var goesByCreation: Bool { date == .created || self == .sla }

    /// Whether its rows are periods one after another.
    package var isBucketed: Bool { self == .volume || self == .backlog }

    /// Whether it may be told apart by periods and by what tickets have, and by both at once.
    package var takesBoth: Bool { isBucketed || self == .timeInStatus }

    /// What its rows are, where they are what tickets have.
    package var group: TicketGroup? {
        switch self {
        case .category: .category
        case .customer: .customer
        case .agent: .agent
        case .team: .team
        case .tag: .tag
        case .channel: .channel
        default: nil
        }
    }

    /// Who its rows may be told apart by.
    package var facts: [FactGroup] {
        switch self {
        case .response: [.author]
        case .resolution, .reopen, .touch: [.resolver]
        case .sla: [.ownerThen, .policy, .lateness]
        default: []
        }
    }

    /// Whether it can be told apart by something.
    package var takesGroup: Bool {
        switch self {
        case .response, .resolution, .reopen, .touch, .kb, .sla: true
        default: false
        }
    }

    /// The report, counted.
    package func made(_ request: ReportRequest, in db: any Transaction) throws -> Report {
        switch self {
        case .volume where request.group != nil, .backlog where request.group != nil:
            try GroupedHistory.made(request, in: db)
        case .volume: try VolumeReport.made(request, in: db)
        case .backlog: try BacklogReport.made([request], in: db)[0]
        case .aging: try AgingReport.made(request, in: db)
        case .response: try SpeedReport.response(request, in: db)
        case .resolution: try SpeedReport.resolution(request, in: db)
        case .reopen: try ReopenReport.made(request, in: db)
        case .touch: try TouchReport.made(request, in: db)
        case .category: try CategoryReport(request.asked, request.queryContext, in: db).report(request)
        case .cause: try CauseReport.made(request, in: db)
        case .causeCategory: try CauseCategoryReport.made(request, in: db)
        case .customer: try GroupReport.made(by: .customer, request, in: db)
        case .agent: try GroupReport.made(by: .agent, request, in: db)
        case .team: try GroupReport.made(by: .team, request, in: db)
        case .tag: try GroupReport.made(by: .tag, request, in: db)
        case .channel: try GroupReport.made(by: .channel, request, in: db)
        case .timeInStatus where request.group != nil || request.bucket != nil:
            try TimeInStatusByGroup.made(request, in: db)
        case .timeInStatus: try TimeInStatusReport.made(request, in: db)
        case .handover: try HandoverReport.made(request, in: db)
        case .sla: try SLAReport.made([request], in: db)[0]
        case .quality: try QualityReport.made([request], in: db)[0]
        case .kb: try AnswerReport.made(request, in: db)
        case .heatMap: try HeatMapReport.made(request, in: db)
        case .returning: try ReturningReport.made(request, in: db)
        case .custom: try CustomReport.made(request, in: db)
        }
    }

    /// One report for each of several requests that differ in their periods: of one reading where that is the same for all.
    /// - Parameter requests: of a backlog one period after another.
    func made(_ requests: [ReportRequest], in db: any Transaction) throws -> [Report] {
        switch self {
        case .backlog where requests.first?.group == nil: try BacklogReport.made(requests, in: db)
        case .volume where requests.count > 1 && requests[0].history == nil:
            try made(sharing(requests, in: db), in: db)
        case .quality: try QualityReport.made(requests, in: db)
        case .sla: try SLAReport.made(requests, in: db)
        case .response, .resolution: try SpeedReport.made(requests, in: db) ?? requests.map { try made($0, in: db) }
        default: try requests.map { try made($0, in: db) }
        }
    }

    private func sharing(_ requests: [ReportRequest], in db: any Transaction) throws -> [ReportRequest] {
        let history = try ReportHistory.shared(by: requests[0], in: db)
        return requests.map { request in
            var request = request
            request.history = history
            return request
        }
    }
}
