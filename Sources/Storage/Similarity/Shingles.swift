import Workflow

/// What a ticket is about, in short: the first pieces of its title and then of its description. A piece is a token of the
/// search or two that follow one another, as a hash of 16 bits. Two tickets are alike as far as they share pieces that are
/// rare on the desk; so nothing has to be learnt, and a new ticket counts at once.
///
/// Of 96 pieces of 16 bits no more was lost than of all pieces in full (DECISIONS.md has the figures).
package struct Shingles: Equatable, Sendable {
    /// The most pieces that are kept.
    package static let capacity = 96
    /// What a piece of the title weighs, where one of the description weighs 1.
    static let titleWeight: Float = 1.7

    /// Each piece once, those of the title first.
    private(set) var pieces: [UInt16] = []
    /// How many of them are the title's.
    private(set) var titleCount = 0

    package init(title: String, descriptions: [String]) {
        self.init(title: title, descriptions: descriptions) { _, _ in }
    }

    /// Tells the words of each piece, too.
    init(title: String, descriptions: [String], _ name: (UInt16, ArraySlice<UInt8>) -> Void) {
        pieces.reserveCapacity(Shingles.capacity)
        add(title, name)
        titleCount = pieces.count
        for description in descriptions { add(description, name) }
    }

    /// The same as of the title and the descriptions, out of tokens that are cut already where they are all it takes.
    init(title: String, _ messages: [MessageDraft], cutInto text: TicketText) {
        let descriptions = messages.filter(\.isDescription).map(\.body)
        let isFirst = messages.first.map { $0.isDescription && !$0.isInternal } ?? false
        guard descriptions.count == 1, isFirst,
            ([title] + descriptions).allSatisfy({ $0.utf8.count <= Self.longestText })
        else {
            self.init(title: title, descriptions: descriptions)
            return
        }
        self.init(title: "", descriptions: [])
        add(text.publicText.title[...]) { _, _ in }
        titleCount = pieces.count
        add(text.publicText.body[..<text.firstMessage]) { _, _ in }
    }

    /// The root of the summed squares of the weights: what makes long texts and short ones comparable.
    var length: Float { Shingles.length(pieces: pieces.count, title: titleCount) }

    /// The length of a shingles with so many pieces.
    static func length(pieces: Int, title: Int) -> Float {
        (Float(title) * titleWeight * titleWeight + Float(pieces - title)).squareRoot()
    }

    func weight(at index: Int) -> Float { index < titleCount ? Shingles.titleWeight : 1 }

    // Longer texts hold more pieces than are kept.
    private static let longestText = 4096

    private mutating func add(_ text: String, _ name: (UInt16, ArraySlice<UInt8>) -> Void) {
        guard pieces.count < Shingles.capacity else { return }
        var tokens: [UInt8] = []
        var cutter = SearchTokens()
        cutter.append(text.start(bytes: Shingles.longestText), to: &tokens)
        add(tokens[...], name)
    }

    private mutating func add(_ tokens: ArraySlice<UInt8>, _ name: (UInt16, ArraySlice<UInt8>) -> Void) {
        var previous: Range<Int>?
        var start = 0
        while start < tokens.count, pieces.count < Shingles.capacity {
            let end = tokens[start...].firstIndex(of: 0x20) ?? tokens.count
            if tokens[start] == SearchTokens.border {
                previous = nil
            } else if tokens[start] != SearchTokens.gap {
                add(piece: tokens[start..<end], name)
                if let previous { add(piece: tokens[previous.lowerBound..<end], name) }
                previous = start..<end
            }
            start = end + 1
        }
    }

    private mutating func add(piece: ArraySlice<UInt8>, _ name: (UInt16, ArraySlice<UInt8>) -> Void) {
        let hash = Shingles.hash(piece)
        guard pieces.count < Shingles.capacity, !pieces.contains(hash) else { return }
        pieces.append(hash)
        name(hash, piece)
    }

    /// FNV-1a, its two halves laid over one another. A gap between two tokens does not count.
    private static func hash(_ piece: ArraySlice<UInt8>) -> UInt16 {
        var hash: UInt32 = 0x811c_9dc5
        for byte in piece where byte != SearchTokens.gap && byte != 0x20 {
            hash = (hash ^ UInt32(byte)) &* 0x0100_0193
        }
        return UInt16(truncatingIfNeeded: hash ^ (hash >> 16))
    }
}

extension String {
    /// The beginning of the text, of so many bytes at most and cut between scalars.
    fileprivate func start(bytes: Int) -> String {
        guard utf8.count > bytes else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: bytes)
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
