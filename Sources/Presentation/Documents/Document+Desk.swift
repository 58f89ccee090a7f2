import Workflow

/// People, words, settings and rules of a desk.
extension Document {
    package static let customers = Document(
        list: "desk.customers", 1, "Customers.",
        [
            .text("customer"), .text("organisation"), .text("phone"), .text("email"), .text("language"), .truth("vip"),
            .number("open"), .number("tickets"), .truth("retired"),
        ])

    package static let organisations = Document(
        list: "desk.organisations", 1, "Organisations of customers.",
        [.text("organisation"), .number("customers"), .number("open"), .number("tickets"), .truth("retired")])

    package static let agents = Document(
        list: "desk.agents", 1, "Agents.",
        [
            .text("agent"), .text("role"), .number("open"), .truth("absent"), .time("until", "When they are back."),
            .texts("teams"), .texts("skills"), .truth("retired"),
        ])

    package static let agent = Document(
        "desk.agent", 1, "Who somebody is on the desk.",
        [.text("agent"), .text("role"), .truth("dryRun")])

    package static let teams = Document(
        list: "desk.teams", 1, "Teams.", [.text("team"), .number("open"), .truth("retired"), .texts("members")])

    package static let permissions = Document(
        list: "desk.permissions", 1, "What each role may do.",
        [.text("permission")] + AgentRole.allCases.map { .truth($0.name) } + [.truth("changed"), .text("what")])

    package static let transitions = Document(
        list: "desk.transitions", 1, "The steps of a ticket's life.",
        [.text("status"), .text("action"), .text("to"), .text("role")])

    package static let categories = Document(
        list: "desk.categories", 1, "Categories.", [.text("category"), .number("count"), .truth("retired")])

    package static let causes = Document(
        list: "desk.causes", 1, "Causes, with how many tickets have them.",
        [.text("cause"), .number("confirmed"), .number("unverified")])

    package static let cause = Document(
        list: "desk.cause", 1, "The tickets of a cause by its state.",
        [.text("state"), .number("tickets"), .text("query")])

    package static let fields = Document(
        list: "desk.fields", 1, "Fields that the desk added.",
        [.text("field"), .text("kind"), .texts("choices"), .number("tickets"), .truth("retired")])

    package static let columns = Document(
        list: "desk.columns", 1, "What --fields knows.", [.text("field"), .text("kind")])

    package static let priorities = Document(
        list: "desk.priorities", 1, "Priorities and the words that mean them.", [.text("priority"), .texts("aliases")])

    package static let tags = Document(
        list: "desk.tags", 1, "Tags.", [.text("tag"), .number("tickets"), .texts("aliases")])

    package static let views = Document(list: "desk.views", 1, "Saved queries.", [.text("name"), .text("query")])

    package static let settings = Document(
        list: "desk.settings", 1, "Settings of the desk and of the person.",
        [.text("name"), .text("value"), .text("scope", "db or user."), .truth("set"), .text("about")])

    package static let calendars = Document(
        list: "desk.calendars", 1, "Working hours.",
        [.text("name"), .truth("default"), .text("zone"), .text("hours")])

    package static let calendar = Document(
        "desk.calendar", 1, "A calendar with its days.",
        [
            .text("name"), .truth("default"), .text("zone"), .text("hours"),
            .texts("days", "Holidays, make-up days and breaks."),
        ])

    package static let due = Document(
        "desk.due", 1, "When a length of time is over.", [.text("length"), .time("at")])

    package static let canned = Document(list: "desk.canned", 1, "Canned replies.", [.text("name"), .text("text")])

    package static let dialects = Document(
        list: "desk.dialects", 1, "Dialects.", [.text("name"), .text("text", "A line a rule.")])

    package static let macros = Document(
        list: "desk.macros", 1, "Macros.", [.text("name"), .text("text", "A step a line.")])

    package static let rules = Document(
        list: "desk.rules", 1, "Rules in the order in which they run.",
        [.text("name"), .truth("enabled"), .text("when"), .text("do")])

    package static let ruleLog = Document(
        list: "desk.ruleLog", 1, "What rules did, the newest first.",
        [.time("at"), .text("rule"), .text("outcome"), .number("ticket"), .number("operation"), .text("detail")])

    package static let schedules = Document(
        list: "desk.schedules", 1, "Reports that desk tick writes.",
        [
            .text("name"), .text("every"), .number("keep", "So many files stay; null is all."), .text("into"),
            .time("nextAt"), .text("writtenFor", "The last day for which one was written, or since when it is kept."),
            .text("report"),
        ])

    package static let policies = Document(
        list: "desk.sla", 1, "Policies in the order in which they are asked.",
        [.text("name"), .text("query"), .text("terms"), .text("calendar")])

    package static let promises = Document(
        list: "desk.sla.explain", 2, "How the promises for tickets were measured, piece by piece.",
        [
            .number("ticket"), .text("policy"), .text("goal"), .text("target"), .time("from"), .time("to"),
            .text("status"), .truth("counted"), .number("seconds"), .time("dueAt"), .text("verdict"),
        ])

    package static let suspicions = Document(
        list: "desk.sla.check", 2, "Waits in which the customer had spoken while the clock stood still.",
        [
            .number("number"), .text("status"), .time("from"), .time("to"), .text("message", "Such as 1042.m5."),
            .time("spokenAt"), .text("title"),
        ])

    package static let simulation = Document(
        list: "desk.sla.simulate", 1, "How promises went, and how they would have gone under other terms.",
        [.text("goal"), .text("terms", "real or simulated.")] + SLAMeasure.Verdict.allCases.map { .number($0.rawValue) }
    )

    package static let health = Document(
        "desk.health", 1, "What desk doctor found.",
        [
            .number("problems"), .texts("damage"), .number("orphans"), .number("tickets"),
            .numbers("unindexed", "Tickets that the search index does not hold as they are."),
            .numbers("unlikeBlocks", "Blocks of the similarity index that differ."), .number("sources"),
            .texts("alteredSources", "Imported files that are not what they were."),
        ])

    package static let documents = Document(
        list: "desk.documents", 1, "The documents that the program prints.",
        [
            .text("document"), .number("version"), .text("about"), .truth("list"),
            .objects("keys", "Of a list those of each item.", described),
            .objects("besides", "What a list says of itself.", described),
            .truth("open", "Whether other keys may stand there."),
        ])

    private static let described: [Key] = [
        .text("name"), .text("kind"), .text("meaning").whereKnown, .truth("optional").whereKnown,
        .truth("open").whereKnown,
        Key("keys", .objects, "Of what is inside, described in the same way.", isOptional: true, holdsOtherKeys: true),
    ]
}
