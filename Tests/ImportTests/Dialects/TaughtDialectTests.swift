import Testing
import Workflow

@testable import Import

/// Files in forms that a person taught.
@Suite struct TaughtDialectTests {
    private static let log = """
        PIER LOG

        @@ P-1 / Gate sticks
        asked by: Ann
        how bad: P1
        >> what
        It sticks.
        >> done
        Oil it.

        @@ P-2 / Lamp dark
        asked by: Bob
        how bad: P3
        >> what
        Pier two.
        """

    private func drafts(_ dialect: String, _ text: String, isSeparated: Bool = false) throws -> [TicketDraft] {
        let dataset = try TaughtDialect.parse(dialect, name: "d").dataset(Array(text.utf8), isSeparated: isSeparated)
        return (0..<dataset.ticketCount).map { dataset.entry(at: $0).draft }
    }

    @Test func `A line as a person taught it opens a section, whatever marks it has`() throws {
        let drafts = try drafts(
            """
            ticket line "@@ {ref} / {title}"
            field "asked by" = customer, "how bad" = priority
            section ">> what" = description; ">> done" = answers
            """, Self.log)
        try #require(drafts.count == 2)
        #expect(drafts.map(\.title) == ["Gate sticks", "Lamp dark"])
        #expect(drafts.map(\.description) == ["It sticks.", "Pier two."])
        #expect(drafts[0].answers == ["Oil it."] && drafts[1].answers.isEmpty)
        #expect(drafts.map(\.values.customer) == ["Ann", "Bob"])
    }

    @Test func `A draft of a file without headings names what opens its tickets and what recurs in them`() throws {
        let words = DialectDraftWords(
            header: { "from \($0)" }, unknown: { "# \($0) from \($1) \($2)" }, howTo: "fill in")
        let text = DialectDraft.text(of: Array(Self.log.utf8), name: "pier", file: "log", isSeparated: false, words)
        #expect(
            text == """
                # from log
                dialect  pier
                ticket   line "@@ {ref} / {title}"
                # field    "asked by" = …   # 2 from 4 Ann
                # field    "how bad" = …   # 2 from 5 P1
                # section  ">> what" = …   # 2 from 6\u{20}
                # fill in

                """)
        // What it opens is found again with it, with its whole number.
        let drafts = try drafts(text, Self.log)
        #expect(drafts.map(\.title) == ["Gate sticks", "Lamp dark"])
    }

    @Test(arguments: [
        ("ticket heding 2", "heading"), ("ticket line", nil), ("field \"a\" = costumer", "customer"),
        ("ticket heading 2 \"{title}{ref}\"", nil), ("value priority P1 = hugely", nil), ("tiket rule", "ticket"),
        ("turn \"{who}:\" custmer = A", "customer"), ("ticket rule more", nil), ("# nothing", nil),
    ])
    func `A text with a fault is refused with its line and the nearest word`(_ text: String, nearest: String?) {
        let fault = #expect(throws: DialectFault.self) { try TaughtDialect.parse("\n" + text, name: "d") }
        #expect(fault?.line == 2)
        switch fault?.kind {
        case .unknownWord(_, let word), .unknownField(_, let word): #expect(word == nearest)
        default: #expect(nearest == nil)
        }
    }

    @Test func `Columns that are named make rows tickets`() throws {
        let drafts = try drafts(
            "field \"what\" = title, \"how it went\" = status\nvalue status \"fine now\" = resolved",
            "nr;what;how it went\n1;Gate;fine now\n2;Lamp;\n", isSeparated: true)
        #expect(drafts.map(\.title) == ["Gate", "Lamp"])
        #expect(drafts.map(\.status) == [.resolved, nil])
    }

    @Test func `A remembered dialect that does not fit another file of its name leaves it alone`() throws {
        let dialect = try TaughtDialect.parse("ticket line \"@@ {ref} / {title}\"", name: "pier")
        var remembered = ReadingOptions()
        remembered.dialects = ["a.md": dialect]
        var asked = ReadingOptions()
        asked.dialect = dialect
        let other = "## Ticket 1: Gate\n\n### Description\n\nSticks.\n\n## Ticket 2: Lamp\n\n### Description\n\nDark.\n"
        let known = try DatasetFile(path: "x/a.md", bytes: Array(Self.log.utf8), remembered)
        #expect(known.dialect == "pier" && known.dataset.drafts.map(\.title) == ["Gate sticks", "Lamp dark"])
        let plain = try DatasetFile(path: "y/a.md", bytes: Array(other.utf8), remembered)
        #expect(plain.dialect == nil && plain.dataset.drafts.map(\.title) == ["Gate", "Lamp"])
        // Somebody who names it wants it.
        let forced = try DatasetFile(path: "y/a.md", bytes: Array(other.utf8), asked)
        #expect(forced.dialect == "pier" && forced.dataset.ticketCount == 0)
    }
}
