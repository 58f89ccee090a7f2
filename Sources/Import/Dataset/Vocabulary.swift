/// Looks names up in the tables of sections and speakers.
struct Vocabulary: Sendable {
    /// What every file is read with.
    static let standard = Vocabulary()

    /// Names that a person taught, which are asked first.
    var taught: [NameKey: Meaning] = [:]

    /// What a known name means; `isWeak` when only for want of a better name in the file.
    struct Meaning: Sendable {
        let field: SectionField
        let isWeak: Bool
    }

    private static let sections: NameTable<Meaning> = {
        var table: [NameKey: Meaning] = [:]
        for (field, words) in SectionNames.japanese {
            for word in words { table[NameKey(word)] = Meaning(field: field, isWeak: field >= .created) }
        }
        for (names, isWeak) in [(SectionNames.weak, true), (SectionNames.strong, false)] {
            for (field, words) in names {
                for word in words { table[NameKey(word)] = Meaning(field: field, isWeak: isWeak) }
            }
        }
        return NameTable(table)
    }()

    /// Of further languages, made only where a name is none of the others.
    private static let further: NameTable<Meaning> = {
        var table: [NameKey: Meaning] = [:]
        // Texts are told under many names, a priority under few.
        let further = SectionNames.further.map { ($0.0, $0.1, $0.0 >= .created) }
        for (field, words, isWeak) in further + [(.priority, SectionNames.furtherSeverities, true)] {
            // Only the letters of English are compared without their case.
            for word in words.flatMap(Vocabulary.cases) {
                table[NameKey(word)] = Meaning(field: field, isWeak: isWeak)
            }
        }
        return NameTable(table)
    }()

    /// English letters are compared without their case, and Chinese signs have none.
    private static func cases(of word: String) -> [String] {
        let hasCases = word.utf8.contains { (0xC3...0xDF).contains($0) || $0 == 0xE1 }
        return hasCases ? [word, word.lowercased(), word.uppercased()] : [word]
    }

    private static let longestName = 96

    func meaning(of name: Range<Int>, in bytes: Bytes) -> (meaning: Meaning?, key: NameKey) {
        let keys = NameKey.pair(of: bytes, in: name)
        guard name.count <= Self.longestName else { return (nil, keys.whole) }
        if !taught.isEmpty, let meaning = taught[keys.whole] { return (meaning, keys.whole) }
        if let meaning = Self.sections[keys.whole] { return (meaning, keys.whole) }
        if Vocabulary.mayBeFurther(name, in: bytes), let meaning = Self.further[keys.whole] {
            return (meaning, keys.whole)
        }
        return (keys.stem.flatMap { Self.sections[$0] }, keys.whole)
    }

    /// A name in Chinese signs is in the first table, and no name has a figure.
    private static func mayBeFurther(_ name: Range<Int>, in bytes: Bytes) -> Bool {
        guard let first = name.first, name.count <= 60 else { return false }
        return !(0xE4...0xE9).contains(bytes[first]) && !name.contains { bytes[$0].isDigit }
    }

    /// Keywords of names that are not in the table, in the order they are asked.
    private static let keywords: [(StaticString, SectionField)] = [
        ("对话", .conversation), ("沟通", .conversation), ("聊天", .conversation), ("会话", .conversation),
        ("原因", .causes), ("根因", .causes), ("解答", .answers), ("回复", .answers), ("答复", .answers),
        ("回答", .answers), ("步骤", .answers), ("描述", .description), ("现象", .description),
        ("状态", .status), ("分类", .category), ("类别", .category),
        ("onversation", .conversation), ("ialog", .conversation), ("ause", .causes), ("nswer", .answers),
        ("repl", .answers), ("Repl", .answers), ("escription", .description), ("ymptom", .description),
        ("tatus", .status), ("ategor", .category),
    ]

    /// Steps of these solve nothing: 复现步骤, 测试步骤.
    private static let trials: [StaticString] = ["复现", "重现", "再现", "测试", "验收", "回归", "eprod"]

    /// What an unknown name probably means.
    func guess(_ name: Range<Int>, in bytes: Bytes) -> SectionField? {
        guard name.count <= Self.longestName, !Self.trials.contains(where: { bytes.first($0, in: name) != nil }) else {
            return nil
        }
        return Self.keywords.first { bytes.first($0.0, in: name) != nil }?.1
    }

    private static let summaryWords: [StaticString] = [
        "总结", "小结", "统计", "汇总", "附录", "模板", "图例", "格式说明", "Summary", "Statistics", "Definition", "Legend", "Template",
        "Guideline",
    ]

    /// A heading such as `本批次数据统计`, which is no ticket unless one plainly follows.
    func isSummary(_ name: Range<Int>, in bytes: Bytes) -> Bool {
        if meaning(of: name, in: bytes).meaning?.field == .summary { return true }
        return name.count <= 48 && Self.summaryWords.contains { bytes.first($0, in: name) != nil }
    }
}
