/// Diagnoses of sites.
extension Document {
    package static let diagnosis = Document(
        "desk.diagnosis", 1, "What a diagnosis of a site saw, and what it comes to.",
        [
            .text("id", "Such as d3."), .text("url", "Its secrets are hidden, here and in the evidence."),
            .text("host"),
            .text("customer"), .number("ticket"), .text("agent", "Who diagnosed."), .time("at"),
            .object(
                "consent", "What somebody said yes to.",
                [.text("words"), .truth("answered", "A person answered; else the yes stood in the command.")]),
            .text("verdict", "A code that never changes: ok, warnings, or the code of the first failure."),
            .texts("message", "The verdict in words, and what to do."),
            .texts("summary", "What a customer may read. All else is for agents."),
            .objects(
                "visited", "The address, and each that it sent on to.",
                [
                    .text("url"),
                    .objects(
                        "checks", "In the order in which they are looked at.",
                        [
                            .text("id", "Such as DNS-04."), .text("phase"),
                            .text("state", "ok, warning, failed, notTested or notTestable."),
                            .text("code", "What is wrong; or the check because of which this one was not tested."),
                            .text("message"), .texts("evidence", "What was seen."), .number("milliseconds"),
                        ]),
                ]),
        ])

    package static let diagnoses = Document(
        list: "desk.diagnoses", 1, "Diagnoses, newest first.",
        [.text("id"), .time("at"), .text("verdict"), .text("customer"), .number("ticket"), .text("url")])

    package static let diagnosisChanges = Document(
        list: "desk.diagnosis.changes", 1, "What two diagnoses say differently.",
        [.text("check"), .text("before"), .text("after"), .text("what")])
}

/// Articles that ask.
extension Document {
    package static let flow = Document(
        "desk.flow", 1, "A walk through an article that asks: what was answered, and where that leads.",
        [
            .text("article", "Such as KB-3."), .text("title"),
            .objects(
                "passed", "What was answered, in order.",
                [.text("step"), .number("line", "Of the article."), .text("answer", "yes, no, next or unsure.")]),
            .truth("ended", "Nothing more is asked."),
            .truth("settled", "It ended at an end of the article, and not because nobody knew."),
            .text("step", "The end, or the step that waits."), .number("line"), .text("text", "What the step tells."),
            .texts("answers", "What may be answered there."),
            .text("category", "Where the article wants a ticket filed, if the desk has it."), .number("ticket"),
        ])
}

/// Names of customers.
extension Document {
    package static let domain = Document(
        "desk.domain", 1, "A name that a customer has or claims, and how it is proven.",
        [
            .text("domain", "In the letters of the network; *.example.com is every name below."), .text("customer"),
            .text("state", "claimed, verified or expired."), .time("createdAt"), .time("verifiedAt"),
            .time("expiresAt", "Until when a claim waits for its proof."),
            .text("record", "The name of the TXT record."), .text("file", "The path of the file."),
            .text("text", "What the record says or the file holds."),
        ])

    package static let domains = Document(
        list: "desk.domains", 1, "Names that customers have or claim.",
        [.text("domain"), .text("customer"), .text("state"), .time("verifiedAt"), .time("expiresAt")])
}
