extension Finding {
    /// What programs and articles know it by: a short name that never changes.
    package var code: String {
        switch self {
        case .consentMissing: "consent-missing"
        case .otherCustomer: "other-customer"
        case .resolverUnreachable: "resolver-unreachable"
        case .resolverSilent: "resolver-silent"
        case .resolverRefuses: "resolver-refuses"
        case .nameNotFound: "name-not-found"
        case .nameTimedOut: "name-timed-out"
        case .zoneBroken: "zone-broken"
        case .nameAnswerMalformed: "name-answer-malformed"
        case .nameWithoutAddress: "name-without-address"
        case .cnameMissing: "cname-missing"
        case .cnameElsewhere: "cname-elsewhere"
        case .cnameConflict: "cname-conflict"
        case .cnameLoop: "cname-loop"
        case .cnameDangling: "cname-dangling"
        case .cnameTooLong: "cname-too-long"
        case .issuerForbidden: "issuer-forbidden"
        case .sinkhole: "sinkhole"
        case .addressRefused: "address-refused"
        case .someAddressesRefused: "some-addresses-refused"
        case .connectionRefused: "connection-refused"
        case .connectionTimedOut: "connection-timed-out"
        case .connectionReset: "connection-reset"
        case .hostUnreachable: "host-unreachable"
        case .connectionFailed: "connection-failed"
        case .addressesDead: "addresses-dead"
        case .ipv6Dead: "ipv6-dead"
        case .notTLS, .tlsSilent, .tlsReset, .tlsClosed, .tlsAlert, .tlsFailed, .tooManyCertificates, .oldProtocol,
            .certificateWanted:
            tlsCode
        case .selfSigned, .untrustedRoot, .incompleteChain, .chainBroken, .expired, .notYetValid, .expiresSoon,
            .nameMismatch, .noUsableName, .weakKey:
            certificateCode
        default: answerCode
        }
    }

    private var tlsCode: String {
        switch self {
        case .notTLS: "not-tls"
        case .tlsSilent: "tls-silent"
        case .tlsReset: "tls-reset"
        case .tlsClosed: "tls-closed"
        case .tlsAlert: "tls-alert"
        case .tooManyCertificates: "too-many-certificates"
        case .oldProtocol: "old-protocol"
        case .certificateWanted: "certificate-wanted"
        default: "tls-failed"
        }
    }

    private var certificateCode: String {
        switch self {
        case .selfSigned: "self-signed"
        case .untrustedRoot: "untrusted-root"
        case .incompleteChain: "incomplete-chain"
        case .expired: "expired"
        case .notYetValid: "not-yet-valid"
        case .expiresSoon: "expires-soon"
        case .nameMismatch: "name-mismatch"
        case .noUsableName: "no-usable-name"
        case .weakKey: "weak-key"
        default: "chain-broken"
        }
    }

    private var answerCode: String {
        switch self {
        case .emptyAnswer: "empty-answer"
        case .notHTTP: "not-http"
        case .headTooLarge: "head-too-large"
        case .firstByteTimedOut: "first-byte-timed-out"
        case .headTimedOut: "head-timed-out"
        case .answerReset: "answer-reset"
        case .answerCut: "answer-cut"
        case .redirectLoop: "redirect-loop"
        case .tooManyRedirects: "too-many-redirects"
        case .redirectBroken: "redirect-broken"
        case .redirectWithoutLocation: "redirect-without-location"
        case .refererDenied: "referer-denied"
        case .signatureDenied: "signature-denied"
        case .forbidden: "forbidden"
        case .hostNotServed: "host-not-served"
        case .pageNotFound: "page-not-found"
        case .tooManyRequests: "too-many-requests"
        case .serverError: "server-error"
        case .serviceUnavailable: "service-unavailable"
        case .badGateway: "bad-gateway"
        case .gatewayTimeout: "gateway-timeout"
        case .bodyTimedOut: "body-timed-out"
        case .bodyTruncated: "body-truncated"
        case .bodyMalformed: "body-malformed"
        case .bodyEmpty: "body-empty"
        case .bodyCapped: "body-capped"
        case .answersAnyHost: "answers-any-host"
        case .notStored: "not-stored"
        case .noRanges: "no-ranges"
        case .otherOrigin: "other-origin"
        case .headRefused: "head-refused"
        case .mixedContent: "mixed-content"
        default: "other-status"
        }
    }
}
