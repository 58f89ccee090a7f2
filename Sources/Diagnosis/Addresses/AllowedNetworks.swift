/// Which addresses may be connected to: those of the whole internet, and what a person allows beside them.
package struct AllowedNetworks: Hashable, Codable, Sendable {
    /// Blocks of special addresses that are allowed all the same.
    package var blocks: [AddressBlock]

    package init(_ blocks: [AddressBlock] = []) {
        self.blocks = blocks
    }

    /// - Parameter texts: `127.0.0.1/32`
    package init(texts: [String]) throws(DiagnosisError) {
        blocks = []
        for text in texts {
            guard let block = AddressBlock(text) else { throw .badNetwork(text) }
            blocks.append(block)
        }
    }

    /// Why the address may not be connected to; nil where it may.
    package func refusal(of address: NetworkAddress) -> AddressKind? {
        let kind = address.kind
        // A connection to the unspecified address ends on this machine, and nobody means that.
        if kind == .global { return nil }
        if kind != .unspecified, blocks.contains(where: { covers($0, address) }) { return nil }
        return kind
    }

    private func covers(_ block: AddressBlock, _ address: NetworkAddress) -> Bool {
        if block.contains(address) { return true }
        return address.embedded.map { block.contains($0) } ?? false
    }
}
