/// A file that belongs to a ticket.
package struct Attachment: Equatable, Sendable {
    package var id: Int64
    /// Safe to be the name of a file on any machine.
    package var name: String
    package var size: Int
    package var sha256: [UInt8]
    package var isInternal: Bool
    /// Sequence of the message it came with.
    package var message: Int?
    /// Who attached it, where known.
    package var author: String?
    package var at: Instant?
    /// An export told of it, and nobody has its bytes here.
    package var isMissing: Bool

    package init(
        id: Int64, name: String, size: Int, sha256: [UInt8], isInternal: Bool, message: Int?, author: String?,
        at: Instant?, isMissing: Bool
    ) {
        self.id = id
        self.name = name
        self.size = size
        self.sha256 = sha256
        self.isInternal = isInternal
        self.message = message
        self.author = author
        self.at = at
        self.isMissing = isMissing
    }

    /// A larger file belongs on a file share, with a link in a note.
    package static let largestBytes = 25 * 1024 * 1024
}

/// Names of attachments: what a person gave, without what a file's name must not hold.
package enum AttachmentName {
    private static let longestBytes = 200
    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
    private static let refused = Set("/\\:*?\"<>|".unicodeScalars)

    /// The last part of a path, without control characters, signs that turn the direction of text, what no file system
    /// takes, and dots and spaces at its ends.
    package static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        var scalars = String.UnicodeScalarView()
        for scalar in last.unicodeScalars where !isInvisible(scalar) {
            scalars.append(refused.contains(scalar) ? "_" : scalar)
        }
        let text = trimmed(String(scalars))
        guard !text.isEmpty else { return "file" }
        let (stem, ending) = split(text)
        let isReserved = reserved.contains(folded(stem))
        return shortened(isReserved ? "_" + stem : stem, ending)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        func isLoose(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar.properties.isWhitespace }
        while let first = scalars.first, first.properties.isWhitespace || scalars.starts(with: "..".unicodeScalars) {
            scalars.removeFirst()
        }
        while let last = scalars.last, isLoose(last) { scalars.removeLast() }
        return String(scalars)
    }

    /// The name before its last dot, and the rest with the dot; a name that begins with its only dot has no ending.
    private static func split(_ name: String) -> (stem: String, ending: String) {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
        return (String(name[..<dot]), String(name[dot...]))
    }

    private static func shortened(_ stem: String, _ ending: String) -> String {
        var (stem, ending) = (stem, ending)
        if ending.utf8.count > longestBytes / 2 { (stem, ending) = (stem + ending, "") }
        while stem.utf8.count + ending.utf8.count > longestBytes { stem.removeLast() }
        return stem + ending
    }

    /// The name, or with ` (2)`, ` (3)` … where another file has it, however that is written.
    package static func unique(_ name: String, among names: [String]) -> String {
        let taken = Set(names.map(folded))
        guard taken.contains(folded(name)) else { return name }
        let (stem, ending) = split(name)
        var number = 2
        while taken.contains(folded("\(stem) (\(number))\(ending)")) { number += 1 }
        return "\(stem) (\(number))\(ending)"
    }
}
