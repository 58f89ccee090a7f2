import Diagnosis
import Storage
import Workflow

/// Lists of diagnoses, and what two of them say differently.
package enum DiagnosisRows {
    package static func list(_ diagnoses: [StoredDiagnosis], _ words: Words) -> Rows {
        let headings = words.headings
        return Rows(
            .diagnoses,
            fields: [
                RowField("id", .text, column: Column(heading: headings.id)),
                RowField("at", .time, column: Column(heading: headings.time)),
                RowField("verdict", .text, column: Column(heading: words.diagnosis.verdict)),
                RowField("customer", .text, column: Column(heading: headings.customer)),
                RowField("ticket", .number, column: Column(heading: headings.tickets, alignment: .right)),
                RowField(
                    "url", .text, column: Column(heading: words.diagnosis.url, flexibility: .rest(minimum: 20))),
            ],
            entries: diagnoses.map { diagnosis in
                [
                    RowEntry(.text(diagnosis.label)), RowEntry(.instant(diagnosis.at)),
                    RowEntry(.text(diagnosis.verdict)),
                    .optional(diagnosis.customer),
                    RowEntry(diagnosis.ticket.map { .number($0.rawValue) } ?? .null), RowEntry(.text(diagnosis.url)),
                ]
            })
    }

    /// The checks whose states differ, in their order.
    package static func comparison(_ before: SiteDiagnosis, _ after: SiteDiagnosis, _ words: Words) -> Rows {
        let (old, new) = (states(before), states(after))
        let changed = CheckID.allCases.filter { old[$0]?.name != new[$0]?.name || old[$0]?.code != new[$0]?.code }
        func entry(_ state: Check.State?) -> RowEntry {
            guard let state else { return RowEntry(.null) }
            return RowEntry(.text([state.name, state.code].compactMap { $0 }.joined(by: " ")))
        }
        return Rows(
            .diagnosisChanges,
            fields: [
                RowField("check", .text, column: Column(heading: words.headings.id)),
                RowField("before", .text, column: Column(heading: words.diagnosis.before)),
                RowField("after", .text, column: Column(heading: words.diagnosis.after)),
                RowField("what", .text, column: Column(heading: words.headings.what, flexibility: .rest(minimum: 16))),
            ],
            entries: changed.map { id in
                [
                    RowEntry(.text(id.rawValue)), entry(old[id]), entry(new[id]),
                    RowEntry(.text(words.diagnosis.check(id))),
                ]
            })
    }

    /// Behind redirects the same checks come again: what is worst counts.
    private static func states(_ diagnosis: SiteDiagnosis) -> [CheckID: Check.State] {
        var states: [CheckID: Check.State] = [:]
        for check in diagnosis.assessment.hops.flatMap(\.checks) {
            guard let known = states[check.id] else {
                states[check.id] = check.state
                continue
            }
            if weight(check.state) > weight(known) { states[check.id] = check.state }
        }
        return states
    }

    private static func weight(_ state: Check.State) -> Int {
        switch state {
        case .ok: 0
        case .notTested: 1
        case .notTestable: 2
        case .warning: 3
        case .failed: 4
        }
    }
}
