/// A part of an article that stands for itself: a section, a question, a cause, a row of a table of codes.
package enum ArticleEntry {
    package enum Kind: Int64, CaseIterable, Sendable {
        case section = 1
        case scenario, item, cause, check, step, `case`, row
    }

    /// What a text of an entry tells.
    package enum Role: Int64, CaseIterable, Sendable {
        case symptom = 1
        case cause, remedy, environment, sample, note
        case seeAlso
        case escalation, other
    }

    /// Where a symptom is seen, in guides that tell the places apart.
    package enum Side: Int64, CaseIterable, Sendable {
        case server = 1
        case ios
        case android
        case console
    }

    /// What a link of an entry means.
    package enum LinkKind: Int64, CaseIterable, Sendable {
        case next = 1
        case yes, no, see, escalate
    }

    /// How the text of a signature is looked for in a log.
    package enum SignatureClass: Int64, CaseIterable, Sendable {
        /// A name such as `ERROR_PROXY_AUTH_FAILED`.
        case identifier = 1
        /// Words of a program, with places that vary.
        case message
        /// A number or a short code, which counts only beside a word of its context.
        case code
    }
}

extension ArticleEntry.Kind {
    package var name: String {
        switch self {
        case .section: "section"
        case .scenario: "scenario"
        case .item: "item"
        case .cause: "cause"
        case .check: "check"
        case .step: "step"
        case .case: "case"
        case .row: "row"
        }
    }
}

extension ArticleEntry.Role {
    package var name: String {
        switch self {
        case .symptom: "symptom"
        case .cause: "cause"
        case .remedy: "remedy"
        case .environment: "environment"
        case .sample: "sample"
        case .note: "note"
        case .seeAlso: "see-also"
        case .escalation: "escalation"
        case .other: "other"
        }
    }
}

extension ArticleEntry.Side {
    package var name: String {
        switch self {
        case .server: "server"
        case .ios: "iOS"
        case .android: "Android"
        case .console: "console"
        }
    }
}

extension ArticleEntry.LinkKind {
    package var name: String {
        switch self {
        case .next: "next"
        case .yes: "yes"
        case .no: "no"
        case .see: "see"
        case .escalate: "escalate"
        }
    }
}

extension ArticleEntry.SignatureClass {
    package var name: String {
        switch self {
        case .identifier: "identifier"
        case .message: "message"
        case .code: "code"
        }
    }
}
