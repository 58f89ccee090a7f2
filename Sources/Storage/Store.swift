import Workflow

/// The desk as the rest of the program sees it: reads are closures over one snapshot, every write is a method.
package struct Store: Sendable {
    package let database: any Database

    package init(database: any Database) { self.database = database }

    /// Runs `body` on one snapshot. It cannot write there.
    package func read<T>(_ body: (any Transaction) throws -> T) throws -> T {
        try database.read(body)
    }
}
