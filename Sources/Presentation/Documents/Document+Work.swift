/// What commands did, and what is to be done.
extension Document {
    package static let done = Document(
        "desk.done", 1, "What a command did that has no document of its own.",
        [
            .number("operation", "Undoes it; null in a dry run and where nothing changed."), .truth("dryRun"),
            .number("number", "The ticket that it is about: the one a merge leaves, the one that got a file."),
            .text(
                "name", "Another thing that it is about, where the command names one: an agent, a problem, a message."),
            .text("message", "What people read."),
        ])

    package static let written = Document(
        "desk.written", 2, "A ticket that was filed.",
        [
            .number("number", "Null in a dry run."), .number("operation"), .truth("dryRun"),
            .text("message", "What people read."),
        ])

    package static let changed = Document(
        "desk.changed", 1, "What a command did to tickets.", [.number("operation"), .truth("dryRun")] + changes)

    static let changes: [Key] = [
        .objects(
            "changed", nil,
            [
                .number("number"), .text("from", "The status before."), .text("to", "The status now."),
                .number("version"), .number("followUp", "The ticket that follows a closed one."),
            ]), .numbers("unchanged", "Tickets that were so already."),
        .numbers("refused", "Tickets that a rule protected."),
    ]

    package static let undone = Document(
        list: "desk.undone", 2, "Operations that were taken back.",
        [
            .number("undoes", "The operation that was taken back."),
            .number("operation", "The one that did it; null in a dry run."), .number("tickets"),
            .numbers("kept", "Tickets that somebody worked on since."),
        ])

    package static let next = Document(
        "desk.next", 1, "The ticket to work on now, and why; every key is null when nothing waits.",
        [
            .number("number"), .text("title"), .text("status"), .text("priority"), .time("dueAt"),
            .number("waitedMinutes", "Since it was filed."), .number("others", "How many wait behind it."),
            .number("operation", "The one that took it."), .text("message", "What people read."),
        ])

    package static let tick = Document(
        "desk.tick", 1, "What was due and was done.",
        [
            .truth("dryRun"), .numbers("woken", "Tickets whose waiting ended."),
            .numbers("closed", "Tickets that were resolved long ago."),
            .objects(
                "rules", nil,
                [
                    .text("rule"), .numbers("changed"), .numbers("refused"),
                    .numbers("looped", "Tickets that later rules brought back to where this one would act again."),
                    .number("operation"), .text("message", "What people read."),
                ]),
            .objects(
                "promises", "Promises that are broken or soon will be.",
                [.number("number"), .text("goal"), .text("kind", "warning or breach."), .time("dueAt")]),
            .objects(
                "reports", "Scheduled reports whose turn it was.",
                [
                    .text("name"), .text("path", "Null where it could not be written."),
                    .text("message", "What people read."),
                ]),
        ])

    package static let error = Document(
        "desk.error", 1, "Why a command failed; it goes to the error stream.",
        [
            Key(
                "error", .object, "Besides these keys it holds the values that the error is about.",
                holdsOtherKeys: true,
                [.text("code"), .number("exit", "The exit code."), .text("message", "What people read.")])
        ])

    package static let history = Document(
        list: "desk.history", 1, "What happened to a ticket.",
        [.number("operation"), .time("at"), .text("agent"), .text("kind"), .text("field"), .text("what")])

    package static let diff = Document(
        list: "desk.diff", 2, "What changed on tickets between two moments.",
        [.number("number"), .text("field"), .text("subject"), .text("before"), .text("after")])

    package static let operations = Document(
        list: "desk.operations", 1, "What was done on the desk, the newest first.",
        [
            .number("operation"), .time("at"), .text("agent"), .number("tickets"), .truth("undone"),
            .number("undoes"), .text("command"),
        ])

    package static let attachments = Document(
        list: "desk.attachments", 2, "The files of a ticket.",
        [
            .text("name"), .number("size", "Bytes."), .text("visibility", "public or internal."),
            .text("message", "The message they came with, such as 1042.m5."), .text("author"), .time("at"),
            .truth("missing"), .text("sha256"),
        ])

    package static let message = Document(
        "desk.message", 2, "A message.",
        [
            .text("id", "Such as 1042.m5."), .number("ticket"), .text("role", "customer, agent or system."),
            .text("author"), .time("at"), .text("visibility", "public or internal."), .number("version"),
            .text("body"),
        ])

    package static let versions = Document(
        list: "desk.versions", 2, "Every text that a message had.",
        [.number("version"), .text("author"), .time("at"), .number("operation"), .text("body")])

    package static let problems = Document(
        list: "desk.problems", 2, "Problems: what several tickets have in common.",
        [
            .text("id", "Such as P7."), .number("tickets"), .number("open"), .time("resolvedAt"), .text("title"),
            .text("workaround"),
        ])

    package static let problem = Document(
        "desk.problem", 2, "A problem with its tickets.",
        [
            .text("id", "Such as P7."), .text("title"), .text("workaround"), .time("createdAt"), .time("resolvedAt"),
            .objects("incidents", nil, [.number("number"), .text("status"), .text("title")]),
        ])

    package static let draft = Document(
        "desk.draft", 2, "A text that the desk does not have yet, and the command it was for.",
        [
            .text("draft", "Such as d3.").whereKnown, .texts("command"), .text("desk", "The desk's file."), .time("at"),
            .text("reason", "Why the command failed; empty while it has not ended."),
            .text("base", "The form before it was filled in."), .text("text").whereKnown,
        ])

    package static let drafts = Document(
        list: "desk.drafts", 1, "Texts that the desk does not have yet.",
        [
            .text("draft", "Such as d3."), .text("command").whereKnown, .time("at").whereKnown, .number("characters"),
            .text("reason"), .text("desk").whereKnown,
        ])
}
