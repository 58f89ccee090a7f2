/// Lines of cells for programs.
///
/// TSV: a tab between cells, `\n` after a line. In a cell, tab, line feed, carriage return and backslash are written
/// `\t`, `\n`, `\r` and `\\`, other control characters `\x1b`: every line is a record and nothing is lost.
///
/// CSV: RFC 4180 with CRLF. Text that a spreadsheet would take for a formula gets a leading `'`; numbers do not.
package enum DelimitedText: Sendable {
    case tsv
    case csv

    /// Appends a line; `isText` is false for what a program wrote: names of fields, numbers, times.
    package func append(_ cells: [(String, isText: Bool)], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(self == .tsv ? 0x09 : 0x2C) }
            switch self {
            case .tsv: Self.appendTSV(cell.0, to: &bytes)
            case .csv: Self.appendCSV(cell.isText ? Self.harmless(cell.0) : cell.0, to: &bytes)
            }
        }
        if self == .csv { bytes.append(0x0D) }
        bytes.append(0x0A)
    }

    private static func appendTSV(_ text: String, to bytes: inout [UInt8]) {
        guard text.unicodeScalars.contains(where: { SafeText.isControl($0) || $0 == "\\" }) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars { bytes.append(contentsOf: escaped(scalar).utf8) }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\t": "\\t"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\\": "\\\\"
        case _ where SafeText.isControl(scalar):
            "\\x\(scalar.value < 0x10 ? "0" : "")\(String(scalar.value, radix: 16))"
        default: String(scalar)
        }
    }

    private static func appendCSV(_ text: String, to bytes: inout [UInt8]) {
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    private static func harmless(_ text: String) -> String {
        guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
        return "'" + text
    }
}
