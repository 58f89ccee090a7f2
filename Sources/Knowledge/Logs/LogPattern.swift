import Workflow

/// Something that is looked for in logs.
struct LogPattern: Sendable {
    enum Kind: UInt8, Equatable, Sendable {
        case identifier
        /// One text as it stands.
        case literal
        /// Several texts one after the other.
        case segments
        /// A word beside which codes count.
        case context
        /// A word that says that something went wrong.
        case error
    }

    let kind: Kind
    /// The text that is looked for first: of an identifier its small letters, of a message with blanks and quotation marks made
    /// alike.
    let text: [UInt8]
    /// Of an identifier as it is written.
    let written: [UInt8]
    /// The place of the signature in the list, for signatures.
    let signature: Int
    /// Of several segments which one `text` is.
    let segment: Int

    /// Bytes of it that must stand in a line, in all its parts.
    let literalCount: Int
}

/// The texts of signatures in the forms in which they are compared.
struct CompiledSignatures: Sendable {
    private(set) var patterns: [LogPattern] = []
    /// Of those of several parts all parts.
    private(set) var segments: [[[UInt8]]] = []
    /// Signatures by their code.
    private(set) var codes: [[UInt8]: [Int]] = [:]
    private(set) var contexts: [[UInt8]] = []
    /// Of each signature of kind code, which of the words count.
    private(set) var contextsOfCode: [Int: Set<Int>] = [:]

    init(_ signatures: [SignatureDraft]) {
        segments = Array(repeating: [], count: signatures.count)
        for (place, signature) in signatures.enumerated() {
            switch signature.kind {
            case .identifier: add(identifier: Array(signature.text.utf8), place)
            case .message: add(message: signature.segments.map { SignatureMatching.normalized(Array($0.utf8)) }, place)
            case .code: add(code: signature, place)
            }
        }
        for (place, word) in contexts.enumerated() {
            patterns.append(
                LogPattern(kind: .context, text: word, written: word, signature: place, segment: 0, literalCount: 0))
        }
        for (place, word) in ErrorWords.all.enumerated() {
            let text = Array(word.utf8)
            patterns.append(
                LogPattern(kind: .error, text: text, written: text, signature: place, segment: 0, literalCount: 0))
        }
    }

    private mutating func add(identifier text: [UInt8], _ place: Int) {
        guard !text.isEmpty else { return }
        patterns.append(
            LogPattern(
                kind: .identifier, text: text.map { ByteKind.small[Int($0)] }, written: text, signature: place,
                segment: 0,
                literalCount: text.count))
    }

    private mutating func add(message parts: [[UInt8]], _ place: Int) {
        let parts = parts.filter { !$0.isEmpty }
        guard let longest = parts.indices.max(by: { LogWindow.room(in: parts[$0]) < LogWindow.room(in: parts[$1]) })
        else { return }
        segments[place] = parts
        patterns.append(
            LogPattern(
                kind: parts.count == 1 ? .literal : .segments, text: parts[longest], written: parts[longest],
                signature: place,
                segment: longest, literalCount: parts.reduce(0) { $0 + $1.count }))
    }

    private mutating func add(code signature: SignatureDraft, _ place: Int) {
        let code = Array(signature.text.utf8)
        guard !code.isEmpty else { return }
        codes[code, default: []].append(place)
        for word in signature.context {
            let word = Array(word.utf8).map { ByteKind.small[Int($0)] }
            guard !word.isEmpty else { continue }
            let known = contexts.firstIndex(of: word)
            if known == nil { contexts.append(word) }
            contextsOfCode[place, default: []].insert(known ?? contexts.count - 1)
        }
    }
}

/// Four bytes of a pattern by which it is found.
enum LogWindow {
    /// Blanks and quotation marks are written in several ways, so no window holds one.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool { byte != 0x20 && byte != 0x27 }

    /// How long the longest run is that windows may lie in.
    static func room(in text: [UInt8]) -> Int {
        var longest = 0
        var run = 0
        for byte in text {
            run = isPlain(byte) ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// The places around one that follow one another without a gap.
    static func run(around place: Int, in places: [Int]) -> ArraySlice<Int> {
        guard let index = places.firstIndex(of: place) else { return [] }
        var (first, last) = (index, index)
        while first > 0, places[first - 1] + 1 == places[first] { first -= 1 }
        while last + 1 < places.count, places[last] + 1 == places[last + 1] { last += 1 }
        return places[first...last]
    }

    /// Where windows may begin.
    static func places(in text: [UInt8]) -> [Int] {
        guard text.count >= 4 else { return [] }
        return (0...(text.count - 4)).filter { start in (start..<start + 4).allSatisfy { isPlain(text[$0]) } }
    }
}
