/// The sums of an import.
package struct ImportTotals {
    package private(set) var files = 0
    package private(set) var created = 0
    package private(set) var updated = 0
    package private(set) var unchanged = 0
    package private(set) var conflicts = 0
    package private(set) var warnings = 0
    package private(set) var rejected: [any Error] = []
    /// Paths of files of which nothing was kept, because too little of them is understood.
    package private(set) var notUnderstood: [String] = []
    package private(set) var batch: String?
    /// What the words of all files became of which something was kept.
    package private(set) var values = ValuesTold()
    /// Where the first ticket comes from, and how it was read.
    package private(set) var first: (file: DatasetFile, sample: TicketSamples.Sample)?

    package init(
        files: Int = 0, created: Int = 0, updated: Int = 0, unchanged: Int = 0, conflicts: Int = 0, warnings: Int = 0,
        rejected: [any Error] = [], batch: String? = nil
    ) {
        self.files = files
        self.created = created
        self.updated = updated
        self.unchanged = unchanged
        self.conflicts = conflicts
        self.warnings = warnings
        self.rejected = rejected
        self.batch = batch
    }

    package mutating func add(_ report: FileReport) {
        files += 1
        switch report {
        case .dataset(let file, let tally, let outcome, let batch):
            created += outcome.created
            updated += outcome.updated
            unchanged += outcome.unchanged
            conflicts += outcome.conflicts.count
            warnings += file.dataset.warnings.count + tally.warnings.count
            switch outcome.kind {
            case .notUnderstood: notUnderstood.append(file.path)
            case .new, .newVersion, .otherDataset:
                values.add(tally.values)
                if first == nil { first = tally.samples.first.map { (file, $0) } }
            case .known, .sameAs: break
            }
            if outcome.kind != .known, let batch { self.batch = batch }
        case .exchange(_, let outcome, let batch):
            created += outcome.created
            unchanged += outcome.unchanged
            conflicts += outcome.conflicts.count
            if !outcome.isKnown { self.batch = batch }
        case .article(let file, _, let outcome, let batch):
            switch outcome.kind {
            case .created: created += 1
            case .updated: updated += 1
            case .known, .unchanged: unchanged += 1
            }
            conflicts += outcome.conflicts.count
            warnings += file.faults.count
            if outcome.kind != .known { self.batch = batch }
        case .rejected(_, let error): rejected.append(error)
        }
    }
}
