import Foundation
import Reporting
import Testing
@testable import Presentation

@testable import Desk

/// What holds for every report as a page of HTML.
struct ReportPageTests {
    private static let hostile = "<script>alert(\"1\")</script> & 'x' \u{202E}\u{7}"

    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        try desk.run("import", "-q", TestDesk.demo)
        try desk.run("category", "add", "a\"&'<i")
        try desk.run("new", Self.hostile, "--customer", Self.hostile, "--tag", "<b>", "-c", "a\"&'<i", "-m", "x", "-q")
        try desk.run("new", "二", "--customer", "王女士", "-m", "x", "-q")
        try desk.run("cause", "new", Self.hostile)
        let resolved = try desk.run("resolve", "34", "--resolution", "fixed", "--cause", Self.hostile, "-q")
        #expect(resolved.ending == .exit(0), "\(resolved.errorText)")
        // The same customer comes back with the same cause.
        try desk.run("new", "again", "--customer", Self.hostile, "--tag", "<b>", "-m", "x", "-q")
        let both = try desk.run("ls", "tag:\"<b>\"", "--format", "ids").text.split(separator: "\n").map { String($0) }
        #expect(both.count == 2)
        for number in both {
            let again = try desk.run("resolve", number, "--resolution", "fixed", "--cause", Self.hostile, "-q")
            #expect(again.ending == .exit(0), "\(again.errorText)")
        }
        return desk
    }

    private func check(_ result: DeskProcess.Result, _ name: String) -> PageText {
        #expect(result.ending == .exit(0), "\(name): \(result.errorText)")
        let page = PageText(result.text)
        #expect(page.fault == nil, "\(name)")
        #expect(page.names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "b", "i", "a"]), "\(name)")
        for word in ["http", "src=", "@import", "javascript", "url(\"", "\u{202E}</", "\u{7}"] {
            #expect(!result.text.contains(word), "\(name) has \(word)")
        }
        #expect(result.text.ranges(of: "url(").count == result.text.ranges(of: "url(#").count, "\(name)")
        return page
    }

    @Test(arguments: ["en", "zh"])
    func `every report is one whole page that asks for nothing and runs nothing`(language: String) throws {
        let desk = try desk()
        for report in ReportKind.allCases.map(\.rawValue) + ["overview"] {
            for words in [[], ["--from", "2026-01"], [Self.quoted]] where report != "overview" || words.count < 3 {
                let arguments = ["report", report, "--format", "html", "--lang", language] + words
                let result = try desk.shell(
                    "exec \"$DESK\" "
                        + arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " "))
                let page = check(result, "\(arguments)")
                #expect(result.text.contains("<html lang=\"\(language == "zh" ? "zh-CN" : "en")\">"))
                #expect(!page.rows.isEmpty || !words.isEmpty || report == "overview", "\(report)")
            }
        }
    }

    private static let quoted = "\"<script>\" OR \"&'\" OR customer:王女士"

    @Test func `the same desk at the same time gives the same bytes`() throws {
        let desk = try desk()
        for report in ["overview", "category", "volume"] {
            let pages = try (1...2).map { _ in try desk.run("report", report, "--format", "html").output }
            #expect(pages[0] == pages[1] && !pages[0].isEmpty)
        }
    }

    @Test(arguments: ["customer", "cause"])
    func `a name with markup in it is a name`(report: String) throws {
        let desk = try desk()
        let page = check(try desk.run("report", report, "--format", "html"), report)
        #expect(page.rows.contains { $0.first?.contains("<script>alert(\"1\")</script> & 'x'") == true })
        #expect(page.names.contains("svg") && page.names.contains("caption"))
    }

    @Test(arguments: ["customer", "channel", "tag"])
    func `the figures of the page are those that programs read`(report: String) throws {
        let desk = try desk()
        let page = check(try desk.run("report", report, "--format", "html"), report)
        let document =
            try JSONSerialization.jsonObject(with: Data(try desk.run("report", report, "--json").output))
            as? [String: Any]
        let items = try #require(document?["items"] as? [[String: Any]])
        // A line of headings, a line an item, a line of totals; then the queries.
        let rows = page.rows.dropFirst().prefix(items.count)
        for (item, row) in zip(items, rows) {
            #expect([row[1], row[3], row[4]] == ["count", "open", "done"].map { "\(item[$0] ?? "")" })
        }
        let queries = page.rows.suffix(items.count).map { $0[2] }
        #expect(queries == items.map { ReportPageTests.command($0["query"] as? String ?? "") })
    }

    private static func command(_ query: String) -> String {
        let line = TextDirection.isolated(SafeText.line("desk ls '" + query.replacing("'", with: "'\\''") + "'"))
        return line
    }

    @Test func `the headlines of the overview are the same on the page and for programs`() throws {
        let desk = try TestDesk()
        for number in 1...3 {
            try desk.run(
                "new", "t\(number)", "-q", environment: ["DESK_NOW": "2026-02-1\(number)T09:00:00Z"])
        }
        try desk.run("resolve", "1", "--resolution", "fixed", "-q")
        let page = check(try desk.run("report", "overview", "--format", "html"), "overview")
        let output = try desk.run("report", "overview", "--json").output
        let document = try #require(try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
        let headlines = try #require(document["headlines"] as? [[String: Any]])
        let told = headlines.map { headline in (headline["now"] as? Int).map(String.init) ?? "–" }
        // Resolved after thirteen days of 7.5 hours and twelve minutes.
        #expect(told == ["3", "1", "2", "–", String((13 * 450 + 12) * 60_000), "–", "–"])
        // Lengths are written as words there.
        #expect(page.texts.filter { $0.kind == "now" }.map(\.text).prefix(4) == told.prefix(4))
        let sections = try #require(document["sections"] as? [[String: Any]])
        #expect(sections.compactMap { $0["report"] as? String } == OverviewReport.kinds.map(\.rawValue))
        for section in sections {
            let words = try #require(section["command"] as? String).split(separator: " ").dropFirst().map { String($0) }
            let alone = try desk.shell("exec \"$DESK\" \(words.joined(separator: " ")) --json").output
            let rows = try #require(try JSONSerialization.jsonObject(with: Data(alone)) as? [String: Any])
            let items = try #require((section["rows"] as? [String: Any])?["items"] as? [[String: Any]])
            let expected = try #require(rows["items"] as? [[String: Any]])
            #expect(items.count == expected.count)
            for (item, other) in zip(items, expected) {
                for (key, value) in other { #expect("\(item[key] ?? "")" == "\(value)", "\(words) \(key)") }
            }
        }
    }

    @Test(arguments: ["ls", "search t", "show 1", "next", "category", "export", "new x", "report customer --drill all"])
    func `what is no report is no page`(command: String) throws {
        let desk = try desk()
        let result = try desk.shell("exec \"$DESK\" \(command) --format html")
        #expect(result.ending == .exit(64) && result.output.isEmpty)
        #expect(result.errorText.contains("Only reports can be pages"))
    }

    @Test(arguments: ["csv", "tsv", "md", "ids", "jsonl", "count"])
    func `the overview has no rows of its own`(format: String) throws {
        let desk = try TestDesk()
        #expect(try desk.run("report", "overview", "--format", format).ending == .exit(64))
    }

    @Test func `text is escaped wherever it stands`() {
        var markup = Markup()
        markup.element("p", ["title": "\"><x y='"], text: "a < b && c > 'd' \u{1B}\u{FFFF}\n\u{202E}")
        #expect(
            markup.html
                == "<p title=\"&quot;&gt;&lt;x y=&#39;\">a &lt; b &amp;&amp; c &gt; &#39;d&#39; \u{FFFD}\u{FFFD}\n"
                + "\u{2068}\u{202E}\u{2069}</p>")
    }

    @Test(arguments: [
        ("a\r\nb\rc\u{85}d\u{2028}e", "a\nb\nc\nd\ne"), ("a\tb", "a\tb"),
        ("a\u{9B}31m\u{7F}\u{0}", "a\u{FFFD}31m\u{FFFD}\u{FFFD}"),
        ("证书 😀 é", "证书 😀 é"), ("&amp;", "&amp;amp;"),
        ("", ""),
        ("a\u{2069}\u{202E}\nb", "\u{2068}a\u{202E}\u{2069}\nb"), ("😀\u{301}<", "😀\u{301}&lt;"),
    ])
    func `a page holds a text as a browser takes it, with its lines and blanks`(text: String, page: String) {
        #expect(Array(Markup.escaped(text).unicodeScalars) == Array(page.unicodeScalars))
    }

    @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0x1FFFF, 0x10FFFE] as [UInt32])
    func `a page holds nothing that is no character`(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(Markup.escaped("a" + String(scalar)) == "a\u{FFFD}")
    }

    @Test(arguments: [
        0.0: [0.0, 1], 1: [0, 1], 3: [0, 1, 2, 3], 5: [0, 2, 4, 6], 61: [0, 20, 40, 60, 80], 100: [0, 50, 100],
    ])
    func `an axis begins at zero and goes up in a few round steps`(most: Double, ticks: [Double]) {
        #expect(Axis(.count, most: most).ticks == ticks)
    }
}
