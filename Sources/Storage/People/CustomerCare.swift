import Workflow

/// What is to be known of a customer; nil leaves a value as it is, an empty text removes it.
package struct CustomerFacts: Equatable, Sendable {
    package var name: String?
    package var phone: String?
    package var email: String?
    /// Made when the desk does not know it.
    package var organisation: String?
    package var isVIP: Bool?
    package var language: String?

    package init(
        name: String? = nil, phone: String? = nil, email: String? = nil, organisation: String? = nil,
        isVIP: Bool? = nil, language: String? = nil
    ) {
        self.name = name
        self.phone = phone
        self.email = email
        self.organisation = organisation
        self.isVIP = isVIP
        self.language = language
    }
}

/// Looking after customers. Each is one operation that can be undone.
extension Store {
    /// - Throws: `StorageError.nameTaken`.
    package func addCustomer(
        _ facts: CustomerFacts, _ context: CommandContext
    ) throws -> Outcome<Customer> {
        try write(context, needs: .work) { operation in
            let id = try operation.add(facts.name ?? "", to: .customer)
            try operation.set(facts, ofCustomer: id)
            return try Customers.find(id, in: operation.db)
        }
    }

    package func editCustomer(
        _ id: Int64, _ facts: CustomerFacts, _ context: CommandContext
    ) throws -> Outcome<Customer> {
        try write(context, needs: .work) { operation in
            try operation.set(facts, ofCustomer: id)
            return try Customers.find(id, in: operation.db)
        }
    }

    /// Gives the tickets of some customers to another one. Their names find that one from now on.
    /// - Returns: the tickets that moved.
    /// - Throws: `StorageError.mergedIntoItself`.
    package func mergeCustomers(
        _ ids: [Int64], into mergeTarget: Int64, _ context: CommandContext
    ) throws -> Outcome<[Ticket.Number]> {
        guard !ids.contains(mergeTarget) else { throw StorageError.mergedIntoItself }
        return try write(context, needs: .mergeCustomers) { operation in
            let moved = try ids.flatMap { try operation.merge(customer: $0, into: mergeTarget) }
            try operation.confirm(changing: moved.count)
            return moved
        }
    }
}

extension Operation {
    mutating func set(_ facts: CustomerFacts, ofCustomer id: Int64) throws {
        if let name = facts.name { try rename(id, in: .customer, to: name) }
        if let phone = facts.phone { try change(.customerPhone, ofRow: id, to: phone.orNull) }
        if let email = facts.email { try change(.customerEmail, ofRow: id, to: email.orNull) }
        if let organisation = facts.organisation {
            let value: SQLValue = organisation.isEmpty ? .null : .integer(try named(organisation, in: .organisation))
            try change(.customerOrganisation, ofRow: id, to: value)
        }
        if let isVIP = facts.isVIP { try change(.customerVIP, ofRow: id, to: .flag(isVIP)) }
        if let language = facts.language { try change(.customerLanguage, ofRow: id, to: language.orNull) }
    }

    /// The customer somebody means by a name, a telephone number or an e-mail address. Nobody known is somebody new, who
    /// can be found again by what was said.
    /// - Throws: `StorageError.severalCustomers`.
    mutating func customer(called text: String) throws -> Int64 {
        if let id = try Customers.one(called: text, in: db) {
            // Somebody whose making was undone is there again.
            if try Customers.isUndone(id, in: db) { try retire(id, in: .customer, false) }
            return id
        }
        let id = try NamedTable.customer.insert(text, .none, in: db)
        let (phone, email) = (ContactText.phoneKey(text), ContactText.emailKey(text))
        guard phone != nil || email != nil else { return id }
        try db.run(
            "UPDATE customer SET phone = $1, phone_key = $2, email = $3, email_key = $4 WHERE id = $5",
            [
                phone == nil ? .null : .text(text), .optional(phone), email == nil ? .null : .text(text),
                .optional(email), .integer(id),
            ])
        return id
    }

    fileprivate mutating func merge(customer id: Int64, into mergeTarget: Int64) throws -> [Ticket.Number] {
        let rows = try db.rows("SELECT id FROM ticket WHERE customer_id = $1 ORDER BY id", [.integer(id)])
        let tickets = try rows.map { Ticket.Number(try $0.integer(0)) }
        for ticket in tickets { try change(.customer, of: ticket, to: .integer(mergeTarget)) }
        // Those merged into him before follow, so that nobody is ever more than one step away.
        let earlier = try db.rows("SELECT id FROM customer WHERE merged_into = $1 ORDER BY id", [.integer(id)])
        for id in try earlier.map({ try $0.integer(0) }) + [id] {
            try change(.customerMergedInto, ofRow: id, to: .integer(mergeTarget))
        }
        for field in [EventField.customerPhone, .customerEmail, .customerOrganisation, .customerLanguage] {
            try fill(field, ofCustomer: mergeTarget, from: id)
        }
        return tickets
    }

    // What nobody knew of the mergeTarget is what was known of the other.
    private mutating func fill(_ field: EventField, ofCustomer mergeTarget: Int64, from id: Int64) throws {
        guard try storedValue(field, ofRow: mergeTarget) == .null else { return }
        try change(field, ofRow: mergeTarget, to: try storedValue(field, ofRow: id))
    }
}

extension String {
    fileprivate var orNull: SQLValue { isEmpty ? .null : .text(self) }
}
