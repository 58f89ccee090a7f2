import Storage

/// A value for every ticket of the desk, by its number: what one pass finds of each is put together with what another finds.
struct PerTicket<Value> {
    private var values: [Value]
    /// Also of numbers that the desk has no ticket of: in a damaged file something may name one.
    private let other: Value

    init(_ value: Value, in db: any Transaction) throws {
        other = value
        let last = try db.row("SELECT MAX(id) FROM ticket")?.optionalInteger(0) ?? 0
        values = Array(repeating: value, count: Int(last) + 1)
    }

    subscript(ticket: Int64) -> Value {
        get { values.indices.contains(Int(ticket)) ? values[Int(ticket)] : other }
        set { if values.indices.contains(Int(ticket)) { values[Int(ticket)] = newValue } }
    }

    /// Of every number, also of those that no ticket has.
    var all: [Value] { values }
}

extension PerTicket: Sendable where Value: Sendable {}
