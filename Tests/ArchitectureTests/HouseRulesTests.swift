import Testing

/// Shows that the rules see what they are there for, and only that.
struct HouseRulesTests {
    private func places(of patterns: [Pattern], in text: String) throws -> [String] {
        try patterns.flatMap { try file(text).places(of: $0) }
    }

    private func file(_ text: String, at path: String = "Sources/Storage/Store.swift") -> SourceFile {
        SourceFile(path: path, text: text)
    }

    @Test(arguments: [
        ("import A", ["A"]), ("@testable import A\n  package import B", ["A", "B"]), ("import struct A.B", ["A"]),
        ("// import A\nlet x = \"\nimport B\"", []), ("@_spi(X) @preconcurrency import A; import B", ["A", "B"]),
        ("let important = 1", []), ("#if os(Linux)\n    import Glibc\n#endif", ["Glibc"]),
    ])
    func `imports are found`(text: String, imports: [String]) {
        #expect(file(text).imports == imports)
    }

    @Test(arguments: [
        ("Sources/Workflow/Ticket.swift", "Storage"), ("Sources/Workflow/Ticket.swift", "Glibc"),
        ("Sources/Storage/Store.swift", "Import"), ("Sources/Storage/Store.swift", "GRDB"),
        ("Sources/Import/Importer.swift", "Knowledge"), ("Sources/Reporting/Volume.swift", "ArgumentParser"),
        ("Sources/Desk/Main.swift", "GRDB"), ("Sources/Desk/Main.swift", "Migrations"),
        ("Seeds/Seeds.swift", "Storage"),
    ])
    func `an import that points up or aside is refused`(path: String, module: String) {
        #expect(HouseRules.strayImports(of: file("import \(module)", at: path)) == ["\(path) imports \(module)"])
    }

    @Test(arguments: [
        ("Sources/Workflow/Ticket.swift", "Foundation"), ("Sources/Storage/SQLite/SQLiteFile.swift", "GRDB"),
        ("Sources/Storage/Store.swift", "Workflow"), ("Sources/Import/Importer.swift", "Storage"),
        ("Sources/Desk/Main.swift", "ArgumentParser"),
    ])
    func `an import that points down is fine`(path: String, module: String) {
        #expect(HouseRules.strayImports(of: file("import \(module)", at: path)) == [])
    }

    @Test(arguments: [
        "public struct A {}", "  public static func a() {}", "public private(set) var a = 1", "open class A {}",
        "public(set) var a = 1", "@A public init() {}",
    ])
    func `a public declaration is refused`(text: String) throws {
        #expect(try places(of: HouseRules.publicDeclarations, in: "\n" + text) == ["Sources/Storage/Store.swift:2"])
    }

    @Test(arguments: [
        "case public\nlet a = 1", "store(.public, let x)", "var open = 1", "// public struct A", "republic var a",
    ])
    func `a word that is no declaration is fine`(text: String) throws {
        #expect(try places(of: HouseRules.publicDeclarations, in: text) == [])
    }

    @Test(arguments: [
        "let a = Date()", "Date.now", "ProcessInfo.processInfo", "getenv(\"A\")", "clock_gettime(CLOCK_REALTIME, &t)",
        "var g = SystemRandomNumberGenerator()", "UInt8.random(in: 0...1)", "UUID()", "time(nil)", "a.shuffled()",
        "\"\\(Date())\"",
    ])
    func `clock, environment and chance are seen`(text: String) throws {
        #expect(try places(of: HouseRules.refusedBelowDesk, in: text).count == 1)
    }

    @Test(arguments: [
        "Date(timeIntervalSince1970: 0)", "now.now", "time(of: x)", "randomly(", "// Date()", "\"getenv\"",
    ])
    func `what only looks like them is fine`(text: String) throws {
        #expect(try places(of: HouseRules.refusedBelowDesk, in: text) == [])
    }

    @Test(arguments: ["try! a()", "fatalError()", "extension A: @unchecked Sendable {}", "nonisolated(unsafe) var a"])
    func `what hides from the compiler is seen`(text: String) throws {
        #expect(try places(of: HouseRules.refusedEverywhere, in: text).count == 1)
    }

    @Test(arguments: [
        "store.write(context, needs: .work) {}", "try turn.require(permission)", "permissions.allow(.work, to: role)",
        "Permission.purge", "guard let most = context.confirmAbove", "if session.context.confirmAbove < count {}",
        "if count > config.confirmAbove {}", "similarity >= 0.9", "a.score > 3",
    ])
    func `what a front decides by itself is seen`(text: String) throws {
        #expect(try places(of: HouseRules.refusedInFronts, in: text).count == 1)
    }

    @Test(arguments: [
        "context.confirmAbove = nil", "CommandContext(confirmAbove: config.confirmAbove)", "{ $0.score }",
    ])
    func `what a front passes on is fine`(text: String) throws {
        #expect(try places(of: HouseRules.refusedInFronts, in: text) == [])
    }

    @Test(arguments: ["\"SELECT 1 FROM a\"", "\"UPDATE a SET b = 1\"", "\"\"\"\n    DELETE FROM a\n\"\"\""])
    func `a statement is seen`(text: String) throws {
        #expect(try HouseRules.statements.flatMap { try file(text).placesInText(of: $0) }.count == 1)
    }

    @Test(arguments: [
        "func a(isDryRun: Bool) {}", "func a(_ isRehearsal: Bool) {}", "init(b: Int, dryRun: Bool = true)",
    ])
    func `a rehearsal as a parameter is seen`(text: String) throws {
        #expect(try places(of: HouseRules.rehearsalFlags, in: text).count == 1)
    }

    @Test(arguments: [
        "\"SELECT 1 LIMIT -1\"", "\"FROM a CROSS JOIN b\"", "\"x IN (SELECT value FROM json_each($1))\"",
        "\"WHERE search MATCH $1\"", "\"GROUP BY +event.ticket_id\"", "\"a = 1 AND +b = 2\"", "\"PRAGMA user_version\"",
    ])
    func `SQL of one engine is seen`(text: String) throws {
        let found = try HouseRules.engineSQL.flatMap { try file("let a = \(text)").placesInTexts(of: $0) }
        #expect(found.count == 1)
    }

    @Test(arguments: [
        "// LIMIT -1", "let match = a.MATCH", "\"a + b\"", "\"LIMIT $1\"", "\"event.ticket_id + 0\"", "\"+8 hours\"",
    ])
    func `SQL that every engine takes is fine`(text: String) throws {
        #expect(try HouseRules.engineSQL.flatMap { try file(text).placesInTexts(of: $0) } == [])
    }

    @Test func `a manifest tells what its targets depend on`() {
        let manifest = Manifest(
            """
            .target(name: "A", swiftSettings: strict),
            .executableTarget(
                name: "B",
                dependencies: ["A", .product(name: "C", package: "d")],
                path: "E"),
            .testTarget(name: "F", dependencies: ["B"]),
            """)
        #expect(manifest.dependencies == ["A": [], "B": ["A", "C"], "F": ["B"]])
    }

    @Test(arguments: [("0001-tickets.sql", "_001_tickets_sql"), ("part-13.md", "part_13_md"), ("a.md", "a_md")])
    func `an embedded file has the name the build gives it`(file: String, name: String) {
        #expect(HouseRules.resourceName(file) == name)
    }
}
