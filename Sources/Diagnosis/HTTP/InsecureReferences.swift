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
            if let address = address(in: String(decoding: left[..<end], as: UTF8.self)) { found.append(address) }
            left = left[end...]
        }
        return found
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    /// The value of `src`, `href` or `data` that begins with `http://`.
    private static func address(in tag: String) -> String? {
        guard let match = tag.firstMatch(of: Self.reference) else { return nil }
        let isLink = tag.prefix(4).lowercased() == "link"
        guard !isLink || loadedLinks.contains(where: { tag.lowercased().contains($0) }) else { return nil }
        return VisibleText.of(Secrets.masked(address: String(match.1)).utf8)
    }

    private static var reference: Regex<(Substring, Substring)> {
        #/(?i)\b(?:src|href|data)\s*=\s*["']?(http:\/\/[^"'\s>]+)/#
    }
}
