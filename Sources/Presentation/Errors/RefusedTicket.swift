import Workflow

/// What the life cycle refuses of one ticket, with all that a program may want to know of it.
package struct RefusedTicket: Error {
    package let ticket: Ticket.Number
    package let error: WorkflowError
    package let role: AgentRole
    package let permissions: Permissions

    package init(ticket: Ticket.Number, error: WorkflowError, role: AgentRole, permissions: Permissions) {
        self.ticket = ticket
        self.error = error
        self.role = role
        self.permissions = permissions
    }

    package var members: [JSONObject.Member] {
        let ticket = JSONObject.Member(name: "ticket", value: .integer(self.ticket.rawValue))
        switch error {
        case .notAllowed(let action, let status, let actions):
            return [ticket] + step(action, status) + [member("actions", actions.map(\.rawValue))]
        case .roleTooLow(let action, let status, let has, let needs):
            let roles = [member("role", has.name), member("needs", needs.name)]
            return [ticket] + step(action, status) + roles
        case .taken(let name): return [ticket, member("assignee", name)]
        case .lacks(let missing): return [ticket, member("lacks", missing.map(\.text))]
        case .nobodyLeft, .nobodyPresent, .nobodySkilled, .unfinishedText, .relation: return [ticket]
        }
    }

    private func step(_ action: Action, _ status: Status) -> [JSONObject.Member] {
        let reachable = LifeCycle.reachable(from: status, by: role, permissions)
        return [
            member("from", status.name),
            JSONObject.Member(name: "to", value: .optional(LifeCycle.aim(of: action)?.name)),
            member("allowed", reachable.map(\.name)),
        ]
    }

    private func member(_ name: String, _ text: String) -> JSONObject.Member {
        JSONObject.Member(name: name, value: .string(text))
    }

    private func member(_ name: String, _ texts: [String]) -> JSONObject.Member {
        JSONObject.Member(name: name, value: .strings(texts))
    }
}
