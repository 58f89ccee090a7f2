import Diagnosis
import Workflow

/// What is wrong with a site, in English: the first line says what, the second what to do.
struct EnglishFinding {
    let reader: DiagnosisReader

    func lines(_ finding: Finding) -> [String] {
        permission(finding) ?? names(finding) ?? connection(finding) ?? encryption(finding) ?? certificate(finding)
            ?? answer(finding) ?? content(finding) ?? [finding.code]
    }

    private func permission(_ finding: Finding) -> [String]? {
        switch finding {
        case .consentMissing: ["Nobody agreed to the diagnosis."]
        // Whose it is stays with the desk.
        case .otherCustomer:
            reader == .agent
                ? [
                    "The name belongs to another customer: nothing was asked.",
                    "Move the domain first, or ask its owner.",
                ]
                : ["The name could not be diagnosed for this account."]
        case .resolverUnreachable:
            [
                "The resolver cannot be reached.",
                "This says nothing about the site. Try another one: --resolver HOST:PORT.",
            ]
        case .resolverSilent:
            [
                "The resolver does not answer.",
                "This says nothing about the site. Try another one: --resolver HOST:PORT.",
            ]
        case .resolverRefuses:
            [
                "The resolver refuses to answer.",
                "This says nothing about the site. Try another one: --resolver HOST:PORT.",
            ]
        default: nil
        }
    }

    private func names(_ finding: Finding) -> [String]? {
        switch finding {
        case .nameNotFound(let name):
            ["\(text(name)) does not exist.", "Check how it is written, and whether the domain has expired."]
        case .nameTimedOut(let name):
            [
                "Nobody answers for the name \(text(name)) in time.",
                "The servers of its zone are down or cannot be reached.",
            ]
        case .zoneBroken(let name):
            ["The zone of \(text(name)) is broken.", "Its servers fail, or its signatures (DNSSEC) do."]
        case .nameAnswerMalformed(let name): ["The answer for \(text(name)) cannot be read."]
        case .nameWithoutAddress(let name): ["\(text(name)) has no address.", "Add a CNAME, A or AAAA record."]
        case .cnameMissing:
            [
                "The name has no CNAME.",
                "Point it at the provider's name with a CNAME record, or go on with --past-cname.",
            ]
        case .cnameElsewhere(let target):
            ["The CNAME points elsewhere: \(text(target)).", "Point it at the provider's name."]
        case .cnameConflict(let target):
            [
                "Beside its CNAME to \(text(target)) the name has an address.",
                "Remove the A and AAAA records of the name.",
            ]
        case .cnameLoop(let names):
            ["CNAMEs lead in a circle: \(names.map(text).joined(by: " → ")).", "Correct one of them."]
        case .cnameDangling(let target):
            [
                "The CNAME points at \(text(target)), which does not exist.",
                "Somebody else could take that name over: correct or remove the record.",
            ]
        case .cnameTooLong(let steps):
            [
                "There are more than \(steps - 1) CNAMEs in a row.",
                "Many resolvers give up: point the name at the last one.",
            ]
        case .issuerForbidden(let allowed):
            [
                "CAA records do not let the provider's authority issue certificates; allowed: \(list(allowed)).",
                "Add the authority to the CAA records, or renewing fails.",
            ]
        case .sinkhole: ["The name leads to nobody (0.0.0.0).", "It was blocked, by its owner or by the resolver."]
        case .addressRefused(let address, let kind):
            reader == .agent
                ? [
                    "\(address) is no public address (\(kind.rawValue)): nothing was connected to.",
                    "Give the name a public address; --allow-private allows a network on purpose.",
                ]
                : ["The name leads to an address that is not public.", "Give it a public address."]
        case .someAddressesRefused(let addresses):
            [
                "Some addresses of the name are not public" + shown(addresses) + ".",
                "Remove them: whoever gets one reaches nobody.",
            ]
        default: nil
        }
    }

    private func connection(_ finding: Finding) -> [String]? {
        switch finding {
        case .connectionRefused:
            ["The server refuses connections.", "Nothing listens at this port, or a firewall refuses."]
        case .connectionTimedOut:
            ["The server does not answer to connections.", "It is down, or a firewall drops them."]
        case .connectionReset: ["The server breaks connections off."]
        case .hostUnreachable: ["No way leads to the server."]
        case .connectionFailed: ["No connection could be made."]
        case .addressesDead(let addresses):
            [
                "Some addresses of the site do not answer" + shown(addresses) + ".",
                "Visitors who get one wait or fail: mend or remove them.",
            ]
        case .ipv6Dead(let addresses):
            ["IPv6 does not answer, IPv4 does" + shown(addresses) + ".", "Mend it, or remove the AAAA record."]
        default: nil
        }
    }

    private func encryption(_ finding: Finding) -> [String]? {
        switch finding {
        case .notTLS: ["What answers at this port is not encrypted.", "Serve HTTPS there, or use the port that does."]
        case .tlsSilent:
            [
                "The server connects and then does not shake hands.",
                "It is overloaded, or waits for something else at this port.",
            ]
        case .tlsReset:
            ["The server breaks off the handshake.", "A firewall may forbid this name, or HTTPS is not set up for it."]
        case .tlsClosed: ["The server hangs up in the handshake.", "HTTPS may not be set up for this name."]
        case .tlsAlert(let alert):
            ["The server ends the handshake with alert \(alert).", "HTTPS may not be set up for this name."]
        case .tlsFailed(let reason): ["The handshake fails" + (reason.isEmpty ? "." : ": \(text(reason)).")]
        case .tooManyCertificates:
            ["The server sends far too many certificates.", "Send the site's own and its intermediates only."]
        case .oldProtocol(let version):
            ["The server speaks \(text(version)) only, which browsers refuse.", "Allow TLS 1.2 and 1.3."]
        case .certificateWanted:
            ["The server wants a certificate of its visitors.", "Only those who have one can see the site."]
        default: nil
        }
    }

    private func certificate(_ finding: Finding) -> [String]? {
        switch finding {
        case .selfSigned: ["The certificate vouches for itself.", "Get one of an authority."]
        case .untrustedRoot(let name):
            ["Nobody trusts the authority \(text(name)).", "Get a certificate of an authority that browsers know."]
        case .incompleteChain(let missing):
            [
                "The server does not send the certificate of \(text(missing)).",
                "Install the whole chain. Browsers may hide this fault, programs do not.",
            ]
        case .chainBroken(let code, let depth):
            ["The chain of certificates is broken at depth \(depth) (X509 \(code))."]
        case .expired(let depth, let since):
            [
                "The certificate\(place(depth)) expired on \(day(since)).",
                depth == 0
                    ? "Renew it and install the new one." : "Install the authority's new intermediate certificate.",
            ]
        case .notYetValid(let depth, let from):
            ["The certificate\(place(depth)) is valid from \(day(from)) on.", "Its date is wrong, or a clock."]
        case .expiresSoon(let days, let at):
            ["The certificate expires in \(counted(days, "day")), on \(day(at)).", "Renew it."]
        case .nameMismatch(let names):
            ["The certificate is for other names: \(list(names)).", "Install the one for this name."]
        case .noUsableName:
            ["The certificate names no host.", "Browsers read the alternative names only: get one that has them."]
        case .weakKey(let kind, let bits):
            ["The certificate has a weak key (\(text(kind)) \(bits)).", "Get one with RSA 2048 or EC 256."]
        default: nil
        }
    }
}

extension EnglishFinding {
    func text(_ text: String) -> String { SafeText.line(text) }

    private func list(_ texts: [String]) -> String {
        guard !texts.isEmpty else { return "nobody" }
        return texts.prefix(6).map(text).joined(by: ", ") + (texts.count > 6 ? ", …" : "")
    }

    /// Only for agents.
    private func shown(_ addresses: [NetworkAddress]) -> String {
        guard reader == .agent else { return "" }
        return ": " + addresses.map(\.description).joined(by: ", ")
    }

    private func place(_ depth: Int) -> String { depth == 0 ? "" : " of the authority (depth \(depth))" }

    private func day(_ milliseconds: Int64) -> String {
        TimeText.localDate(
            min(max(milliseconds, TimeText.readable.lowerBound), TimeText.readable.upperBound), offset: 0)
    }
}
