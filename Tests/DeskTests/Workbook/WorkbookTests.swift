import Reporting
import Storage
import Testing
import Workflow
@testable import Presentation

@testable import Desk

/// What stands in the cells of a workbook.
struct WorkbookTests {
    private let now = Instant(milliseconds: 1_772_413_920_000)

    private func sheet(_ rows: Rows) -> Workbook.Sheet {
        ListWorkbook(words: .english, zone: .utc, now: now).workbook(of: rows).sheets[0]
    }

    private func workbook(_ report: ReportKind, _ words: Words = .english) throws -> Workbook {
        let store = try Store.inMemory(at: now)
        let context = CommandContext(agent: "ana", at: now, command: "desk", reason: nil)
        for path in [["=1+1"], ["CDN", "证书"], []] {
            _ = try store.file(NewTicket(title: "=SUM(A1)", description: "怎么办", categoryPath: path), context)
        }
        return try store.read { db in
            let queryContext = QueryContext(
                agent: nil, now: now, zone: .utc, categories: try CategoryTree.read(in: db), zones: { _ in .utc })
            let request = ReportRequest(report, try Query.parse("is:open"), queryContext)
            let made = try report.made(request, in: db)
            return ReportWorkbook(words: words, zone: .utc, now: now, asOf: now).workbook(
                of: made, query: request.query)
        }
    }

    @Test func `a text that looks like a formula is a text`() throws {
        let figures = try workbook(.category).sheets[0]
        #expect(figures.rows.map(\.[0]) == [.text("=1+1"), .text("CDN｜证书"), .text("(no category)")])
        let rows = Rows(
            Document("x", 1, "", []), fields: [RowField("title", .text, column: Column(heading: "T"))],
            entries: [[RowEntry(.text("=1"))]])
        #expect(sheet(rows).rows == [[.text("=1")]])
    }

    @Test func `counts are numbers below their headings, with a total and a chart`() throws {
        let figures = try workbook(.category).sheets[0]
        #expect(
            figures.headings == ["CATEGORY", "TICKETS", "NEW", "IN WORK", "PENDING", "ON HOLD", "RESOLVED", "CLOSED"])
        #expect(figures.rows[0][1] == .number(1))
        #expect(figures.total?[0] == .text("ALL"))
        #expect(figures.total?[1] == .number(3))
        #expect(figures.chart == Workbook.Chart(title: "TICKETS", column: 1, rows: 3, isTimeLine: false))
    }

    @Test func `what is unknown stays empty`() throws {
        let figures = try workbook(.response).sheets[0]
        #expect(figures.rows.count == 1)
        #expect(figures.rows[0].suffix(2) == [.empty, .empty])
        #expect(figures.total == nil)
        #expect(figures.chart == nil)
        let rows = Rows(
            Document("x", 1, "", []), fields: [RowField("n", .number, column: Column(heading: "N"))],
            entries: [[RowEntry(.null)]])
        #expect(sheet(rows).rows == [[.empty]])
    }

    @Test func `days are days, and shares are shares`() throws {
        let volume = try workbook(.volume).sheets[0]
        #expect(volume.rows.map(\.[0]) == [.day(20_514)])
        #expect(volume.chart?.isTimeLine == true)
        let quality = try workbook(.quality).sheets[0]
        #expect(quality.rows[0].contains(.share(1.0 / 3)))
    }

    @Test func `another leaf says what was asked and what the columns are, in the reader's language`() throws {
        let about = try workbook(.category, .chinese).sheets[1]
        #expect(about.name == "说明")
        #expect(about.rows.contains([.text("查询"), .text("is:open")]))
        #expect(about.rows.contains([.text("生成时间"), .time(now.milliseconds)]))
        #expect(about.rows.contains([.text("分类"), .text("category")]))
    }

    @Test func `times are those of the place`() throws {
        let rows = Rows(
            Document("x", 1, "", []), fields: [RowField("at", .time, column: Column(heading: "AT"))],
            entries: [[RowEntry(.time(1000))]])
        let zone = try #require(TimeZoneRules.fixed(named: "+01:00"))
        let list = ListWorkbook(words: .english, zone: zone, now: now)
        #expect(list.workbook(of: rows).sheets[0].rows == [[.time(3_601_000)]])
    }

    @Test func `a column is as wide as its widest text, within bounds`() {
        var sheet = Workbook.Sheet(name: "x", headings: ["N", "长的标题", "T"])
        sheet.rows = [[.number(1), .text("短"), .text(String(repeating: "长", count: 100))]]
        #expect(sheet.widths == [6, 12, 60])
    }
}
