import Storage
import Workflow

/// What a report found, before anybody puts it into words: columns of figures, a row for each thing counted, and for every
/// count the query that finds just those tickets.
package struct Report: Sendable {
    package let kind: ReportKind
    /// What is counted: the tickets of the query, in the period.
    package let asked: Query
    package let period: ReportPeriod?
    /// What a report of resolutions measures.
    package let resolution: ResolutionSpan
    package let reading: ReportReading
    /// What its columns tell apart, where they tell tickets apart like its rows.
    package var across: ReportKey?
    /// What the custom fields are called among its keys and across, in that order.
    package var fieldNames: [String] = []
    package var keys: [ReportKey]
    package var columns: [Measure]
    package var rows: [Row] = []
    /// What all of them have together.
    package var total: Row
    /// Whether every ticket counts in one row only, so that the counts of the rows add up to those of the total.
    package var isPartition = true
    /// The figure that a chart draws and a comparison compares.
    package var main: Measure
    package var remarks: [Remark] = []
    /// Whether the levels of a tree stand beside one another, each with its whole path.
    package var isFlat = false
    /// What was promised for its main figure, in milliseconds of its clock.
    package var target: Int64?
    /// How many days earlier the days or weeks are that its rows are compared with.
    var shift: Int?

    package init(
        _ kind: ReportKind, of request: ReportRequest, keys: [ReportKey], columns: [Measure], main: Measure = .count
    ) {
        self.kind = kind
        asked = request.asked
        period = request.period
        resolution = request.resolution
        reading = request.reading
        self.keys = keys
        self.columns = columns
        self.main = main
        total = Row(.all)
    }

    /// One line of figures.
    package struct Row: Sendable {
        package var label: Label
        package var depth = 0
        /// It sums up rows below it, and is no row of its own where programs read.
        package var isGroup = false
        /// How much of its period it tells of.
        package var part: Part?
        private(set) package var figures: [(measure: Measure, figure: Figure)] = []
        /// Which tickets a count counts, or is about.
        private(set) package var drills: [Drill] = []

        package struct Part: Equatable, Sendable {
            package let days: Int
            package let of: Int
        }

        package struct Drill: Sendable {
            package let measure: Measure
            /// How many the query finds.
            package let tickets: Int
            fileprivate let made: @Sendable () -> Query

            /// Made when somebody asks: a report may have tens of thousands, of which nobody looks at one.
            package var query: Query { made() }
        }

        package init(_ label: Label, depth: Int = 0, isGroup: Bool = false) {
            self.label = label
            self.depth = depth
            self.isGroup = isGroup
        }

        package subscript(measure: Measure) -> Figure {
            figures.first { $0.measure == measure }?.figure ?? .unknown
        }

        package mutating func set(_ measure: Measure, to figure: Figure) {
            figures.removeAll { $0.measure == measure }
            figures.append((measure, figure))
        }

        /// Says that a figure is not known.
        mutating func forget(_ measure: Measure) {
            set(measure, to: .unknown)
            drills.removeAll { $0.measure == measure }
        }

        package mutating func count(_ measure: Measure, _ count: Int) { set(measure, to: .count(count)) }

        /// - Parameter tickets: how many tickets the query finds, where it is not tickets that are counted.
        package mutating func count(
            _ measure: Measure, _ count: Int, tickets: Int? = nil, _ drill: @autoclosure @escaping @Sendable () -> Query
        ) {
            set(measure, to: .count(count))
            drills.append(Drill(measure: measure, tickets: tickets ?? count, made: drill))
        }
    }

    package mutating func add(_ row: Row) { rows.append(row) }
}

/// What a row is about.
package enum Label: Hashable, Sendable {
    case all
    /// A category; empty for none.
    case path([String])
    case named(String)
    case promise(SLAGoal)
    /// A cause in a category.
    case pair([String], String)
    case nobody
    case bucket(String)
    case unknownTime
    case status(Status)
    case priority(Priority)
    case resolution(Resolution)
    case band(AgeBand)
    case late(Lateness)
    /// 1 is Monday.
    case weekday(Int)
    case hour(Int)
    case lack(QualityReport.MissingData)
    /// A number of times, or that and more.
    case times(Int, orMore: Bool)
    /// A part of a column: a status in a period.
    indirect case part(Label, of: Label)
}

/// A figure of a row.
package enum Figure: Equatable, Sendable {
    case unknown
    case count(Int)
    /// A part of a whole.
    case share(Int, Int)
    /// Milliseconds by the clock, and of work.
    case length(Int64)
    case work(Int64)
    case mean(Double)
    /// A figure now and in the period before: what changed.
    indirect case change(now: Figure, before: Figure)
    case mark(Bool)
    /// A category in which most are, and how many.
    case place([String], Int)

    /// What changed since before: of a rate the difference, of all else a part of what was before. Nil where either is unknown or
    /// nothing was there.
    package func change(since before: Figure) -> Double? {
        guard let x = number, let y = before.number else { return nil }
        if case .share = self { return x - y }
        return y > 0 ? (x - y) / y : nil
    }

    /// The figure as a number, for comparing and drawing.
    package var number: Double? {
        switch self {
        case .count(let count): Double(count)
        case .share(let part, let whole): whole > 0 ? Double(part) / Double(whole) : nil
        case .length(let length), .work(let length): Double(length)
        case .mean(let mean): mean
        case .unknown, .change, .mark, .place: nil
        }
    }
}

/// What the first columns say of a row.
package enum ReportKey: String, Sendable {
    case category, cause, lack, bucket, status, age, handovers, customer, org, agent, team, tag, channel, priority
    case resolution, promise, all, author, resolver, policy, lateness, weekday, hour
    case ownerThen = "owner-then"
    /// A custom field: the report has its name.
    case field
}

/// A sentence below a report.
package enum Remark: Equatable, Sendable {
    case measured(Int, of: Int)
    /// Tickets without the time that the report goes by.
    case withoutTime(Int)
    /// Before that day, on which the desk began, only what imports say is known.
    case fromImports(String)
    /// Tickets that were entered with an earlier time than that at which they came to the desk.
    case enteredLater(Int)
    /// The days that the period is compared with, and of single days and weeks how many days they are earlier.
    case comparedWith(String, shift: Int?)
    /// Promises that were changed after they were due.
    case changedAfterDue(Int)
    /// A ticket may count in several rows.
    case severalEach
    case oldest([Ticket.Number])
    case causes(tickets: Int, known: Int, confirmed: Int)
    /// The answers that were taken most.
    case taken([AnswerUses.Taken])
    case gap(Gap)

    /// Something that was resolved again and again without an answer that was there.
    package struct Gap: Equatable, Sendable {
        package var path: [String]
        package var cause: String
        package var tickets: Int
        package var query: Query
        package var reading = ReportReading()
    }
}

/// The options with which a desk is read: in another zone than its own, as it was at another time. They are texts as typed.
package struct ReportReading: Equatable, Sendable {
    package var zone: String?
    package var asOf: String?

    package init(zone: String? = nil, asOf: String? = nil) {
        self.zone = zone
        self.asOf = asOf
    }
}
