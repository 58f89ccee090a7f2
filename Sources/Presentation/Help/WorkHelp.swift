import Import
import Storage
import Workflow

/// `desk help output`
struct OutputHelp {
    let prose: HelpProse

    var sections: [HelpSection] {
        let columns = TicketColumns.names + TicketFact.common.map(\.name) + ["field.NAME"]
        return [
            HelpSection(
                prose.title(.output), prose.output.intro,
                rows: Format.allCases.map { HelpSection.Row($0.rawValue, prose.output.format($0)) }),
            HelpSection(prose.output.columns, [columns.joined(by: ", ")]),
            HelpSection(prose.output.options, rows: prose.output.optionRows.map { HelpSection.Row($0, $1) }),
        ]
    }
}

/// `desk help exit-codes`
struct ExitCodeHelp {
    let prose: HelpProse

    var sections: [HelpSection] {
        let codes = Set(ErrorKind.allCases.map(\.exitCode)).sorted()
        let rows =
            [HelpSection.Row("0", prose.exits.done)]
            + codes.map { code in
                let kinds = ErrorKind.allCases.filter { $0.exitCode == code }
                return HelpSection.Row(String(code), kinds.map(prose.exits.kind).joined(by: prose.exits.or))
            } + [HelpSection.Row("130", prose.exits.interrupted)]
        return [HelpSection(prose.title(.exitCodes), prose.exits.intro, rows: rows)]
    }
}

/// `desk help statuses`
struct StatusHelp {
    let prose: HelpProse

    var sections: [HelpSection] {
        let names = QueryReference.statuses.map { entry in
            HelpSection.Row(entry.name, entry.others.joined(by: ", "))
        }
        let moves = LifeCycle.transitions.map { row in
            let from =
                row.from.count == Status.allCases.count ? prose.statuses.any : row.from.map(\.name).joined(by: ", ")
            let takes = row.permission == .work ? "" : " (\(row.permission.rawValue))"
            return HelpSection.Row(row.action.rawValue, "\(from) → \(row.to?.name ?? prose.statuses.same)\(takes)")
        }
        return [
            HelpSection(prose.title(.statuses), prose.statuses.intro, rows: names),
            HelpSection(prose.statuses.moves, rows: moves),
        ]
    }
}

/// `desk help sla`
struct SLAHelp {
    let prose: HelpProse

    var sections: [HelpSection] {
        let states = QueryReference.slaStates.map { HelpSection.Row($0.name, $0.others.joined(by: ", ")) }
        let goals = SLAGoal.allCases.map { HelpSection.Row($0.rawValue, prose.sla.goal($0)) }
        let raising = SLATerms.Raising.allCases.map(\.rawValue).joined(by: ", ")
        let reopening = SLATerms.Reopening.allCases.map(\.rawValue).joined(by: ", ")
        return [
            HelpSection(prose.title(.sla), prose.sla.intro, rows: goals),
            HelpSection(
                prose.sla.terms,
                rows: prose.sla.termRows.map { HelpSection.Row($0, $1) } + [
                    HelpSection.Row("raise …", raising), HelpSection.Row("reopen …", reopening),
                ]),
            HelpSection(prose.sla.states, rows: states),
            HelpSection(prose.sla.commands, rows: prose.sla.commandRows.map { HelpSection.Row($0, $1) }),
        ]
    }
}

/// `desk help import`
struct ImportHelp {
    let prose: HelpProse

    var sections: [HelpSection] {
        let rules = ImportRun.ConflictRule.allCases.map { HelpSection.Row($0.rawValue, prose.importing.rule($0)) }
        return [
            HelpSection(
                prose.title(.import), prose.importing.intro,
                rows: FileJudgement.Form.allCases.map {
                    HelpSection.Row("--as \($0.rawValue)", prose.importing.form($0))
                }),
            HelpSection(prose.importing.again, prose.importing.aboutAgain),
            HelpSection("--on-conflict", rules.isEmpty ? [] : prose.importing.aboutConflicts, rows: rules),
            HelpSection(prose.importing.options, rows: prose.importing.optionRows.map { HelpSection.Row($0, $1) }),
        ]
    }
}

/// `desk help privacy`
struct PrivacyHelp {
    let prose: HelpProse

    var sections: [HelpSection] {
        let kinds = PersonalData.Kind.allCases.map { HelpSection.Row($0.rawValue, prose.privacy.kind($0)) }
        let roles = Permission.allCases.map { HelpSection.Row($0.rawValue, $0.role.name) }
        return [
            HelpSection(prose.title(.privacy), prose.privacy.intro),
            HelpSection(prose.privacy.personal, prose.privacy.aboutPersonal, rows: kinds),
            HelpSection(prose.privacy.roles, prose.privacy.aboutRoles, rows: roles),
        ]
    }
}
