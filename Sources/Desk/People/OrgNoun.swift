import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk org`: whom customers belong to.
struct OrgNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "org", abstract: "Look after the organisations of customers.",
        subcommands: [OrgList.self, OrgShow.self, OrgAdd.self, OrgEdit.self, OrgRetire.self],
        defaultSubcommand: OrgList.self)
}

/// `desk org list`
struct OrgList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List organisations.")

    @Flag(help: "With those that are retired.")
    var all = false

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let found = try store.read { try Organisations.all(withRetired: all, in: $0) }
        try session.show(OrgRows(words: session.words).rows(found), zone: .utc)
    }
}

/// `desk org show NAME`
struct OrgShow: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show an organisation.")

    @Argument(help: "The organisation.", completion: Completions.organisations)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let found = try store.read { db in
            let known = try NamedTable.organisation.known(name, in: db)
            return try Organisations.all(withRetired: true, in: db).filter { $0.name.isSameText(as: known.name) }
        }
        guard globals.askedFormat == nil || globals.askedFormat == .table else {
            return try session.show(OrgRows(words: session.words).rows(found), zone: .utc)
        }
        for line in found.flatMap(session.words.people.orgPage) { try session.print(SafeText.line(line)) }
    }
}

/// Organisations as a list tells them.
struct OrgRows {
    let words: Words

    func rows(_ found: [Organisation]) -> Rows {
        let headings = words.people.headings
        return Rows(
            .organisations,
            fields: [
                RowField("organisation", .text, column: Column(heading: headings.organisation)),
                RowField("customers", .number, column: Column(heading: headings.customers, alignment: .right)),
                RowField("open", .number, column: Column(heading: headings.open, alignment: .right)),
                RowField("tickets", .number, column: Column(heading: words.headings.tickets, alignment: .right)),
                RowField("retired", .truth, column: Column(heading: words.headings.retired)),
            ],
            entries: found.map { found in
                [
                    RowEntry(.text(found.name)), RowEntry(.number(Int64(found.customers.count))),
                    RowEntry(.number(Int64(found.open))), RowEntry(.number(Int64(found.tickets))),
                    RowEntry(.truth(found.isRetired)),
                ]
            })
    }
}

/// `desk org add NAME`
struct OrgAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an organisation, or bring a retired one back.")

    @Argument(help: "What it is called.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let name = try NewName.name(self.name)
        let store = try session.openForWriting()
        let context = session.context
        let added = try store.add(name, to: .organisation, context)
        try session.done(
            session.words.people.added(name) + session.words.people.end(added.result), added.result.operation,
            name: name)
    }
}

/// `desk org edit NAME --name NEW`
struct OrgEdit: Verb {
    static let configuration = CommandConfiguration(commandName: "edit", abstract: "Rename an organisation.")

    @Argument(help: "The organisation.", completion: Completions.organisations)
    var org: String

    @Option(help: "The new name.")
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let name = try NewName.name(self.name)
        let store = try session.openForWriting()
        let context = session.context
        let line = try store.read { try NamedTable.organisation.known(org, in: $0) }
        let renamed = try store.rename(line.id, in: .organisation, to: name, context)
        try session.done(
            session.words.people.renamed(line.name, name) + session.words.people.end(renamed.result),
            renamed.result.operation, name: name)
    }
}

/// `desk org retire NAME`
struct OrgRetire: Verb {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Offer an organisation no more; its customers stay.",
        discussion: "desk org add NAME brings one back.")

    @Argument(help: "The organisation.", completion: Completions.organisations)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let line = try store.read { try NamedTable.organisation.known(name, in: $0) }
        let retired = try store.retire(line.id, in: .organisation, true, context)
        try session.done(
            session.words.people.retired(line.name) + session.words.people.end(retired.result),
            retired.result.operation, name: line.name)
    }
}
