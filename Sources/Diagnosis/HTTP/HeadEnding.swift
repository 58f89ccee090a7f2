/// The empty line that ends a head.
struct HeadEnding: Equatable {
    /// Where the line before it ends.
    let start: Int
    /// Where what follows begins.
    let end: Int

    /// - Parameter place: where to begin to look, so that no byte is looked at twice; moved on.
    static func find(in bytes: [UInt8], from place: inout Int) -> HeadEnding? {
        let newline = UInt8(ascii: "\n")
        while place < bytes.count {
            guard bytes[place] == newline else {
                place += 1
                continue
            }
            let next = place + 1
            if next < bytes.count, bytes[next] == newline { return HeadEnding(start: place, end: next + 1) }
            if next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\r"), bytes[next + 1] == newline {
                return HeadEnding(start: place, end: next + 2)
            }
            // The empty line may still be on its way.
            if next + 1 >= bytes.count { return nil }
            place += 1
        }
        return nil
    }
}
