/// Markdown and HTML as a person reads them: marks of emphasis, links and tags gone, `<br>` a new line.
enum PlainText {
    /// One line or a few, of any length, in one pass over the bytes.
    static func line(_ text: String) -> String {
        var text = text
        return text.withUTF8 { String(decoding: plain($0, 0..<$0.count), as: UTF8.self) }
    }

    static func plain(_ bytes: Bytes, _ range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(range.count)
        var at = range.lowerBound
        let limit = range.upperBound
        while at < limit {
            let byte = bytes[at]
            switch byte {
            case 0x5C where at + 1 < limit && isPunctuation(bytes[at + 1]):
                out.append(bytes[at + 1])
                at += 2
            case 0x2A where at + 1 < limit && bytes[at + 1] == 0x2A: at += 2
            case 0x60: at = code(bytes, at, limit, &out)
            case 0x21 where at + 1 < limit && bytes[at + 1] == 0x5B: at = image(bytes, at, limit, &out)
            case 0x5B: at = link(bytes, at, limit, &out)
            case 0x3C: at = tag(bytes, at, limit, &out)
            case 0x26: at = entity(bytes, at, limit, &out)
            case 0x0D where at + 1 < limit && bytes[at + 1] == 0x0A: at += 1
            default:
                out.append(byte)
                at += 1
            }
        }
        return trimmed(out)
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    private static let longestLabel = 2_000

    /// What stands between two marks of as many signs is code: verbatim, as a path with its backslashes.
    private static func code(_ bytes: Bytes, _ start: Int, _ limit: Int, _ out: inout [UInt8]) -> Int {
        var open = start
        while open < limit, bytes[open] == 0x60 { open += 1 }
        var at = open
        let end = min(limit, start + longestLabel)
        while at < end, bytes[at] != 0x0A {
            var close = at
            while close < limit, bytes[close] == 0x60 { close += 1 }
            if close > at, close - at == open - start {
                // In a table a bar stands behind a backslash, in code too.
                for place in open..<at where bytes[place] != 0x5C || place + 1 == at || bytes[place + 1] != 0x7C {
                    out.append(bytes[place])
                }
                return close
            }
            at = max(close, at + 1)
        }
        return open
    }

    /// `![alt](target)` becomes its words; one without words is a mark.
    private static func image(_ bytes: Bytes, _ start: Int, _ limit: Int, _ out: inout [UInt8]) -> Int {
        guard let place = LinkPlace(bytes, at: start + 1, limit: min(limit, start + longestLabel)) else {
            out.append(bytes[start])
            return start + 1
        }
        out += "[".utf8
        out += place.label.isEmpty ? Array("image".utf8) : Array(bytes[place.label.lowerBound..<place.label.upperBound])
        out += "]".utf8
        return place.end
    }

    private static func link(_ bytes: Bytes, _ start: Int, _ limit: Int, _ out: inout [UInt8]) -> Int {
        guard let place = LinkPlace(bytes, at: start, limit: min(limit, start + longestLabel)) else {
            out.append(bytes[start])
            return start + 1
        }
        out += plain(bytes, place.label)
        return place.end
    }

    /// Tags go; what only looks like one stays, such as `<cluster ID>` and `a < b`.
    private static func tag(_ bytes: Bytes, _ start: Int, _ limit: Int, _ out: inout [UInt8]) -> Int {
        var nameStart = start + 1
        if nameStart < limit, bytes[nameStart] == 0x2F { nameStart += 1 }
        var at = nameStart
        while at < limit, bytes[at] | 0x20 >= 0x61 && bytes[at] | 0x20 <= 0x7A || bytes[at].isDigit { at += 1 }
        let name = Array(bytes[nameStart..<at]).map { $0 | 0x20 }
        // `Observable<S>` is a type.
        let isType = name.count == 1 && bytes[nameStart] < 0x61 && !out.isEmpty && isWordByte(out[out.count - 1])
        guard tags.contains(name), !isType, at < limit,
            let close = bytes.first(">", in: at..<min(limit, start + longestLabel))
        else {
            out.append(bytes[start])
            return start + 1
        }
        if name == Array("br".utf8) || breaks.contains(name) { out.append(0x0A) }
        return close + 1
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte.isDigit
    }

    private static func names(_ words: String) -> Set<[UInt8]> {
        // Digits lose nothing by the bit that makes letters small.
        Set(words.split(separator: " ").map { Array($0.utf8).map { $0 | 0x20 } })
    }

    private static let breaks = names("br p li tr div td th")
    private static let tags = names(
        "br p li ul ol div span a b i em strong code pre table thead tbody tr td th img h1 h2 h3 h4 h5 h6 font sup sub u s "
            + "center details summary section figure kbd dx-codeblock dx-alert dx-tabs dx-fold-block blockquote hr small"
    )

    private static let entities: [(StaticString, String)] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
    ]

    private static func entity(_ bytes: Bytes, _ start: Int, _ limit: Int, _ out: inout [UInt8]) -> Int {
        for (name, sign) in entities where bytes.has(name, at: start, limit: limit) {
            out += sign.utf8
            return start + name.utf8CodeUnitCount
        }
        out.append(bytes[start])
        return start + 1
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBufferPointer { Array($0[$0.trimmed(0..<$0.count)]) }
    }
}

/// `[label](target)` at a place: where its parts stand.
struct LinkPlace {
    let label: Range<Int>
    let target: Range<Int>
    let end: Int

    /// - Parameter start: where the bracket opens.
    init?(_ bytes: Bytes, at start: Int, limit: Int) {
        var depth = 0
        var at = start
        while at < limit {
            if bytes[at] == 0x5C {
                at += 1
            } else if bytes[at] == 0x5B {
                depth += 1
            } else if bytes[at] == 0x5D {
                depth -= 1
                if depth == 0 { break }
            }
            at += 1
        }
        guard at + 1 < limit, depth == 0, bytes[at + 1] == 0x28 else { return nil }
        label = start + 1..<at
        var close = at + 2
        var round = 1
        while close < limit {
            if bytes[close] == 0x28 {
                round += 1
            } else if bytes[close] == 0x29 {
                round -= 1
            } else if bytes[close] == 0x0A {
                return nil
            }
            if round == 0 { break }
            close += 1
        }
        guard close < limit, round == 0 else { return nil }
        target = at + 2..<close
        end = close + 1
    }
}
