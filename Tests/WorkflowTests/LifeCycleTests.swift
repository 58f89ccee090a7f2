import Testing
import Workflow

struct LifeCycleTests {
    /// What an agent may do in each status, and where it leads; written out once more, so that a slip in the table shows.
    static let forAgents: [(Action, Status, Status?)] = [
        (.take, .new, .open), (.take, .open, .open), (.take, .pending, .pending), (.take, .hold, .hold),
        (.take, .resolved, nil), (.take, .closed, nil),
        (.reply, .new, .open), (.reply, .open, .open), (.reply, .resolved, .resolved), (.reply, .closed, nil),
        (.note, .closed, .closed), (.note, .new, .new),
        (.receive, .new, .new), (.receive, .open, .open), (.receive, .pending, .open), (.receive, .hold, .hold),
        (.receive, .resolved, .open), (.receive, .closed, .open), (.receiveOnly, .resolved, .resolved),
        (.receiveOnly, .closed, .closed), (.followUp, .closed, .closed), (.followUp, .resolved, nil),
        (.pend, .new, .pending), (.pend, .open, .pending), (.pend, .hold, .pending), (.pend, .resolved, nil),
        (.hold, .new, .hold), (.hold, .pending, .hold), (.hold, .closed, nil),
        (.wake, .pending, .open), (.wake, .hold, .open), (.wake, .open, nil), (.wake, .new, nil),
        (.resolve, .new, .resolved), (.resolve, .open, .resolved), (.resolve, .pending, .resolved),
        (.resolve, .hold, .resolved), (.resolve, .resolved, nil), (.resolve, .closed, nil),
        (.close, .resolved, .closed), (.close, .closed, nil),
        (.reopen, .resolved, .open), (.reopen, .open, nil), (.reopen, .new, nil),
    ]

    @Test(arguments: forAgents)
    func `LC-01 an agent's action leads where the table says or is refused`(
        action: Action, status: Status, expected: Status?
    ) throws {
        if let expected {
            #expect(try LifeCycle.status(after: action, in: status, by: .agent) == expected)
        } else {
            let allowed = LifeCycle.allowed(in: status, by: .agent)
            #expect(throws: WorkflowError.notAllowed(action, in: status, allowed: allowed)) {
                try LifeCycle.status(after: action, in: status, by: .agent)
            }
        }
    }

    @Test func `LC-01 closing what is not resolved takes a manager`() throws {
        let refusal = WorkflowError.roleTooLow(.close, in: .open, has: .agent, needs: .manager)
        #expect(throws: refusal) { try LifeCycle.status(after: .close, in: .open, by: .agent) }
        #expect(try LifeCycle.status(after: .close, in: .open, by: .manager) == .closed)
    }

    @Test func `LC-02 nothing leads back to new`() {
        #expect(LifeCycle.transitions.allSatisfy { $0.to != .new })
    }

    @Test func `LC-02 releasing a new ticket leaves it new`() throws {
        #expect(try LifeCycle.status(after: .release, in: .new, by: .agent) == .new)
    }

    @Test(arguments: Status.allCases)
    func `what is listed as allowed is not refused`(status: Status) {
        for action in LifeCycle.allowed(in: status, by: .agent) {
            #expect(throws: Never.self) { try LifeCycle.status(after: action, in: status, by: .agent) }
        }
    }
}
