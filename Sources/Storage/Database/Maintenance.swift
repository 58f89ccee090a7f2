/// What is done to a desk as a whole, each engine in its own way: copies of it, many writes at once, and what is left of what
/// was removed.
package protocol Maintenance: Sendable {
    /// Runs the writes of a bulk import on the database it hands over: few and large transactions, whose references are not
    /// looked up and whose texts are found quickly only when this has returned. Each is as safe as any when it is done.
    func bulk<T>(_ body: (any Database) throws -> T) throws -> T

    /// A copy that nobody else sees and that is gone when it is let go. It may break references between rows.
    func copied() throws -> any Database

    /// A desk of the same tables without rows, of which the same holds. Nothing can be looked for in it.
    func emptied() throws -> any Database

    /// Another connection that reads the same desk; nil where it cannot be reached by another.
    func twin() throws -> (any Database)?

    /// Lets nothing of what was removed stay in the file.
    /// - Returns: false when somebody else is using the file, so that it has to be tried again.
    func scrub() throws -> Bool
}

/// What a look over a desk asks of the engine in one snapshot, and what mends the search in one transaction.
package protocol Upkeep {
    /// What the engine finds wrong with its own file; empty when all is well.
    func integrityFaults() throws -> [String]

    /// How many rows name another that is not there.
    func orphanCount() throws -> Int

    /// A fingerprint of the tokens that each row of the search index holds.
    func fingerprints() throws -> [SearchRow: IndexFingerprint]

    /// Forgets every text of the search index.
    func clearIndex() throws
}
