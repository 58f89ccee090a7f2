import Workflow

/// What the words before a marked text say of it.
enum Cue {
    private static let printed = [
        "log", "日志", "关键字", "提示", "报错", "报告", "报 ", "报", "返回", "错误", "异常", "显示", "打印", "抛出", "信息", "看到", "error",
        "message",
        "returns", "returned", "reports", "reported", "shows", "prompts", "prompt", "fails with", "says", "see ",
        "output", "fail",
    ]
    private static let actions = [
        "单击", "点击", "选择", "选", "进入", "打开", "填写", "输入", "执行", "运行", "勾选", "设置", "找到", "说明", "确保", "使用", "开启", "关闭", "去",
        "click", "select", "choose", "run", "running", "enter", "open", "set", "use", "using", "execute", "the", "with",
    ]
    private static let farthest = 72

    /// The part of the sentence before a range, folded.
    private static func before(_ bytes: Bytes, _ range: Range<Int>, in content: Range<Int>) -> String {
        var start = max(content.lowerBound, range.lowerBound - farthest)
        while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
        let text = folded(bytes.text(start..<range.lowerBound))
        let end = text.lastIndex { $0 == "。" || $0 == "；" || $0 == "！" }
        return end.map { String(text[text.index(after: $0)...]) } ?? text
    }

    static func isBefore(_ bytes: Bytes, _ range: Range<Int>, in content: Range<Int>) -> Bool {
        let text = before(bytes, range, in: content)
        return printed.contains { text.contains($0) } && !isAction(bytes, range, in: content)
    }

    /// Whether somebody is told to do something with what follows.
    static func isAction(_ bytes: Bytes, _ range: Range<Int>, in content: Range<Int>) -> Bool {
        let text = before(bytes, range, in: content).trimming { " *`“\"「[".contains($0) }
        return actions.contains { text.hasSuffix($0) }
    }
}

/// Names that programs print.
enum ErrorName {
    private static let parts = [
        "err", "fail", "denied", "invalid", "forbid", "expire", "timeout", "noexist", "notexist", "not_exist",
        "notfound", "not_found",
        "exceed", "unknown", "notmatch", "not_match", "missing", "exception", "refused", "limit", "conflict",
        "mismatch", "unauthorized",
        "rejected", "reject", "unsupported", "not_support", "unavailable", "illegal", "overflow", "toolarge", "too_",
        "no_", "bad",
        "duplicate", "warn", "abort", "forbidden", "nosuch",
    ]

    static func speaksOfError(_ name: String) -> Bool {
        let name = name.lowercased()
        return parts.contains { name.contains($0) }
    }

    /// `ERROR_X`, `NoSuchKey`, `java.io.IOException`: one word of several parts.
    static func isIdentifier(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 6, bytes.count <= 128 else { return false }
        guard bytes.allSatisfy({ Identifier.isPart($0) || $0 == 0x2E }) else { return false }
        guard bytes[0] | 0x20 >= 0x61, bytes[0] | 0x20 <= 0x7A || bytes[0] == 0x5F else { return false }
        let hasBar = bytes.dropFirst().contains(0x5F)
        return hasBar && bytes.contains { $0 >= 0x41 && $0 <= 0x5A } || humps(bytes) >= 2
    }

    /// How often a small letter is followed by a capital, and one for the first.
    private static func humps(_ bytes: [UInt8]) -> Int {
        var count = bytes[0] >= 0x41 && bytes[0] <= 0x5A ? 1 : 0
        for at in bytes.indices.dropFirst() where bytes[at] >= 0x41 && bytes[at] <= 0x5A && bytes[at - 1] >= 0x61 {
            count += 1
        }
        return count
    }
}

/// Whether a text is something that a program says.
enum MessageText {
    private static let errors = [
        "error", "fail", "denied", "cannot", "can't", "can not", "unable", "refused", "timeout", "timed out",
        "exception", "not found",
        "no such", "invalid", "forbidden", "not exist", "notexist", "unreachable", "no route", "missing",
        "unauthorized", "rejected",
        "not permitted", "fatal", "panic", "exceeded", "unexpected", "not connected", "conflicts", "conflict",
        "reset by", "broken pipe",
        "not allowed", "unsupported", "too many", "already",
    ]

    /// A marked text: two words with letters enough, or Chinese of some length.
    static func isMessage(_ text: String, isQuoted: Bool) -> Bool {
        guard !isCommand(text) else { return false }
        let han = text.unicodeScalars.count { $0.value >= 0x4E00 && $0.value <= 0x9FFF }
        // A sentence is somebody's, not a program's.
        if han >= 16, text.hasSuffix("。") { return false }
        if han >= 5 { return isQuoted || han >= 6 }
        let letters = text.utf8.count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
        return letters >= 10 && text.utf8.contains(0x20)
    }

    /// A line that a program printed because something went wrong.
    static func isPrinted(_ text: String) -> Bool {
        guard text.utf8.count >= 14, text.utf8.count <= 400, !isCommand(text), !EntryKindRule.isQuestion(text) else {
            return false
        }
        guard text.utf8.count(where: { $0 >= 0x80 }) * 10 < text.utf8.count else { return false }
        let text = folded(text)
        let isError = errors.contains { text.contains($0) }
        return isError && (text.contains(":") || text.contains("error") && text.contains(" ") && text.contains("_"))
    }

    private static func isCommand(_ text: String) -> Bool {
        [
            "$", "/", "http:", "https:", "sudo ", "kubectl ", "--", "-", "curl ", "ceph ", "{", "#", "rpm ", "yum ",
            "apt",
        ].contains {
            text.hasPrefix($0)
        } || text.contains(" --") || text.contains("://")
    }
}

/// A line of a log without what changes from line to line at its start.
enum PrintedLine {
    /// Behind the moment and the level: from the first word that is not made of digits and signs.
    static func message(of line: String) -> String {
        var rest = line[...]
        while true {
            let word = rest.prefix { $0 != " " && $0 != "\t" }
            let isStamp =
                word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
                && word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x3A || "-./,+TZ[]|".utf8.contains($0) }
            let isLevel = ["INFO", "WARN", "ERROR", "DEBUG", "FATAL", "|", "[ERROR]", "[WARN]", "WARNING"].contains(
                String(word))
            guard isStamp || isLevel, word.endIndex < rest.endIndex else { return String(rest) }
            rest = rest[word.endIndex...].drop { $0 == " " || $0 == "\t" }
        }
    }
}
