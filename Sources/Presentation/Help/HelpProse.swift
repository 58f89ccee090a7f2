import Import
import Storage
import Workflow

/// The sentences of the help topics, in one language. What one language lacks does not compile.
struct HelpProse: Sendable {
    typealias Rows = KeyValuePairs<String, String>

    struct QueryProse: Sendable {
        let intro: [String]
        let syntax: Rows
        let joints: String
        let sorting: [String]
        let kind: @Sendable (Query.Field.Kind) -> String
        /// Nil where the name says it.
        let meaning: @Sendable (Query.Field) -> String?
    }

    struct DateProse: Sendable {
        let intro: [String]
        let forms: Rows
        let named: String
        let units: String
        let aboutUnits: [String]
        let moments: String
        let momentForms: Rows
    }

    struct OutputProse: Sendable {
        let intro: [String]
        let format: @Sendable (Format) -> String
        let columns: String
        let options: String
        let optionRows: Rows
    }

    struct ExitProse: Sendable {
        let intro: [String]
        let done: String
        let kind: @Sendable (ErrorKind) -> String
        let or: String
        let interrupted: String
    }

    struct StatusProse: Sendable {
        let intro: [String]
        let moves: String
        let any: String
        let same: String
    }

    struct SLAProse: Sendable {
        let intro: [String]
        let goal: @Sendable (SLAGoal) -> String
        let terms: String
        let termRows: Rows
        let states: String
        let commands: String
        let commandRows: Rows
    }

    struct ImportProse: Sendable {
        let intro: [String]
        let form: @Sendable (FileJudgement.Form) -> String
        let again: String
        let aboutAgain: [String]
        let aboutConflicts: [String]
        let rule: @Sendable (ImportRun.ConflictRule) -> String
        let options: String
        let optionRows: Rows
    }

    struct PrivacyProse: Sendable {
        let intro: [String]
        let personal: String
        let aboutPersonal: [String]
        let kind: @Sendable (PersonalData.Kind) -> String
        let roles: String
        let aboutRoles: [String]
    }

    let title: @Sendable (HelpPage) -> String
    let query: QueryProse
    let dates: DateProse
    let output: OutputProse
    let exits: ExitProse
    let statuses: StatusProse
    let sla: SLAProse
    let importing: ImportProse
    let privacy: PrivacyProse
}
