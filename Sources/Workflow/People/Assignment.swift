/// How a ticket finds an agent by itself.
package enum AssignmentRule: String, CaseIterable, Sendable {
    /// Whoever was given a ticket longest ago.
    case roundRobin = "round-robin"
    /// Whoever has the fewest open tickets.
    case least
    /// Of those good at the ticket's category or one of its tags, whoever has the fewest.
    case skill
}

/// An agent who might be given a ticket.
package struct Candidate: Equatable, Sendable {
    package var agent: Agent
    package var isAbsent: Bool
    /// Tickets that are his and not done.
    package var open: Int
    /// When he was last given a ticket, as a number that grows with time; nil: never.
    package var lastTurn: Turn?
    /// Those of his skills that the ticket asks for, by name.
    package var skills: [String]

    /// The place in the history of the event that gave him a ticket.
    package struct Turn: Comparable, Sendable {
        package var operation: Int64
        package var sequence: Int64

        package init(operation: Int64, sequence: Int64) {
            self.operation = operation
            self.sequence = sequence
        }

        package static func < (a: Turn, b: Turn) -> Bool { (a.operation, a.sequence) < (b.operation, b.sequence) }
    }

    package init(agent: Agent, isAbsent: Bool = false, open: Int, lastTurn: Turn? = nil, skills: [String] = []) {
        self.agent = agent
        self.isAbsent = isAbsent
        self.open = open
        self.lastTurn = lastTurn
        self.skills = skills
    }
}

/// Who was chosen for a ticket, and from whom.
package struct AssignmentChoice: Equatable, Sendable {
    package var rule: AssignmentRule
    package var chosen: Candidate
    /// The others who were there, and those who were not.
    package var others: [Candidate]

    /// Open tickets of all of them.
    package var open: Int { others.reduce(chosen.open) { $0 + $1.open } }
}

extension AssignmentRule {
    /// Chooses; equal candidates take turns.
    /// - Throws: `WorkflowError.nobodyPresent`, `.nobodySkilled`.
    package func choice(among candidates: [Candidate]) throws(WorkflowError) -> AssignmentChoice {
        let present = candidates.filter { !$0.isAbsent && !$0.agent.isRetired }
        guard !present.isEmpty else { throw .nobodyPresent }
        let fit = self == .skill ? present.filter { !$0.skills.isEmpty } : present
        guard let chosen = fit.min(by: isBefore) else { throw .nobodySkilled }
        let others = candidates.filter { $0.agent.id != chosen.agent.id }
        return AssignmentChoice(rule: self, chosen: chosen, others: others)
    }

    private func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
        if self != .roundRobin && a.open != b.open { return a.open < b.open }
        // Who was never given one comes before all who were.
        switch (a.lastTurn, b.lastTurn) {
        case (nil, nil): return a.agent.id < b.agent.id
        case (nil, _): return true
        case (_, nil): return false
        case (let x?, let y?): return x == y ? a.agent.id < b.agent.id : x < y
        }
    }
}
