import Reporting
import Storage
import Testing
import Workflow

struct CategoryReportTests {
    private let context = CommandContext(agent: "ana", at: Instant(milliseconds: 0), command: "desk new")

    private func report(_ paths: [[String]]) throws -> CategoryReport {
        let store = try Store.inMemory()
        for path in paths { _ = try store.file(NewTicket(title: "t", categoryPath: path), context) }
        return try store.read { db in
            let queryContext = QueryContext(
                agent: nil, now: Instant(milliseconds: 0), zone: .utc, categories: try CategoryTree.read(in: db))
            return try CategoryReport(try Query.parse(""), queryContext, in: db)
        }
    }

    @Test func `RE-01 the rows of the category report add up to its total`() throws {
        let report = try report([["CDN", "证书"], ["CDN"], ["CDN", "证书"], [], ["对象存储", "上传", "大文件"]])
        #expect(report.lines.reduce(0) { $0 + $1.counts.all } == 5)
        #expect(report.total.all == 5)
    }

    @Test func `a level of the tree counts its own tickets and all below it`() throws {
        let tree = try report([["CDN", "证书"], ["CDN"], ["CDN", "证书"], [], ["对象存储", "上传", "大文件"]]).tree
        let told = tree.map { "\($0.path.joined(separator: "/")) \($0.own.all) \($0.total.all)" }
        #expect(
            told == [
                "CDN 1 3", "CDN/证书 2 2", "对象存储 0 1", "对象存储/上传 0 1", "对象存储/上传/大文件 1 1", " 1 1",
            ])
    }

    @Test func `an empty desk has an empty report`() throws {
        #expect(try report([]).tree.isEmpty)
    }
}
