import Import

/// The sums of an import.
package struct ImportTotals {
    private(set) var files = 0
    private(set) var created = 0
    private(set) var updated = 0
    private(set) var unchanged = 0
    private(set) var conflicts = 0
    private(set) var warnings = 0
    private(set) var rejected: [any Error] = []
    private(set) var batch: String?

    package mutating func add(_ report: FileReport) {
        files += 1
        switch report {
        case .dataset(let file, let tally, let outcome, let batch):
            created += outcome.created
            updated += outcome.updated
            unchanged += outcome.unchanged
            conflicts += outcome.conflicts.count
            warnings += file.dataset.warnings.count + tally.warnings.count
            if outcome.kind != .known { self.batch = batch }
        case .exchange(_, let outcome, let batch):
            created += outcome.created
            unchanged += outcome.unchanged
            conflicts += outcome.conflicts.count
            if !outcome.isKnown { self.batch = batch }
        case .rejected(_, let error): rejected.append(error)
        }
    }
}
