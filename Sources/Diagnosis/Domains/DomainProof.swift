/// What the owner of a name publishes to prove it: a record, or a file.
package struct DomainProof: Hashable, Sendable {
    package let name: DomainName
    package let token: String

    /// - Parameter token: letters and digits that nobody guesses.
    /// - Throws: `badToken`; `publicSuffix` and `notBuiltIn`
    package init(of name: DomainName, token: String) throws(DiagnosisError) {
        let isPlain = token.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        guard isPlain, (1...64).contains(token.utf8.count) else { throw .badToken }
        if try name.isPublicSuffix() { throw .publicSuffix(name.readable) }
        self.name = name
        self.token = token
    }

    /// The name of the TXT record.
    package var recordName: String { "_desk-challenge.\(name.ascii)" }
    /// What the record says, and what the file holds: nothing more and nothing less.
    package var text: String { "desk-proof=\(token)" }
    package var filePath: String { Self.filePath(token) }

    /// The longest file that is read, in bytes.
    package static let longestFile = 1024

    static func filePath(_ token: String) -> String { "/.well-known/desk/\(token)" }

    /// A name beside the record's that nobody can have made on purpose.
    func siblingName(_ token: String) -> String { "_desk-\(token).\(name.ascii)" }
}
