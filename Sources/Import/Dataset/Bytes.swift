import Foundation

/// The bytes of a file. All reading happens on them: a Swift `Character` would join CR with LF and compare by meaning.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// One line: its text without LF and without the CR before it, and where the next one starts.
struct TextLine {
    let start: Int
    let end: Int
    let next: Int

    var text: Range<Int> { start..<end }
}

extension UnsafeBufferPointer<UInt8> {
    /// The line that starts at `start`; only LF ends a line.
    @inline(__always)
    func line(at start: Int, limit: Int) -> TextLine {
        guard let base = baseAddress, let found = memchr(base + start, 0x0A, limit - start) else {
            return TextLine(start: start, end: limit, next: limit)
        }
        let lineFeed = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        let end = lineFeed > start && self[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
        return TextLine(start: start, end: end, next: lineFeed + 1)
    }

    /// Each line from `start` on, with its number from 1 in the whole text.
    func eachLine(from start: Int, to end: Int? = nil, _ body: (TextLine, Int) -> Void) {
        var number = 1 + self[..<start].count { $0 == 0x0A }
        var at = start
        while at < end ?? count {
            let line = line(at: at, limit: end ?? count)
            at = line.next
            body(line, number)
            number += 1
        }
    }

    /// Each line that is no code in a fence and no mark of one.
    func eachLineOutsideFences(from start: Int, to end: Int? = nil, _ body: (TextLine, Int) -> Void) {
        var open: Fence?
        eachLine(from: start, to: end) { line, number in
            if let mark = Fence(line, in: self) {
                if let fence = open { if mark.closes(fence) { open = nil } } else { open = mark }
            } else if open == nil {
                body(line, number)
            }
        }
    }

    /// Where the line starts in which `place` stands.
    func lineStart(before place: Int) -> Int {
        var at = place
        while at > 0, self[at - 1] != 0x0A { at -= 1 }
        return at
    }

    /// The range without the white space at its ends: ASCII's, U+00A0 and U+3000.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let start = skippingSpace(range)
        var end = range.upperBound
        while end > start {
            if self[end - 1].isSpace {
                end -= 1
            } else if let length = wideSpace(before: end, from: start) {
                end -= length
            } else {
                break
            }
        }
        return start..<end
    }

    /// Where the first byte stands that is not white space.
    func skippingSpace(_ range: Range<Int>) -> Int {
        var start = range.lowerBound
        while start < range.upperBound {
            if self[start].isSpace {
                start += 1
            } else if has("\u{3000}", at: start, limit: range.upperBound) {
                start += 3
            } else if has("\u{A0}", at: start, limit: range.upperBound) {
                start += 2
            } else {
                break
            }
        }
        return start
    }

    private func wideSpace(before end: Int, from start: Int) -> Int? {
        if end - start >= 3, has("\u{3000}", at: end - 3, limit: end) { return 3 }
        if end - start >= 2, has("\u{A0}", at: end - 2, limit: end) { return 2 }
        return nil
    }

    /// Where the blanks and tabs that begin at `start` are over.
    @inline(__always)
    func skippingBlanks(_ start: Int, limit: Int) -> Int {
        var at = start
        while at < limit, self[at] == 0x20 || self[at] == 0x09 { at += 1 }
        return at
    }

    @inline(__always)
    func has(_ word: StaticString, at start: Int, limit: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard start >= 0, start + count <= limit else { return false }
        let signs = word.utf8Start
        for index in 0..<count where self[start + index] != signs[index] { return false }
        return true
    }

    /// Whether the range is exactly the word.
    func says(_ word: StaticString, at range: Range<Int>) -> Bool {
        range.count == word.utf8CodeUnitCount && has(word, at: range.lowerBound, limit: range.upperBound)
    }

    /// Where the word stands first.
    func first(_ word: StaticString, in range: Range<Int>) -> Int? {
        guard let base = baseAddress, word.utf8CodeUnitCount <= range.count else { return nil }
        let last = range.upperBound - word.utf8CodeUnitCount
        var at = range.lowerBound
        while at <= last, let found = memchr(base + at, Int32(word.utf8Start.pointee), last - at + 1) {
            at = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
            if has(word, at: at, limit: range.upperBound) { return at }
            at += 1
        }
        return nil
    }

    func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
        guard let base = baseAddress, !range.isEmpty else { return false }
        return memchr(base + range.lowerBound, Int32(byte), range.count) != nil
    }

    /// Where a colon of either width ends that stands at `start`, blanks before it allowed.
    @inline(__always)
    func colonEnd(at start: Int, limit: Int) -> Int? {
        let at = skippingBlanks(start, limit: limit)
        guard at < limit else { return nil }
        if self[at] == 0x3A { return at + 1 }
        return isWideColon(at: at, limit: limit) ? at + 3 : nil
    }

    @inline(__always)
    func isWideColon(at start: Int, limit: Int) -> Bool {
        start + 3 <= limit && self[start] == 0xEF && self[start + 1] == 0xBC && self[start + 2] == 0x9A
    }

    /// Where the first colon of either width stands.
    @inline(__always)
    func firstColon(in range: Range<Int>) -> Int? {
        var at = range.lowerBound
        while at < range.upperBound {
            if self[at] == 0x3A || self[at] == 0xEF && isWideColon(at: at, limit: range.upperBound) { return at }
            at += 1
        }
        return nil
    }

    /// The text of a range; bytes that are not UTF-8 become U+FFFD.
    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
    }
}

extension UInt8 {
    @inline(__always)
    var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

    @inline(__always)
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    @inline(__always)
    var isUpperCase: Bool { self >= 0x41 && self <= 0x5A }

    @inline(__always)
    var isLatinLetter: Bool { isUpperCase || self >= 0x61 && self <= 0x7A }
}
