/// Names of which only the letters count, in small ones: `won't fix` is `wontfix`. A table of them is made in no time, for a program that
/// has just begun looks up few.
struct LetterNames: Sendable {
    /// By the first byte.
    private var names = [[StaticString]](repeating: [], count: 256)

    init(_ words: some Sequence<StaticString>) {
        for word in words { names[Int(word.utf8Start.pointee)].append(word) }
    }

    func contains(_ letters: some Collection<UInt8>) -> Bool {
        guard let first = letters.first else { return false }
        return names[Int(first)].contains { LetterNames.says($0, letters) }
    }

    /// Whether a name begins so.
    func contains(initial scalar: Unicode.Scalar) -> Bool {
        guard let bytes = UTF8.encode(scalar), let first = bytes.first else { return false }
        return names[Int(first)].contains { name in
            UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount).starts(with: bytes)
        }
    }

    private static func says(_ name: StaticString, _ letters: some Collection<UInt8>) -> Bool {
        var rest = letters.makeIterator()
        for byte in UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        where byte >= 0x80 || byte >= 0x61 && byte <= 0x7A {
            if rest.next() != byte { return false }
        }
        return rest.next() == nil
    }
}
