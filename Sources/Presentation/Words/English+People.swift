import Storage
import Workflow

extension Words.People {
    package static let english = Words.People(
        headings: Headings(
            agent: "AGENT", organisation: "ORGANISATION", customers: "CUSTOMERS", phone: "PHONE", email: "E-MAIL",
            language: "LANGUAGE", vip: "VIP", open: "OPEN", members: "MEMBERS", skills: "SKILLS", absent: "ABSENT",
            until: "UNTIL", permission: "PERMISSION", changedHere: "CHANGED"),
        end: { outcome in
            switch outcome {
            case .done(let number): " · op \(number)"
            case .rehearsed: " (dry run, nothing written)"
            case .unchanged: " · nothing to change"
            }
        },
        customer: { facts($0) }, customerPage: { page($0, $1) },
        sharedContact: { "\(SafeText.line($0)) is also \(SafeText.line($1))." },
        merged: { merged, mergeTarget, tickets in
            "\(names(merged, ", ")) → \(mergeTarget): \(counted(tickets, "ticket")) moved; the old names still find them"
        },
        orgPage: { org in
            [
                org.name + (org.isRetired ? " (retired)" : ""),
                "Customers: \(org.customers.isEmpty ? "—" : names(org.customers, ", "))",
                "\(org.open) open of \(counted(org.tickets, "ticket")) — desk ls 'org:\"\(org.name)\" is:any'",
            ]
        },
        added: { "\($0) is there now" }, renamed: { "\($0) → \($1)" },
        retired: { "\($0) is offered no more; desk … add brings it back" },
        left: { name, successor, tickets in
            let moved = successor.map { "; \($0) has \(counted(tickets, "open ticket")) more" } ?? ""
            return "\(name) is retired\(moved)"
        },
        team: { name, members in "Team \(name): \(members.isEmpty ? "nobody" : names(members, ", "))" },
        teamHead: { "\($0.team.name)\($0.isRetired ? " (retired)" : ""): \(counted($0.open, "open ticket"))" },
        agent: { agent($0) }, agentPage: { page($0, $1) },
        absence: { absence, zone in
            guard case .absent(let until) = absence else { return "there" }
            return until.map { "absent until \(time($0, zone))" } ?? "absent"
        },
        isAbsent: { name, absence, moved in
            let tickets = moved.isNothing ? "" : " · \(moved.moved) tickets went to others, \(moved.left) stay"
            return "\(name) is \(absence)\(tickets)"
        },
        isBack: { "\($0) is there again" }, permission: { what($0) },
        permitted: { "\($0.rawValue) takes \($1.name) now" }, choice: { choice($0) })

    private static func page(_ customer: Customer, _ aliases: [String]) -> [String] {
        let about: [(String, String?)] = [
            ("Phone", customer.phone), ("E-mail", customer.email), ("Language", customer.language),
            ("Also called", aliases.isEmpty ? nil : names(aliases, ", ")),
        ]
        let known = about.compactMap { label, value in value.map { "\(label) \($0)" } }
        return [
            customer.name + (customer.organisation.map { " (\($0))" } ?? "") + (customer.isVIP ? " VIP" : "")
                + (customer.isRetired ? " (retired)" : "")
        ] + (known.isEmpty ? [] : [known.joined(by: "   ")]) + [
            "\(customer.open) open of \(counted(customer.tickets, "ticket"))"
                + " — desk ls 'customer:\"\(customer.name)\" is:any'"
        ]
    }

    private static func agent(_ line: AgentLine) -> String {
        let skills = line.skills.isEmpty ? "" : " · good at \(names(line.skills, ", "))"
        return "\(line.agent.name) · \(line.agent.role.name)\(skills)"
    }

    private static func page(_ line: AgentLine, _ absence: String?) -> [String] {
        let standing = line.agent.isRetired ? "retired" : absence
        return [
            agent(line) + (standing.map { " · \($0)" } ?? ""),
            "Teams: \(line.teams.isEmpty ? "—" : names(line.teams, ", "))",
            "\(counted(line.open, "open ticket")) — desk ls 'assignee:\"\(line.agent.name)\"'",
        ]
    }

    private static func choice(_ choice: AssignmentChoice) -> String {
        let chosen = choice.chosen
        var why = "\(chosen.open) open of \(choice.open)"
        if choice.rule == .roundRobin { why = chosen.lastTurn == nil ? "never had a turn" : "had a turn longest ago" }
        if !chosen.skills.isEmpty { why += ", skill \(names(chosen.skills, ", "))" }
        let others = choice.others.map { other in
            other.isAbsent ? "\(other.agent.name) absent" : "\(other.agent.name) \(other.open)"
        }
        return "\(chosen.agent.name) (\(why))" + (others.isEmpty ? "" : "; " + others.joined(by: ", "))
    }

    private static func what(_ permission: Permission) -> String {
        switch permission {
        case .work: "file, answer, assign and resolve tickets; customers, organisations"
        case .closeUnresolved: "close what is not resolved"
        case .reopenClosed: "open again what is closed"
        case .importing: "bring tickets in, take an import back"
        case .mergeCustomers: "merge customers, and tickets of different ones"
        case .taxonomy: "categories, causes, tags, fields"
        case .automation: "canned replies, macros and rules of all"
        case .publishing: "publish and retire articles, change published ones"
        case .teams: "teams, skills, the absence of others"
        case .calendars: "calendars and service levels"
        case .settings: "settings of the desk"
        case .repair: "rebuild what doctor finds broken"
        case .roles: "add and retire agents, say what a role may do"
        case .purge: "remove tickets for good"
        case .erase: "erase a customer for good"
        }
    }
}

extension Words.Errors {
    /// What is said of people and their groups.
    static func englishOfPeople(_ error: StorageError) -> [String] {
        switch error {
        case .noSuchName(let table, let name, let nearest):
            [
                "There is no \(table) \"\(name)\"." + (nearest.map { " Did you mean \"\($0)\"?" } ?? ""),
                "desk \(table.noun) lists them.",
            ]
        case .nameTaken(let name):
            ["\"\(name)\" is there already.", "Nothing was changed."]
        case .retired(let table, let name):
            ["The \(table) \(name) is retired.", "desk \(table.noun) add \"\(name)\" brings it back."]
        case .severalCustomers(let text, let names):
            ["\"\(text)\" may be any of: \(names.joined(by: ", "))."]
        case .mergedIntoItself:
            ["Nothing goes to itself.", "Nothing was changed."]
        case .stillHasTickets(let table, let name, let count):
            [
                "\(name) still has \(counted(count, "open ticket")).",
                "Say who gets \(count == 1 ? "it" : "them"): desk \(table.noun) retire \"\(name)\" --to …",
            ]
        case .lastAdmin:
            ["That is the last admin: nobody could say any more what others may.", "Make another one first."]
        case .noCustomer(let number):
            ["#\(number) has no customer, and so no organisation."]
        default: [error.description]
        }
    }
}

extension NamedTable {
    /// The command that looks after it.
    package var noun: String {
        switch self {
        case .customer: "customer"
        case .organisation: "org"
        case .team: "team"
        case .agent: "agent"
        }
    }
}
