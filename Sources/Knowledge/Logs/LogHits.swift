import Workflow

/// One place where a pattern stands.
struct LogHit {
    /// Where its line begins, in the bytes that are looked at.
    var line: Int
    /// 0 for the line as it stands, more for what is left of it when escapes are undone.
    var form: Int
    var start: Int
    var end: Int
    var pattern: Int
    var grade: MatchGrade
}

/// Looks closer at places where four bytes of a pattern stand.
struct HitVerifier {
    let signatures: CompiledSignatures
    /// The texts of all patterns one behind the other, where each begins, and what it is: a pattern itself is too dear to be
    /// taken out of its list for every place that is looked at.
    private let texts: [UInt8]
    private let starts: [Int]
    let kinds: [LogPattern.Kind]

    init(signatures: CompiledSignatures) {
        self.signatures = signatures
        texts = signatures.patterns.flatMap(\.text)
        starts = signatures.patterns.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.text.count) }
        kinds = signatures.patterns.map(\.kind)
    }

    /// The place of the pattern whose window begins at `at`; nil where the rest is not there.
    @inline(__always)
    func hit(
        _ index: Int, window offset: Int, at place: Int, _ bytes: LogBytes, in region: Range<Int>
    ) -> (range: Range<Int>, grade: MatchGrade)? {
        let (first, count) = (starts[index], starts[index + 1] - starts[index])
        switch kinds[index] {
        case .identifier, .context, .error:
            let start = place - offset
            let end = start + count
            guard start >= region.lowerBound, end <= region.upperBound, isSame(first, count, bytes, start) else {
                return nil
            }
            guard kinds[index] == .identifier else { return (start..<end, .exact) }
            return (start..<end, grade(signatures.patterns[index], bytes, start, end, region))
        case .literal, .segments:
            return texts.withUnsafeBufferPointer { texts in
                let text = UnsafeBufferPointer(rebasing: texts[first..<first + count])
                return LooseText.range(of: text, window: offset, at: place, bytes, in: region).map { ($0, .exact) }
            }
        }
    }

    @inline(__always)
    private func isSame(_ first: Int, _ count: Int, _ bytes: LogBytes, _ start: Int) -> Bool {
        texts.withUnsafeBufferPointer { texts in
            for at in 0..<count {
                let byte = bytes[start &+ at]
                let small = byte &- 0x41 <= 0x19 ? byte | 0x20 : byte
                if small != texts[first &+ at] { return false }
            }
            return true
        }
    }

    private func grade(_ pattern: LogPattern, _ bytes: LogBytes, _ start: Int, _ end: Int, _ region: Range<Int>)
        -> MatchGrade
    {
        if start > region.lowerBound, ByteKind.isWord(bytes[start - 1]) { return .insideLonger }
        if end < region.upperBound, ByteKind.isWord(bytes[end]) { return .insideLonger }
        let isExact = (0..<pattern.written.count).allSatisfy { bytes[start + $0] == pattern.written[$0] }
        return isExact ? .exact : .otherCase
    }

    /// Whether the parts around one part of a signature stand before and behind it, with gaps between.
    func segmentsStand(_ pattern: LogPattern, around range: Range<Int>, _ bytes: LogBytes, in record: Range<Int>)
        -> Range<Int>?
    {
        let parts = signatures.segments[pattern.signature]
        guard let start = before(parts[..<pattern.segment], range.lowerBound, bytes, record),
            let end = behind(parts[(pattern.segment + 1)...], range.upperBound, bytes, record)
        else { return nil }
        return start..<end
    }

    private func behind(_ parts: ArraySlice<[UInt8]>, _ end: Int, _ bytes: LogBytes, _ record: Range<Int>) -> Int? {
        guard let part = parts.first else { return end }
        let last = min(record.upperBound, end + SignatureMatching.longestGap + 1)
        for at in end..<max(end, last) {
            guard let found = LooseText.end(of: part, at: at, bytes, in: record) else { continue }
            if let end = behind(parts.dropFirst(), found, bytes, record) { return end }
        }
        return nil
    }

    private func before(_ parts: ArraySlice<[UInt8]>, _ start: Int, _ bytes: LogBytes, _ record: Range<Int>) -> Int? {
        guard let part = parts.last else { return start }
        let first = max(record.lowerBound, start - SignatureMatching.longestGap - part.count * 2 - 1)
        for at in stride(from: start - 1, through: first, by: -1) {
            guard let end = LooseText.end(of: part, at: at, bytes, in: record), end <= start,
                start - end <= SignatureMatching.longestGap
            else { continue }
            if let start = before(parts.dropLast(), at, bytes, record) { return start }
        }
        return nil
    }

    /// Whether a pattern has another among its own words: what stands in its gaps is not its own.
    func owns(_ longer: Int, _ shorter: Int) -> Bool {
        let pattern = signatures.patterns[longer]
        guard pattern.kind == .segments else { return true }
        let text = signatures.patterns[shorter].text
        return signatures.segments[pattern.signature].contains { part in
            part.count >= text.count
                && (0...(part.count - text.count)).contains { start in
                    zip(part[start...], text).allSatisfy { ByteKind.small[Int($0)] == ByteKind.small[Int($1)] }
                }
        }
    }

    /// Codes that stand close behind a word of their context.
    func codes(
        behind context: Int, at end: Int, _ bytes: LogBytes, in region: Range<Int>, _ found: (Int, Range<Int>) -> Void
    ) {
        let last = min(region.upperBound, end + SignatureMatching.contextReach)
        var at = end
        while at < last, bytes[at] != 0x0A {
            let isSigned = bytes[at] == 0x2D && (at == region.lowerBound || !ByteKind.isWord(bytes[at - 1]))
            guard isSigned || ByteKind.isWord(bytes[at]) else {
                at += 1
                continue
            }
            let start = at
            at += 1
            while at < region.upperBound, ByteKind.isWord(bytes[at]) { at += 1 }
            guard start == region.lowerBound || !ByteKind.isWord(bytes[start - 1]) else { continue }
            let token = Array(UnsafeBufferPointer(start: bytes + start, count: at - start))
            let plain = isSigned ? Array(token.dropFirst()) : token
            for (word, first) in [(token, start), (plain, isSigned ? start + 1 : -1)] where first >= 0 {
                for signature in signatures.codes[word] ?? []
                where signatures.contextsOfCode[signature]?.contains(context) == true {
                    found(signature, first..<at)
                }
            }
        }
    }
}

/// Compares a message with a log where runs of blanks and kinds of quotation marks are alike.
enum LooseText {
    /// The range of a text whose window stands at a place.
    @inline(__always)
    static func range(
        of text: UnsafeBufferPointer<UInt8>, window offset: Int, at place: Int, _ bytes: LogBytes, in region: Range<Int>
    ) -> Range<Int>? {
        guard let end = end(of: text, from: offset, at: place, bytes, region.upperBound),
            let start = start(of: text, before: offset, at: place, bytes, region.lowerBound)
        else { return nil }
        return start..<end
    }

    /// Where a text ends that begins at a place.
    @inline(__always)
    static func end(of text: [UInt8], at place: Int, _ bytes: LogBytes, in region: Range<Int>) -> Int? {
        text.withUnsafeBufferPointer { end(of: $0, from: 0, at: place, bytes, region.upperBound) }
    }

    @inline(__always)
    private static func end(
        of text: UnsafeBufferPointer<UInt8>, from offset: Int, at place: Int, _ bytes: LogBytes, _ limit: Int
    ) -> Int? {
        var at = place
        for index in offset..<text.count {
            guard at < limit else { return nil }
            let byte = bytes[at]
            if byte == text[index], byte != 0x20 {
                at += 1
            } else if text[index] == 0x20, ByteKind.isBlank(byte) {
                while at < limit, ByteKind.isBlank(bytes[at]) { at += 1 }
            } else if text[index] == 0x27, let width = quoteWidth(bytes, at, limit) {
                at += width
            } else {
                return nil
            }
        }
        return at
    }

    @inline(__always)
    private static func start(
        of text: UnsafeBufferPointer<UInt8>, before offset: Int, at place: Int, _ bytes: LogBytes, _ limit: Int
    ) -> Int? {
        var at = place
        var index = offset - 1
        while index >= 0 {
            guard at > limit else { return nil }
            let byte = bytes[at - 1]
            if byte == text[index], byte != 0x20 {
                at -= 1
            } else if text[index] == 0x20, ByteKind.isBlank(byte) {
                while at > limit, ByteKind.isBlank(bytes[at - 1]) { at -= 1 }
            } else if text[index] == 0x27, byte == 0x22 || byte == 0x60 {
                at -= 1
            } else if text[index] == 0x27, at - 3 >= limit, quoteWidth(bytes, at - 3, at) == 3 {
                at -= 3
            } else {
                return nil
            }
            index -= 1
        }
        return at
    }

    /// `"`, `` ` `` and the curved ones stand for `'`.
    @inline(__always)
    private static func quoteWidth(_ bytes: LogBytes, _ at: Int, _ limit: Int) -> Int? {
        if bytes[at] == 0x22 || bytes[at] == 0x60 { return 1 }
        guard at + 2 < limit, bytes[at] == 0xE2, bytes[at + 1] == 0x80, (0x98...0x9D).contains(bytes[at + 2]) else {
            return nil
        }
        return 3
    }
}
