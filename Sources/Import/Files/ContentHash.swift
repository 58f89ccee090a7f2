import Workflow

/// What a ticket says, as 16 bytes: the same for the same content wherever it stands and however its file is laid out.
///
/// Formula 1 mixes title, category, status, description, answers that no turn repeats, causes, turns and other sections
/// (sorted by name), each text with its length and each list with its count. Formula 2 adds notes, the times and names of turns
/// and the other values, where there are any. It tells versions of a ticket apart; it is no
/// proof against somebody who makes two texts of one hash, and files are told apart by SHA-256. A changed formula gets the
/// next number; older hashes are made again from the stored files.
package enum ContentHash {
    package static let formula = 2

    package static func of(_ draft: TicketDraft) -> [UInt8] {
        var mix = ContentMix()
        mix.add(draft.title)
        mix.add(draft.categoryPath)
        mix.add(draft.statusText ?? "")
        mix.add(draft.description.map { [$0] } ?? [])
        mix.add(draft.onlyListedAnswers)
        mix.add(draft.rootCauses)
        mix.add(UInt64(draft.turns.count))
        for turn in draft.turns { mix.add(turn) }
        mix.add(UInt64(draft.extra.count))
        for extra in draft.extra.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            mix.add(extra.name)
            mix.add(extra.text)
        }
        if !draft.notes.isEmpty {
            mix.add(UInt64(draft.notes.count))
            for note in draft.notes { mix.add(note) }
        }
        if !draft.values.isEmpty { mix.add(draft.values) }
        return mix.bytes
    }
}

/// Two lanes of 64 bits. Each word is mixed into both by a full multiplication with another odd constant, whose halves are
/// folded together, so every bit of the word and of all before it reaches every bit of the lane.
private struct ContentMix {
    private var first: UInt64 = 0x243F_6A88_85A3_08D3
    private var second: UInt64 = 0x1319_8A2E_0370_7344

    @inline(__always)
    mutating func add(_ word: UInt64) {
        first = Self.folded((first ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15))
        second = Self.folded((second &+ word).multipliedFullWidth(by: 0xC2B2_AE3D_27D4_EB4F))
    }

    @inline(__always)
    private static func folded(_ product: (high: UInt64, low: UInt64)) -> UInt64 { product.high ^ product.low }

    /// A text: its length, then its bytes, eight to a word.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            add(UInt64(bytes.count))
            let bytes = UnsafeRawBufferPointer(bytes)
            var at = 0
            while at &+ 8 <= bytes.count {
                add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
                at &+= 8
            }
            guard at < bytes.count else { return }
            var rest: UInt64 = 0
            while at < bytes.count {
                rest = rest << 8 | UInt64(bytes[at])
                at &+= 1
            }
            add(rest)
        }
    }

    mutating func add(_ texts: [String]) {
        add(UInt64(texts.count))
        for text in texts { add(text) }
    }

    mutating func add(_ turn: Turn) {
        add(UInt64(turn.role.rawValue))
        add(turn.body)
        guard turn.at != nil || turn.author != nil else { return }
        add(turn.at)
        add([turn.author].compactMap { $0 })
    }

    mutating func add(_ values: TicketValues) {
        add(UInt64(values.priority?.rawValue ?? 0))
        for text in [values.reference, values.priorityText, values.customer, values.assignee] {
            add([text].compactMap { $0 })
        }
        add(values.tags)
        add(values.createdAt)
        add(values.closedAt)
    }

    private mutating func add(_ time: SourceTime?) {
        add(time.map { $0.hasZone ? 2 : 1 } ?? 0)
        add(UInt64(bitPattern: time?.milliseconds ?? 0))
    }

    /// Both lanes, mixed with each other once more.
    var bytes: [UInt8] {
        var end = self
        end.add(second)
        end.add(first)
        return [end.first, end.second].flatMap { lane in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: lane >> UInt64($0)) }
        }
    }
}
