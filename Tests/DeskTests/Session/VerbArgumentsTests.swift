import Foundation
import Testing
@testable import Presentation

@testable import Desk

/// The table of verbs says what ArgumentParser was told.
struct VerbArgumentsTests {
    /// A command as `--experimental-dump-help` describes it.
    private struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable {
                let kind: String
                let name: String
            }

            let kind: String
            let names: [Name]?
            let valueName: String?
        }

        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?
        let defaultSubcommand: String?

        /// Names with their dashes of one kind of argument: `option`, `flag`.
        func names(_ kind: String) -> Set<String> {
            let names = (arguments ?? []).filter { $0.kind == kind }.flatMap { $0.names ?? [] }
            return Set(names.map { ($0.kind == "long" ? "--" : "-") + $0.name })
        }

        var takesQuery: Bool {
            arguments?.contains { $0.kind == "positional" && $0.valueName?.hasSuffix("query") == true } == true
        }

        /// Commands that do something, by their words; a default one goes by the name of its noun.
        func verbs(_ path: [String] = []) -> [(name: String, command: Command)] {
            guard let subcommands else { return [(path.joined(separator: " "), self)] }
            return subcommands.filter { $0.commandName != "help" }.flatMap { command in
                command.verbs(command.commandName == defaultSubcommand ? path : path + [command.commandName])
            }
        }
    }

    private struct Help: Decodable {
        let command: Command
    }

    private static let answered: Set<String> = ["-h", "--help", "--version"]
    private let verbs: [(name: String, command: Command)]
    private let table = Arguments.desk

    init() throws {
        verbs = try JSONDecoder().decode(Help.self, from: Data(Desk._dumpHelp().utf8)).command.verbs()
    }

    @Test func `the options before and after every verb are those that every verb declares`() throws {
        let plain = try #require(verbs.first { $0.name == "import list" }?.command)
        #expect(table.globals.options == plain.names("option"))
        #expect(table.globals.flags == plain.names("flag").subtracting(Self.answered))
    }

    @Test func `the own options of every verb are those it declares`() {
        for (name, command) in verbs where name != "completion" && name != "manual" {
            let verb = table.verbs[name] ?? Arguments.Verb(words: .plain)
            #expect(verb.options == command.names("option").subtracting(table.globals.options), "\(name)")
            let flags = command.names("flag").subtracting(table.globals.flags).subtracting(Self.answered)
            #expect(verb.flags == flags, "\(name)")
            #expect((verb.words == .query) == command.takesQuery, "\(name)")
        }
    }

    @Test func `the table names no verb that is not there`() {
        #expect(Set(table.verbs.keys).subtracting(verbs.map(\.name)) == [])
        // A noun with one verb only goes by its own name.
        let nouns = verbs.map(\.name).filter { $0.contains(" ") }.map { String($0.prefix { $0 != " " }) }
        #expect(table.nouns.isSuperset(of: nouns))
    }

    @Test func `a value that begins with a dash reaches its option`() {
        #expect(table.ordered(["new", "x", "-m", "-5 degrees"]) == ["new", "x", "-m=-5 degrees"])
        #expect(table.ordered(["import", "--status", "-x", "a.md"]) == ["import", "--status=-x", "a.md"])
    }
}
