import Workflow

/// What a ticket says, as 32 bytes: the same for the same content wherever it stands and however its file is laid out.
///
/// Formula 1 hashes title, category, status, description, answers that no turn repeats, causes, turns and other sections (sorted by
/// name), each with its length. A changed formula gets the next number; older hashes are made again from the stored files.
package enum ContentHash {
    package static let formula = 1

    package static func of(_ draft: TicketDraft) -> [UInt8] {
        var hash = SHA256()
        hash.update(field: draft.title)
        hash.update(list: draft.categoryPath)
        hash.update(field: draft.statusText ?? "")
        hash.update(list: draft.description.map { [$0] } ?? [])
        hash.update(list: draft.onlyListedAnswers)
        hash.update(list: draft.rootCauses)
        hash.update(list: draft.turns.flatMap { [$0.role.name, $0.body] })
        let extra = draft.extra.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        hash.update(list: extra.flatMap { [$0.name, $0.text] })
        return hash.digest()
    }
}

extension SHA256 {
    fileprivate mutating func update(list: [String]) {
        update(field: String(list.count))
        for text in list { update(field: text) }
    }
}
