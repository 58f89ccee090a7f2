import Testing
import Workflow

/// The life cycle written out once more, action by action and status by status, so that a slip in the table shows.
struct RoleTableTests {
    /// In the order of `Status.allCases`: where it leads, `-` for nowhere, `!` before what takes a manager.
    static let table: [Action: String] = [
        .take: "open open pending hold - -",
        .release: "new open pending hold - -",
        .assign: "new open pending hold - -",
        .transfer: "new open pending hold - -",
        .reply: "open open pending hold resolved -",
        .note: "new open pending hold resolved closed",
        // On a closed ticket the setting "late.reply" decides between this and a follow-up.
        .receive: "new open open hold open open",
        .receiveOnly: "new open pending hold resolved closed",
        .followUp: "- - - - - closed",
        .pend: "pending pending pending pending - -",
        .hold: "hold hold hold hold - -",
        .wake: "- - open open - -",
        .resolve: "resolved resolved resolved resolved - -",
        .close: "!closed !closed !closed !closed closed -",
        .reopen: "- - - - open !open",
        .edit: "new open pending hold resolved closed",
        .escalate: "new open pending hold - -",
        .remove: "new open pending hold resolved closed",
        .restore: "new open pending hold resolved closed",
    ]

    private static func cell(_ action: Action, _ status: Status) -> Substring? {
        let place = Status.allCases.firstIndex(of: status) ?? 0
        return table[action].map { $0.split(separator: " ")[place] }
    }

    private static func allowed(in status: Status, to role: AgentRole) -> [Action] {
        Action.allCases.filter { action in
            guard let cell = cell(action, status), cell != "-" else { return false }
            return !cell.hasPrefix("!") || role >= .manager
        }
    }

    @Test(arguments: AgentRole.allCases)
    func `LC-01 the full table of allowed and refused transitions per role`(role: AgentRole) throws {
        for action in Action.allCases {
            for status in Status.allCases {
                let cell = try #require(Self.cell(action, status), "\(action) is not in the table of this test")
                let led = Result { () throws(WorkflowError) in
                    try LifeCycle.status(after: action, in: status, by: role)
                }
                #expect(led == expected(cell, action, status, role), "\(role) \(action) \(status)")
            }
        }
    }

    private func expected(
        _ cell: Substring, _ action: Action, _ status: Status, _ role: AgentRole
    ) -> Result<Status, WorkflowError> {
        if cell == "-" {
            return .failure(.notAllowed(action, in: status, allowed: Self.allowed(in: status, to: role)))
        }
        if cell.hasPrefix("!") && role < .manager {
            return .failure(.roleTooLow(action, in: status, has: role, needs: .manager))
        }
        return .success(Status(name: String(cell.drop { $0 == "!" })) ?? status)
    }

    @Test func `LC-01 what a desk says of a role counts in the life cycle too`() throws {
        let desk = Permissions([.closeUnresolved: .agent, .reopenClosed: .admin])
        #expect(try LifeCycle.status(after: .close, in: .new, by: .agent, desk) == .closed)
        #expect(LifeCycle.reachable(from: .new, by: .agent, desk).contains(.closed))
        #expect(throws: WorkflowError.roleTooLow(.reopen, in: .closed, has: .manager, needs: .admin)) {
            try LifeCycle.status(after: .reopen, in: .closed, by: .manager, desk)
        }
    }

    @Test func `from new an agent brings a ticket everywhere but to closed`() {
        #expect(LifeCycle.reachable(from: .new, by: .agent) == [.open, .pending, .hold, .resolved])
        #expect(LifeCycle.reachable(from: .new, by: .manager) == [.open, .pending, .hold, .resolved, .closed])
        #expect(LifeCycle.aim(of: .close) == .closed)
        #expect(LifeCycle.aim(of: .note) == nil)
    }
}

struct PermissionsTests {
    @Test func `agents work, managers look after the desk, admins after the roles`() {
        let allowed = AgentRole.allCases.map { role in
            Permission.allCases.filter { Permissions.standard.allow($0, to: role) }
        }
        #expect(allowed[0] == [.work])
        #expect(Set(Permission.allCases).subtracting(allowed[1]) == [.roles, .purge, .erase])
        #expect(allowed[2] == Permission.allCases)
    }

    @Test func `what is granted to a role is granted to those above it and to nobody below`() {
        let desk = Permissions([.purge: Permissions.standard.role(for: .purge, grantedTo: .manager)])
        #expect(AgentRole.allCases.filter { desk.allow(.purge, to: $0) } == [.manager, .admin])
        #expect(desk.isOverridden(.purge))
        #expect(desk.role(for: .work, grantedTo: .admin) == .agent)
    }

    @Test func `what is denied to a role is denied to those below it, and an admin keeps everything`() throws {
        #expect(try Permissions.standard.role(for: .work, deniedTo: .manager) == .admin)
        #expect(try Permissions.standard.role(for: .purge, deniedTo: .agent) == .admin)
        #expect(throws: WorkflowError.nobodyLeft(.roles)) {
            try Permissions.standard.role(for: .roles, deniedTo: .admin)
        }
    }
}
