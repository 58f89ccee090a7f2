import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk field`: what else tickets say.
struct FieldNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "field", abstract: "Look after the custom fields of tickets.",
        subcommands: [FieldList.self, FieldAdd.self, FieldRetire.self], defaultSubcommand: FieldList.self)
}

/// `desk field list`
struct FieldList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List custom fields, what they take and how many tickets have them.")
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        try store.read { db in
            let words = session.words
            let rows = Rows(
                .fields,
                fields: [
                    RowField("field", .text, column: Column(heading: words.headings.field)),
                    RowField("kind", .text, column: Column(heading: words.headings.kind)),
                    RowField(
                        "choices", .list,
                        column: Column(heading: words.taxonomy.choices, flexibility: .rest(minimum: 10))),
                    RowField("tickets", .number, column: Column(heading: words.headings.tickets, alignment: .right)),
                    RowField("retired", .truth, column: Column(heading: words.headings.retired)),
                ],
                entries: try Taxonomy.fields(in: db).map { field in
                    [
                        RowEntry(.text(field.name)), .optional(field.kind?.name), RowEntry(.list(field.choices)),
                        RowEntry(.number(Int64(field.tickets))), RowEntry(.truth(field.isRetired)),
                    ]
                })
            try session.show(rows, zone: .utc)
        }
    }
}

/// `desk field add NAME --kind KIND`
struct FieldAdd: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a custom field, or say what one takes. Takes a manager.",
        discussion: "What tickets say already stays as it is.")

    @Argument(help: "What the field is called.")
    var name: String

    @Option(help: "text, number, date or choice.")
    var kind = "text"

    @Option(help: ArgumentHelp("One of the values of a choice; may be repeated.", valueName: "value"))
    var choice: [String] = []

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let name = try TaxonomyName.new(name)
        let choices = choice.map(\.trimmed).filter { !$0.isEmpty }
        guard let kind = FieldKind(name: folded(kind)), (kind == .choice) == !choices.isEmpty else {
            throw UsageError.badFieldKind(kind)
        }
        let outcome = try store.declareField(name, kind, choices: choices, context)
        return (session.words.taxonomy.fieldDeclared(name, kind, choices), outcome)
    }
}

/// `desk field retire NAME`
struct FieldRetire: TaxonomyVerb {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Let a custom field be set no more. Takes a manager.",
        discussion: "Tickets keep what they say in it, and queries find it.")

    @Argument(help: "The field.", completion: Completions.fieldNames)
    var name: String

    @Flag(help: "Let it be set again.")
    var back = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func apply(_ session: Session, in store: Store, _ context: CommandContext) throws -> (
        line: String, outcome: WriteResult
    ) {
        let field = try store.read { try TaxonomyName.field(name, in: $0) }
        let outcome = try store.retireField(field.id, !back, context)
        return (session.words.taxonomy.fieldRetired(field.name, !back), outcome)
    }
}
