import Workflow

/// Giving tickets to agents and teams.
extension Operation {
    /// - Parameter rule: chooses the agent when none is given, among the team that is set here first.
    mutating func assign(
        _ ticket: Ticket.Number, to agent: Agent.ID?, _ team: Team?, by rule: AssignmentRule? = nil
    ) throws {
        if let team { try change(.team, of: ticket, to: .integer(team.id)) }
        if let agent { try change(.assignee, of: ticket, to: .integer(agent)) }
        guard let rule else { return }
        let choice = try rule.choice(among: try Candidates.of(ticket, at: at, in: db))
        choices[ticket] = choice
        try change(.assignee, of: ticket, to: .integer(choice.chosen.agent.id))
    }

    mutating func transfer(_ ticket: Ticket.Number, to team: Team) throws {
        try change(.team, of: ticket, to: .integer(team.id))
        guard case .integer(let assignee) = try storedValue(.assignee, of: ticket) else { return }
        let isMember = try Teams.members(of: team.id, in: db).contains(assignee)
        if !isMember { try change(.assignee, of: ticket, to: .null) }
    }
}
