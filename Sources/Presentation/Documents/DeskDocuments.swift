import Import
import Storage
import Workflow

/// Messages, problems and what else stands on a desk, as the members of its document.
package enum DeskDocuments {
    /// `Document.message`
    package static func message(_ message: Message, at place: MessagePlace) -> JSONValue {
        [
            "id": .string(place.label), "ticket": .integer(place.ticket.rawValue), "role": .string(message.role.name),
            "author": .optional(message.author), "at": .optional(message.at),
            "visibility": .string(message.isInternal ? "internal" : "public"),
            "version": .integer(Int64(message.version)), "body": .string(message.body),
        ]
    }

    /// `Document.problem`
    package static func problem(_ problem: Problem, _ incidents: [Ticket]) -> JSONValue {
        [
            "id": .string(problem.label), "title": .string(problem.title), "workaround": .optional(problem.workaround),
            "createdAt": .optional(problem.createdAt), "resolvedAt": .optional(problem.resolvedAt),
            "incidents": .array(
                incidents.map {
                    [
                        "number": .integer($0.number.rawValue), "status": .string($0.status.name),
                        "title": .string($0.title),
                    ]
                }),
        ]
    }

    /// `Document.agent`
    package static func agent(_ agent: Agent, isDryRun: Bool) -> JSONValue {
        ["agent": .string(agent.name), "role": .string(agent.role.name), "dryRun": .bool(isDryRun)]
    }

    /// `Document.calendar`
    package static func calendar(_ calendar: CalendarRecord, isDefault: Bool, zone: String) -> JSONValue {
        [
            "name": .string(calendar.name), "default": .bool(isDefault), "zone": .string(zone),
            "hours": .string(calendar.week.text),
            "days": .strings(calendar.days.lines),
        ]
    }

    /// `Document.health`
    package static func health(_ health: Health) -> JSONValue {
        [
            "problems": .integer(Int64(health.problems)), "damage": .strings(health.damage),
            "orphans": .integer(Int64(health.orphans)), "tickets": .integer(Int64(health.tickets)),
            "unindexed": .array(health.unindexed.map { .integer($0.rawValue) }),
            "unlikeBlocks": .array(health.unlikeBlocks.map { .integer($0) }),
            "sources": .integer(Int64(health.sources)), "alteredSources": .strings(health.alteredSources),
        ]
    }

    /// An item of `Document.roundtrip`.
    package static func roundtrip(_ result: Roundtrip, path: String) -> JSONValue {
        [
            "path": .string(path), "tickets": .integer(Int64(result.tickets)),
            "identical": .integer(Int64(result.identical)), "fileIdentical": .bool(result.isFileIdentical),
            "changed": .array(result.retold.map { .integer(Int64($0 + 1)) }), "lossless": .bool(result.isLossless),
        ]
    }
}
