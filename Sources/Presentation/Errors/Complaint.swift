import Workflow

/// What went wrong, in words: what, why, and what to do.
package struct Complaint: Equatable, Sendable {
    package var identity: ErrorIdentity
    package var lines: [String]
    /// The query with a caret under the place, where there is one.
    package var caret: String?
    /// The values of it, for programs.
    private(set) var members: [JSONObject.Member] = []

    package init(_ identity: ErrorIdentity, _ lines: [String], caret: String? = nil) {
        self.identity = identity
        self.lines = lines
        self.caret = caret
    }

    package func with(_ members: [JSONObject.Member]) -> Complaint {
        var complaint = self
        complaint.members += members
        return complaint
    }

    package var json: JSONValue {
        var object = JSONObject()
        object.set("code", to: .string(identity.code))
        object.set("exit", to: .integer(Int64(identity.kind.exitCode)))
        for member in members { object.set(member.name, to: member.value) }
        object.set("message", to: .string(lines.first ?? ""))
        return .object(object)
    }
}
