import Storage
import Workflow

/// What connects a ticket, in a line of an export. Null where there is nothing.
extension TicketRelations {
    /// Each link once: at the ticket that has it.
    var linksJSON: JSONValue {
        .some(
            links.filter { !$0.link.isInverse }.map { named in
                [
                    "kind": .string(named.link.kind.name), "number": .integer(named.link.other.rawValue),
                    "uuid": .string(named.uuid.text),
                ]
            })
    }

    var attachmentsJSON: JSONValue {
        .some(
            attachments.map { file in
                [
                    "name": .string(file.name), "size": .integer(Int64(file.size)), "sha256": .string(file.sha256.hex),
                    "visibility": .string(file.isInternal ? "internal" : "public"),
                    "author": .optional(file.author), "at": .optional(file.at),
                ]
            })
    }

    var problemsJSON: JSONValue {
        .some(
            problems.map { problem in
                [
                    "title": .string(problem.title), "workaround": .optional(problem.workaround),
                    "createdAt": .optional(problem.createdAt), "resolvedAt": .optional(problem.resolvedAt),
                ]
            })
    }
}

extension TicketRelations {
    init(json: JSONValue) throws(ExchangeError) {
        self.init()
        links = try json.list("links").map { value throws(ExchangeError) in
            guard let number = value["number"]?.integer, number > 0, let kind = LinkKind.named(try value.text("kind")),
                let uuid = UUIDBytes(text: try value.text("uuid"))
            else { throw .wrong("links") }
            let link = Link(kind: kind.kind, isInverse: kind.isInverse, other: Ticket.Number(number))
            return NamedLink(link: link, title: "", uuid: uuid)
        }
        watchers = try json.texts("watchers")
        attachments = try json.list("attachments").map { value throws(ExchangeError) in try Attachment(json: value) }
        problems = try json.list("problems").map { value throws(ExchangeError) in
            let title = try value.text("title")
            guard !title.isEmpty else { throw .wrong("problems") }
            return Problem(
                id: 0, title: title, workaround: try value.optionalText("workaround"),
                createdAt: try value.optionalInstant("createdAt") ?? Instant(milliseconds: 0),
                resolvedAt: try value.optionalInstant("resolvedAt"))
        }
    }
}

extension Attachment {
    fileprivate init(json: JSONValue) throws(ExchangeError) {
        guard let size = json["size"]?.integer, size >= 0, let hash = [UInt8](hex: try json.text("sha256")),
            hash.count == 32
        else { throw .wrong("attachments") }
        guard size <= Attachment.largestBytes else {
            throw .outOfRange("attachments", "files up to \(Attachment.largestBytes) bytes")
        }
        self.init(
            id: 0, name: AttachmentName.safe(try json.text("name")), size: Int(size), sha256: hash,
            isInternal: try json.optionalText("visibility") != "public", message: nil,
            author: try json.optionalText("author"), at: try json.optionalInstant("at"), isMissing: true)
    }
}

extension JSONValue {
    /// Null when there are none.
    static func some(_ values: [JSONValue]) -> JSONValue { values.isEmpty ? .null : .array(values) }
    static func some(_ texts: [String]) -> JSONValue { texts.isEmpty ? .null : .strings(texts) }
}

extension [UInt8] {
    /// Two digits a byte, in lower case.
    package var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Nil for a text that is no such digits.
    init?(hex: String) {
        let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
