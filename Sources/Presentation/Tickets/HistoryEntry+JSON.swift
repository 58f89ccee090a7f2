import Import
import Storage
import Workflow

extension HistoryEntry {
    package var json: JSONValue {
        [
            "operation": .integer(operation), "at": .optional(at), "agent": .string(agent),
            "command": .string(command), "kind": .string(event.kind.rawValue),
            "field": .optional(event.field?.rawValue), "before": .optional(before), "after": .optional(after),
        ]
    }
}
