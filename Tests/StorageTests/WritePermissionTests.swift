import Testing
import Workflow

@testable import Storage

/// What each command of the store takes, asked of each role.
struct WritePermissionTests {
    private typealias Command = @Sendable (Store, CommandContext) throws -> Void

    /// Every way to write, by what it takes. The store refuses before it looks at what it is about.
    private static let commands: [(name: String, needs: Permission, command: Command)] = [
        ("file", .work, { _ = try $0.file(NewTicket(title: "t"), $1) }),
        ("perform", .work, { _ = try $0.perform(.note("n"), on: [one], $1) }),
        ("perform each", .work, { _ = try $0.perform(each: [(one, .note("n"))], $1) }),
        ("take next", .work, { _ = try $0.takeNext($1) }),
        ("wake", .work, { _ = try $0.wakeWhatIsDue($1) }),
        ("link", .work, { _ = try $0.link(LinkDraft(one, .relates, isInverse: false, two), $1) }),
        ("unlink", .work, { _ = try $0.unlink([LinkDraft(one, .relates, isInverse: false, two)], $1) }),
        ("merge", .work, { _ = try $0.merge([one], into: two, $1) }),
        ("unmerge", .work, { _ = try $0.unmerge(one, $1) }),
        ("split", .work, { _ = try $0.split(SplitDraft(ticket: one, first: 2, last: nil), $1) }),
        ("attach", .work, { _ = try $0.attach([], to: one, isInternal: false, $1) }),
        ("detach", .work, { _ = try $0.detach("a", from: one, $1) }),
        ("edit message", .work, { _ = try $0.editMessage(MessagePlace(ticket: one, sequence: 1), to: "x", $1) }),
        ("move message", .work, { _ = try $0.move(MessagePlace(ticket: one, sequence: 2), to: two, $1) }),
        ("problem", .work, { _ = try $0.newProblem("p", workaround: nil, incidents: [], $1) }),
        ("use answer", .work, { _ = try $0.useAnswer(.canned(1), for: one, $1) }),
        ("undo", .work, { _ = try $0.undo(2, $1) }),
        ("add customer", .work, { _ = try $0.addCustomer(CustomerFacts(name: "c"), $1) }),
        ("edit customer", .work, { _ = try $0.editCustomer(1, CustomerFacts(isVIP: true), $1) }),
        ("merge customers", .mergeCustomers, { _ = try $0.mergeCustomers([1], into: 2, $1) }),
        ("retire customer", .work, { _ = try $0.retire(1, in: .customer, true, $1) }),
        ("add organisation", .work, { _ = try $0.add("o", to: .organisation, $1) }),
        ("add agent", .roles, { _ = try $0.addAgent("x", AgentFacts(role: .agent), $1) }),
        ("edit agent", .roles, { _ = try $0.editAgent(1, AgentFacts(name: "y"), $1) }),
        ("skills", .teams, { _ = try $0.editAgent(1, AgentFacts(addedSkills: [.tag("x")]), $1) }),
        ("absence of another", .teams, { _ = try $0.setAbsence(.present, of: 1, $1) }),
        ("retire agent", .roles, { _ = try $0.retireAgent(1, to: nil, $1) }),
        ("grant", .roles, { _ = try $0.grant(.purge, to: .agent, $1) }),
        ("deny", .roles, { _ = try $0.deny(.work, to: .agent, $1) }),
        ("add team", .teams, { _ = try $0.addTeam("t", TeamFacts(), $1) }),
        ("edit team", .teams, { _ = try $0.editTeam(1, TeamFacts(name: "u"), $1) }),
        ("retire team", .teams, { _ = try $0.retireTeam(1, to: nil, $1) }),
        ("add category", .taxonomy, { _ = try $0.addCategory(["c"], $1) }),
        ("rename category", .taxonomy, { _ = try $0.renameCategory(1, to: "d", $1) }),
        ("alias category", .taxonomy, { _ = try $0.aliasCategory(1, "e", $1) }),
        ("retire category", .taxonomy, { _ = try $0.retireCategory(1, true, $1) }),
        ("move category", .taxonomy, { _ = try $0.moveCategory(1, under: nil, $1) }),
        ("merge category", .taxonomy, { _ = try $0.mergeCategory(1, into: 2, $1) }),
        ("add cause", .taxonomy, { _ = try $0.addCause("c", $1) }),
        ("rename cause", .taxonomy, { _ = try $0.renameCause(1, to: "d", $1) }),
        ("merge causes", .taxonomy, { _ = try $0.mergeCauses([1], into: 2, $1) }),
        ("rename tag", .taxonomy, { _ = try $0.renameTag(1, to: "d", $1) }),
        ("merge tags", .taxonomy, { _ = try $0.mergeTags([1], into: 2, $1) }),
        ("declare field", .taxonomy, { _ = try $0.declareField("f", .text, choices: [], $1) }),
        ("retire field", .taxonomy, { _ = try $0.retireField(1, true, $1) }),
        ("alias priority", .taxonomy, { _ = try $0.aliasPriority("p", .high, $1) }),
        ("rename status", .taxonomy, { _ = try $0.renameStatus(.new, to: "n", $1) }),
        ("set", .settings, { _ = try $0.set([(.lateReply, "reopen")], $1) }),
        ("add calendar", .calendars, { _ = try $0.addCalendar("c", zone: nil, week: .usual, $1) }),
        ("add policy", .calendars, { _ = try $0.addPolicy(try policy(), $1, try slaContext($0, $1)) }),
        ("remove policy", .calendars, { _ = try $0.removePolicy("p", $1, try slaContext($0, $1)) }),
        ("keep text", .automation, { _ = try $0.keep("t", as: "n", .canned, isNew: true, $1) }),
        ("remove text", .automation, { _ = try $0.remove("n", .canned, $1) }),
        ("add rule", .automation, { _ = try $0.addRule("r", when: "prio:urgent", do: "prio high", $1) }),
        ("enable rule", .automation, { _ = try $0.enable(true, rule: "r", $1) }),
        ("undo import", .importing, { _ = try $0.undoImport("b1", $1) }),
        ("rebuild search", .repair, { try $0.rebuildSearch($1) { _, _ in } }),
        ("purge", .purge, { _ = try $0.purge([one], $1) }),
    ]

    private static let one = Ticket.Number(1)
    private static let two = Ticket.Number(2)

    private static func policy() throws -> SLAPolicy {
        SLAPolicy(name: "p", query: "", terms: try SLATerms(text: "first 1h"))
    }

    private static func slaContext(_ store: Store, _ context: CommandContext) throws -> SLAContext {
        let tree = try store.read { try CategoryTree.read(in: $0) }
        let queryContext = QueryContext(agent: nil, now: context.at, zone: .utc, categories: tree)
        return SLAContext(queryContext: queryContext, zones: { _ in .utc })
    }

    private func context(_ agent: String) -> CommandContext {
        CommandContext(agent: agent, at: Instant(milliseconds: 0), command: "desk")
    }

    /// What is missing for a command, where that is what it is refused for.
    private func missing(_ command: Command, _ store: Store, by agent: String) -> StorageError? {
        do {
            try command(store, context(agent).rehearsal)
        } catch let error as StorageError {
            switch error {
            case .roleTooLow, .unknownAuthor, .retiredAuthor: return error
            default: return nil
            }
        } catch {
            // Whatever it is about is not there: it was not refused for who asks.
            return nil
        }
        return nil
    }

    @Test(arguments: AgentRole.allCases)
    func `every way to write takes what is written down for it`(role: AgentRole) throws {
        let store = try Store.inMemory()
        _ = try store.addAgent("a", AgentFacts(role: role), .ofTests)
        _ = try store.file(NewTicket(title: "t"), .ofTests)
        for (name, needs, command) in Self.commands {
            let expected =
                role >= needs.role ? nil : StorageError.roleTooLow(agent: "a", has: role, needs: needs.role)
            #expect(missing(command, store, by: "a") == expected, "\(name)")
        }
    }

    @Test func `what the desk grants to a role counts`() throws {
        let store = try Store.inMemory()
        _ = try store.addAgent("a", AgentFacts(role: .agent), .ofTests)
        _ = try store.file(NewTicket(title: "t"), .ofTests)
        for permission in Permission.allCases { _ = try store.grant(permission, to: .agent, .ofTests) }
        for (name, _, command) in Self.commands { #expect(missing(command, store, by: "a") == nil, "\(name)") }
    }

    @Test func `nobody writes who is no agent, or works here no more`() throws {
        let store = try Store.inMemory()
        _ = try store.addAgent("a", AgentFacts(role: .admin), .ofTests)
        _ = try store.retireAgent(2, to: nil, .ofTests)
        for (name, _, command) in Self.commands {
            #expect(missing(command, store, by: "nobody") == .unknownAuthor("nobody"), "\(name)")
            #expect(missing(command, store, by: "a") == .retiredAuthor("a"), "\(name)")
        }
    }

    @Test func `everybody may say that they are away themselves`() throws {
        let store = try Store.inMemory()
        let agent = try store.addAgent("a", AgentFacts(role: .agent), .ofTests).content.agent
        #expect(try store.setAbsence(.absent(until: nil), of: agent.id, context("a")).result != .unchanged)
        _ = try store.undo(.done, context("a"))
    }

    @Test func `merging tickets of two customers takes more than a yes`() throws {
        let store = try Store.inMemory()
        _ = try store.addAgent("a", AgentFacts(role: .agent), .ofTests)
        _ = try store.file(NewTicket(title: "t", customer: "王"), .ofTests)
        _ = try store.file(NewTicket(title: "t", customer: "李"), .ofTests)
        #expect(throws: StorageError.roleTooLow(agent: "a", has: .agent, needs: .manager)) {
            try store.merge([Self.one], into: Self.two, context("a").confirming(.anything))
        }
    }
}
