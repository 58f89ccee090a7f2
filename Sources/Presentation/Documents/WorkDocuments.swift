import Import
import Storage
import Workflow

/// What was done to tickets, as the members of its document: what every front says of it.
package enum WorkDocuments {
    /// `Document.changed`
    /// - Parameter isDryRun: whether a rehearsal was asked for; one that changes tickets is known by having no operation.
    package static func changed(_ performed: CommandResult, isDryRun: Bool) -> JSONValue {
        [
            "operation": .optional(performed.operation),
            "dryRun": .bool(isDryRun || performed.operation == nil && performed.changed.contains { !$0.isUnchanged }),
            "changed": .array(performed.changed.filter { !$0.isUnchanged }.map(changed)),
            "unchanged": numbers(performed.changed.filter(\.isUnchanged).map(\.after.number)),
            "refused": .array(performed.refused.map { .integer($0.ticket.rawValue) }),
        ]
    }

    private static func changed(_ change: CommandResult.Change) -> JSONValue {
        [
            "number": .integer(change.after.number.rawValue), "from": .string(change.before.status.name),
            "to": .string(change.after.status.name), "version": .integer(Int64(change.after.version)),
            "followUp": .optional(change.followUp?.number.rawValue),
        ]
    }

    /// `Document.written`
    /// - Parameter number: nil in a rehearsal.
    package static func written(
        _ number: Ticket.Number?, _ operation: Int64?, isDryRun: Bool, message: String
    ) -> JSONValue {
        [
            "number": .optional(number?.rawValue), "operation": .optional(operation), "dryRun": .bool(isDryRun),
            "message": .string(message),
        ]
    }

    /// An item of `Document.undone`.
    package static func undone(_ undone: Undone) -> JSONValue {
        [
            "undoes": .integer(undone.line.number), "operation": .optional(undone.operation),
            "tickets": .integer(Int64(undone.line.tickets)), "kept": numbers(undone.kept),
        ]
    }

    /// `Document.next`
    /// - Parameter urgent: nil when nothing waits.
    package static func next(_ urgent: Urgent?, message: String) -> JSONValue {
        let ticket = urgent?.ticket
        return [
            "number": .optional(ticket?.number.rawValue), "title": .optional(ticket?.title),
            "status": .optional(ticket?.status.name), "priority": .optional(ticket?.priority.name),
            "dueAt": .optional(urgent?.due), "waitedMinutes": .optional(urgent?.waitedMinutes),
            "others": .optional(urgent.map { Int64($0.others) }), "operation": .optional(urgent?.operation),
            "message": .string(message),
        ]
    }

    /// `Document.tick`
    /// - Parameter runs: what each rule did, with the sentence about it.
    package static func tick(
        woken: [Ticket.Number], closed: [Ticket.Number], runs: [(run: RuleRun, message: String)],
        notices: [SLANotice], reports: [(name: String, path: String?, message: String)], isDryRun: Bool
    ) -> JSONValue {
        [
            "dryRun": .bool(isDryRun), "woken": numbers(woken), "closed": numbers(closed),
            "rules": .array(
                runs.map { run, message in
                    [
                        "rule": .string(run.rule), "changed": numbers(run.changed), "refused": numbers(run.refused),
                        "looped": numbers(run.looped), "operation": .optional(run.operation),
                        "message": .string(message),
                    ]
                }),
            "promises": .array(
                notices.map { notice in
                    [
                        "number": .integer(notice.ticket.rawValue), "goal": .string(notice.goal.rawValue),
                        "kind": .string(notice.kind.rawValue), "dueAt": .optional(notice.due),
                    ]
                }),
            "reports": .array(
                reports.map { ["name": .string($0.name), "path": .optional($0.path), "message": .string($0.message)] }),
        ]
    }

    private static func numbers(_ numbers: [Ticket.Number]) -> JSONValue {
        .array(numbers.map { .integer($0.rawValue) })
    }
}
