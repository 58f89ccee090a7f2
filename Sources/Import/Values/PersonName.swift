/// Names of people as headers write them: `@wang`, `[wang]`, `[Ann Lee](https://…)`, `Ann Lee <ann@x.example>`.
enum PersonName {
    /// The one name that a value holds; nil when it holds none, several or a sentence.
    static func only(_ text: String) -> String? {
        var name = Substring(text).trimmingBlanks
        if name.hasPrefix("["), let close = name.lastIndex(of: "]") {
            let rest = name[name.index(after: close)...]
            if rest.isEmpty || rest.hasPrefix("(") {
                name = name[name.index(after: name.startIndex)..<close].trimmingBlanks
            }
        }
        name = name.trimming("`\"'*_").trimmingBlanks
        if name.hasPrefix("@") { name = name.dropFirst() }
        guard !name.isEmpty, name.utf8.count <= 80, !nobody.contains(name.lowercased()) else { return nil }
        // `- **Login**: ann` is a label of its own.
        if name.hasPrefix("- ") || name.contains("**") { return nil }
        let isOne = !name.contains { ",;，；、\n？！。?!|/：".contains($0) }
        return isOne && name.contains(where: \.isLetter) && name.split(separator: " ").count <= 6 ? String(name) : nil
    }

    private static let nobody: Set<String> = [
        "-", "--", "none", "n/a", "na", "nobody", "unassigned", "tbd", "unknown", "null", "nil", "无", "未分配", "未指派",
        "待定", "未知", "暂无",
        "yes", "no", "是", "否",
    ]
}

extension Substring {
    var trimmingBlanks: Substring {
        var text = drop { $0 == " " || $0 == "\t" || $0 == "\u{3000}" || $0 == "\u{A0}" }
        while let last = text.last, last == " " || last == "\t" || last == "\u{3000}" || last == "\u{A0}" {
            text.removeLast()
        }
        return text
    }

    func trimming(_ signs: String) -> Substring {
        var text = drop { signs.contains($0) }
        while let last = text.last, signs.contains(last) { text.removeLast() }
        return text
    }
}
