import Workflow

/// A value on its way into or out of the engine.
package enum SQLValue: Equatable, Sendable {
    case null
    case integer(Int64)
    /// An engine without Booleans keeps and gives back 0 or 1.
    case boolean(Bool)
    case real(Double)
    case text(String)
    case blob([UInt8])
    /// A text as the bytes of its UTF-8.
    case utf8([UInt8])
    /// So many bytes of 0, to be filled in place.
    case zeros(Int)

    package static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
    package static func optional(_ value: Int64?) -> SQLValue { value.map(SQLValue.integer) ?? .null }
    package static func optional(_ value: Int?) -> SQLValue { value.map { .integer(Int64($0)) } ?? .null }
    package static func optional(_ value: String?) -> SQLValue { value.map(SQLValue.text) ?? .null }
    package static func flag(_ value: Bool) -> SQLValue { .boolean(value) }

    /// For `LIMIT`; nil is no limit.
    package static func limit(_ count: Int?) -> SQLValue { .integer(count ?? .max) }
}

extension SQLValue {
    /// Texts are the same when their bytes are; Swift's own `==` would miss a change of composition. A Boolean is the same as
    /// the number as which an engine may give it back.
    package static func == (a: SQLValue, b: SQLValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.integer(let x), .integer(let y)): x == y
        case (.boolean(let x), .boolean(let y)): x == y
        case (.boolean(let x), .integer(let y)), (.integer(let y), .boolean(let x)): y == (x ? 1 : 0)
        case (.real(let x), .real(let y)): x == y
        case (.text(let x), .text(let y)): x.isSameText(as: y)
        case (.utf8(let x), .utf8(let y)), (.blob(let x), .blob(let y)): x == y
        case (.zeros(let x), .zeros(let y)): x == y
        default: false
        }
    }
}
