import Testing
@testable import Presentation

@testable import Desk

struct TableTests {
    @Test func `CL-04 Chinese titles line up in a table of eighty columns`() {
        let lines = tickets().lines(width: 80, colour: false)
        #expect(
            lines.lines == [
                "  ID  P     STATUS   DUE         CATEGORY  ASSIGNEE  TITLE",
                "1042  重要  open     in 12m      CDN｜证…  li        SSL证书到期后，您直接重新…",
                "1039  普通  pending  paused      CDN｜配…  zhang     域名所有权待验证不通过",
                " 988  普通  open     2h over  !  CDN       —         cut",
            ])
        // What people read keeps a third of the room.
        #expect(lines.hidden == ["CUSTOMER"])
    }

    @Test(arguments: [80, 60, 40, 20, 8, 1])
    func `CL-04 no line is wider than the terminal`(width: Int) {
        for line in tickets().lines(width: width, colour: false).lines {
            #expect(DisplayWidth.of(line) <= max(width, 10))
        }
    }

    @Test func `CL-04 forty columns keep number, priority, status and title`() {
        let lines = tickets().lines(width: 40, colour: false)
        #expect(lines.lines[1] == "1042  重要  open     SSL证书到期后，您…")
        #expect(lines.hidden == ["DUE", "CATEGORY", "CUSTOMER", "ASSIGNEE"])
    }

    @Test func `CL-04 two hundred columns and pipes cut nothing`() {
        let wide = tickets().lines(width: 200, colour: false)
        #expect(wide == tickets().lines(width: nil, colour: false))
        #expect(!wide.lines.joined().contains("…"))
    }

    @Test(arguments: 6...40) func `a hit stands out in colour, also where it is cut`(width: Int) {
        var table = Table(columns: [Column(heading: "", flexibility: .rest(minimum: 4))])
        table.add([Cell([TextPart(text: "到期后 "), TextPart(text: "SSL—证书", isHit: true), TextPart(text: " — 免费")])])
        let plain = table.lines(width: width, colour: false, headings: false).lines[0]
        let coloured = table.lines(width: width, colour: true, headings: false).lines[0]
        #expect(Style.removed(from: coloured) == plain)
        #expect(coloured.contains("\u{1B}[1;33mSSL") == (width > 10))
        #expect(!coloured.contains("\u{1B}[1;33m\u{1B}") && !coloured.contains("\u{FFFD}"))
        if width == 40 { #expect(coloured == "到期后 \u{1B}[1;33mSSL—证书\u{1B}[0m — 免费") }
    }

    @Test func `colour changes no width`() {
        let coloured = tickets().lines(width: 80, colour: true).lines
        #expect(coloured[3].contains("\u{1B}[31m2h over  !\u{1B}[0m"))
        #expect(coloured.map(Style.removed) == tickets().lines(width: 80, colour: false).lines)
    }

    @Test func `no line ends in spaces`() {
        var table = Table(columns: [Column(heading: "A"), Column(heading: "B", alignment: .right)])
        table.add([Cell("x")])
        table.add([Cell(""), Cell("1")])
        #expect(table.lines(width: nil, colour: false).lines == ["A  B", "x", "   1"])
        #expect(table.lines(width: nil, colour: false, headings: false).lines == ["x", "   1"])
    }

    @Test func `CL-04 escape sequences and right-to-left text cannot break a table`() {
        var table = Table(columns: [Column(heading: "A"), Column(heading: "B")])
        table.add([Cell("\u{1B}[2Jשלום"), Cell("b")])
        #expect(table.lines(width: nil, colour: false).lines[1] == "\u{2068}\u{FFFD}[2Jשלום\u{2069}  b")
    }

    @Test func `a line is spread between two borders`() {
        #expect(Table.spread("is:open", "3 of 3", width: 20) == "is:open       3 of 3")
        #expect(Table.spread("is:open category:CDN", "3 of 3", width: 20) == "is:open cat…  3 of 3")
        #expect(Table.spread("is:open", "3 of 3", width: 4) == "3 o…")
    }

    private func tickets() -> Table {
        var table = Table(columns: [
            Column(heading: "ID", alignment: .right), Column(heading: "P"), Column(heading: "STATUS"),
            Column(heading: "DUE", flexibility: .yields(rank: 4, minimum: 10)),
            Column(heading: "CATEGORY", flexibility: .yields(rank: 2, minimum: 8)),
            Column(heading: "CUSTOMER", flexibility: .yields(rank: 1, minimum: 8)),
            Column(heading: "ASSIGNEE", flexibility: .yields(rank: 3, minimum: 6)),
            Column(heading: "TITLE", flexibility: .rest(minimum: 16)),
        ])
        let rows = [
            ["1042", "重要", "open", "in 12m", "CDN｜证书问题", "王女士", "li", "SSL证书到期后，您直接重新购买个免费证书"],
            ["1039", "普通", "pending", "paused", "CDN｜配置问题", "某科技", "zhang", "域名所有权待验证不通过"],
            ["988", "普通", "open", "2h over  !", "CDN", "—", "—", "cut"],
        ]
        for row in rows { table.add(row.map { Cell($0, style: $0.hasSuffix("!") ? .red : nil) }) }
        return table
    }
}
