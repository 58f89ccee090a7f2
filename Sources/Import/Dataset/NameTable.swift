/// A table from names to what they mean. Open addressing: every line that may be a label asks it.
struct NameTable<Meaning: Sendable>: Sendable {
    private var slots: [(key: NameKey, meaning: Meaning)?]
    private let mask: Int

    init(_ meanings: [NameKey: Meaning]) {
        var capacity = 16
        while capacity < meanings.count * 4 { capacity *= 2 }
        slots = Array(repeating: nil, count: capacity)
        mask = capacity - 1
        for (key, meaning) in meanings { slots[free(for: key)] = (key, meaning) }
    }

    subscript(key: NameKey) -> Meaning? {
        var slot = Int(truncatingIfNeeded: key.value) & mask
        while let entry = slots[slot] {
            if entry.key.value == key.value { return entry.meaning }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func free(for key: NameKey) -> Int {
        var slot = Int(truncatingIfNeeded: key.value) & mask
        while slots[slot] != nil { slot = (slot + 1) & mask }
        return slot
    }
}
