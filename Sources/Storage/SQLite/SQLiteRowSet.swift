/// Many values as one: a JSON array, which SQLite reads as a table.
extension SQLiteTransaction {
    func rowSet(of values: [SQLValue]) -> SQLValue {
        var json: [UInt8] = [UInt8(ascii: "[")]
        for value in values {
            if json.count > 1 { json.append(UInt8(ascii: ",")) }
            switch value {
            case .integer(let number): json += String(number).utf8
            case .text(let text): json.append(quoted: text.utf8)
            case .utf8(let bytes): json.append(quoted: bytes)
            case .null, .boolean, .real, .blob, .zeros: preconditionFailure("\(value) in a row set")
            }
        }
        json.append(UInt8(ascii: "]"))
        return .utf8(json)
    }

    func rows(ofSetAt placeholder: String) -> String { "(SELECT value FROM json_each(\(placeholder)))" }

    var joinInOrder: String { "CROSS JOIN" }
}

extension [UInt8] {
    fileprivate mutating func append(quoted text: some Sequence<UInt8>) {
        let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
        append(quote)
        for byte in text {
            switch byte {
            case quote, backslash: self += [backslash, byte]
            case 0..<0x20: self += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: append(byte)
            }
        }
        append(quote)
    }
}
