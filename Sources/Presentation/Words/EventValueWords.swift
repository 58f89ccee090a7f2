import Storage
import Workflow

/// Values of events as people read them: statuses and priorities in their language, times by the clock of their zone. Programs
/// get the codes as they are.
package struct EventValueWords {
    private let words: Words
    private let zone: TimeZoneRules

    package init(_ words: Words, zone: TimeZoneRules) {
        self.words = words
        self.zone = zone
    }

    /// - Parameter text: as `EventNames` tells it.
    package func value(_ text: String?, of field: EventField?) -> String? {
        guard let text, let field else { return text }
        switch field {
        case .status: return Status.allCases.first { $0.name == text }.map(words.status) ?? text
        case .priority: return Priority.allCases.first { $0.name == text }.map(words.priority) ?? text
        case .createdAt, .updatedAt, .resolvedAt, .closedAt, .wakeAt, .articleReview, .agentAbsentUntil:
            return TimeText.instant(rfc3339: text).map { TimeText.local($0, offset: zone.offset(at: $0)) } ?? text
        default: return text
        }
    }

    package func told(_ entry: HistoryEntry) -> HistoryEntry {
        var entry = entry
        entry.before = value(entry.before, of: entry.event.field)
        entry.after = value(entry.after, of: entry.event.field)
        return entry
    }
}

extension EventField {
    /// `wakeAt` as people say it in English; nil where the words of the name are those of the field.
    fileprivate var englishName: String? {
        switch self {
        case .wakeAt: "waits until"
        case .createdAt: "created"
        case .updatedAt: "updated"
        case .resolvedAt: "resolved"
        case .closedAt: "closed"
        case .priorityText: "priority wording"
        case .statusText: "status wording"
        case .mergedInto: "merged into"
        case .messagePlace: "message"
        default: nil
        }
    }

    /// The name in plain English: `customerOrganisation` is "customer organisation".
    package var english: String {
        if let englishName { return englishName }
        var name = ""
        for character in rawValue {
            if character.isUppercase && name.last?.isUppercase != true { name += " " }
            name += character.isUppercase ? character.lowercased() : String(character)
        }
        return name.replacing("v i p", with: "VIP")
    }
}
