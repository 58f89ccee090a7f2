import Workflow

/// The line above a comment in what an issue tracker wrote: `[ann](…) commented at [2024-01-05 10:20](…):`,
/// `_Comment by @ann on Jan 5, 2024_`, `### ann - 2024-01-05 10:20`, `member · ann · 2024-01-05T10:20:00Z`.
struct CommentHead {
    enum Kind { case opened, commented, closed, event }

    let kind: Kind
    let name: String
    let time: SourceTime
    /// What it says, in plain words.
    let words: String

    private static let longest = 400

    init?(_ line: TextLine, in bytes: Bytes) {
        let text = bytes.trimmed(line.text)
        guard text.count >= 8, text.count <= Self.longest, bytes[text.lowerBound] != 0x7C,
            text.contains(where: { bytes[$0].isDigit })
        else { return nil }
        let isMarked = [0x23, 0x5F, 0x2A, 0x5B, 0x3C, 0x40, 0x3E].contains(bytes[text.lowerBound])
        self.init(PlainWords.of(bytes.text(text)), isMarked: isMarked)
    }

    private init?(_ words: String, isMarked: Bool) {
        guard let stamp = CommentHead.time(in: words) else { return nil }
        let before = Substring(words.prefix(upTo: stamp.start)).trimmingBlanks
        let after = Substring(words.suffix(from: stamp.end)).trimmingBlanks.trimming(":.)]")
        let lower = before.lowercased()
        time = stamp.time
        self.words = words
        if let by = CommentHead.person(behind: " by ", in: String(before)) {
            (kind, name) = (CommentHead.kind(of: lower), by)
        } else if let (verb, place) = CommentHead.verb(in: lower) {
            let person = before.prefix(lower.distance(from: lower.startIndex, to: place)).trimmingBlanks
            guard let found = CommentHead.name(String(person)) else { return nil }
            (kind, name) = (verb, found)
        } else if let found = CommentHead.listed(String(before)) {
            (kind, name) = (lower.hasPrefix("reporter") || lower.hasPrefix("author") ? .opened : .commented, found)
        } else if isMarked, after.isEmpty, let found = CommentHead.name(String(before.trimming("-–—,·|:([ "))) {
            (kind, name) = (.commented, found)
        } else {
            return nil
        }
    }

    private static let verbs: [(String, Kind)] = [
        ("opened", .opened), ("created", .opened), ("reported", .opened), ("submitted", .opened), ("asked", .opened),
        ("filed", .opened),
        ("commented", .commented), ("wrote", .commented), ("replied", .commented), ("said", .commented),
        ("answered", .commented),
        ("added a comment", .commented), ("posted", .commented), ("closed", .closed), ("reopened", .event),
        ("merged", .closed),
        ("创建", .opened), ("提出", .opened), ("提交", .opened), ("评论", .commented), ("回复", .commented), ("关闭", .closed),
    ]

    private static func verb(in words: String) -> (Kind, String.Index)? {
        for (word, kind) in verbs {
            guard let found = words.firstRange(of: word), found.lowerBound > words.startIndex else { continue }
            // `文档创建日期：…` names a day of the file's.
            if ["日期", "时间", "人", "者"].contains(where: words[found.upperBound...].hasPrefix) { continue }
            return (kind, found.lowerBound)
        }
        return nil
    }

    private static func kind(of words: String) -> Kind {
        if words.contains("open") && !words.contains("reopen") || words.contains("creat") || words.contains("reported")
        {
            return .opened
        }
        if words.contains("comment") || words.contains("reply") || words.contains("replied") || words.contains("posted")
        {
            return .commented
        }
        return words.contains("closed") || words.contains("merged") ? .closed : .event
    }

    private static func person(behind word: String, in text: String) -> String? {
        guard let found = text.firstRange(of: word) else { return nil }
        var rest = text[found.upperBound...].trimmingBlanks
        for end in [" on", " at", ",", " -", " –", " ("] where rest.hasSuffix(end) {
            rest = rest.dropLast(end.count).trimmingBlanks
        }
        return name(String(rest))
    }

    /// `member · ann ·`: the last of the parts before the time.
    private static func listed(_ text: String) -> String? {
        for sign in ["·", "•"] where text.contains(sign) {
            let parts = text.split(separator: sign).map { $0.trimmingBlanks }.filter { !$0.isEmpty }
            return parts.last.flatMap { name(String($0)) }
        }
        return nil
    }

    private static func name(_ text: String) -> String? {
        let name = Substring(text).trimmingBlanks.trimming("@*_`:([-").trimmingBlanks
        guard name.utf8.count <= 60, name.split(separator: " ").count <= 4, !papers.contains(name.lowercased()) else {
            return nil
        }
        return PersonName.only(String(name))
    }

    /// What is created, closed and reported on without being anybody.
    private static let papers: Set<String> = [
        "document", "the document", "this document", "file", "this file", "page", "report", "version", "last", "date",
        "created",
        "文档", "本文", "本文档", "文件", "本文件", "版本", "报告", "页面", "最后",
    ]

    /// The first time that stands in the words.
    private static func time(in words: String) -> (time: SourceTime, start: String.Index, end: String.Index)? {
        var at = words.startIndex
        var wasLetter = false
        while at < words.endIndex {
            let sign = words[at]
            let mayBegin = sign.isNumber || sign.isLetter && sign.isASCII
            if mayBegin, !wasLetter, let found = TimeReader.leading(String(words[at...].prefix(48))) {
                let end = words.utf8.index(at, offsetBy: found.length)
                return (found.time, at, end)
            }
            wasLetter = sign.isLetter || sign.isNumber
            at = words.index(after: at)
        }
        return nil
    }
}

/// A line without its marks: pictures and tags gone, links as their words.
enum PlainWords {
    static func of(_ line: String) -> String {
        var plain = ""
        var rest = Substring(line)
        while let sign = rest.first {
            if sign == "<", let end = rest.prefix(300).firstIndex(of: ">") {
                rest = rest[rest.index(after: end)...]
            } else if sign == "[", let link = link(rest) {
                plain += link.text
                rest = link.rest
            } else if sign == "!" && rest.dropFirst().first == "[", let link = link(rest.dropFirst()) {
                rest = link.rest
            } else if sign == "\\" {
                rest = rest.dropFirst()
                if let next = rest.first {
                    plain.append(next)
                    rest = rest.dropFirst()
                }
            } else {
                if !isMark(sign, behind: plain.last, before: rest.dropFirst().first) { plain.append(sign) }
                rest = rest.dropFirst()
            }
        }
        return String(Substring(plain).trimmingBlanks)
    }

    /// `_` within a name, `C#`, `#12` and `a > b` are words.
    private static func isMark(_ sign: Character, behind last: Character?, before next: Character?) -> Bool {
        switch sign {
        case "*", "`", "~": true
        case "_": !isOfWord(last) || !isOfWord(next)
        case "#": !isOfWord(last) && !(next?.isNumber ?? false)
        case ">": last == nil
        default: false
        }
    }

    private static func isOfWord(_ sign: Character?) -> Bool { sign.map { $0.isLetter || $0.isNumber } ?? false }

    private static func link(_ text: Substring) -> (text: String, rest: Substring)? {
        guard let close = text.firstIndex(of: "]") else { return nil }
        let inside = text[text.index(after: text.startIndex)..<close]
        let behind = text[text.index(after: close)...]
        guard behind.first == "(", let end = behind.firstIndex(of: ")") else { return nil }
        return (of(String(inside)), behind[behind.index(after: end)...])
    }
}
