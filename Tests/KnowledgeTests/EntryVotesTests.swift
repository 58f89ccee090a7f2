import Import
import Testing
import Workflow

@testable import Knowledge
@testable import Storage

/// Articles speak for the category of a text as tickets do.
struct EntryVotesTests {
    private func bring(_ text: String, into desk: TaughtDesk, name: String = "guide.md") throws {
        let context = CommandContext(agent: "ana", at: Instant(milliseconds: 1_000), command: "import")
        let source = Importer.Source(path: name, bytes: Array(text.utf8))
        try Importer(context: context, form: .articles).run([source], into: desk.store) { _ in }
    }

    private static let guide = """
        # 播放排查

        ## 1. 画面花屏怎么办？

        播放器解码失败，画面花屏，日志有 ERROR_DECODER_LOST。

        ## 问题不在列表中怎么办？

        可以[提交工单](https://example.com/create?level1_name=%E7%9B%B4%E6%92%AD&level2_name=%E7%94%BB%E8%B4%A8)。
        """

    @Test func `an article speaks for the category under which it wants tickets filed`() throws {
        let desk = try TaughtDesk.usual()
        try desk.file("直播/画质", "画质不清楚")
        #expect(try desk.proposal("画面花屏").category(atLeast: 0.3) == nil)
        try bring(Self.guide, into: desk)
        let proposal = try desk.proposal("画面花屏怎么办")
        #expect(proposal.category(atLeast: 0.3)?.path == ["直播", "画质"])
        #expect(proposal.articles == ["KB-1 1"])
        #expect(!proposal.because.isEmpty)
        #expect(try desk.proposal("看到 ERROR_DECODER_LOST").category(atLeast: 0.3)?.path == ["直播", "画质"])
    }

    @Test func `an article that says none speaks for the category of most tickets that it helped`() throws {
        let desk = try TaughtDesk.usual()
        try bring("# 花屏\n\n## 1. 画面花屏怎么办？\n\n播放器解码失败，画面花屏，请升级。\n", into: desk)
        #expect(try desk.proposal("画面花屏怎么办").articles.isEmpty)
        let number = try desk.file("财务/发票问题", "一张旧工单")
        var end = TicketEnd(resolution: .answered)
        end.article = Article.Number(1)
        _ = try desk.store.perform(.resolve(end), on: [number], desk.context)
        let proposal = try desk.proposal("画面花屏怎么办")
        #expect(proposal.category(atLeast: 0.3)?.path == ["财务", "发票问题"])
        #expect(proposal.articles == ["KB-1 1"])
    }

    @Test func `a category that the desk does not have gets no vote`() throws {
        let desk = try TaughtDesk.usual()
        try bring(Self.guide, into: desk)
        #expect(try desk.proposal("画面花屏怎么办").articles.isEmpty)
    }

    @Test func `what is near tickets stays what it was`() throws {
        let desk = try TaughtDesk.usual()
        let before = try desk.proposal("证书到期了", "怎么续期")
        try bring(Self.guide, into: desk)
        #expect(try desk.proposal("证书到期了", "怎么续期") == before)
    }
}
