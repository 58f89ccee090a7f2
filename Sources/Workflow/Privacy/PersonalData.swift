/// Finds what tells who somebody is, or opens doors: telephone and identity numbers, addresses of people and machines, keys. The
/// patterns are those of rule PR-03; what is masked already is not found again.
package enum PersonalData {
    package enum Kind: String, CaseIterable, Sendable {
        case mobile, identity, email, ipAddress, domain, secret
    }

    package struct Place: Equatable, Sendable {
        package var kind: Kind
        /// In the bytes of the UTF-8 text.
        package var range: Range<Int>
    }

    /// In the order of the text.
    package static func places(in text: String) -> [Place] {
        var text = text
        return text.withUTF8 { PersonalDataScan($0).places() }
    }

    /// The text with `***` for each kind, such as `***email***`.
    package static func masked(_ text: String, _ kinds: Set<Kind> = Set(Kind.allCases)) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var at = 0
        for place in places(in: text) where kinds.contains(place.kind) && place.range.lowerBound >= at {
            out += bytes[at..<place.range.lowerBound]
            out += "***\(place.kind.rawValue)***".utf8
            at = place.range.upperBound
        }
        return String(decoding: out + bytes[at...], as: UTF8.self)
    }
}

/// One pass over a text, word by word.
private struct PersonalDataScan {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    func places() -> [PersonalData.Place] {
        var places: [PersonalData.Place] = []
        var at = 0
        while at < bytes.count {
            guard Self.isPart(bytes[at]) else {
                at += 1
                continue
            }
            let start = at
            while at < bytes.count, Self.isPart(bytes[at]) { at += 1 }
            // Points and signs at the end belong to the sentence.
            var end = at
            while end > start, [0x2E, 0x2D, 0x3A, 0x40].contains(bytes[end - 1]) { end -= 1 }
            if let kind = kind(of: start..<end) {
                places.append(PersonalData.Place(kind: kind, range: start..<end))
            } else if let secret = secret(named: start..<end) {
                places.append(PersonalData.Place(kind: .secret, range: secret))
                at = max(at, secret.upperBound)
            }
        }
        return places
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        SignatureMatching.isWord(byte) || byte == 0x2E || byte == 0x2D || byte == 0x40 || byte == 0x3A || byte == 0x2B
    }

    private func kind(of range: Range<Int>) -> PersonalData.Kind? {
        let word = bytes[range]
        if word.contains(0x40) { return isEmail(range) ? .email : nil }
        if word.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) || word.count == 18 { return number(range) }
        if isAddress(range) { return .ipAddress }
        if isKey(range) { return .secret }
        return isDomain(range) ? .domain : nil
    }

    private func number(_ range: Range<Int>) -> PersonalData.Kind? {
        let digits = Array(bytes[range])
        if digits.count == 11, digits[0] == 0x31, digits[1] >= 0x33 { return .mobile }
        return digits.count == 18 && Self.isIdentity(digits) ? .identity : nil
    }

    /// 17 digits and a check digit, by the weights of GB 11643.
    private static func isIdentity(_ digits: [UInt8]) -> Bool {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        guard digits.prefix(17).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
        let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1 - 0x30) }
        return Array("10X98765432".utf8)[sum % 11] == (digits[17] == 0x78 ? 0x58 : digits[17])
    }

    private func isEmail(_ range: Range<Int>) -> Bool {
        guard let at = bytes[range].firstIndex(of: 0x40), at > range.lowerBound else { return false }
        return isDomain(at + 1..<range.upperBound, ofMail: true)
    }

    /// Four numbers up to 255, perhaps with a port; or groups of hexadecimal digits between colons.
    private func isAddress(_ range: Range<Int>) -> Bool {
        let parts = bytes[range].split(separator: 0x3A, omittingEmptySubsequences: false)
        if let first = parts.first, parts.count <= 2 {
            let numbers = first.split(separator: 0x2E, omittingEmptySubsequences: false).map { number in
                number.count <= 3 && number.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
                    ? Int(String(decoding: number, as: UTF8.self)) : nil
            }
            if numbers.count == 4 { return numbers.allSatisfy { $0.map { $0 <= 255 } ?? false } }
        }
        guard parts.count >= 4, parts.count <= 8 else { return false }
        let hasGap = parts.contains { $0.isEmpty }
        let areGroups = parts.allSatisfy { $0.count <= 4 && $0.allSatisfy(Self.isHex) }
        return areGroups && (parts.count == 8 || hasGap) && parts.contains { $0.count == 4 }
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
    }

    private static let topLevels: Set<String> = [
        "com", "cn", "net", "org", "edu", "gov", "io", "co", "info", "biz", "top", "xyz", "site", "app", "dev", "me",
        "cc", "tv", "hk", "tw",
        "jp", "kr", "uk", "de", "fr", "eu", "us", "ru", "in", "au", "ca", "vip", "shop", "online", "cloud", "tech",
        "test", "example",
    ]

    /// Names of machines end in a known top level; `config.json` and `com.example.Name` are none.
    private func isDomain(_ range: Range<Int>, ofMail: Bool = false) -> Bool {
        let name = bytes[range].prefix { $0 != 0x3A }
        let labels = name.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.count <= 63 }) else { return false }
        guard let last = labels.last, Self.topLevels.contains(String(decoding: last, as: UTF8.self).lowercased()) else {
            return false
        }
        let isClean = name.allSatisfy { $0 != 0x5F && $0 != 0x2B && $0 != 0x40 }
        return isClean && (ofMail || labels.contains { $0.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } })
    }

    private static let keyStarts: [StaticString] = [
        "AKIA", "ASIA", "LTAI", "AKID", "ghp_", "gho_", "glpat-", "xoxb-", "xoxp-", "sk-",
    ]

    /// Access keys by how they begin.
    private func isKey(_ range: Range<Int>) -> Bool {
        guard range.count >= 16 else { return false }
        return Self.keyStarts.contains { word in
            (0..<word.utf8CodeUnitCount).allSatisfy { bytes[range.lowerBound + $0] == word.utf8Start[$0] }
        }
    }

    private static let secretNames: Set<String> = [
        "password", "passwd", "pwd", "secret", "token", "access_token", "refresh_token", "auth_key", "authkey", "sign",
        "signature",
        "api_key", "apikey", "secretkey", "secret_key", "accesskeysecret", "x-amz-signature", "authorization", "cookie",
        "set-cookie",
        "session", "sessionid", "密码",
    ]

    /// What stands behind `password=` or `token: `.
    private func secret(named range: Range<Int>) -> Range<Int>? {
        var name = range
        var at = range.upperBound
        if let colon = bytes[range].firstIndex(of: 0x3A) {
            name = range.lowerBound..<colon
            at = colon
        }
        guard Self.secretNames.contains(String(decoding: bytes[name], as: UTF8.self).lowercased()) else { return nil }
        var isGiven = false
        while at < bytes.count, [0x3D, 0x3A, 0x20, 0x22, 0x27].contains(bytes[at]) {
            if bytes[at] == 0x3D || bytes[at] == 0x3A { isGiven = true }
            at += 1
        }
        guard isGiven, at < bytes.count else { return nil }
        for scheme: StaticString in ["Bearer ", "Basic "] where has(scheme, at) { at += scheme.utf8CodeUnitCount }
        var end = at
        while end < bytes.count, bytes[end] > 0x20, ![0x22, 0x27, 0x26, 0x2C, 0x3B, 0x29, 0x7D].contains(bytes[end]) {
            end += 1
        }
        guard end > at, !has("***", at) else { return nil }
        return at..<end
    }

    private func has(_ word: StaticString, _ at: Int) -> Bool {
        at + word.utf8CodeUnitCount <= bytes.count
            && (0..<word.utf8CodeUnitCount).allSatisfy { bytes[at + $0] == word.utf8Start[$0] }
    }
}
