import Foundation
import Testing

/// What a program reads when a rule refuses.
struct RefusalTests {
    private func error(_ result: DeskProcess.Result) throws -> [String: Any] {
        let line = try #require(result.errorText.split(separator: "\n").last)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return try #require(object["error"] as? [String: Any])
    }

    @Test func `LC-01 a refused transition ends with 6 and lists what is allowed`() throws {
        let desk = try TestDesk()
        try desk.run("new", "t")
        let result = try desk.run("wake", "1", "--json")
        #expect(result.ending == .exit(6))
        #expect(result.errorText.contains("Possible: take, release, assign, transfer, reply"))
        let error = try error(result)
        #expect(error["code"] as? String == "transition")
        #expect(error["exit"] as? Int == 6)
        #expect(error["ticket"] as? Int == 1)
        #expect(error["from"] as? String == "new")
        #expect(error["to"] as? String == "open")
        #expect(error["allowed"] as? [String] == ["open", "pending", "hold", "resolved", "closed"])
        #expect((error["actions"] as? [String])?.contains("pend") == true)
    }

    @Test func `LC-01 a role that does not suffice ends with 4 and says which would`() throws {
        let desk = try TestDesk()
        try desk.run("new", "t")
        try desk.run("agent", "add", "zhang")
        let result = try desk.run("--as", "zhang", "close", "1", "--json")
        #expect(result.ending == .exit(4))
        let error = try error(result)
        #expect(error["needs"] as? String == "manager")
        #expect(error["allowed"] as? [String] == ["open", "pending", "hold", "resolved"])
    }

    @Test func `LC-12 a retired agent may read and do nothing`() throws {
        let desk = try TestDesk()
        try desk.run("new", "t")
        try desk.run("agent", "add", "zhang")
        try desk.run("agent", "retire", "zhang")
        #expect(try desk.run("--as", "zhang", "ls", "--format", "ids").text == "1\n")
        #expect(try desk.run("--as", "zhang", "take", "1").ending == .exit(4))
    }

    @Test func `a role that the desk denied work may not undo its way back`() throws {
        let desk = try TestDesk()
        try desk.run("agent", "add", "zhang")
        try desk.run("role", "grant", "purge", "agent")
        #expect(try desk.run("--as", "zhang", "undo", "2").ending == .exit(4))
        #expect(try desk.run("undo").ending == .exit(0))
    }
}
