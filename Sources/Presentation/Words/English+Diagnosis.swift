import Diagnosis
import Workflow

extension Words.Diagnosis {
    static let english = Words.Diagnosis(
        consent: """
            The diagnosis finds common faults of sites. It needs your leave to visit the address and to ask for its name. \
            Only what anybody on the internet can see is asked for; who said yes, and when, is written down.
            """,
        consented: { "consent: \(SafeText.line($0)), \($1), \($2 ? "answered" : "by --yes")" },
        askConsent: "Does the customer agree? [y/N]", url: "URL", verdict: "VERDICT", before: "BEFORE", after: "AFTER",
        phase: { name($0) }, check: { name($0) },
        about: { "\($0): \($1)" }, finding: { EnglishFinding(reader: $1).lines($0) },
        ok: "The site is fine.", warnings: { "The site works, with \(counted($0, "warning"))." },
        obstacle: {
            switch $0 {
            case .noAnswer: "cannot be tested: nobody answered"
            case .noIPv6Here: "cannot be tested: this machine has no IPv6"
            case .noTrustedRoots: "cannot be tested: this machine has no list of trusted authorities (--ca FILE)"
            }
        },
        end: {
            switch $0 {
            case .cancelled: "It was stopped before anything was found wrong."
            case .timedOut: "The time for a diagnosis was used up before anything was found wrong."
            case .running, .completed: "It is not finished."
            }
        },
        state: {
            switch $0 {
            case .ok: "ok"
            case .warning: "WARN"
            case .failed: "FAIL"
            case .notTested, .notTestable: "-"
            }
        },
        notTested: {
            switch $0 {
            case .check(let id): "not tested because of \(id.rawValue)"
            case .end(.cancelled): "not tested: stopped"
            case .end(.timedOut): "not tested: out of time"
            case .end: "not tested"
            }
        },
        summary: { "We looked at \(SafeText.line($0)) on \($1)." },
        checked: { "Looked at: \($0.joined(by: ", "))." },
        title: { "\(SafeText.line($0)): \($1)" },
        wouldDiagnose: { "would diagnose \(SafeText.line($0)) (dry run: nothing is asked of anybody)" },
        error: { english($0) })

    private static func name(_ phase: Phase) -> String {
        switch phase {
        case .input: "address"
        case .permission: "permission"
        case .resolver: "resolver"
        case .names: "names"
        case .addresses: "addresses"
        case .connection: "connection"
        case .tls: "encryption"
        case .certificate: "certificate"
        case .http: "answer"
        case .content: "content"
        }
    }

    private static func name(_ check: CheckID) -> String {
        switch check {
        case .address: "the address"
        case .consent: "consent"
        case .owner: "whose it is"
        case .resolver: "the resolver answers"
        case .name: "the name is there"
        case .walk: "its CNAMEs lead somewhere"
        case .cname: "its CNAME is the provider's"
        case .hasAddress: "it has addresses"
        case .issuers: "certificates may be issued (CAA)"
        case .allowed: "its addresses may be connected to"
        case .ipv4: "IPv4 connects"
        case .ipv6: "IPv6 connects"
        case .handshake: "TLS shakes hands"
        case .version: "TLS is of today"
        case .clientCertificate: "no certificate is wanted"
        case .trust: "the certificate is trusted"
        case .dates: "the certificate is valid now"
        case .certificateName: "the certificate is for this name"
        case .key: "its key is strong"
        case .answer: "HTTP answers"
        case .redirect: "the redirect leads on"
        case .status: "the page is given"
        case .body: "the page is whole"
        case .host: "the server knows this host"
        case .caching: "the page can be cached"
        case .ranges: "parts can be asked for"
        case .origins: "other sites may load it"
        case .headMethod: "HEAD is answered"
        case .encryption: "all of it is encrypted"
        }
    }

    private static func english(_ error: DiagnosisError) -> [String] {
        switch error {
        case .empty: ["There is no address.", "desk diagnose https://www.example.com/"]
        case .tooLong(let bytes, let limit): ["The address has \(bytes) bytes; \(limit) are taken at most."]
        case .controlCharacter: ["The address holds a line break or another control character."]
        case .unknownScheme(let scheme): ["\"\(scheme)\" cannot be diagnosed.", "http and https can."]
        case .noHost: ["The address names no host.", "desk diagnose https://www.example.com/"]
        case .containsCredentials: ["The address holds a name or a password.", "Leave out what stands before the @."]
        case .badPort(let port): ["\"\(port)\" is no port.", "Ports go from 1 to 65535."]
        case .badHost(let host, let fault): ["\"\(host)\" is no host: \(name(fault))."]
        case .badNetwork(let text): ["\"\(text)\" is no network.", "--allow-private 10.0.0.0/8"]
        case .badResolver(let text): ["\"\(text)\" is no resolver.", "--resolver 192.0.2.53:53, by its address"]
        case .publicSuffix(let name): ["\(name) is a public suffix: everybody may have names below it."]
        case .badToken: ["A token is made of small letters and digits."]
        case .unreadableCertificates(let path): ["No certificates can be read from \(path).", "--ca takes a PEM file."]
        case .badEvidence: ["The evidence that is stored cannot be read."]
        case .unknownEvidence(let version): ["The evidence is of version \(version), which a newer program wrote."]
        case .notBuiltIn:
            [
                "This build cannot diagnose.",
                "To build one that does: make deps, then make (the trait Diagnosis is on by default).",
            ]
        }
    }

    private static func name(_ fault: DiagnosisError.HostFault) -> String {
        switch fault {
        case .character: "it holds a character that no name has"
        case .emptyLabel: "there is nothing between two dots"
        case .longLabel: "a part of it is longer than 63 bytes"
        case .longName: "it is longer than 253 bytes"
        case .number: "it ends in a number but is no address"
        case .address: "its brackets hold no IPv6 address, or it is an address where a name should be"
        case .letters: "its letters are not allowed in names"
        }
    }
}
