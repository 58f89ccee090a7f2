import Testing
import Workflow

@testable import Import

@Suite struct DatasetTests {
    private static func ticket(_ title: String, description: String = "打不开", answer: String = "已处理") -> String {
        """
        ## \(title)

        **分类**：加速网｜证书问题

        ### 问题描述

        \(description)

        ### 客服解答

        - \(answer)

        ---


        """
    }

    // IM-04, IM-07, IM-08

    @Test func `IM-04 equal numbers, titles and bodies stay separate tickets`() {
        let one = DatasetTests.ticket("1. 证书过期")
        let dataset = read("# 记录\n\n---\n\n" + one + one + one)
        #expect(dataset.ticketCount == 3)
        #expect(Set(dataset.entries.map(\.place.ordinal)) == [1, 2, 3])
        #expect(dataset.drafts[0] == dataset.drafts[2])
    }

    @Test func `IM-07 declared and found counts that differ are a warning with both numbers`() {
        let dataset = read("# 记录\n\n本文件包含 114 个客服工单\n\n---\n\n" + DatasetTests.ticket("证书过期"))
        #expect(dataset.declaredCount == 114)
        #expect(dataset.warnings.contains(DatasetWarning(line: 1, code: .countDiffers, detail: "114/1")))
    }

    @Test(arguments: ["共 12 个问题", "**总问题数**: 12", "包含12条记录", "Total: 12", "> 共 12 个", "本文档收录了 12 个案例", "工单数量：12"])
    func `IM-07 a count is found however it is declared`(words: String) {
        #expect(read("# 记录 - Part 7\n\n\(words)\n\n" + DatasetTests.ticket("证书过期")).declaredCount == 12)
    }

    @Test func `IM-07 empty and missing sections are warnings and nothing else`() {
        let dataset = read(
            "## 甲\n\n**分类**：A\n\n### 问题描述\n\n### 客服解答\n\n---\n\n## 乙\n\n### 问题描述\n\nx\n\n### 客服解答\n\n- y\n")
        #expect(dataset.ticketCount == 2)
        #expect(dataset.entry(at: 0).warnings.map(\.code) == [.noDescription, .noReply])
        #expect(dataset.entry(at: 1).warnings.map(\.code) == [.noCategory])
    }

    @Test func `IM-07 sections without a field are kept under their own names`() {
        let dataset = read(
            DatasetTests.ticket("甲") + "## 乙\n\n**分类**：A\n**适用场景**：内网\n\n### 问题描述\n\nx\n\n### 后续安排\n\n- 复查\n")
        #expect(
            dataset.drafts[1].extra == [
                NamedText(name: "适用场景", text: "内网"), NamedText(name: "后续安排", text: "- 复查"),
            ])
        #expect(dataset.entry(at: 1).warnings.filter { $0.code == .unknownSection }.map(\.detail) == ["适用场景", "后续安排"])
    }

    private static func talk(_ agent: String) -> String {
        "## 甲\n\n**分类**：A\n\n### 问题描述\n\nx\n\n### 完整对话记录\n\n**客户**：x\n\n**客服**：\(agent)\n\n**客户**：好\n\n---\n\n"
    }

    @Test(arguments: [
        "上\n\n---\n\n下", "# 注释\n#EXTM3U", "看\n```\n- a\n# b\n```\n完", "1. a\n2. b\n- c", "客服：我说的", "a\n\n\nb",
        "***域名***",
        "## 使用方法\n打开", "上：下", "|-正在上传", "【重要】请看", "a\u{2028}b\u{B}c\u{85}d", "[图片]",
    ])
    func `IM-08 a message is kept whole whatever it holds`(message: String) {
        let dataset = read(DatasetTests.talk(message) + DatasetTests.talk("y"))
        #expect(dataset.ticketCount == 2)
        #expect(dataset.drafts.first?.turns.map(\.body) == ["x", message, "好"])
    }

    @Test func `IM-08 colons of both widths, inside and outside of the bold, open a turn`() {
        let dataset = read("## 甲\n\n**分类**: A\n\n### 对话记录\n\n**客户:** a\n**客服：** b\n**客户** : c\n**客服**：d\n")
        #expect(dataset.drafts[0].turns.map(\.body) == ["a", "b", "c", "d"])
    }

    @Test func `IM-08 line ends of DOS change nothing`() {
        let text = DatasetTests.talk("上\n\n下") + DatasetTests.ticket("乙")
        #expect(
            read(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")).drafts
                == read(text).drafts)
    }

    @Test func `IM-08 a byte order mark is dropped and reported`() {
        let dataset = read("\u{FEFF}" + DatasetTests.ticket("甲"))
        #expect(dataset.drafts.map(\.title) == ["甲"])
        #expect(dataset.codes == [.byteOrderMark])
    }

    @Test func `IM-08 the last line may lack its end`() {
        #expect(read("## 甲\n\n**分类**：A\n\n### 问题描述\n\nx").drafts[0].description == "x")
    }

    @Test func `IM-08 bytes that are not UTF-8 are replaced and reported with their line`() {
        var bytes = Array(DatasetTests.ticket("甲", description: "上?下").utf8)
        bytes[bytes.firstIndex(of: 0x3F)!] = 0xFF
        let dataset = Dataset(bytes)
        #expect(dataset.drafts[0].description == "上\u{FFFD}下")
        #expect(dataset.warnings == [DatasetWarning(line: 7, code: .invalidUTF8)])
    }

    @Test func `IM-08 a lone surrogate is replaced`() {
        var bytes = Array(DatasetTests.ticket("甲", description: "上?").utf8)
        bytes.replaceSubrange(bytes.firstIndex(of: 0x3F)!...bytes.firstIndex(of: 0x3F)!, with: [0xED, 0xA0, 0x80])
        #expect(Dataset(bytes).drafts[0].description?.hasPrefix("上\u{FFFD}") == true)
    }

    @Test func `IM-08 a NUL stays and is reported`() {
        let dataset = read(DatasetTests.ticket("甲", description: "上\0下"))
        #expect(dataset.drafts[0].description == "上\0下")
        #expect(dataset.warnings == [DatasetWarning(line: 7, code: .nulByte)])
    }

    @Test func `IM-08 a line of a megabyte is one text`() {
        let long = String(repeating: "长", count: 350_000)
        #expect(read(DatasetTests.ticket("甲", description: long)).drafts[0].description == long)
    }

    @Test func `a fence that nothing closes is reported and hides no section`() {
        let dataset = read(DatasetTests.ticket("甲", description: "看\n```\ncode") + DatasetTests.ticket("乙"))
        #expect(dataset.ticketCount == 2)
        #expect(dataset.drafts[0].answers == ["已处理"])
        #expect(dataset.entry(at: 0).warnings == [DatasetWarning(line: 8, code: .unclosedFence)])
    }
}
