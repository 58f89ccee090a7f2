/// Which of a site's addresses may be connected to. Both who connects and who looks at it later ask here.
struct AddressChoice {
    /// In the order in which they are tried: IPv4 first, for this is about the site and not about the way to it.
    let allowed: [NetworkAddress]
    let refused: [NetworkAddress]

    /// Nil where nobody knows yet what addresses there are.
    init?(_ hop: HopEvidence, _ networks: AllowedNetworks) {
        let found: [NetworkAddress]
        if let literal = hop.literal {
            found = [literal]
        } else if let v4 = hop.names?.v4, let v6 = hop.names?.v6 {
            found = v4.addresses + v6.addresses
        } else {
            return nil
        }
        var seen: Set<NetworkAddress> = []
        let unique = found.filter { seen.insert($0).inserted }
        allowed = unique.filter { networks.refusal(of: $0) == nil }
        refused = unique.filter { networks.refusal(of: $0) != nil }
    }
}
