import Testing
import Workflow

@testable import Storage

/// Who has which name.
struct DomainTests {
    private let store: Store
    private static let day: Int64 = 86_400_000

    init() throws {
        store = try Store.inMemory()
        for name in ["ana", "ben"] { _ = try store.addCustomer(CustomerFacts(name: name), .ofTests) }
    }

    private func context(afterDays days: Int64 = 0) -> CommandContext {
        var context = CommandContext.ofTests
        context.at = Instant(milliseconds: context.at.milliseconds + days * Self.day)
        return context
    }

    private func claim(_ name: String, _ customer: String, afterDays days: Int64 = 0) throws -> ClaimedDomain {
        try store.claim(name, readable: name, customer: customer, token: "t\(customer)", context(afterDays: days))
            .content
    }

    private func verify(_ claim: ClaimedDomain, afterDays days: Int64 = 0) throws -> Outcome<ClaimedDomain> {
        try store.verify(claim, readable: claim.name, context(afterDays: days))
    }

    private func owner(_ name: String) throws -> String? {
        try store.read { try Domains.owner(of: name, in: $0)?.customer }
    }

    @Test func `of two who claim a name the first to prove it has it`() throws {
        let (first, second) = (try claim("a.test", "ana"), try claim("a.test", "ben"))
        _ = try verify(second)
        #expect(throws: StorageError.domain(.taken("a.test"))) { try verify(first) }
        #expect(StorageError.domain(.taken("a.test")).identity.kind.exitCode == 5)
        #expect(try owner("a.test") == "ben")
    }

    @Test func `who proves a name twice has it as before`() throws {
        let first = try claim("a.test", "ana")
        _ = try verify(first)
        #expect(try verify(first).result == .unchanged)
    }

    @Test func `a claim counts for a week, and then makes room`() throws {
        let late = try claim("a.test", "ana")
        #expect(throws: StorageError.domain(.expired("a.test"))) { try verify(late, afterDays: 8) }
        #expect(throws: StorageError.domain(.claimed("a.test"))) { try claim("a.test", "ana", afterDays: 6) }
        let again = try claim("a.test", "ana", afterDays: 8)
        #expect(again.id != late.id)
        #expect(throws: StorageError.domain(.noDomain("a.test"))) { try verify(late, afterDays: 8) }
        _ = try verify(again, afterDays: 9)
    }

    @Test func `a name below another customer's is not claimed`() throws {
        _ = try verify(try claim("a.test", "ana"))
        let fault = StorageError.domain(.belowForeign("b.a.test", above: "a.test"))
        #expect(throws: fault) { try claim("b.a.test", "ben") }
        #expect(throws: StorageError.domain(.belowForeign("*.b.a.test", above: "a.test"))) {
            try claim("*.b.a.test", "ben")
        }
        #expect(throws: Never.self) { try claim("b.a.test", "ana") }
        #expect(throws: Never.self) { try claim("aa.test", "ben") }
    }

    @Test(arguments: [
        ("a.test", "ana"), ("c.b.a.test", "ana"), ("d.test", nil), ("x.d.test", "ben"), ("y.x.d.test", "ben"),
        ("test", nil),
        ("xa.test", nil),
    ])
    func `the nearest name above says whose a host is`(host: String, customer: String?) throws {
        _ = try verify(try claim("a.test", "ana"))
        _ = try verify(try claim("*.d.test", "ben"))
        _ = try claim("test", "ben")
        #expect(try owner(host) == customer)
    }

    @Test func `a move is one operation, and one undo takes it back`() throws {
        _ = try verify(try claim("a.test", "ana"))
        _ = try verify(try claim("b.a.test", "ana"))
        let wanted = try claim("a.test", "ben")
        let (before, remains) = try store.remains(of: wanted, readable: "a.test")
        #expect(before.customer == "ana")
        #expect(remains == DomainRemains(tickets: 0, diagnoses: 0, below: ["b.a.test"]))
        let moved = try store.move(wanted, from: before, readable: "a.test", context())
        #expect(try owner("a.test") == "ben")
        _ = try store.undo(try #require(moved.result.operation), .ofTests)
        #expect(try owner("a.test") == "ana")
        #expect(try store.read { try Domains.all("a.test", in: $0) }.map(\.customer) == ["ana", "ben"])
    }

    @Test func `a move from somebody who has it no more is refused`() throws {
        let first = try verify(try claim("a.test", "ana")).content
        let wanted = try claim("a.test", "ben")
        _ = try store.release(first, readable: "a.test", context())
        #expect(throws: StorageError.domain(.taken("a.test"))) {
            try store.move(wanted, from: first, readable: "a.test", context())
        }
        #expect(throws: StorageError.domain(.notTaken("a.test"))) { try store.remains(of: wanted, readable: "a.test") }
    }

    @Test func `what is released comes back by undo`() throws {
        let first = try verify(try claim("a.test", "ana")).content
        let result = try store.release(first, readable: "a.test", context())
        #expect(try owner("a.test") == nil)
        _ = try store.undo(try #require(result.operation), .ofTests)
        #expect(try owner("a.test") == "ana")
    }

    @Test func `an undo that would give a name to two is refused`() throws {
        let first = try verify(try claim("a.test", "ana")).content
        let released = try store.release(first, readable: "a.test", context())
        _ = try verify(try claim("a.test", "ben"))
        let operation = try #require(released.operation)
        #expect(throws: StorageError.self) { try store.undo(operation, .ofTests) }
        #expect(try owner("a.test") == "ben")
    }
}
