import ArgumentParser
import Reporting

/// `desk report category`
struct ReportCategory: ReportVerb {
    static let kind = ReportKind.category
    static let configuration = about("Tickets by category and status.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report cause`
struct ReportCause: ReportVerb {
    static let kind = ReportKind.cause
    static let configuration = about(
        "Tickets by root cause: confirmed, unverified and none apart.",
        "A ticket with several causes counts for each. A text that only says that none is known is no cause.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report cause-category`
struct ReportCauseCategory: ReportVerb {
    static let kind = ReportKind.causeCategory
    static let configuration = about(
        "Which root causes hide in which categories.",
        "A ! marks a cause of which three times as many or more are in another category.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report customer`
struct ReportCustomer: ReportVerb {
    static let kind = ReportKind.customer
    static let configuration = about("Tickets by customer.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report agent`
struct ReportAgent: ReportVerb {
    static let kind = ReportKind.agent
    static let configuration = about("Tickets by the agent who has them.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report team`
struct ReportTeam: ReportVerb {
    static let kind = ReportKind.team
    static let configuration = about("Tickets by team.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report tag`
struct ReportTag: ReportVerb {
    static let kind = ReportKind.tag
    static let configuration = about("Tickets by tag.", "A ticket with several tags counts for each.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}

/// `desk report channel`
struct ReportChannel: ReportVerb {
    static let kind = ReportKind.channel
    static let configuration = about("Tickets by the channel they came through.")
    @OptionGroup var query: QueryWords
    @OptionGroup var options: ReportOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions
}
