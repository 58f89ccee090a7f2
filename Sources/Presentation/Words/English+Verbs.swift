import Storage
import Workflow

extension Words.Verbs {
    package static let english = Words.Verbs(
        askMany: { "\($0) tickets will change. Proceed? [y/N]" },
        askUnfinished: { found in
            "The customer would read \(found.map { SafeText.line($0) }.joined(by: ", ")). Send it all the same? [y/N]"
        },
        changed: { verb, change, facts in
            let end = facts.operation.map { " · op \($0)" } ?? (facts.isDryRun ? " (dry run, nothing written)" : "")
            if change.isUnchanged { return unchanged(change) + (facts.isDryRun ? end : "") }
            return "#\(change.after.number.rawValue) \(moved(change, facts))\(said(verb, change))\(end)"
        },
        agentAdded: { "\($0.name) is \($0.role.name) now" },
        next: { next($0) },
        nothingNext: "Nothing waits for you.",
        categoryAdded: { path, isNew in isNew ? "\(path) is a category now." : "\(path) was there already." },
        categoryRenamed: { "\($0) → \($1); the old name still finds it" },
        categoryAliased: { "\($0) finds \($1) now." },
        categoryRetired: { path, isRetired in
            isRetired ? "\(path) is offered to new tickets no more." : "\(path) is offered again."
        },
        viewSaved: { "@\($0) asks: \($1)" }, viewRemoved: { "@\($0) is gone." })

    private static func next(_ urgent: Urgent) -> String {
        let ticket = urgent.ticket
        let age = urgent.waitedMinutes.map { ", filed \(length($0)) ago" } ?? ", filed nobody knows when"
        let due = urgent.dueMinutes.map { $0 < 0 ? "\(length(-$0)) overdue, " : "due in \(length($0)), " } ?? ""
        let taken = urgent.operation.map { " · yours now · op \($0)" } ?? ""
        return "#\(ticket.number.rawValue) \(TextDirection.isolated(SafeText.short(ticket.title)))\(taken)\n"
            + "  because: \(due)\(ticket.priority.name)\(age); \(urgent.others) more wait"
    }

    private static func length(_ minutes: Int64) -> String {
        if minutes < 60 { return "\(minutes)m" }
        return minutes < 2880 ? "\(minutes / 60)h" : "\(minutes / 1440)d"
    }

    private static func unchanged(_ change: CommandResult.Change) -> String {
        "#\(change.after.number.rawValue) \(change.after.status.name) · \(Words.Past.english.nothingChanged)"
    }

    private static func moved(_ change: CommandResult.Change, _ facts: ChangeFacts) -> String {
        let (before, after) = (change.before.status, change.after.status)
        let move = before == after ? after.name : "\(before.name) → \(after.name)"
        return move + (facts.until.map { " until \($0)" } ?? "")
            + (facts.reason.map { " (\(TextDirection.isolated(SafeText.line($0))))" } ?? "")
    }

    private static func heard(_ change: CommandResult.Change, _ reception: Reception) -> String {
        guard let followUp = change.followUp else { return " · PUBLIC message of the customer stored" }
        return " → follow-up #\(followUp.number.rawValue) created" + lateness(change, followUp, reception)
            + " · PUBLIC message of the customer stored there"
    }

    private static func lateness(_ change: CommandResult.Change, _ followUp: Ticket, _ reception: Reception) -> String {
        guard let closed = change.before.closedAt, let now = followUp.createdAt, case .within(let days) = reception.late
        else { return "" }
        return " (closed \(LateReply.days(from: closed, to: now, in: reception.zone)) days ago, window \(days))"
    }

    private static func escalated(_ change: CommandResult.Change) -> String {
        let (before, after) = (change.before.priority, change.after.priority)
        return before == after ? " · priority \(after.name) as before" : " · priority \(before.name) → \(after.name)"
    }

    private static func said(_ verb: TicketCommand, _ change: CommandResult.Change) -> String {
        switch verb {
        case .take, .steal, .release, .assign(_, nil), .assignByRule(_, nil):
            " · assignee \(change.after.assignee ?? "—")"
        case .assign, .assignByRule, .transfer:
            " · team \(change.after.team ?? "—") · assignee \(change.after.assignee ?? "—")"
        case .reply: " · PUBLIC reply stored"
        case .note: " · INTERNAL note stored"
        case .canned(let text): text.isInternal ? " · INTERNAL note stored" : " · PUBLIC reply stored"
        case .receive(_, _, let reception): heard(change, reception)
        case .followUp: " → follow-up #\(change.followUp?.number.rawValue ?? 0) created"
        case .series(let verbs): verbs.sayingEditsOnce.map { said($0, change) }.joined(by: "")
        case .resolve(let end), .close(let end):
            (end.resolution.map { " · \($0.name)" } ?? "")
                + end.causes.map { " · cause \(SafeText.line($0)) (confirmed)" }.joined(by: "")
                + (end.message == nil ? "" : " · PUBLIC reply stored")
                + (end.article.map { " · \($0)" } ?? "")
        case .escalate(_, _, let team, let reason):
            escalated(change) + (team.map { " · team \($0.name)" } ?? "")
                + (reason == nil ? "" : " · INTERNAL note stored")
        case .setCauseState(let causes, let state, let proof):
            causes.map { " · cause \(SafeText.line($0)) (\(state.name))" }.joined(by: "")
                + (proof.isPrimary ? " · primary" : "") + (proof.evidence.map { " · evidence m\($0)" } ?? "")
        case .edit: " · " + Words.Past.english.values(change.values)
        case .useArticle(let article, _): " · \(article)"
        case .watch(let agent, let isOn): Words.Relations.english.watched(agent, isOn)
        case .remove: " · in the trash; desk restore brings it back"
        case .restore: " · out of the trash"
        case .pend, .hold, .wake, .reopen: ""
        }
    }
}

extension Words.Errors {
    package static func english(_ error: WorkflowError) -> [String] {
        switch error {
        case .notAllowed(let action, let status, let allowed):
            [
                "Not possible: \(action.rawValue). The ticket is \(status.name).",
                "Possible: " + allowed.map(\.rawValue).joined(by: ", "),
            ]
        case .taken(let name):
            ["\(name) works on it.", "desk assign or desk release changes that."]
        case .lacks(let missing):
            [
                "To be resolved, the ticket lacks: " + missing.map(\.text).joined(by: ", ") + ".",
                "Give it: desk resolve … " + missing.map(option).joined(by: " "),
            ]
        case .relation(let fault): english(fault)
        case .roleTooLow(let action, let status, let has, let needs):
            ["To \(action.rawValue) a ticket that is \(status.name) takes \(needs.name); you are \(has.name)."]
        case .nobodyLeft(let permission):
            ["Nobody could do \"\(permission.rawValue)\" then.", "Admins keep it."]
        case .nobodyPresent:
            [
                "Nobody of those who could get it is there.",
                "desk agent lists who is absent, desk team who belongs.",
            ]
        case .unfinishedText(let found):
            [
                "Nothing was sent: the PUBLIC text holds " + found.map { SafeText.line($0) }.joined(by: ", ") + ".",
                "Mend it, or send it as it is with --force; \"desk config set reply.guard off\" asks no more.",
            ]
        case .nobodySkilled:
            ["Nobody who is there is good at it.", "Use --auto least, or desk agent edit NAME --skill …"]
        }
    }

    private static func option(_ requirement: Requirement) -> String {
        switch requirement {
        case .resolution: "--resolution fixed"
        case .cause: "--cause CAUSE"
        case .category: "--category PATH"
        case .customer: "(desk edit … --customer NAME)"
        case .field(let name): "(desk edit … --field \(name)=TEXT)"
        }
    }
}
