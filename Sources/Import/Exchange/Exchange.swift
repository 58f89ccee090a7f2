import Files
import Storage
import Workflow

/// The export that desks exchange: a ticket a line, as JSON.
package enum Exchange {
    /// The name of a line in the list of documents (`Document.ticket`), which stands above this module.
    package static let name = "desk.ticket"
    package static let version = 2

    static var schema: String { "\(name)/\(version)" }

    /// The key that lines of version 1 have in place of `schema`.
    private static let formerKey = "$"

    /// Whether a file is such an export, of whatever version: its first line begins with the name.
    package static func isExport(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let begin = bytes[start...].prefix(200).filter { $0 != 0x20 }
        return ["schema", formerKey].contains { begin.starts(with: Array("{\"\($0)\":\"\(name)/".utf8)) }
    }

    /// Hands over the tickets of an export in order.
    /// - Throws: `FileError.badLine` at the first line that is no ticket.
    package static func eachRecord(
        in bytes: [UInt8], path: String, _ body: (TicketRecord) throws -> Void
    ) throws {
        var number = 0
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for line in bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
            let record: TicketRecord
            do {
                record = try Self.record(Array(line))
            } catch let error as JSONError {
                throw FileError.badLine(path, line: number, reason: error.description)
            } catch let error as ExchangeError {
                throw FileError.badLine(path, line: number, reason: error.description)
            }
            do {
                try body(record)
            } catch let fault as RecordFault {
                throw FileError.badLine(path, line: number, reason: fault.description)
            }
        }
    }

    private static func record(_ line: [UInt8]) throws -> TicketRecord {
        var reader = JSONReader(line)
        let json = try reader.readValue()
        guard reader.isAtEnd() else { throw JSONError(.textAfterValue, at: reader.position) }
        // Half of a character would come back as another text than was exported.
        guard reader.replacedSurrogates == 0 else { throw ExchangeError.loneSurrogate }
        guard json["schema"]?.text == schema || json[formerKey]?.text == "\(name)/1" else {
            throw ExchangeError.wrong("schema")
        }
        return try TicketRecord(json: json)
    }
}

/// What is wrong with a line of an export.
enum ExchangeError: Error, Equatable, CustomStringConvertible {
    case missing(String)
    case wrong(String)
    /// What could be, but not here: no desk holds such a value.
    case outOfRange(String, String)
    case loneSurrogate

    var description: String {
        switch self {
        case .missing(let name): "\"\(name)\" is missing"
        case .wrong(let name): "\"\(name)\" does not hold what it should"
        case .outOfRange(let name, let allowed): "\"\(name)\" takes \(allowed)"
        case .loneSurrogate: "a text holds half of a surrogate pair"
        }
    }
}
