import Testing
@testable import Presentation

@testable import Desk

/// What is read quickly is what the parser reads.
struct QuickCommandTests {
    static let lines: [[String]] = [
        ["show", "5"], ["--db", "a.sqlite", "show", "5", "6-8", "--public"],
        ["show", "5", "--internal", "--events", "--original", "--json"],
        ["show", "5", "--as-of", "2026-03-01"], ["ls"],
        ["ls", "category:CDN", "证书", "--limit", "5", "--offset", "2", "--fields", "id", "--sort", "id"],
        ["-q", "ls", "--format", "ids", "--no-header", "--tz", "UTC", "--lang", "zh", "--color", "never"],
        ["search", "证书", "到期", "--in", "title", "--context", "9", "--no-pager", "--no-input", "-v"],
        ["new", "证书到期", "-m", "请处理", "-c", "CDN", "-p", "重要", "--customer", "王", "--tag", "a", "--tag", "b"],
        ["new", "--channel", "phone", "-F", "-", "--no-triage", "-n"], ["new", "x", "-e", "-y"],
        ["new", "x", "--customer", "13800138000", "--org", "某科技", "--assign", "me", "--team", "CDN"],
        ["take", "1", "--steal"], ["take", "1", "2"], ["--as", "li", "take", "--query", "is:new", "--if-version", "3"],
        ["reply", "1", "-m", "您好", "--then", "pend", "--until", "2bd", "--at", "09:00", "--reason", "等"],
        ["note", "1", "-m", "好", "--then", "resolve", "--resolution", "fixed"], ["reply", "1", "-m", "您好"],
        ["note", "1", "-F", "a.txt"],
        ["resolve", "1", "--resolution", "fixed", "--cause", "a", "--cause", "b", "-m", "好了"],
        ["triage", "1"], ["triage", "1", "2", "--apply", "--field", "category,prio", "--json"],
        ["triage", "-m", "证书到期"], ["triage", "-F", "a.jsonl", "--format", "jsonl"],
        ["triage", "--evaluate", "--folds", "3"], ["similar", "1"], ["similar", "1", "--limit", "0"],
        ["ask", "证书", "过期", "--limit", "2", "--use", "1"], ["ask", "人工客服", "-p", "重要", "-m", "打不开"],
        ["import", "a.md", "b", "-q"], ["import", "-n", "--lines", "a.md", "--status", "closed", "--json"],
    ]

    @Test(arguments: lines) func `a plain line is read as the parser reads it`(line: [String]) throws {
        let quick = try #require(QuickCommand(line))
        let ordered = Arguments.desk.ordered(line)
        // The words of a query stand behind a "--" for the parser; nothing of it is written down.
        // Behind a noun the parser wants its own options first; what is written down is what was typed.
        #expect(
            quick.arguments == ordered || Arguments.desk.verbs[ordered[0]]?.words == .query
                || ordered[0] == "import" && quick.arguments.sorted() == ordered.sorted())
        let (read, parsed) = (told(quick.verb), told(try Desk.parseAsRoot(ordered)))
        // The parser forgets the heading under which help prints a group.
        let differing = Set(read).symmetricDifference(parsed).filter { !$0.hasPrefix("_globals title") }
        #expect(differing == [])
    }

    @Test func `what else desk import does is known`() {
        let names = Import.configuration.subcommands.compactMap { $0.configuration.commandName }
        #expect(names.sorted() == ImportFiles.verbs)
    }

    // Every property with its value; one that was never set says "definition".
    private func told(_ value: Any) -> [String] {
        let mirror = Mirror(reflecting: value)
        guard !mirror.children.isEmpty else { return ["\(value)"] }
        return mirror.children.flatMap { child in told(child.value).map { "\(child.label ?? "") \($0)" } }
    }

    @Test(arguments: [
        ["show", "--help"], ["show", "5", "--publik"], ["ls", "-tag:spam"], ["ls", "--limit=5"],
        ["ls", "--limit", "x"],
        ["ls", "--", "x"], ["new", "a", "b"], ["new", "x", "-m", "a", "-e"], ["new", "x", "-m", "-5"],
        ["reply", "1", "-m"],
        ["-nq", "show", "1"], ["show", "1", "--timeout", "5"], ["ls", "--format", "odd"],
        ["ls", "--sort", "a", "--sort", "b"],
        ["triage", "1", "--min", "0.5"], ["similar"], ["similar", "1", "2"], ["category", "list"], [], ["--version"],
        ["sho", "1"], ["import"], ["import", "a.md", "--as", "articles"], ["ask", "x", "--limit", "0"],
        ["import", "files", "a.md"], ["import", "list"], ["import", "show", "b1"], ["import", "undo", "b1"],
    ]) func `what is out of the ordinary is left to the parser`(line: [String]) {
        #expect(QuickCommand(line)?.arguments == nil)
    }
}
