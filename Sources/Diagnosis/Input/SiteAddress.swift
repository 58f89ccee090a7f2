/// Where a site is: what a person typed, or where a site sent on to.
package struct SiteAddress: Hashable, Sendable {
    package enum Scheme: String, Codable, Hashable, Sendable {
        case http, https

        package var usualPort: UInt16 { self == .http ? 80 : 443 }
    }

    package enum Host: Hashable, Sendable {
        case name(DomainName)
        case address(NetworkAddress)
    }

    package let scheme: Scheme
    package let host: Host
    package let port: UInt16
    /// Path and query as a request sends them; it begins with `/` and may hold secrets.
    package let target: String

    package init(scheme: Scheme, host: Host, port: UInt16? = nil, target: String = "/") {
        self.scheme = scheme
        self.host = host
        self.port = port ?? scheme.usualPort
        self.target = target
    }
}

extension SiteAddress {
    /// The name or the address, in the letters of the network.
    package var hostText: String {
        switch host {
        case .name(let name): name.ascii
        case .address(let address): address.description
        }
    }

    /// The same in the letters of people.
    package var readableHost: String {
        switch host {
        case .name(let name): name.readable
        case .address(let address): address.description
        }
    }

    /// Host and port as the request's `Host` has them.
    package var authority: String {
        let host: String
        switch self.host {
        case .name(let name): host = name.ascii
        case .address(let address): host = address.inURL
        }
        return port == scheme.usualPort ? host : "\(host):\(port)"
    }

    package var origin: String { "\(scheme.rawValue)://\(authority)" }

    /// The address with its secrets hidden: the only form that is shown or written down.
    package var masked: String { origin + Secrets.masked(target: target) }
}
