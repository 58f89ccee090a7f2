/// What a page loads without encryption. Links are no such thing: they are followed, not loaded.
enum InsecureReferences {
    /// More are of no use to anybody who mends them one by one.
    private static let most = 5
    private static let loading: Set = [
        "script", "img", "iframe", "link", "audio", "video", "source", "embed", "object",
    ]

    /// Other links, such as those to the page's other languages, load nothing.
    private static let loadedLinks = ["stylesheet", "icon", "preload", "manifest"]

    /// The addresses, secrets hidden, in the order of the page.
    static func find(in page: [UInt8]) -> [String] {
        var found: [String] = []
        var left = page[...]
        while found.count < most, let start = left.firstIndex(of: UInt8(ascii: "<")) {
            left = left[(start + 1)...]
            let name = left.prefix(12).prefix(while: isLetter).map { $0 | 0x20 }
            guard loading.contains(String(decoding: name, as: UTF8.self)) else { continue }
            // A tag that does not end is not looked through again from every bracket in it.
            let end = left.prefix(4096).firstIndex(of: UInt8(ascii: ">")) ?? left.prefix(4096).endIndex
            if let address = address(in: left[..<end]) { found.append(address) }
            left = left[end...]
        }
        return found
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    /// The value of `src`, `href` or `data` that begins with `http://`. By bytes: a page may be nothing but tags.
    private static func address(in tag: ArraySlice<UInt8>) -> String? {
        let scheme = Array("http://".utf8)
        guard let start = tag.indices.first(where: { tag[$0...].starts(with: scheme) && isValue(at: $0, of: tag) })
        else {
            return nil
        }
        if tag.prefix(4).map({ $0 | 0x20 }) == Array("link".utf8) {
            let text = String(decoding: tag, as: UTF8.self).lowercased()
            guard loadedLinks.contains(where: text.contains) else { return nil }
        }
        let address = tag[start...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        return VisibleText.of(Secrets.masked(address: String(decoding: address, as: UTF8.self)).utf8)
    }

    private static let attributes = ["src", "href", "data"].map { Array($0.utf8) }

    /// Whether what begins there is the value of an attribute that loads.
    private static func isValue(at place: Int, of tag: ArraySlice<UInt8>) -> Bool {
        var before = tag[..<place]
        if before.last == UInt8(ascii: "\"") || before.last == UInt8(ascii: "'") { before.removeLast() }
        while let byte = before.last, byte <= 0x20 { before.removeLast() }
        guard before.popLast() == UInt8(ascii: "=") else { return false }
        while let byte = before.last, byte <= 0x20 { before.removeLast() }
        let name = before.reversed().prefix(while: isLetter).reversed().map { $0 | 0x20 }
        return attributes.contains(name)
    }
}
