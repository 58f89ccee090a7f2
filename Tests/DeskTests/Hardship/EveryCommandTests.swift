import ArgumentParser
import Foundation
import Testing
@testable import Presentation

@testable import Desk

/// Every command there is, as `Main` lists them: a new one is tested without a line here.
struct EveryCommandTests {
    private static let commands: [[String]] = words(of: Desk.self)

    /// The words of each command that does something.
    private static func words(of command: any ParsableCommand.Type, _ path: [String] = []) -> [[String]] {
        let configuration = command.configuration
        let below = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        guard !below.isEmpty else { return [path] }
        return below.flatMap { words(of: $0, path + [$0.configuration.commandName ?? ""]) }
    }

    @Test func `CL-01 every command without a terminal and with closed input ends by itself`() throws {
        #expect(Self.commands.count > 50 && !Self.commands.contains { $0.contains("") })
        let desk = try TestDesk()
        try desk.run("import", "-q", TestDesk.demo)
        for command in Self.commands where command != ["init"] {
            for words in ["", "1", "1 x", "--help"] {
                let result = try desk.shell("exec \"$DESK\" \(command.joined(separator: " ")) \(words) <&-")
                guard case .exit(let code) = result.ending else {
                    Issue.record("\(command) \(words) ended by a signal")
                    continue
                }
                #expect([0, 1, 2, 3, 4, 5, 6, 7, 64].contains(code), "\(command) \(words): \(result.errorText)")
                #expect(code == 0 || !result.errors.isEmpty, "\(command) \(words) says nothing")
                #expect(!result.output.contains(0x1B) && !result.errors.contains(0x1B), "\(command) \(words)")
            }
        }
        #expect(try desk.run("doctor").ending == .exit(0))
    }

    @Test(arguments: [
        ("ls is:any", "number priority status createdAt category customer assignee title"),
        ("history 1", "operation at agent kind field what"),
        ("log", "operation at agent tickets undone undoes command"),
        ("audit", "operation at agent tickets undone undoes command"),
        ("diff 1", "number field subject before after"), ("category", "category count retired"),
        ("cause", "cause confirmed unverified"), ("cause show DNS", ""), ("tag list", "tag tickets aliases"),
        ("field", "field kind choices tickets retired"), ("priority", "priority aliases"),
        ("status", "status action to role"), ("view", "name query"),
    ])
    func `CL-03 the keys of a list's items stay as they are`(command: String, keys: String) throws {
        let desk = try TestDesk()
        try desk.run("import", "-q", TestDesk.demo)
        try desk.run("tag", "1", "+a")
        try desk.run("field", "add", "f")
        try desk.run("view", "save", "v", "is:any")
        let result = try desk.shell("exec \"$DESK\" \(command) --json")
        guard !keys.isEmpty else { return #expect(result.ending == .exit(64)) }
        #expect(result.ending == .exit(0), "\(result.errorText)")
        let document = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
        let envelope = ["asOf", "items", "query", "returned", "schema", "total", "truncated"]
        #expect(document?.keys.sorted() == envelope)
        let items = try #require(document?["items"] as? [[String: Any]])
        #expect(items.first?.keys.sorted() == keys.split(separator: " ").map { String($0) }.sorted())
    }

    @Test func `CL-03 what an undo did is one document`() throws {
        let desk = try TestDesk()
        try desk.run("new", "t")
        let result = try desk.run("undo", "--json")
        let document = try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any]
        let items = try #require(document?["items"] as? [[String: Any]])
        #expect(items.map { $0.keys.sorted() } == [["kept", "operation", "tickets", "undoes"]])
    }
}
