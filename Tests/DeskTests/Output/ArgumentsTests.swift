import Testing
@testable import Presentation

@testable import Desk

struct ArgumentsTests {
    @Test(arguments: [
        ("ls -tag:spam", "ls -- -tag:spam"),
        ("ls status:open --limit 5 -is:open", "ls --limit 5 -- status:open -is:open"),
        ("ls -(a OR b) -n", "ls -n -- -(a OR b)"), ("ls --limit=5 -证书", "ls --limit=5 -- -证书"),
        ("ls -nq -7d", "ls -nq -- -7d"), ("ls -spam", "ls -- -spam"), ("ls -- -n --json", "ls -- -n --json"),
        ("ls a -- -b", "ls -- a -b"), ("ls -s open -assignee:me", "ls -s open -- -assignee:me"), ("ls", "ls"),
        ("ls -", "ls -- -"), ("ls --json", "ls --json"), ("view save x -is:open", "view save -- x -is:open"),
    ])
    func `query words that begin with a dash are kept from the parser`(given: String, ordered: String) {
        #expect(arguments.ordered(words(given)) == words(ordered))
    }

    @Test func `a phrase stays one word`() {
        #expect(arguments.ordered(["ls", "-x y", "--limit", "5"]) == ["ls", "--limit", "5", "--", "-x y"])
    }

    @Test(arguments: [
        ("--db f ls a", "ls --db f -- a"), ("--db=f -nq close 42", "close 42 --db=f -nq"),
        ("-q category --lang zh add x", "category add x -q --lang zh"), ("--lang zh --help", "--help --lang zh"),
        ("-n note 5 -- -x", "note 5 -n -- -x"), ("--db", "--db"), ("", ""), ("--wrong ls", "--wrong ls"),
        ("--db f unknown -x", "unknown -x --db f"),
    ])
    func `global options are moved behind the verb`(given: String, ordered: String) {
        #expect(arguments.ordered(words(given)) == words(ordered))
    }

    @Test(arguments: [
        ("ls -m -foo a", "ls -m=-foo -- a"), ("ls --limit -5", "ls --limit=-5"), ("--as -x ls", "ls --as=-x"),
        ("note 5 -m --- -F -", "note 5 -m=--- -F -"), ("note 5 -m=-foo", "note 5 -m=-foo"),
    ])
    func `the value of an option may begin with a dash`(given: String, ordered: String) {
        #expect(arguments.ordered(words(given)) == words(ordered))
    }

    @Test(arguments: [
        "ls -m --json", "ls -m -n", "note 5 -m --as=x", "note 5 -m -- x", "close - -m x", "ls -z", "ls --wrong",
    ])
    func `forgotten values and mistyped options are left for the parser to refuse`(line: String) {
        #expect(arguments.ordered(words(line)) == words(line))
    }

    @Test func `tags to remove are words even with one letter`() {
        #expect(arguments.ordered(words("tag 42 +a -b -q")) == words("tag -q -- 42 +a -b"))
    }

    private let arguments = Arguments(
        globals: Arguments.Verb(
            words: .plain, options: ["--db", "--as", "--lang"], flags: ["-n", "--dry-run", "-q", "--quiet"]),
        nouns: ["category", "view"],
        verbs: [
            "ls": Arguments.Verb(words: .query, options: ["--limit", "-s", "-m"], flags: ["--json"]),
            "note": Arguments.Verb(words: .plain, options: ["-m", "-F"]), "view save": Arguments.Verb(words: .query),
            "tag": Arguments.Verb(words: .dashed),
        ])

    /// The words of a line; brackets keep theirs together as quotes would.
    private func words(_ line: String) -> [String] {
        line.replacing("(a OR b)", with: "(a\u{0}OR\u{0}b)").split(separator: " ")
            .map { String($0).replacing("\u{0}", with: " ") }
    }
}
