import Workflow

/// A dataset of the desk, beside a new file.
struct KnownDataset {
    let id: Int64
    let tickets: [KnownTicket]

    /// Whether most tickets are the same: of the smaller of the file and the dataset, or of the file and one version of it,
    /// so that a file that was cut off still counts, and one of many that are gone.
    func isEdition(_ matching: TicketMatching, of count: Int, hasItsName: Bool) -> Bool {
        let same = matching.sameContents + matching.sameTitles
        if hasItsName, same > 0, same * 2 >= min(tickets.count, count) { return true }
        if same >= 3, same * 2 > min(tickets.count, count) { return true }
        let matched = matching.matches.compactMap { $0 }.reduce(into: [Int64: Int]()) {
            $0[tickets[$1].sourceFile, default: 0] += 1
        }
        let standing = tickets.reduce(into: [Int64: Int]()) { $0[$1.sourceFile, default: 0] += 1 }
        return matched.contains { $0.value >= 3 && $0.value * 2 > min(standing[$0.key] ?? 0, count) }
    }
}
