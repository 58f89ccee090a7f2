import Knowledge
import Storage
import Workflow

extension Document {
    package static let logMatches = Document(
        "desk.log-matches", 1, "What a log shows.",
        [
            .number("lines"), .number("bytes"),
            .objects(
                "findings", "Signatures that stand in it, the likeliest first.",
                [
                    .text("signature"), .text("kind"), .text("grade", "exact, other-case or inside-longer."),
                    .number("count", "Lines that show it."),
                    .objects("first", "The first of them.", [.number("line"), .text("grade"), .text("text")]),
                    .object("last", nil, [.number("line"), .text("grade"), .text("text")]),
                    .objects(
                        "candidates", "Entries of articles that it may mean, the likeliest first.",
                        [
                            .text("article"), .text("entry", "Its number."), .text("title"),
                            .number("confirmed", "Tickets that were resolved with it."), .text("symptom"),
                            .texts("causes"), .text("remedy"), .text("check", "What tells it from the others."),
                        ]),
                ]),
            .objects(
                "unknown", "Lines that look wrong and show no signature, by what they have in common.",
                [
                    .number("count"), .number("firstLine"), .number("lastLine"), .text("template"), .text("sample"),
                    .text("nearest", "The entry that is most like it."),
                ]), .number("ungrouped"), .texts("remarks"),
        ])
}

/// What a log shows as the members of its document.
package enum LogDocuments {
    package static func matches(
        _ report: LogReport, _ matches: LogMatches, nearest: [EntryRow?], remarks: [String]
    ) -> JSONValue {
        [
            "lines": .integer(Int64(matches.lineCount)), "bytes": .integer(Int64(matches.byteCount)),
            "findings": .array(report.findings.map(finding)),
            "unknown": .array(
                matches.unknown.enumerated().map { place, group in
                    [
                        "count": .integer(Int64(group.count)), "firstLine": .integer(Int64(group.firstLine)),
                        "lastLine": .integer(Int64(group.lastLine)), "template": .string(group.template),
                        "sample": .string(group.sample),
                        "nearest": .optional(place < nearest.count ? nearest[place]?.label : nil),
                    ]
                }), "ungrouped": .integer(Int64(matches.ungrouped)), "remarks": .array(remarks.map { .string($0) }),
        ]
    }

    private static func finding(_ finding: LogReport.Finding) -> JSONValue {
        [
            "signature": .string(finding.signature.text), "kind": .string(finding.signature.kind.name),
            "grade": .string(finding.grade.name), "count": .integer(Int64(finding.tally.lineCount)),
            "first": .array(finding.tally.first.prefix(LogMatchPage.shownLines).map(line)),
            "last": finding.tally.last.map(line) ?? .null, "candidates": .array(finding.candidates.map(candidate)),
        ]
    }

    private static func line(_ line: LogLine) -> JSONValue {
        ["line": .integer(Int64(line.number)), "grade": .string(line.grade.name), "text": .string(line.text)]
    }

    private static func candidate(_ candidate: LogReport.Candidate) -> JSONValue {
        [
            "article": .string("\(candidate.entry.article)"), "entry": .optional(candidate.entry.number),
            "title": .string(candidate.entry.title), "confirmed": .integer(Int64(candidate.confirmed)),
            "symptom": .optional(candidate.symptom), "causes": .array(candidate.causes.map { .string($0) }),
            "remedy": .optional(candidate.remedy), "check": .optional(candidate.check),
        ]
    }
}
