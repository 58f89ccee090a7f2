import Reporting

/// Imports, answers from old cases, and reports.
extension Document {
    package static let imported = Document(
        "desk.import", 1, "What an import did.",
        [
            .truth("dryRun"), .text("batch"), .number("created"), .number("updated"), .number("unchanged"),
            .number("rejected"),
            Key(
                "files", .objects, "What became of each file; kind says which other keys it has.",
                holdsOtherKeys: true, [.text("file"), .text("path"), .text("kind")]),
        ])

    package static let batches = Document(
        list: "desk.batches", 1, "Imports.",
        [
            .text("batch"), .time("at"), .text("agent"), .number("files"), .number("tickets"), .truth("undone"),
        ])

    package static let sources = Document(
        list: "desk.sources", 2, "The files of an import.",
        [
            .text("file"), .number("declared", "Tickets that the file says it has."), .number("found"),
            .number("size", "Bytes."), .text("sameAs"), .text("path"),
        ])

    package static let roundtrip = Document(
        list: "desk.roundtrip", 1, "Whether importing files loses nothing.",
        [
            .text("path"), .number("tickets"), .number("identical", "Tickets whose bytes come back as they were."),
            .truth("fileIdentical"),
            .numbers("changed", "Places of tickets that come back different from an export as Markdown."),
            .truth("lossless"),
        ])

    package static let answers = Document(
        list: "desk.answers", 2, "Answers from articles, resolved tickets and canned replies.",
        [
            .text("answer"), .number("similarity"), .numbers("tickets"), .text("canned"),
            .text("article", "The part of an article that answers."), .texts("words"),
            .number("uses"),
        ])

    package static let triage = Document(
        list: "desk.triage", 2, "What tickets or texts are likely to be, and why.",
        besides: [Key.number("operation").whereKnown, Key.truth("dryRun").whereKnown] + changes.map(\.whereKnown),
        [
            .number("number", "The ticket; null of a text.").whereKnown,
            Key("id", .any, "What the line of the file called it.").whereKnown,
            .objects("category", "The likeliest three.", [.text("path"), .number("score")]),
            .objects("because", nil, [.text("word"), .number("weight")]),
            .objects("causes", nil, [.text("name"), .number("score")]),
            .objects("tags", nil, [.text("name"), .number("score")]), .text("priority"),
            .numbers("evidence", "The nearest tickets."),
            .texts("articles", "Parts of articles that say so, such as KB-3 1.4."),
        ])

    package static let evaluation = Document(
        list: "desk.evaluation", 1, "How often triage is right on this desk.",
        [
            .text("category"), .number("tickets"), .text("top1"), .text("top3"), .text("product"), .text("commonest"),
        ])

    package static let similar = Document(
        list: "desk.similar", 2, "The tickets that are most like one.",
        [
            .number("number"), .number("similarity"), .text("status"), .text("category"), .text("title"),
            .text("words"),
        ])

    package static let duplicates = Document(
        list: "desk.duplicates", 2, "Groups of tickets that say nearly the same.",
        [.number("group"), .number("number"), .text("status"), .text("title")])

    package static let overview = Document(
        "desk.report.overview", 1, "Everything at a glance, beside the period before.",
        [
            .text("query"), .time("asOf"), .text("zone"), .text("period"), .text("before"), .number("tickets"),
            .number("withoutTime", "Tickets that came at an unknown time."),
            .objects(
                "headlines", nil,
                [
                    .text("figure"), .number("now"), .number("before"),
                    .number("p90", "Nine of ten are no longer, where it is a length in milliseconds."),
                    .truth("better", "Whether the change is good; null where it is neither."), .text("query"),
                ]),
            .objects(
                "sections", nil,
                [
                    .text("report"), .text("command"),
                    Key("rows", .object, "The document of that report.", holdsOtherKeys: true),
                ]),
        ])

    package static let drill = Document(
        list: "desk.report.drill", 1, "The queries behind the counts of one row of a report.",
        [
            .text("figure"), .number("count"), .text("query"),
            .text("command", "Lists the same tickets, with the zone and the time of the report."),
        ])

    /// The rows of a report: what tells them apart, then its figures.
    package static func report(_ kind: ReportKind) -> Document {
        Document(
            list: "desk.report.\(kind.rawValue)", 1,
            "The rows of desk report \(kind.rawValue): what tells them apart, then the figures that desk help metrics explains.",
            holdsOtherKeys: true,
            besides: [.text("period", "The days that it tells of, or null."), .text("zone", "Whose days they are.")],
            [.text("query", "Lists the tickets of the row.")])
    }
}
