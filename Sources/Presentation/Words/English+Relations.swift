import Storage
import Workflow

extension Words.Relations {
    package static let english = Words.Relations(
        mergePart: { "#\(number($0.ticket))  \(facts($0.ticket)) · \(holds($0))" },
        mergeTarget: { "→ #\(number($0))  \(facts($0))" },
        askMerge: { "Merge \(counted($0, "ticket")) into #\($1.rawValue)? [y/N]" },
        merged: { "#\(number($0.ticket)) merged into #\($1.rawValue) (\(holds($0)))\(end($2))" },
        unmerged: { done in
            "#\(number(done.ticket)) is its own ticket again: \(done.ticket.status.name), no longer in "
                + "#\(done.mergeTarget.rawValue)"
                + (done.messages == 0
                    ? "" : " · \(counted(done.messages, "message")) said to its number since moved with it")
                + end(done.operation)
        },
        redirected: { "#\($0.from.rawValue) is merged into #\($0.to.rawValue), so this is about #\($0.to.rawValue)." },
        split: { split in
            let places = range(split.from)
            return "#\(number(split.ticket)) created from #\(places), linked · \(line(split.ticket.title))"
                + end(split.operation)
        },
        link: { sentence($0) }, linked: { "\(sentence($0))\(end($1))" },
        linkedAlready: { "\(sentence($0)) already; nothing changed" },
        unlinked: { "no longer: \(sentence($0))\(end($1))" },
        askChildren: { "#\($0.rawValue) has open tickets below it: \(numbers($1)). Go on? [y/N]" },
        watched: { $1 ? " · \($0.name) watches it" : " · \($0.name) watches it no more" },
        edited: { place, message, operation in
            "\(visibility(message.isInternal)) \(place.label) edited (version \(message.version))"
                + "\(end(operation)) · desk message versions \(place.label)"
        },
        same: { "\($0.label) says that already; nothing changed" },
        moved: { "\(names($0.from)) is \(names($0.to)) now\(end($0.operation))" },
        version: { $1 ? "version \($0), present" : "version \($0)" },
        attached: { "#\($0.ticket.rawValue) · \(files($0.files))\(end($0.operation))" },
        detached: { "#\($0.ticket.rawValue) · removed \(names($0.files))\(end($0.operation))" },
        wrote: { "\($0): \(size($1))" }, size: { size($0) }, missing: "missing",
        purged: { purged($0) },
        askPurge: { tickets in
            tickets.map { "#\(number($0))  \(line($0.title))" }.joined(by: "\n")
                + "\nThis cannot be undone. Type the number to purge: "
        },
        problem: { "\($0.label) \(state($0)) · \(line($0.title)) · \(counted($1, "incident"))" },
        problemChanged: { change in
            let which = change.isTakenOff ? "no longer" : "incidents"
            let incidents = change.incidents.isEmpty ? "" : " · \(which) \(numbers(change.incidents))"
            let workaround = change.problem.workaround == nil ? "" : " · workaround set"
            return "\(change.problem.label) \(state(change.problem)) · \(line(change.problem.title))"
                + workaround + incidents + (change.isUnchanged ? " · nothing changed" : end(change.operation))
        },
        problemResolved: { change in
            "\(change.problem.label) resolved · \(counted(change.performed.changed.count, "incident")) resolved with it"
                + end(change.operation)
        },
        untouched: { "\(numbers($0)) done before, untouched" },
        page: Page(
            links: "Links", watchers: "Watched by", articles: "Articles",
            resolvedWith: "resolved with it", diagnoses: "Diagnoses", attachments: "Attachments", problems: "Problem",
            workaround: "Workaround", incidents: "Incidents", resolved: "Resolved",
            merged: { "merged here: #\(number($0))  \(facts($0))" }, link: { listed($0) }, name: "NAME", size: "SIZE",
            message: "MESSAGE", missing: "missing", by: "BY", visibility: "SEEN AS"),
        event: { event($0) })

    private static func number(_ ticket: Ticket) -> String { String(ticket.number.rawValue) }

    private static func line(_ text: String) -> String { TextDirection.isolated(SafeText.short(text)) }

    private static func numbers(_ numbers: [Ticket.Number]) -> String {
        numbers.map { "#\($0.rawValue)" }.joined(by: ", ")
    }

    private static func facts(_ ticket: Ticket) -> String {
        "\(line(ticket.title)) · \(line(ticket.customer ?? "no customer")) · \(ticket.status.name)"
    }

    private static func holds(_ part: Merge.Part) -> String {
        counted(part.messages, "message") + (part.attachments > 0 ? ", " + counted(part.attachments, "attachment") : "")
    }

    package static func end(_ operation: Int64?) -> String {
        operation.map { " · op \($0)" } ?? " (dry run, nothing written)"
    }

    private static func range(_ places: [MessagePlace]) -> String {
        guard let first = places.first, let last = places.last else { return "" }
        let head = "\(first.ticket.rawValue) m\(first.sequence)"
        return first == last ? head : "\(head)–m\(last.sequence)"
    }

    private static func names(_ places: [MessagePlace]) -> String { places.map(\.label).joined(by: ", ") }

    private static func names(_ files: [Attachment]) -> String { files.map { line($0.name) }.joined(by: ", ") }

    private static func files(_ files: [Attachment]) -> String {
        files.map { "\(visibility($0.isInternal)) \(line($0.name)) (\(size($0.size)))" }.joined(by: ", ")
            + " attached"
    }

    private static func visibility(_ isInternal: Bool) -> String {
        isInternal ? Words.english.message.isInternal : Words.english.message.isPublic
    }

    private static func size(_ bytes: Int) -> String {
        if bytes < 1024 { return counted(bytes, "byte") }
        if bytes < 1024 * 1024 { return "\((bytes + 512) / 1024) KB" }
        return "\((bytes + 512 * 1024) / (1024 * 1024)) MB"
    }

    private static func listed(_ link: Link) -> String {
        switch (link.kind, link.isInverse) {
        case (.parent, false): "parent of"
        case (.parent, true): "child of"
        default: link.name.split(separator: "-").joined(separator: " ")
        }
    }

    private static func sentence(_ link: LinkDraft) -> String {
        let (a, b) = ("#\(link.ticket.rawValue)", "#\(link.other.rawValue)")
        return switch link.kind {
        case .relates: "\(a) relates to \(b)"
        case .duplicates: "\(a) duplicates \(b)"
        case .blocks: "\(a) blocks \(b)"
        case .parent: "\(a) is the parent of \(b)"
        case .causedBy: "\(a) is caused by \(b)"
        case .follows: "\(a) follows \(b)"
        }
    }

    private static func state(_ problem: Problem) -> String {
        if problem.resolvedAt != nil { return "resolved" }
        return problem.workaround == nil ? "open" : "known error"
    }

    private static func purged(_ purged: Purged) -> [String] {
        var lines = [
            "\(numbers(purged.tickets)) purged: \(counted(purged.messages, "message")), "
                + "\(counted(purged.attachments, "attachment")). This cannot be undone\(end(purged.operation))"
        ]
        if !purged.sources.isEmpty {
            let files = purged.sources.map(SafeText.line).joined(by: ", ")
            lines.append("The imported file still holds its text, as it came: \(files)")
        }
        if !purged.isScrubbed {
            lines.append("The desk is in use: the file is cleaned by the next purge.")
        }
        return lines
    }

    private static func event(_ entry: HistoryEntry) -> String? {
        let subject = entry.event.subject ?? 0
        let isAdded = entry.event.kind != .remove
        switch entry.event.field {
        case .merged: return isAdded ? "#\(subject) merged into this" : "#\(subject) no longer merged into this"
        case .mergedInto:
            return entry.after.map { "merged into \($0)" } ?? "no longer merged into \(entry.before ?? "")"
        case .link: return link(entry.event, "#\(subject)")
        case .incident:
            return (isAdded ? "incident of " : "no incident of ") + Problem.label(of: subject)
        case .attachment: return file(entry.event)
        case .messagePlace: return place(entry.event)
        case .answer:
            return (isAdded ? "answer taken from " : "answer no longer taken from ") + line(entry.subject ?? "")
        default: return nil
        }
    }

    private static func link(_ event: Event, _ other: String) -> String {
        let code = (event.after ?? event.before).flatMap { Int64($0) }
        let name = code.flatMap(LinkKind.init(rawValue:))?.name ?? ""
        return event.kind == .add ? "\(name) \(other)" : "no longer: \(name) \(other)"
    }

    private static func file(_ event: Event) -> String {
        let name = line(event.after ?? event.before ?? "")
        switch event.kind {
        case .remove: return "\(name) removed"
        case .restore: return "\(name) restored"
        default: return "\(name) attached"
        }
    }

    private static func place(_ event: Event) -> String {
        guard event.kind == .change else { return "message moved here" }
        func label(_ text: String?) -> String {
            (text ?? "").split(separator: " ").joined(separator: ".m")
        }
        return "\(label(event.before)) moved to \(label(event.after))"
    }
}
