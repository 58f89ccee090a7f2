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
