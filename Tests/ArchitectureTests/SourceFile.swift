/// A Swift file of the package.
struct SourceFile: Sendable {
    /// From the package's folder, such as `Sources/Storage/SQLite/SQLiteFile.swift`.
    let path: String
    let text: String
    /// The text without comments and string literals.
    let code: String
    /// What stands in its string literals, interpolations left out.
    let texts: String
    /// The modules it imports, in order.
    let imports: [String]
    /// Every word of the text: what has to be there before a pattern is worth trying.
    private let words: Set<String>

    init(path: String, text: String) {
        self.path = path
        self.text = text
        (code, texts) = SwiftCode.read(text)
        let statements = code.utf8.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ";") }
        imports = statements.compactMap { Self.imported(by: String(Substring($0))) }
        words = Set(text.utf8.split { !Self.isInWord($0) }.map { String(Substring($0)) })
    }

    /// `Storage`, `Migrations`.
    var module: String {
        let folders = path.split(separator: "/")
        return String(folders[0] == "Sources" ? folders[1] : folders[0])
    }

    /// The types that other files of the package may see, without those that extend another.
    var topLevelTypes: [String] {
        let pattern = #/^(?:package |final |indirect )*(?:struct|enum|class|protocol|actor|typealias) (\w+)/#
        return code.matches(of: pattern.anchorsMatchLineEndings()).map { String($0.1) }
    }

    var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

    /// `path:line` of every place where the code matches.
    func places(of pattern: Pattern) throws -> [String] { try places(of: pattern, in: code) }

    /// `path:line` of every place where the text matches, comments included.
    func placesInText(of pattern: Pattern) throws -> [String] { try places(of: pattern, in: text) }

    /// `path:line` of every place where a string literal matches.
    func placesInTexts(of pattern: Pattern) throws -> [String] { try places(of: pattern, in: texts) }

    private func places(of pattern: Pattern, in text: String) throws -> [String] {
        guard pattern.word.map(words.contains) ?? true else { return [] }
        let regex = try Regex(pattern.regex).anchorsMatchLineEndings().wordBoundaryKind(.simple)
        return text.matches(of: regex).map { match in
            "\(path):\(text[..<match.range.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") } + 1)"
        }
    }

    /// The module that an import names; nil for any other statement.
    private static func imported(by statement: String) -> String? {
        let words = statement.split(whereSeparator: \.isWhitespace)
        guard let start = words.firstIndex(of: "import"), start + 1 < words.count else { return nil }
        let isImport = words[..<start].allSatisfy { $0.hasPrefix("@") || accessLevels.contains(String($0)) }
        guard isImport else { return nil }
        let isScoped = scopes.contains(String(words[start + 1])) && start + 2 < words.count
        return words[start + (isScoped ? 2 : 1)].split(separator: ".").first.map { String($0) }
    }

    private static let accessLevels: Set = ["public", "package", "internal", "fileprivate", "private"]
    private static let scopes: Set = ["typealias", "struct", "class", "enum", "protocol", "let", "var", "func"]

    private static func isInWord(_ byte: UInt8) -> Bool {
        let character = Unicode.Scalar(byte)
        return byte >= 0x80 || character.properties.isAlphabetic || (0x30...0x39).contains(byte) || character == "_"
    }
}

/// What a rule looks for.
struct Pattern: Sendable {
    /// A word that is there wherever the regular expression matches; nil where there is none.
    let word: String?
    let regex: String
}
