import Workflow

/// What the tickets of a file hold, counted while they pass.
package struct FileTally: Equatable, Sendable {
    package var tickets = 0
    package var customerMessages = 0
    package var agentMessages = 0
    package var causes = 0
    package var placeholderCauses = 0
    /// Tickets with both a conversation and listed answers, and those of them where the answers are just the agent's turns.
    package var conversationsWithAnswers = 0
    package var answersDerived = 0
    package var describedByTurn = 0
    package var described = 0
    /// Marks such as `[图片]` that stand for a lost attachment.
    package var missingAttachments = 0
    /// Tickets whose source says when they came.
    package var timed = 0
    package private(set) var values = ValuesTold()
    package private(set) var samples = TicketSamples()
    package var warnings: [DatasetWarning] = []
    /// What every ticket was told to become, whatever its source says.
    private let asked: Status?

    package init(asked: Status? = nil) { self.asked = asked }

    package mutating func add(_ entry: DatasetEntry, _ messages: [MessageDraft]) {
        let draft = entry.draft
        tickets += 1
        values.add(draft, asked: asked)
        samples.add(draft, messages, at: entry.place, asked: asked)
        customerMessages += messages.count { $0.role == .customer }
        agentMessages += messages.count { $0.role == .agent }
        missingAttachments += messages.reduce(0) { $0 + Self.marks(in: $1.body) }
        causes += draft.rootCauses.count
        placeholderCauses += draft.rootCauses.count(where: TicketCause.isPlaceholder)
        if draft.description != nil { described += 1 }
        if draft.values.createdAt != nil { timed += 1 }
        if messages.contains(where: { $0.isDescription && $0.origin == .conversation }) { describedByTurn += 1 }
        if !draft.turns.isEmpty && !draft.answers.isEmpty {
            conversationsWithAnswers += 1
            if !entry.derivedAnswersDiffer { answersDerived += 1 }
        }
        warnings += entry.warnings
    }

    private static let marks: [StaticString] = ["[图片]", "[附件]", "[文件]", "[视频]"]

    private static func marks(in body: String) -> Int {
        var body = body
        return body.withUTF8 { bytes in
            var count = 0
            var at = 0
            while let found = bytes.first("[", in: at..<bytes.count) {
                if marks.contains(where: { bytes.has($0, at: found, limit: bytes.count) }) { count += 1 }
                at = found + 1
            }
            return count
        }
    }
}
