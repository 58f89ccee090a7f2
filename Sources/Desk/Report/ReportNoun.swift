import ArgumentParser
import Reporting

/// `desk report`: counts.
struct ReportNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Count tickets.",
        discussion: """
            All tickets unless the query says otherwise. --from and --to name days, or one period: --from 2026Q1. \
            --drill prints the query behind each count of a row. --format html writes one page that holds all it needs. "desk help metrics" tells what is measured how.
            """,
        subcommands: [
            ReportOverview.self,
            ReportVolume.self, ReportBacklog.self, ReportAging.self, ReportResponse.self, ReportResolution.self,
            ReportReopen.self, ReportTouch.self, ReportCategory.self, ReportCause.self, ReportCauseCategory.self,
            ReportCustomer.self, ReportAgent.self, ReportTeam.self, ReportTag.self, ReportChannel.self,
            ReportTimeInStatus.self, ReportHandover.self, ReportSLA.self, ReportQuality.self,
            ReportKB.self, ReportHeatMap.self, ReportReturning.self, ReportCustom.self, ScheduleNoun.self,
        ])
}

/// `desk report volume`
struct ReportVolume: ReportVerb {
    static let kind = ReportKind.volume
    static let configuration = about("What came, was resolved, opened again and merged, day by day or month by month.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report backlog`
struct ReportBacklog: ReportVerb {
    static let kind = ReportKind.backlog
    static let configuration = about("What was open at the end of each day or month, read from the history.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report aging`
struct ReportAging: ReportVerb {
    static let kind = ReportKind.aging
    static let configuration = about("How old open tickets are, and which are the oldest.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report response`
struct ReportResponse: ReportVerb {
    static let kind = ReportKind.response
    static let configuration = about("How long customers waited for the first answer.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report resolution`
struct ReportResolution: ReportVerb {
    static let kind = ReportKind.resolution
    static let configuration = about(
        "How long it took until tickets were resolved.",
        """
        A length belongs to the resolution that lies in the period: full is from the creation to the last resolution in it, \
        first to the first there ever was, open is the time in which the ticket was open.
        """)
    @OptionGroup var query: QueryWords

    @Option(help: "What is measured.")
    var measure = ResolutionSpan.full

    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func ask(_ request: inout ReportRequest) throws { request.resolution = measure }
}

extension ResolutionSpan: ExpressibleByArgument {}

/// `desk report reopen`
struct ReportReopen: ReportVerb {
    static let kind = ReportKind.reopen
    static let configuration = about("How much of what was resolved came back.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report touch`
struct ReportTouch: ReportVerb {
    static let kind = ReportKind.touch
    static let configuration = about("How much was resolved with one answer, and how many it took.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report time-in-status`
struct ReportTimeInStatus: ReportVerb {
    static let kind = ReportKind.timeInStatus
    static let configuration = about(
        "How long tickets stood in each status.",
        "With --by, --bucket or both: the time that lies in the periods, whenever the tickets came.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report handover`
struct ReportHandover: ReportVerb {
    static let kind = ReportKind.handover
    static let configuration = about("How often tickets went from one agent or team to another.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report sla`
struct ReportSLA: ReportVerb {
    static let kind = ReportKind.sla
    static let configuration = about(
        "How promises were kept, and how those stand that still run.",
        "A ticket with several answers to give is one: breached when one of them was late. desk sla tells the policies."
    )
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report kb`
struct ReportKB: ReportVerb {
    static let kind = ReportKind.kb
    static let configuration = about(
        "What was resolved with answers that the desk had already, and where there are none.",
        """
        An answer is known when it was taken with desk suggest or ask --use, or sent with desk reply --canned: that of an old \
        case, or a canned reply. Below stand the answers taken most, and what was resolved more than once for the same \
        cause without any.
        """)
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report quality`
struct ReportQuality: ReportVerb {
    static let kind = ReportKind.quality
    static let configuration = about("What the data lacks.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report heat-map`
struct ReportHeatMap: ReportVerb {
    static let kind = ReportKind.heatMap
    static let configuration = about("When in the week tickets come: a row a day, a column an hour.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report returning`
struct ReportReturning: ReportVerb {
    static let kind = ReportKind.returning
    static let configuration = about("Customers who came more than once with the same root cause.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}
