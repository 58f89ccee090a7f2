import Workflow

/// A line of an iCalendar file, put together again where it was folded: `DTSTART;VALUE=DATE:20261001`.
struct CalendarLine: Equatable {
    /// Of its first part in the file.
    let number: Int
    let name: String
    /// Names are in capitals.
    let parameters: [String: String]
    let value: String

    /// - Returns: nil for what is no UTF-8.
    static func lines(of bytes: [UInt8]) -> [CalendarLine]? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var unfolded: [(number: Int, bytes: [UInt8])] = []
        let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
        // A fold may stand inside of a character, so that bytes are joined before they are read as text.
        for (index, piece) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = piece.last == 0x0D ? piece.dropLast() : piece
            if let first = line.first, first == 0x20 || first == 0x09, !unfolded.isEmpty {
                unfolded[unfolded.count - 1].bytes += line.dropFirst()
            } else if !line.isEmpty {
                unfolded.append((index + 1, Array(line)))
            }
        }
        var lines: [CalendarLine] = []
        for (number, bytes) in unfolded {
            guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
            lines.append(CalendarLine(number, text))
        }
        return lines
    }

    private init(_ number: Int, _ text: String) {
        self.number = number
        var isQuoted = false
        let colon = text.firstIndex { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ":" && !isQuoted
        }
        let head = text[..<(colon ?? text.endIndex)].split(separator: ";")
        name = head.first.map { $0.uppercased() } ?? ""
        value = colon.map { String(text[text.index(after: $0)...]) } ?? ""
        parameters = head.dropFirst().reduce(into: [:]) { all, part in
            let pair = part.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { all[pair[0].uppercased()] = pair[1].trimmingPrefix("\"").uppercased() }
        }
    }

    /// The value as a text: `\,` is a comma, `\n` a space.
    var text: String {
        var (text, isEscaped) = ("", false)
        for character in value {
            if isEscaped {
                text.append(character == "n" || character == "N" ? " " : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        return text
    }
}
