import Import
import Storage
import Testing
import Workflow

struct CustomerTests {
    private let desk: PeopleDesk

    init() throws { desk = try PeopleDesk() }

    private func id(_ name: String) throws -> Int64 { try desk.store.read { try Customers.known(name, in: $0) } }

    private func file(customer: String, organisation: String? = nil) throws -> Ticket {
        let new = NewTicket(title: "t", customer: customer, organisation: organisation)
        return try desk.ticket(desk.store.file(new, PeopleDesk.context(1)).ticket.rawValue)
    }

    @Test func `a telephone number or an address finds the customer, however it is written`() throws {
        let facts = CustomerFacts(name: "王女士", phone: "138 0013 8000", email: "wang@example.com")
        _ = try desk.store.addCustomer(facts, PeopleDesk.context(1))
        for text in ["13800138000", "+86 138-0013-8000", "WANG@example.com", "王女士"] {
            #expect(try file(customer: text).customer == "王女士", "\(text)")
        }
    }

    @Test func `an unknown number becomes a customer with that number`() throws {
        #expect(try file(customer: "139 0000 1111").customer == "139 0000 1111")
        #expect(try file(customer: "13900001111").customer == "139 0000 1111")
        let made = try desk.store.read { try Customers.find(try Customers.known("13900001111", in: $0), in: $0) }
        #expect(made.phone == "139 0000 1111" && made.tickets == 2)
    }

    @Test func `a number that two have is asked about`() throws {
        for name in ["甲", "乙"] {
            _ = try desk.store.addCustomer(CustomerFacts(name: name, phone: "13800138000"), PeopleDesk.context(1))
        }
        #expect(throws: StorageError.severalCustomers("13800138000", ["甲", "乙"])) {
            try file(customer: "13800138000")
        }
    }

    @Test func `an organisation is the customer's, and the query finds all their tickets`() throws {
        _ = try file(customer: "客户 0", organisation: "某科技")
        #expect(try desk.numbers("org:某科技") == [1, 3, 5])
        try desk.perform(.edit(TicketEdit(organisation: "")), on: 5)
        #expect(try desk.numbers("org:none customer:any") == [1, 2, 3, 4, 5])
    }

    @Test func `a ticket without a customer has no organisation to change`() throws {
        try desk.perform(.edit(TicketEdit(customer: "")), on: 1)
        #expect(throws: StorageError.noCustomer(ticket: 1)) {
            try desk.perform(.edit(TicketEdit(organisation: "某科技")), on: 1)
        }
    }

    @Test func `merged customers are one, and the old names find it in queries and imports`() throws {
        _ = try desk.store.editCustomer(id("客户 0"), CustomerFacts(phone: "13800138000"), PeopleDesk.context(1))
        let moved = try desk.store.mergeCustomers([id("客户 0")], into: id("客户 1"), PeopleDesk.context(2))
        #expect(moved.content.map(\.rawValue) == [1, 3])
        #expect(try desk.ticket(1).customer == "客户 1")
        for name in ["客户 0", "客户 1", "13800138000"] {
            #expect(try desk.numbers("customer:\"\(name)\"") == [1, 2, 3, 4], "\(name)")
        }
        #expect(try file(customer: "客户 0").customer == "客户 1")
        #expect(try desk.store.read { try Customers.all(in: $0).map(\.name) } == ["客户 1"])
    }

    @Test func `whose adding was undone is nobody, until the name is said again`() throws {
        let added = try desk.store.addCustomer(CustomerFacts(name: "丁"), PeopleDesk.context(1)).result
        guard case .done(let operation) = added else {
            Issue.record("\(added)")
            return
        }
        _ = try desk.store.undo(operation, PeopleDesk.context(2))
        #expect(throws: StorageError.noSuchName(.customer, "丁", nearest: nil)) { try id("丁") }
        #expect(try file(customer: "丁").customer == "丁")
        #expect(try desk.store.read { try Customers.all(in: $0).map(\.name) }.contains("丁"))
    }

    @Test func `an export that names a merged customer comes in as the one they are now`() throws {
        let export = try desk.export()
        let other = try PeopleDesk(tickets: 0)
        for name in ["客户 0", "客户 1"] {
            _ = try other.store.addCustomer(CustomerFacts(name: name), PeopleDesk.context(1))
        }
        let ids = try other.store.read { db in try ["客户 0", "客户 1"].map { try Customers.known($0, in: db) } }
        _ = try other.store.mergeCustomers([ids[0]], into: ids[1], PeopleDesk.context(2))
        let file = Importer.Source(path: "a.jsonl", bytes: Array(export.utf8))
        try Importer(context: PeopleDesk.context(3)).run([file], into: other.store) { _ in }
        #expect(try other.numbers("customer:\"客户 1\"").count == 4)
        #expect(try other.ticket(1).customer == "客户 1")
    }

    @Test func `a chain of merges leads to the last at once`() throws {
        _ = try desk.store.addCustomer(CustomerFacts(name: "丙"), PeopleDesk.context(1))
        _ = try desk.store.mergeCustomers([id("客户 0")], into: id("客户 1"), PeopleDesk.context(2))
        _ = try desk.store.mergeCustomers([id("客户 1")], into: id("丙"), PeopleDesk.context(3))
        #expect(try file(customer: "客户 0").customer == "丙")
        #expect(try desk.store.read { try Customers.aliases(of: try Customers.known("丙", in: $0), in: $0) }.count == 2)
        // The first is the third already.
        #expect(throws: StorageError.mergedIntoItself) {
            try desk.store.mergeCustomers([id("客户 0")], into: id("丙"), PeopleDesk.context(4))
        }
    }

    @Test func `a name that is there, also as an old name, is not given twice`() throws {
        _ = try desk.store.mergeCustomers([id("客户 0")], into: id("客户 1"), PeopleDesk.context(2))
        #expect(throws: StorageError.nameTaken("客户 1")) {
            try desk.store.addCustomer(CustomerFacts(name: "客户 0"), PeopleDesk.context(3))
        }
        #expect(throws: StorageError.nameTaken("客户 1")) {
            try desk.store.editCustomer(id("客户 1"), CustomerFacts(name: "客户 0"), PeopleDesk.context(3))
        }
    }

    @Test func `a customer keeps the name in another writing`() throws {
        let edited = try desk.store.editCustomer(id("客户 0"), CustomerFacts(name: "客户　０"), PeopleDesk.context(2))
        #expect(edited.content.name == "客户　０")
        #expect(try desk.ticket(1).customer == "客户　０")
    }

    @Test func `a context that changes nothing makes no operation, and a rehearsal leaves no trace`() throws {
        let before = try desk.people()
        let facts = CustomerFacts(name: "丁", organisation: "某科技")
        #expect(try desk.store.addCustomer(facts, PeopleDesk.context(1).rehearsal).result == .rehearsed)
        #expect(try desk.people() == before)
        let same = try desk.store.editCustomer(id("客户 0"), CustomerFacts(isVIP: false), PeopleDesk.context(1))
        #expect(same.result == .unchanged)
        let last = try desk.store.read { try OperationLog.lines(limit: 1, in: $0)[0].number }
        #expect(try desk.store.addCustomer(facts, PeopleDesk.context(1)).result == .done(last + 1))
    }
}
