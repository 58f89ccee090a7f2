import Workflow

extension Words.Errors {
    package static func english(_ fault: RelationFault) -> [String] {
        switch fault {
        case .mergeIntoItself(let ticket): ["#\(ticket.rawValue) cannot be merged into itself."]
        case .mergedAlready(let ticket, let into):
            [
                "#\(ticket.rawValue) is merged into #\(into.rawValue) already.",
                "desk unmerge \(ticket.rawValue) takes that back.",
            ]
        case .mergeTargetIsMerged(let ticket, let into):
            [
                "#\(ticket.rawValue) is itself merged into #\(into.rawValue).",
                "Merge into that one: --into \(into.rawValue)",
            ]
        case .otherCustomer(let ticket, let customer, let mergeTarget, let other):
            [
                "#\(ticket.rawValue) is of \(customer), #\(mergeTarget.rawValue) of \(other): they would be answered in one place.",
                "--force merges them all the same; it takes the permission merge-customers.",
            ]
        case .notMerged(let ticket): ["#\(ticket.rawValue) is not merged into another ticket."]
        case .isMerged(let ticket, let into):
            [
                "#\(ticket.rawValue) is part of #\(into.rawValue), into which it was merged.",
                "desk unmerge \(ticket.rawValue) makes it a ticket of its own again.",
            ]
        case .linkToItself(let ticket): ["#\(ticket.rawValue) cannot be linked with itself."]
        case .linkedOppositely(let a, let kind, let b):
            [
                "#\(a.rawValue) \(kind.name) #\(b.rawValue): both ways would contradict each other.",
                "desk unlink \(a.rawValue) \(kind.name) \(b.rawValue)",
            ]
        case .parentCycle(let parent, let child):
            ["#\(child.rawValue) stands above #\(parent.rawValue) already and cannot stand below it too."]
        case .hasParent(let child, let parent):
            [
                "#\(child.rawValue) has a parent: #\(parent.rawValue).",
                "desk unlink \(parent.rawValue) parent \(child.rawValue)",
            ]
        case .notLinked(let a, let b):
            ["#\(a.rawValue) and #\(b.rawValue) are not linked so."]
        case .openChildren(let ticket, let children):
            [
                "#\(ticket.rawValue) has open tickets below it: "
                    + children.map { "#\($0.rawValue)" }.joined(by: ", "),
                "Nothing was changed; --yes does it all the same.",
            ]
        default: englishPart(fault)
        }
    }

    // Messages, files, problems, the trash.
    private static func englishPart(_ fault: RelationFault) -> [String] {
        switch fault {
        case .noMessage(let ticket, let sequence):
            ["#\(ticket.rawValue) has no message m\(sequence)."]
        case .messageMoved(let ticket, let sequence, let to, let place):
            ["\(ticket.rawValue).m\(sequence) was moved: it is \(to.rawValue).m\(place) now."]
        case .descriptionStays(let ticket, let sequence):
            [
                "\(ticket.rawValue).m\(sequence) is what #\(ticket.rawValue) is about, and stays.",
                "desk merge takes a whole ticket elsewhere.",
            ]
        case .messageStays(let ticket, let sequence):
            ["\(ticket.rawValue).m\(sequence) is on #\(ticket.rawValue) already."]
        case .noAttachment(let ticket, let name):
            ["#\(ticket.rawValue) has no attachment \"\(name)\".", "desk attach list \(ticket.rawValue)"]
        case .attachmentMissing(let ticket, let name):
            ["The bytes of \"\(name)\" of #\(ticket.rawValue) are not here: they did not come with the export."]
        case .tooLarge(let name, let bytes, let limit):
            [
                "\(name) has \(bytes) bytes; \(limit) is the most that can be attached.",
                "Put it on a file share and write where it is into a note.",
            ]
        case .noProblem(let id):
            ["There is no problem \(Problem.label(of: id)).", "desk problem list"]
        case .problemResolved(let id): ["\(Problem.label(of: id)) is resolved already."]
        case .notInTrash(let ticket):
            [
                "#\(ticket.rawValue) is not in the trash, and only what is there can be purged.",
                "desk rm \(ticket.rawValue) puts it there.",
            ]
        case .purged(let ticket):
            ["#\(ticket.rawValue) was purged; that cannot be undone.", "Nothing of it is left."]
        default: ["\(fault)"]
        }
    }
}
