/// What is wrong with a site, or strange about it, with what a sentence needs to say so.
package enum Finding: Equatable, Sendable {
    // Permission.
    case consentMissing
    case otherCustomer

    // The resolver, which is not the site.
    case resolverUnreachable
    case resolverSilent
    case resolverRefuses

    // Names.
    case nameNotFound(String)
    case nameTimedOut(String)
    case zoneBroken(String)
    case nameAnswerMalformed(String)
    case nameWithoutAddress(String)
    case cnameMissing
    case cnameElsewhere(target: String)
    case cnameConflict(target: String)
    case cnameLoop([String])
    case cnameDangling(target: String)
    case cnameTooLong(steps: Int)
    case issuerForbidden(allowed: [String])

    // Addresses.
    case sinkhole
    case addressRefused(NetworkAddress, AddressKind)
    case someAddressesRefused([NetworkAddress])

    // Connections.
    case connectionRefused
    case connectionTimedOut
    case connectionReset
    case hostUnreachable
    case connectionFailed
    case addressesDead([NetworkAddress])
    case ipv6Dead([NetworkAddress])

    // TLS.
    case notTLS
    case tlsSilent
    case tlsReset
    case tlsClosed
    case tlsAlert(Int)
    case tlsFailed(reason: String)
    case tooManyCertificates
    case oldProtocol(version: String)
    case certificateWanted

    // Certificates. Times are milliseconds since 1970.
    case selfSigned
    case untrustedRoot(name: String)
    case incompleteChain(missing: String)
    case chainBroken(code: Int, depth: Int)
    case expired(depth: Int, since: Int64)
    case notYetValid(depth: Int, from: Int64)
    case expiresSoon(days: Int, at: Int64)
    case nameMismatch(names: [String])
    case noUsableName
    case weakKey(kind: String, bits: Int)

    // HTTP.
    case emptyAnswer
    case notHTTP
    case headTooLarge
    case firstByteTimedOut
    case headTimedOut
    case answerReset
    case answerCut
    case redirectLoop
    case tooManyRedirects(limit: Int)
    case redirectBroken(fault: String)
    case redirectWithoutLocation
    case refererDenied
    case signatureDenied
    case forbidden
    case hostNotServed(status: Int)
    case pageNotFound
    case tooManyRequests
    case serverError
    case serviceUnavailable
    case badGateway
    case gatewayTimeout
    case otherStatus(Int)
    case bodyTimedOut(bytes: Int)
    case bodyTruncated(bytes: Int, declared: Int?)
    case bodyMalformed
    case bodyEmpty
    case bodyCapped(bytes: Int)

    // Content.
    case answersAnyHost
    case notStored
    case noRanges
    case otherOrigin(allowed: String?)
    case headRefused(status: Int)
    case mixedContent([String])
}
