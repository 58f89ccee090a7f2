import Workflow

/// What became of a deed that is not about single tickets.
package enum DeedOutcome: Equatable, Sendable {
    /// The operation that undoes it.
    case done(Int64)
    case rehearsed
    /// Everything was so already; no operation was made.
    case unchanged

    package var operation: Int64? {
        if case .done(let operation) = self { return operation }
        return nil
    }
}

/// What a deed gives back, and what became of it.
package struct Outcome<Content> {
    package var content: Content
    package var deed: DeedOutcome
}

extension Outcome: Sendable where Content: Sendable {}

extension Store {
    /// Runs a deed as one operation; one that changes nothing leaves no trace.
    func carry<T>(
        _ deed: Deed, isRehearsal: Bool, _ body: (inout Operation) throws -> T
    ) throws -> Outcome<T> {
        var content: T?
        let write: (any Transaction) throws -> Int64 = { db in
            var operation = try Operation.begin(deed, in: db)
            content = try body(&operation)
            guard operation.hasEvents else { throw NothingChanged() }
            return operation.number
        }
        do {
            let number = isRehearsal ? try rehearsing(write) : try database.write(write)
            return Outcome(content: try Self.found(content), deed: isRehearsal ? .rehearsed : .done(number))
        } catch is NothingChanged {
            return Outcome(content: try Self.found(content), deed: .unchanged)
        }
    }

    private static func found<T>(_ content: T?) throws -> T {
        guard let content else { throw StorageError.failed(detail: "a deed gave no result") }
        return content
    }
}

private struct NothingChanged: Error {}
