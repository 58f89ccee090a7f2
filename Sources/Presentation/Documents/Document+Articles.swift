import Workflow

/// The knowledge base.
extension Document {
    package static let articles = Document(
        list: "desk.articles", 1, "Articles.",
        [
            .text("article", "Such as KB-17."), .text("state", "draft, published or retired."), .text("language"),
            .text("kind", "reference, faq, howto or runbook."), .number("version"), .number("lines"),
            .number("uses", "Tickets that were answered or resolved with it."), .time("updatedAt"), .text("title"),
        ])

    package static let article = Document(
        "desk.article", 1, "An article with all its parts.",
        [
            .text("article"), .text("state"), .text("language"), .text("kind"), .number("version"), .text("title"),
            .number("lines"), .text("sha256", "Of its text."), .text("file", "Where the text came from."),
            .text("author"), .time("updatedAt"), .time("reviewAt"), .text("translationOf"),
            .object(
                "use", nil,
                [
                    .number("times"), .number("resolved", "Tickets that were resolved with it."),
                    .number("confirmed", "Tickets that it helped with and whose cause was confirmed."),
                    .number("agents"),
                    .time("lastAt"), .numbers("tickets"),
                ]),
            .objects(
                "entries", "In the order of the text.",
                [
                    .number("id"), .number("parent"), .text("kind"), .number("level", "Of its heading."),
                    .text("number"), .text("title"), .text("key"), .number("line", "From 1."),
                    .objects("texts", nil, [.text("role"), .text("side"), .text("text")]),
                ]), signatures,
            .objects(
                "links", nil,
                [
                    .number("entry"), .text("kind"), .text("label"), .text("target"), .text("article"),
                    .truth("dangling"),
                ]), .texts("linkedFrom", "Articles with a link to it."),
        ])

    private static let signatures = Key.objects(
        "signatures", "What a log shows.",
        [
            .text("kind", "identifier, message or code."), .texts("segments", "Anything may stand between them."),
            .texts("context"), .text("sample"), .numbers("entries"),
        ])

    package static let articleHits = Document(
        list: "desk.article-hits", 1, "Parts of articles that were found.",
        [
            .text("article"), .text("entry", "Its number."), .number("line"), .text("title"), .text("articleTitle"),
            .text("kind"), .text("snippet"),
        ])

    package static let articleVersions = Document(
        list: "desk.article-versions", 1, "The versions of an article.",
        [.number("version"), .time("at"), .text("author"), .text("file"), .number("operation"), .text("title")])

    package static let articleDiff = Document(
        list: "desk.article-diff", 1, "What differs between two versions of an article.",
        [.text("change", "- is gone, + is new."), .text("text")])

    package static let articleFindings = Document(
        list: "desk.article-findings", 1, "What is to be mended in articles.",
        [.text("article"), .text("entry"), .number("line"), .text("problem"), .text("message")])

    package static let tools = Document(
        list: "desk.tools", 1, "Self-service tools and quick entries, in their order.",
        [.text("name"), .text("kind"), .text("command", "What somebody types or opens."), .texts("phrases")])

    package static let articleGaps = Document(
        list: "desk.article-gaps", 1, "What is resolved again and again without an article.",
        [.number("tickets"), .text("category"), .text("cause"), .text("query", "Finds the tickets.")])

    package static let dialectTest = Document(
        list: "desk.dialect-test", 1, "What a dialect makes of a file.",
        [
            .text("file"), .number("matched"), .number("alike", "What looks like the opening of a ticket."),
            .objects(
                "tickets", nil, [.number("ordinal"), .text("title"), .text("ref"), .text("status"), .text("priority")]),
            .objects("unplaced", "Lines that it does not place.", [.number("line"), .text("text")]),
        ])

    package static let articleLines = Document(
        list: "desk.article-lines", 1, "Where each line of a file went.",
        [
            .text("path"), .number("line"), .text("in", "The entry or ticket; null is nowhere."), .text("role"),
            .text("text"),
        ])
}
