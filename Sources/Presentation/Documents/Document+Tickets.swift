import Import

/// Tickets, as lists and as pages.
extension Document {
    package static let tickets = Document(
        list: "desk.tickets", 2, "The tickets that a query finds.", holdsOtherKeys: true,
        [
            .number("number").whereKnown, .text("priority").whereKnown, .text("status").whereKnown,
            .time("dueAt", "When the next promise is due.").whereKnown, .time("createdAt").whereKnown,
            .text("category").whereKnown, .text("customer").whereKnown, .text("assignee").whereKnown,
            .text("title").whereKnown, .time("updatedAt").whereKnown, .time("resolvedAt").whereKnown,
            .time("closedAt").whereKnown, .text("priorityText", "The priority in the words of the source.").whereKnown,
            .text("statusText", "The status in the words of the source.").whereKnown, .text("team").whereKnown,
            .text("channel").whereKnown, .text("source", "The file it was imported from.").whereKnown,
            .number("ordinal", "Its place in that file.").whereKnown, .text("batch").whereKnown,
            .text("uuid").whereKnown,
            .number("version", "Goes up with every change; --if-version takes it.").whereKnown,
        ] + told)

    /// What `--fields` tells beside; custom fields stand there as `field.NAME`.
    private static let told: [Key] = [
        .time("wakeAt", "Until when it waits.").whereKnown, .text("waitReason").whereKnown,
        .text("resolution").whereKnown, .number("mergedInto").whereKnown,
        .text("sla.first", "How the promise of a first answer stands or came out.").whereKnown,
        .text("sla.next").whereKnown, .text("sla.resolve").whereKnown, .text("organisation").whereKnown,
        .texts("tags").whereKnown, .texts("causes").whereKnown, .texts("articles").whereKnown,
        .texts("problems").whereKnown, .texts("links").whereKnown, .texts("watchers").whereKnown,
        .number("messages").whereKnown, .number("attachments").whereKnown,
        .number("replies", "Public messages of agents.").whereKnown, .number("reopens").whereKnown,
        .number("handovers").whereKnown, .time("firstReplyAt").whereKnown, .time("lastCustomerAt").whereKnown,
        .time("lastAgentAt").whereKnown,
        .time("waitingSinceAt", "Since when the customer waits for an answer.").whereKnown,
        .number("replySeconds", "From when it came to its first answer, by the clock.").whereKnown,
        .number("resolutionSeconds").whereKnown, .text("filedBy").whereKnown, .text("resolvedBy").whereKnown,
    ]

    package static let hits = Document(
        list: "desk.hits", 2, "Tickets that say something, with the place where they say it.",
        [.number("number"), .text("status"), .text("title"), .text("snippet")])

    package static let show = Document(
        list: "desk.show", 2, "Tickets with all that was said on them.",
        [.number("number"), .number("version", "Goes up with every change; --if-version takes it.")]
            + record.filter { $0.name != "number" }.flatMap(shown)
            + [
                Key.objects(
                    "articles", "Articles that helped.",
                    [.text("article"), .text("title"), .truth("isResolution", "The ticket was resolved with it.")]
                ).whereKnown,
                Key.objects(
                    "diagnoses", "Sites that were looked at.",
                    [.text("diagnosis"), .text("url"), .text("verdict", "The code of the verdict.")]
                ).whereKnown,
                Key.text("waitReason", "Why it waits, in the words of whoever let it.").whereKnown,
                Key.truth("inTrash", "It is in the trash.").whereKnown,
                Key("merged", .objects, "Tickets that live on in this one, with the same keys.", holdsOtherKeys: true)
                    .whereKnown,
                Key.objects(
                    "events", "With --events: every change since it was filed.",
                    [
                        .number("operation"), .time("at"), .text("agent"), .text("command"), .text("kind"),
                        .text("field"), .text("before"), .text("after"),
                    ]
                ).whereKnown,
            ])

    /// The keys of a page beside those of an export: the names of its messages.
    private static func shown(_ key: Key) -> [Key] {
        switch key.name {
        case "description": [key, .text("descriptionId", "The message that is the description, such as 1042.m1.")]
        case "answers": [key, .texts("answerIds", "The messages that are the answers.")]
        case "conversation":
            [
                .objects(
                    key.name, key.meaning,
                    [.text("id", "Such as 1042.m5."), .number("version")] + key.keys
                        + [.text("editedBy", "Who changed it last.").whereKnown])
            ]
        default: [key]
        }
    }

    // The name stands in Import, which reads these lines back and knows nothing of documents.
    package static let ticket = Document(
        Exchange.name, Exchange.version, "A line of an export, which desk import reads back.", record + figures)

    package static let export = Document(
        list: "desk.export", 2, "An export in one document.", record + figures)

    private static let figures: [Key] = [
        Key("metrics", .object, "With --metrics: figures of the ticket.", isOptional: true, holdsOtherKeys: true)
    ]

    private static let record: [Key] = [
        .number("number"), .text("uuid"),
        .object(
            "source", "Where it was imported from.",
            [
                .text("file"), .number("ordinal"),
                .number("printed", "Its number in that file, where it is another.").whereKnown, .number("line"),
                .text("batch"),
            ]),
        .text("title"), .texts("categoryPath"), .text("status"), .text("priority"), .text("description"),
        .texts("answers", "Answers that the source lists and its conversation does not hold."),
        .texts("rootCauses"),
        .objects(
            "conversation", nil,
            [
                .text("role", "customer, agent or system."), .text("body"), .time("at"),
                .text("visibility", "public or internal."), .text("author").whereKnown,
            ]),
        .texts("tags"), Key("extra", .object, "Fields by their names.", holdsOtherKeys: true),
        .text("statusText").whereKnown, .text("priorityText").whereKnown, .text("customer").whereKnown,
        .text("assignee").whereKnown, .text("team").whereKnown, .text("channel").whereKnown,
        .time("createdAt").whereKnown, .time("updatedAt").whereKnown, .time("resolvedAt").whereKnown,
        .time("closedAt").whereKnown, .text("resolution").whereKnown,
        .time("wakeAt", "Until when it waits.").whereKnown,
        .time("descriptionAt", "When the description was written, where it is no turn.").whereKnown,
        .number("mergedInto").whereKnown,
        Key.objects("links", nil, [.text("kind"), .number("number"), .text("uuid")]).whereKnown,
        .texts("watchers").whereKnown,
        Key.objects(
            "attachments", nil,
            [.text("name"), .number("size"), .text("sha256"), .text("visibility"), .text("author"), .time("at")]
        ).whereKnown,
        Key.objects(
            "problems", nil, [.text("title"), .text("workaround"), .time("createdAt"), .time("resolvedAt")]
        ).whereKnown,
        Key.objects(
            "causes", "Where somebody confirmed or rejected one.",
            [
                .text("name"), .text("state"), .truth("primary"), .text("agent").whereKnown, .time("at").whereKnown,
                .number("evidence", "The place of the message that shows it.").whereKnown,
            ]
        ).whereKnown,
    ]
}
