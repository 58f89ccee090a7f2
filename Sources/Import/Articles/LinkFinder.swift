import Workflow

/// Links and images of an article, in Markdown and in HTML. A label may go over several lines.
struct LinkFinder {
    private(set) var links: [EntryLinkDraft] = []
    private(set) var linkCount = 0
    private(set) var imageCount = 0

    private static let longestLabel = 2_000

    init(bytes: Bytes, lines: [ArticleLine], entries: [EntryDraft]) {
        let owners = EntryOwners(entries)
        var fences = FencedBytes(lines)
        var at = 0
        while at < bytes.count {
            // Code looks like links: `list[0](name)`.
            if let end = fences.end(at: at) {
                at = end
                continue
            }
            switch bytes[at] {
            case 0x21 where at + 1 < bytes.count && bytes[at + 1] == 0x5B:
                guard let place = LinkPlace(bytes, at: at + 1, limit: min(bytes.count, at + Self.longestLabel)) else {
                    break
                }
                imageCount += 1
                at = place.end
                continue
            case 0x5B:
                guard let place = LinkPlace(bytes, at: at, limit: min(bytes.count, at + Self.longestLabel)) else {
                    break
                }
                imageCount += Self.images(in: bytes, place.label)
                add(bytes, place.label, place.target, owners.owner(of: at), entries)
                at = place.end
                continue
            case 0x3C: takeTag(bytes, at, owners, entries)
            default: break
            }
            at += 1
        }
    }

    private static func images(in bytes: Bytes, _ label: Range<Int>) -> Int {
        label.count { bytes[$0] == 0x21 && $0 + 1 < label.upperBound && bytes[$0 + 1] == 0x5B }
    }

    private mutating func takeTag(_ bytes: Bytes, _ start: Int, _ owners: EntryOwners, _ entries: [EntryDraft]) {
        let limit = min(bytes.count, start + Self.longestLabel)
        if bytes.has("<img", at: start, limit: limit) {
            imageCount += 1
        } else if bytes.has("<a ", at: start, limit: limit), let close = bytes.first(">", in: start..<limit),
            let href = bytes.first("href", in: start..<close)
        {
            let quote = bytes.first("\"", in: href..<close) ?? bytes.first("'", in: href..<close)
            guard let open = quote else { return linkCount += 1 }
            var end = open + 1
            while end < close, bytes[end] != bytes[open] { end += 1 }
            let label = bytes.first("</a>", in: close..<limit).map { close + 1..<$0 } ?? close..<close
            add(bytes, label, open + 1..<end, owners.owner(of: start), entries)
        }
    }

    private mutating func add(
        _ bytes: Bytes, _ label: Range<Int>, _ target: Range<Int>, _ owner: Int, _ entries: [EntryDraft]
    ) {
        linkCount += 1
        var text = bytes.text(bytes.trimmed(target))
        // A title may stand behind the address: (url "title").
        if let space = text.firstIndex(of: " "), text[space...].contains("\"") { text = String(text[..<space]) }
        let words = String(decoding: PlainText.plain(bytes, label), as: UTF8.self)
        let kind = Self.answer(bytes, before: label.lowerBound - 1, text) ?? Self.kind(words, text)
        links.append(EntryLinkDraft(entry: owner, kind: kind, label: words, target: text))
    }

    /// What a link within the article is the answer to: `- 是：[证书](#cert)`.
    private static func answer(_ bytes: Bytes, before end: Int, _ target: String) -> ArticleEntry.LinkKind? {
        guard target.hasPrefix("#") else { return nil }
        var start = end
        while start > 0, end - start < longestAnswer, bytes[start - 1] != 0x0A { start -= 1 }
        var words = PlainText.line(bytes.text(start..<end))[...]
        while let first = words.first, "-*+> \t".contains(first) { words.removeFirst() }
        switch FlowReader.answer(String(words)) {
        case .yes: return .yes
        case .no: return .no
        case .next: return .next
        case .unsure, nil: return nil
        }
    }

    private static let longestAnswer = 60

    private static func kind(_ label: String, _ target: String) -> ArticleEntry.LinkKind {
        let label = folded(label)
        if EscalationWords.areIn(label) || target.contains("workorder") || target.contains("/ticket") {
            return .escalate
        }
        return label.hasPrefix("下一步") || label.hasPrefix("next") ? .next : .see
    }
}

/// Which entry a place of the file belongs to.
struct EntryOwners {
    private let starts: [(place: Int, entry: Int, end: Int)]

    init(_ entries: [EntryDraft]) {
        starts = entries.indices.flatMap { index in
            ([entries[index].titleBytes] + entries[index].texts.map(\.bytes)).filter { !$0.isEmpty }.map {
                ($0.lowerBound, index, $0.upperBound)
            }
        }.sorted { $0.0 < $1.0 }
    }

    func owner(of place: Int) -> Int {
        let index = index(of: place)
        return index > 0 ? starts[index - 1].entry : 0
    }

    /// What the text tells in which a place stands.
    func role(of place: Int, in entries: [EntryDraft]) -> ArticleEntry.Role? {
        entries[owner(of: place)].texts.first { $0.bytes.contains(place) }?.role
    }

    /// Whether a place stands in an entry at all.
    func holds(_ place: Int) -> Bool {
        let index = index(of: place)
        return index > 0 && place < starts[index - 1].end
    }

    private func index(of place: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle].place <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The bytes of blocks of code, asked for in order.
private struct FencedBytes {
    private var ranges: ArraySlice<Range<Int>>

    init(_ lines: [ArticleLine]) {
        var found: [Range<Int>] = []
        for line in lines {
            guard case .fence = line.form else { continue }
            if found.last?.upperBound == line.bytes.lowerBound {
                found[found.count - 1] = found[found.count - 1].lowerBound..<line.bytes.upperBound
            } else {
                found.append(line.bytes)
            }
        }
        ranges = found[...]
    }

    /// Where the block ends that a place lies in.
    mutating func end(at place: Int) -> Int? {
        while let first = ranges.first, first.upperBound <= place { ranges.removeFirst() }
        return ranges.first.flatMap { $0.contains(place) ? $0.upperBound : nil }
    }
}
