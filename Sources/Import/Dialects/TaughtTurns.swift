import Workflow

/// How a person says that turns are written, and who speaks.
struct TaughtTurns: Equatable, Sendable {
    let pattern: LinePattern
    let customers: [String]
    let agents: [String]
    let times: [TimeForm]

    func role(of name: String) -> Role? {
        let plain = folded(name)
        if customers.contains(where: { folded($0) == plain }) { return .customer }
        return agents.contains { folded($0) == plain } ? .agent : nil
    }
}
