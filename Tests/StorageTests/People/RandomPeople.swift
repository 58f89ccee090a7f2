import Storage
import Workflow

/// What may be done at random to people, and by people to tickets.
enum RandomPeople {
    static let all: [RandomActions.Something] = assigning + caring

    private static let assigning: [RandomActions.Something] = [
        on { agent, team, random in random.next(below: 2) == 0 ? .assign(agent) : .assign(agent, team: team) },
        on { _, team, random in
            .assignByRule(AssignmentRule.allCases[random.next(below: 2)], team: random.next(below: 2) == 0 ? team : nil)
        },
        on { _, team, _ in .transfer(team) }, on { _, _, _ in .steal },
        on { _, team, random in .escalate(.urgent, text: nil, team: team, reason: "投诉 \(random.next(below: 9))") },
        on { agent, team, random in
            let who: RowChoice = random.next(below: 2) == 0 ? .nobody : .row(agent.id)
            return .edit(
                TicketEdit(customer: "1380013800\(random.next(below: 4))", assignee: who, team: .row(team.id)))
        },
    ]

    private static let caring: [RandomActions.Something] = [
        { store, random, context in
            let facts = CustomerFacts(
                name: "王 \(random.next(below: 4))", phone: "1380013800\(random.next(below: 4))",
                organisation: "公司 \(random.next(below: 2))")
            _ = try store.addCustomer(facts, context)
        },
        { store, random, context in
            let facts = CustomerFacts(name: "王 \(random.next(below: 4))", isVIP: random.next(below: 2) == 0)
            _ = try store.editCustomer(try customer(store, &random), facts, context)
        },
        { store, random, context in
            let (a, b) = (try customer(store, &random), try customer(store, &random))
            _ = try store.mergeCustomers([a], into: b, context)
        },
        { store, random, context in
            let (agent, _) = try somebody(store, &random, context)
            let away: Absence = random.next(below: 3) == 0 ? .present : .absent(until: nil)
            _ = try store.setAbsence(away, of: agent.id, redistributes: random.next(below: 2) == 0, context)
        },
        { store, random, context in
            let (agent, _) = try somebody(store, &random, context)
            _ = try store.retireAgent(agent.id, to: RandomDesk.ana.id, context)
        },
        { store, random, context in
            let (agent, team) = try somebody(store, &random, context)
            _ = try store.editTeam(team.id, TeamFacts(removedMembers: [agent.id]), context)
        },
        { store, random, context in
            _ = try store.grant(.taxonomy, to: AgentRole.allCases[random.next(below: 3)], context)
        },
        { store, random, context in _ = try store.deny(.work, to: AgentRole.allCases[random.next(below: 2)], context) },
    ]

    private static func customer(_ store: Store, _ random: inout SmallRandom) throws -> Int64 {
        let name = "王 \(random.next(below: 4))"
        return try store.read { try Customers.known(name, in: $0) }
    }

    /// An agent and a team, made when they are first met.
    private static func somebody(
        _ store: Store, _ random: inout SmallRandom, _ context: CommandContext
    ) throws -> (Agent, Team) {
        let (name, team) = ("agent \(random.next(below: 3))", "team \(random.next(below: 2))")
        let agent = try store.grant(.agent, to: name, context)
        let facts = TeamFacts(addedMembers: [agent.id])
        let known = try store.read { try NamedTable.team.line(team, in: $0) }
        if let known, !known.isRetired {
            _ = try store.editTeam(known.id, facts, context)
        } else {
            _ = try store.addTeam(team, facts, context)
        }
        return (agent, try store.read { try Teams.offered(team, in: $0) })
    }

    private static func on(
        _ verb: @escaping @Sendable (Agent, Team, inout SmallRandom) -> TicketCommand
    ) -> RandomActions.Something {
        { store, random, context in
            let (agent, team) = try somebody(store, &random, context)
            let count = try store.read { try $0.row("SELECT MAX(id) FROM ticket")?.int(0) ?? 1 }
            let ticket = Ticket.Number(Int64(random.next(below: count) + 1))
            _ = try store.perform(verb(agent, team, &random), on: [ticket], context)
        }
    }
}
