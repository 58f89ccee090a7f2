import Storage
import Workflow

/// `desk help query`
struct QueryHelp {
    let prose: HelpProse

    var sections: [HelpSection] {
        [HelpSection(prose.title(.query), prose.query.intro, rows: prose.query.syntax.map { HelpSection.Row($0, $1) })]
            + [HelpSection(prose.query.joints, rows: QueryReference.joints.map(row))]
            + Query.Field.Kind.allCases.compactMap(fields)
            + [
                HelpSection("is:", rows: (QueryReference.flags + QueryReference.statuses).map(row)),
                HelpSection("has:, no:", rows: QueryReference.parts.map(row)),
                HelpSection("in:", rows: QueryReference.areas.map(row)),
                HelpSection("sort:", prose.query.sorting, rows: QueryReference.sortKeys.map(row)),
                HelpSection("priority:", rows: QueryReference.priorities.map(row)),
                HelpSection("sla:", rows: QueryReference.slaStates.map(row)),
                HelpSection("cause.state:", rows: QueryReference.causeStates.map(row)),
                HelpSection("resolution:", rows: QueryReference.resolutions.map(row)),
            ]
    }

    private func fields(_ kind: Query.Field.Kind) -> HelpSection? {
        let fields = QueryReference.fields.filter { $0.kind == kind }
        guard let first = fields.first else { return nil }
        let none = fields.contains(where: \.admitsNone) ? " none any" : ""
        return HelpSection(
            "\(prose.query.kind(kind))  (\(first.comparisons.joined(by: " ")) !=\(none))",
            rows: fields.map { field in
                let meaning = prose.query.meaning(field.field).map { [$0] } ?? []
                let name = field.field == .custom ? "field.NAME" : field.entry.name
                return HelpSection.Row(name, (meaning + [others(field.entry)]).filter { !$0.isEmpty }.joined(by: " — "))
            })
    }

    private func row(_ entry: QueryReference.Entry) -> HelpSection.Row {
        HelpSection.Row(entry.name, others(entry))
    }

    private func others(_ entry: QueryReference.Entry) -> String { entry.others.joined(by: ", ") }
}

/// `desk help dates`
struct DateHelp {
    let prose: HelpProse

    var sections: [HelpSection] {
        [
            HelpSection(
                prose.title(.dates), prose.dates.intro, rows: prose.dates.forms.map { HelpSection.Row($0, $1) }),
            HelpSection(prose.dates.named, rows: QueryReference.periods.map(row)),
            HelpSection(prose.dates.units, prose.dates.aboutUnits, rows: QueryReference.units.map(row)),
            HelpSection(prose.dates.moments, rows: prose.dates.momentForms.map { HelpSection.Row($0, $1) }),
        ]
    }

    private func row(_ entry: QueryReference.Entry) -> HelpSection.Row {
        HelpSection.Row(entry.name, entry.others.joined(by: ", "))
    }
}
