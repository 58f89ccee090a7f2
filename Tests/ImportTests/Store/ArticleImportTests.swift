import Import
import Storage
import Testing
import Workflow

@testable import Files

/// Articles coming in, again, changed, and being taken back.
struct ArticleImportTests {
    private static let guide = """
        # 上传失败

        ## 问题现象
        上传失败，日志关键字 `ERROR_UPLOAD_DENIED`。

        ## 可能原因
        密钥过期。

        ## 解决办法
        更换密钥。
        """ + "\n"

    private func article(_ desk: ImportDesk, _ text: String, as path: String = "guide.md") throws -> ArticleOutcome {
        guard case .article(_, _, let outcome, _) = try desk.bring(text, as: path) else {
            throw ImportDesk.Unexpected()
        }
        return outcome
    }

    @Test func `a title as long as a book is read and kept once, and not for each line below it`() throws {
        let text =
            "# code " + String(repeating: "x ", count: 200_000) + "\n\n" + String(repeating: "404 gone\n\n", count: 300)
        let desk = try ImportDesk()
        #expect(try article(desk, text).version == 1)
        #expect(try body(desk) == text)
        let found = try desk.store.read {
            try ArticleContent.entries(of: Articles.find(Article.Number(1), in: $0), in: $0)
        }
        #expect(found.count { $0.kind == .row } == 300)
    }

    private func body(_ desk: ImportDesk, _ number: Int64 = 1) throws -> String {
        try desk.store.read { db in
            let article = try Articles.find(Article.Number(number), in: db)
            return String(decoding: try Articles.body(of: article, in: db), as: UTF8.self)
        }
    }

    private func count(_ desk: ImportDesk) throws -> Int { try desk.store.read { try Articles.all(in: $0).count } }

    @Test func `a guide becomes a published article, byte for byte`() throws {
        let desk = try ImportDesk()
        let outcome = try article(desk, Self.guide)
        #expect(outcome.kind == .created && outcome.number == Article.Number(1) && outcome.version == 1)
        #expect(try body(desk) == Self.guide)
        let found = try desk.store.read { try Articles.find(Article.Number(1), in: $0) }
        #expect(found.state == .published && found.title == "上传失败" && found.language == "zh")
        #expect(try desk.health.problems == 0)
    }

    @Test func `again changes nothing, also under another name`() throws {
        let desk = try ImportDesk()
        _ = try article(desk, Self.guide)
        let operations = try desk.operations
        #expect(try article(desk, Self.guide).kind == .known)
        #expect(try article(desk, Self.guide, as: "other.md").kind == .known)
        #expect(try count(desk) == 1)
        #expect(try desk.operations == operations)
    }

    @Test func `an edited file is a new version, and the one before stays`() throws {
        let desk = try ImportDesk()
        _ = try article(desk, Self.guide)
        let outcome = try article(desk, Self.guide + "如还有问题，请提交工单。\n")
        #expect(outcome.kind == .updated && outcome.version == 2 && outcome.conflicts == [])
        let first = try desk.store.read { try Articles.body(of: Article.Number(1), version: 1, in: $0) }
        #expect(String(decoding: first, as: UTF8.self) == Self.guide)
    }

    @Test func `what an agent changed stays beside what the file changed`() throws {
        let desk = try ImportDesk()
        _ = try article(desk, Self.guide)
        try edit(desk, Self.guide.replacing("密钥过期。", with: "密钥过期或写错。"))
        let outcome = try article(desk, Self.guide + "\n## 相关文档\n无\n")
        #expect(outcome.kind == .updated && outcome.isMerged && outcome.conflicts == [])
        #expect(try body(desk) == Self.guide.replacing("密钥过期。", with: "密钥过期或写错。") + "\n## 相关文档\n无\n")
    }

    @Test func `where both changed one line the desk's stays, and is told`() throws {
        let desk = try ImportDesk()
        _ = try article(desk, Self.guide)
        let ours = Self.guide.replacing("更换密钥。", with: "更换密钥并重启。")
        try edit(desk, ours)
        let outcome = try article(desk, Self.guide.replacing("更换密钥。", with: "联系管理员。"))
        #expect(outcome.conflicts == [10])
        #expect(try body(desk) == ours)
        // The file's own text is what the next one is compared with.
        let theirs = Self.guide.replacing("更换密钥。", with: "联系管理员。").replacing("密钥过期。", with: "密钥已过期。")
        #expect(try article(desk, theirs).conflicts == [])
        #expect(try body(desk) == ours.replacing("密钥过期。", with: "密钥已过期。"))
    }

    private func edit(_ desk: ImportDesk, _ text: String) throws {
        let bytes = Array(text.utf8)
        let incoming = IncomingArticle(
            draft: ArticleReader.read(bytes, fallbackTitle: "x"), bytes: bytes, sha256: SHA256.digest(bytes))
        let article = try desk.store.read { try Articles.find(Article.Number(1), in: $0) }
        _ = try desk.store.editArticle(article.number, to: incoming, from: article.version, desk.context)
    }

    @Test func `an import that is taken back takes its articles along, and brings them again`() throws {
        let desk = try ImportDesk()
        _ = try article(desk, Self.guide)
        let undone = try desk.store.undoImport("b1", desk.context)
        #expect(undone.removedArticles.count == 1)
        #expect(try count(desk) == 0)
        #expect(try article(desk, Self.guide).kind == .created)
        #expect(try count(desk) == 1)
    }

    @Test func `taking an import back leaves an article that somebody edited since`() throws {
        let desk = try ImportDesk()
        _ = try article(desk, Self.guide)
        try edit(desk, Self.guide + "完\n")
        let undone = try desk.store.undoImport("b1", desk.context)
        #expect(undone.keptArticles == [Article.Number(1)] && undone.removedArticles.isEmpty)
        #expect(try count(desk) == 1)
    }

    @Test func `taking a second import back puts the version before back`() throws {
        let desk = try ImportDesk()
        _ = try article(desk, Self.guide)
        _ = try article(desk, Self.guide + "完\n")
        _ = try desk.store.undoImport("b2", desk.context)
        #expect(try body(desk) == Self.guide)
        #expect(try article(desk, Self.guide + "完\n").kind == .updated)
    }

    @Test func `a rehearsal keeps nothing`() throws {
        var desk = try ImportDesk()
        desk.context.mode = .rehearse
        #expect(try article(desk, Self.guide).kind == .created)
        #expect(try count(desk) == 0)
    }

    @Test func `tickets and guides are told apart, and may be forced`() throws {
        let desk = try ImportDesk()
        guard case .dataset = try desk.bring(Written.file("甲", "乙")) else { throw ImportDesk.Unexpected() }
        var reports: [FileReport] = []
        let source = Importer.Source(path: "t.md", bytes: Array(Written.file("丙").utf8))
        try Importer(context: desk.context, form: .articles).run([source], into: desk.store) { reports.append($0) }
        guard case .article(_, let judgement, _, _)? = reports.first else { throw ImportDesk.Unexpected() }
        #expect(judgement == FileJudgement(form: .articles, evidence: [.asked]))
        guard case .dataset = try desk.bring("只是一段话。\n", as: "note.md") else { throw ImportDesk.Unexpected() }
    }

    @Test func `tickets that are not understood are not published as a guide`() throws {
        let desk = try ImportDesk()
        let text = """
            # Bug tracker

            ## Bug format

            Each should include:
            - **Date Reported**: when it was seen
            - **Status**: Open, Fixed
            - **Priority**: High, Low
            - **Description**: what is wrong
            - **Notes**: anything else

            1. Look it up.
            2. Write it down.
            3. Tell somebody.

            ## Fixed bugs

            ### BUG-1: Gate sticks
            - **Date Reported**: 2024-03-01
            - **Status**: Open
            - **Priority**: High
            - **Description**: It does not open in the rain

            ## Statistics
            - **Open**: 1
            - **High**: 1
            - **Low**: 0
            - **Critical**: 0
            - **Total**: 1
            """
        guard case .dataset(let file, _, let outcome, _) = try desk.bring(text, as: "bugs.md") else {
            throw ImportDesk.Unexpected()
        }
        #expect(!file.dataset.coverage.isUnderstood && outcome.kind == .notUnderstood && outcome.created == 0)
    }

    @Test func `a link without a target is dangling until the article comes that it names`() throws {
        let desk = try ImportDesk()
        _ = try article(desk, Self.guide + "参考 [更换密钥的步骤]()。\n")
        #expect(try links(desk).map(\.isDangling) == [true])
        _ = try article(desk, "# 更换密钥的步骤\n\n1. 打开。\n2. 更换。\n", as: "key.md")
        #expect(try links(desk).map(\.article) == [Article.Number(2)])
    }

    private func links(_ desk: ImportDesk) throws -> [EntryLink] {
        try desk.store.read { db in
            try ArticleContent.links(of: try Articles.find(Article.Number(1), in: db), in: db)
        }
    }
}
