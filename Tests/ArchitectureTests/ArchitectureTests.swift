import Foundation
import Testing

/// The house rules, asked of the package itself.
struct ArchitectureTests {
    // Read once for all tests.
    private static let sources = Result { try PackageFolder.swiftFiles(below: "Sources", "Migrations", "Seeds") }

    private let files: [SourceFile]

    init() throws {
        files = try Self.sources.get()
    }

    private var filesBelowDesk: [SourceFile] { files.filter { $0.module != "Desk" } }

    private func places(of patterns: [Pattern], in files: [SourceFile]) throws -> [String] {
        try files.flatMap { file in try patterns.flatMap { try file.places(of: $0) } }
    }

    @Test func `there are sources to look at`() {
        #expect(files.contains { $0.module == "Desk" })
        #expect(!filesBelowDesk.isEmpty)
    }

    @Test func `every module has a place in the house`() {
        #expect(Set(files.map(\.module)).subtracting(HouseRules.importable.keys) == [])
    }

    @Test func `imports point down only, and libraries stay where they belong`() {
        #expect(files.flatMap { HouseRules.strayImports(of: $0) } == [])
    }

    @Test func `targets depend on exactly what their files import`() throws {
        let manifest = Manifest(try PackageFolder.read("Package.swift"))
        for (module, files) in Dictionary(grouping: files, by: \.module) {
            #expect(manifest.dependencies[module] == HouseRules.dependencies(files), "\(module)")
        }
    }

    @Test func `every migration is embedded and listed`() throws {
        let list = try PackageFolder.read("Migrations/Migrations.swift")
        let names = try PackageFolder.names(in: "Migrations/sqlite")
        let unlisted = names.filter { !list.contains("\"\($0.dropLast(".sql".count))\"") }
        #expect(missing(names, in: list) + unlisted == [])
    }

    @Test func `every demo dataset is embedded and listed`() throws {
        let names = try PackageFolder.names(in: "Seeds/demo")
        let list = try PackageFolder.read("Seeds/Seeds.swift")
        #expect(missing(names, in: list) == [])
    }

    private func missing(_ names: [String], in list: String) -> [String] {
        let words = Set(SwiftCode.of(list).matches(of: #/PackageResources\.(\w+)/#).map { String($0.1) })
        return names.filter { !words.contains(HouseRules.resourceName($0)) }
    }

    @Test func `clock, environment and chance are read at the edge only`() throws {
        let found = try places(of: HouseRules.refusedBelowDesk, in: filesBelowDesk)
        #expect(found == [])
    }

    @Test func `nothing is public`() throws {
        let found = try places(of: HouseRules.publicDeclarations, in: files)
        #expect(found == [])
    }

    @Test func `nothing hides from the compiler or crashes on purpose`() throws {
        let found = try places(of: HouseRules.refusedEverywhere, in: files)
        #expect(found == [])
    }

    @Test func `SQL of one engine stands in the folder of its driver`() throws {
        let portable = files.filter { $0.module != "Migrations" && !$0.path.hasPrefix("Sources/Storage/SQLite/") }
        let found = try portable.flatMap { file in try HouseRules.engineSQL.flatMap { try file.placesInTexts(of: $0) } }
        #expect(found == [])
    }

    @Test func `nothing is left to do`() throws {
        // One file knows the words by which a reply is seen to be unfinished.
        let others = files.filter { $0.path != "Sources/Workflow/Texts/UnfinishedText.swift" }
        let found = try others.flatMap { file in try HouseRules.unfinished.flatMap { try file.placesInText(of: $0) } }
        #expect(found == [])
    }

    private var fronts: [SourceFile] { files.filter { ["Desk", "Presentation"].contains($0.module) } }

    @Test func `only the engine's folder and the entry of the program name an engine`() throws {
        let others = files.filter { file in !HouseRules.drivers.contains { file.path.hasPrefix($0) } }
        #expect(try places(of: HouseRules.driverNames, in: others) == [])
        #expect(try !places(of: HouseRules.driverNames, in: files).isEmpty)
    }

    @Test func `no front decides who may do what, or what is sure enough`() throws {
        #expect(try places(of: HouseRules.refusedInFronts, in: fronts) == [])
    }

    @Test func `no front holds a statement`() throws {
        let found = try fronts.flatMap { file in try HouseRules.statements.flatMap { try file.placesInText(of: $0) } }
        #expect(found == [])
    }

    @Test func `a rehearsal is a mode and no parameter`() throws {
        let below = files.filter { !["Desk", "Presentation"].contains($0.module) }
        #expect(try places(of: HouseRules.rehearsalFlags, in: below) == [])
    }

    @Test func `a name of a type stands for one thing in all modules`() throws {
        var modules: [String: Set<String>] = [:]
        for file in files {
            for name in file.topLevelTypes { modules[name, default: []].insert(file.module) }
        }
        #expect(modules.filter { $0.value.count > 1 }.keys.sorted() == [])
        #expect(modules["Store"] == ["Storage"])
        let bare: Set = ["Value", "Field", "Entry", "Row", "Line", "Kind", "Change"]
        #expect(bare.intersection(modules.keys) == [])
    }

    @Test func `what CONTRIBUTING says a change touches is there`() throws {
        let text = try PackageFolder.read("CONTRIBUTING.md")
        let start = try #require(text.range(of: "## What a change touches")?.upperBound)
        let end = try #require(text[start...].range(of: "\n## ")?.lowerBound)
        let paths = text[start..<end].matches(of: #/`((?:Sources|Tests|Migrations)\/[^`]+)`/#).map { String($0.1) }
        #expect(paths.count > 20)
        #expect(paths.filter { !PackageFolder.isThere($0) } == [])
    }

    @Test func `no file is too long to read at once`() throws {
        let all = files + (try PackageFolder.swiftFiles(below: "Tests", "Benchmarks"))
        #expect(all.filter { $0.lineCount > 250 }.map(\.path) == [])
    }
}
