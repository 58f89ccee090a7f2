import ArgumentParser
import Presentation
import Storage
import Workflow

/// `desk customer`: who asks.
struct CustomerNoun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customer", abstract: "Look after the customers.",
        subcommands: [
            CustomerList.self, CustomerShow.self, CustomerAdd.self, CustomerEdit.self, CustomerRetire.self,
            CustomerMerge.self,
        ],
        defaultSubcommand: CustomerList.self)
}

/// `desk customer list`
struct CustomerList: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List customers.")

    @Argument(help: ArgumentHelp("Only those with this in name, number, address or organisation.", valueName: "text"))
    var text: [String] = []

    @Flag(help: "With those that are retired.")
    var all = false

    @OptionGroup var limits: ListLimits
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let wanted = folded(text.joined(by: " "))
        let store = try session.openForReading()
        let found = try store.read { try Customers.all(withRetired: all, in: $0) }.filter { customer in
            let texts = [customer.name, customer.phone, customer.email, customer.organisation].compactMap { $0 }
            return wanted.isEmpty || texts.contains { folded($0).contains(wanted) }
        }
        let format = globals.askedFormat ?? Format.usual(isTerminal: session.terminal.isTerminal)
        let limit = limits.limit(format: format, isTerminal: session.terminal.isTerminal) ?? found.count
        let shown = found.dropFirst(limits.offset).prefix(limit)
        try session.show(CustomerRows(words: session.words).rows(Array(shown), total: found.count), zone: .utc)
    }
}

/// `desk customer show NAME`
struct CustomerShow: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a customer; a telephone number or an address will do.")

    @Argument(help: "Name, telephone number or e-mail address.", completion: Completions.customers)
    var name: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForReading()
        let (customer, aliases) = try store.read { db in
            let id = try Customers.known(name, in: db)
            return (try Customers.find(id, in: db), try Customers.aliases(of: id, in: db))
        }
        guard globals.askedFormat == nil || globals.askedFormat == .table else {
            return try session.show(CustomerRows(words: session.words).rows([customer], total: 1), zone: .utc)
        }
        for line in session.words.people.customerPage(customer, aliases) { try session.print(SafeText.line(line)) }
    }
}

/// Customers as a list tells them.
struct CustomerRows {
    let words: Words

    func rows(_ customers: [Customer], total: Int) -> Rows {
        let headings = words.people.headings
        return Rows(
            .customers, total: total,
            fields: [
                RowField("customer", .text, column: Column(heading: words.headings.customer)),
                text("organisation", headings.organisation), text("phone", headings.phone),
                text("email", headings.email), text("language", headings.language),
                RowField("vip", .truth, column: Column(heading: headings.vip)),
                RowField("open", .number, column: Column(heading: headings.open, alignment: .right)),
                RowField("tickets", .number, column: Column(heading: words.headings.tickets, alignment: .right)),
                RowField("retired", .truth, column: Column(heading: words.headings.retired)),
            ],
            entries: customers.map { customer in
                [
                    RowEntry(.text(customer.name)), .optional(customer.organisation), .optional(customer.phone),
                    .optional(customer.email), .optional(customer.language), RowEntry(.truth(customer.isVIP)),
                    RowEntry(.number(Int64(customer.open))), RowEntry(.number(Int64(customer.tickets))),
                    RowEntry(.truth(customer.isRetired)),
                ]
            })
    }

    // Left out where nobody has one.
    private func text(_ name: String, _ heading: String) -> RowField {
        RowField(name, .text, column: Column(heading: heading, flexibility: .yields(rank: 1, minimum: 6)))
    }
}
