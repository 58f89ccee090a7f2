import App
import ArgumentParser
import Presentation
import Storage
import Workflow

/// What is to be known of a customer.
struct CustomerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Telephone number, or none.", valueName: "number"))
    var phone: String?

    @Option(help: ArgumentHelp("E-mail address, or none.", valueName: "address"))
    var email: String?

    @Option(
        help: ArgumentHelp("Organisation, or none; made when it is not there.", valueName: "name"),
        completion: Completions.organisations)
    var org: String?

    @Option(help: ArgumentHelp("Language to answer in, such as zh, or none.", valueName: "code"))
    var language: String?

    @Flag(inversion: .prefixedNo, help: "Somebody who must not wait.")
    var vip: Bool?

    /// - Throws: `UsageError.badContact`.
    func facts(name: String?) throws -> CustomerFacts {
        let facts = CustomerFacts(
            name: name, phone: phone?.emptyWhenNone, email: email?.emptyWhenNone, organisation: org?.emptyWhenNone,
            isVIP: vip, language: language?.emptyWhenNone)
        if let phone = facts.phone, !phone.isEmpty, ContactText.phoneKey(phone) == nil {
            throw UsageError.badContact(phone)
        }
        if let email = facts.email, !email.isEmpty, ContactText.emailKey(email) == nil {
            throw UsageError.badContact(email)
        }
        return facts
    }
}

/// `desk customer add NAME`
struct CustomerAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a customer, or bring a retired one back.")

    @Argument(help: "What the customer is called.")
    var name: String

    @OptionGroup var options: CustomerOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let facts = try options.facts(name: try NewName.name(name))
        let store = try session.openForWriting()
        let context = session.context
        let added = try store.addCustomer(facts, context)
        try session.tellSharedContact(of: added.content, in: store)
        try session.done(
            session.words.people.customer(added.content) + session.words.people.end(added.result),
            added.result.operation, name: added.content.name)
    }
}

/// `desk customer edit NAME`
struct CustomerEdit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change what is known of a customer.")

    @Argument(help: "Name, telephone number or e-mail address.", completion: Completions.customers)
    var customer: String

    @Option(help: "The new name.")
    var name: String?

    @OptionGroup var options: CustomerOptions
    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let facts = try options.facts(name: try name.map(NewName.name))
        guard facts != CustomerFacts() else { throw UsageError.nothingToChange }
        let store = try session.openForWriting()
        let context = session.context
        let id = try store.read { try Customers.known(customer, in: $0) }
        let edited = try store.editCustomer(id, facts, context)
        try session.tellSharedContact(of: edited.content, in: store)
        try session.done(
            session.words.people.customer(edited.content) + session.words.people.end(edited.result),
            edited.result.operation, name: edited.content.name)
    }
}

extension Session {
    /// Two people may share a telephone number or an address, but hardly ever on purpose.
    fileprivate func tellSharedContact(of customer: Customer, in store: Store) throws {
        guard !globals.quiet else { return }
        for contact in [customer.phone, customer.email].compactMap({ $0 }) {
            let others = try store.read { try Customers.names(ofContact: contact, in: $0) }
                .filter { !$0.isSameText(as: customer.name) }
            if !others.isEmpty { try note(words.people.sharedContact(contact, others.joined(by: ", "))) }
        }
    }
}

/// `desk customer retire NAME`
struct CustomerRetire: Verb {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Offer a customer no more; the tickets stay.",
        discussion: "desk customer add NAME brings one back.")

    @Argument(help: "Name, telephone number or e-mail address.", completion: Completions.customers)
    var customer: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        let context = session.context
        let customer = try store.read { try Customers.find(try Customers.known(self.customer, in: $0), in: $0) }
        let retired = try store.retire(customer.id, in: .customer, true, context)
        try session.done(
            session.words.people.retired(customer.name) + session.words.people.end(retired.result),
            retired.result.operation, name: customer.name)
    }
}

/// `desk customer merge A… --into B`
struct CustomerMerge: Verb {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Say that several customers are one. Takes a manager.",
        discussion: "All tickets move; the old names, numbers and addresses still find the customer.")

    @Argument(
        help: ArgumentHelp("The customers that are another.", valueName: "customer"), completion: Completions.customers)
    var customers: [String]

    @Option(help: ArgumentHelp("The one they are.", valueName: "customer"), completion: Completions.customers)
    var into: String

    @OptionGroup(title: "Everywhere") var globals: GlobalOptions

    func run(_ session: Session) throws {
        let store = try session.openForWriting()
        var context = session.context
        let (merged, mergeTarget) = try store.read { db in
            let merged = try customers.map { try Customers.find(try Customers.known($0, in: db), in: db) }
            return (merged, try Customers.find(try Customers.known(into, in: db), in: db))
        }
        let moved = try session.confirming(&context) {
            try store.mergeCustomers(merged.map(\.id), into: mergeTarget.id, $0)
        }
        try session.done(
            session.words.people.merged(merged.map(\.name), mergeTarget.name, moved.content.count)
                + session.words.people.end(moved.result), moved.result.operation, name: mergeTarget.name)
    }
}
