import Reporting
import Storage
import Workflow

extension Words.Report {
    package static let english = Words.Report(
        total: "ALL", noCategory: "(no category)", nobody: "(none)", unknownTime: "(time unknown)",
        part: { "\($0) of \($1) days" },
        key: { englishKey($0) }, heading: { englishHeading($0, $1) },
        subject: { "\($0.rawValue.uppercased()) \($1)" }, title: { englishTitle($0) },
        during: { date, days, zone in
            switch date {
            case .created: ", created \(days) (\(zone))"
            case .wasResolved: ", resolved \(days) (\(zone))"
            default: ", \(days) (\(zone))"
            }
        },
        of: { "\($0) — \($1)" }, moreRows: { "\($0) of \($1) rows shown — --format tsv for all" },
        notShown: { "not shown here: \($0.joined(by: ", ")) — widen the window, or --format tsv for all" },
        remark: { englishRemark($0) },
        length: { LengthText(units: ["d", "h", "m", "s"], gap: " ").text($0, isWork: $1) },
        between: { "from \($0) to \($1)" },
        band: { band in
            if band == .unknown { return "unknown" }
            return band.to.map { "\(band.from)–\($0) days" } ?? "\(band.from) days and more"
        },
        weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        late: { late in
            switch late {
            case .hour: "up to 1 hour late"
            case .fourHours: "1 to 4 hours late"
            case .day: "4 to 24 hours late"
            case .longer: "more than a day late"
            }
        },
        lackName: { englishName(of: $0) }, metrics: englishMetrics, pages: .english, workbook: .english)

    private static func englishKey(_ key: ReportKey) -> String {
        switch key {
        case .category: "CATEGORY"
        case .cause: "CAUSE"
        case .lack: "WHAT IS LACKING"
        case .bucket: "PERIOD"
        case .status: "STATUS"
        case .age: "AGE"
        case .handovers: "HANDOVERS"
        case .customer: "CUSTOMER"
        case .org: "ORGANISATION"
        case .agent: "AGENT"
        case .team: "TEAM"
        case .tag: "TAG"
        case .channel: "CHANNEL"
        case .priority: "PRIORITY"
        case .resolution: "RESOLUTION"
        case .promise: "PROMISE"
        case .author: "ANSWERED BY"
        case .resolver: "RESOLVED BY"
        case .ownerThen: "WHOSE IT WAS"
        case .policy: "POLICY"
        case .lateness: "HOW LATE"
        case .weekday: "DAY"
        case .field: "FIELD"
        case .hour: "HOUR"
        case .all: ""
        }
    }

    private static func englishHeading(_ measure: Measure, _ kind: ReportKind) -> String {
        switch measure {
        case .count: kind == .cause || kind == .causeCategory ? "ALL" : kind == .backlog ? "OPEN" : "TICKETS"
        case .own: "OWN"
        case .all, .whole: "ALL"
        case .share: "SHARE"
        case .open: "OPEN"
        case .done, .resolvedStatus, .solved: "RESOLVED"
        case .new: "NEW"
        case .opened: "IN WORK"
        case .pending: "PENDING"
        case .hold: "ON HOLD"
        case .closed: "CLOSED"
        case .confirmed: "CONFIRMED"
        case .unverified: "UNVERIFIED"
        case .topCategory: "MOST IN"
        case .unlike: "!"
        case .created: "CREATED"
        case .reopened: "REOPENED"
        case .merged: "MERGED"
        case .net: "NET"
        case .unassigned: "UNASSIGNED"
        case .tickets: "TICKETS"
        case .measured: "MEASURED"
        case .rate: "RATE"
        case .events: "REOPENINGS"
        case .per100: "PER 100"
        case .answered: "WITH A KNOWN ANSWER"
        case .oneTouch: "ONE ANSWER"
        case .repliesMean: "ANSWERS EACH"
        case .met: "MET"
        case .breached: "BREACHED"
        case .unanswered: "UNANSWERED"
        case .running: "RUNNING"
        case .paused: "PAUSED"
        case .unmeasured: "NOT MEASURED"
        case .previous: "BEFORE"
        case .change: "CHANGE"
        case .atOnce: "CALLS"
        case .within1h: "≤ 1 H"
        case .within4h: "≤ 4 H"
        case .within8h: "≤ 8 H"
        case .ofMerged: "OF MERGED"
        case .ofTrashed: "OF TRASHED"
        default: englishLength(measure)
        }
    }

    private static func englishLength(_ measure: Measure) -> String {
        switch measure {
        case .median: "MEDIAN"
        case .p90: "P90"
        case .mean: "MEAN"
        case .longest: "LONGEST"
        case .sum: "IN ALL"
        case .businessMedian: "MEDIAN (WORK)"
        case .businessP90: "P90 (WORK)"
        case .businessMean: "MEAN (WORK)"
        case .businessLongest: "LONGEST (WORK)"
        case .businessSum: "IN ALL (WORK)"
        default: measure.rawValue.uppercased()
        }
    }

    private static func englishTitle(_ report: Reporting.Report) -> String {
        let count = Int(report.total[.count].number ?? report.total[.tickets].number ?? 0)
        let resolved = Int(report.total[.solved].number ?? 0)
        switch report.kind {
        case .volume: return "What came and went" + englishBy(report)
        case .backlog: return "Open at the end of each period" + englishBy(report)
        case .aging: return "Tickets by age: \(count)"
        case .response: return "First answer to \(counted(count, "ticket"))" + englishPerson(report)
        case .resolution: return englishSpan(report.resolution) + counted(count, "ticket") + englishPerson(report)
        case .reopen: return "What came back of \(counted(resolved, "resolved ticket"))" + englishPerson(report)
        case .touch: return "Answers to \(counted(resolved, "resolved ticket"))" + englishPerson(report)
        case .category: return "Tickets by category: \(count)"
        case .cause: return englishCauses(report)
        case .causeCategory: return "Root causes by category: \(counted(count, "ticket"))"
        case .customer, .agent, .team, .tag, .channel: return "Tickets by \(report.kind.rawValue): \(count)"
        case .timeInStatus: return "Time in each status of \(counted(count, "ticket"))"
        case .handover: return "Handovers of \(counted(count, "ticket"))"
        case .sla: return "\(counted(Words.outcomes(report), "promise")) met or breached" + englishPerson(report)
        case .kb: return "Known answers to \(counted(resolved, "resolved ticket"))"
        case .heatMap: return "When tickets come: \(counted(count, "ticket")), by day and hour"
        case .returning: return "Who comes back with the same cause: \(counted(report.rows.count, "pair"))"
        case .custom: return englishCustom(report, count)
        case .quality: return "What \(counted(count, "ticket")) \(count == 1 ? "lacks" : "lack")"
        }
    }

    /// What a report by time is told apart by.
    private static func englishBy(_ report: Reporting.Report) -> String {
        report.keys.first.map { $0 == .bucket ? "" : ", by \($0.rawValue)" } ?? ""
    }

    private static func englishPerson(_ report: Reporting.Report) -> String {
        switch report.keys.first {
        case .author: ", by who answered"
        case .resolver: ", by who resolved"
        case .ownerThen: ", by whose the ticket was then"
        case .policy: ", by policy"
        case .lateness: ", by how late they were"
        default: ""
        }
    }

    private static func englishSpan(_ span: ResolutionSpan) -> String {
        switch span {
        case .full: "Full time to resolve "
        case .first: "Time to first resolve "
        case .open: "Time open of "
        }
    }

    private static func englishCustom(_ report: Reporting.Report, _ count: Int) -> String {
        let keys = Words.names(report) { englishKey($0).lowercased() }
        return "Tickets by \(keys.joined(by: " and ")): \(count)"
    }

    private static func englishCauses(_ report: Reporting.Report) -> String {
        guard case .causes(let tickets, let known, let confirmed)? = report.remarks.first else { return "" }
        return "Root causes of \(counted(tickets, "ticket")): known for \(known) (\(Share.of(known, tickets))), "
            + "confirmed for \(confirmed), none for \(tickets - known)"
    }

    private static func englishRemark(_ remark: Remark) -> String? {
        switch remark {
        case .measured(let measured, let all): "\(measured) of \(all) measured"
        case .withoutTime(let tickets):
            tickets == 1
                ? "1 ticket came at an unknown time and is in no row"
                : "\(tickets) tickets came at unknown times and are in no row"
        case .fromImports(let day):
            "The desk began on \(day): of the days before only what imports tell is known, and – stands for unknown"
        case .enteredLater(let tickets):
            "\(counted(tickets, "ticket")) came to the desk later than at \(tickets == 1 ? "its" : "their") own time: "
                + "imports, and new --at"
        case .comparedWith(let days, let shift):
            "Compared with \(days)" + (shift.map { "; each row with the same weekdays, \($0) days earlier" } ?? "")
        case .changedAfterDue(let promises):
            "\(counted(promises, "promise")) \(promises == 1 ? "was" : "were") changed after \(promises == 1 ? "it was" : "they were") due"
        case .severalEach: "A ticket that has several counts for each."
        case .oldest(let tickets): "Oldest: " + tickets.map { "#\($0.rawValue)" }.joined(by: " ")
        case .causes: nil
        case .taken(let answers):
            "Taken most: "
                + answers.map { "\($0.name)\($0.isCanned ? " (canned)" : "") \($0.times)×" }.joined(by: ", ")
        case .gap(let gap):
            "Resolved \(gap.tickets)× without one: "
                + (gap.path.isEmpty ? "(no category)" : gap.path.joined(by: CategoryTree.separator))
                + " · \(gap.cause) — \(ReportDrill.command(gap.query, gap.reading))"
        }
    }

    private static func englishName(of lack: QualityReport.MissingData) -> String {
        switch lack {
        case .noCategory: "no category"
        case .noCause: "no cause known"
        case .placeholderCause: "a placeholder stands for the cause"
        case .noDescription: "no description"
        case .noReply: "no public reply"
        case .answersDiffer: "listed answers differ from the conversation"
        case .noTimes: "no times: nothing can be measured"
        }
    }
}
