/// The blocks of code in a ticket that are closed before it ends.
struct ClosedFences {
    private(set) var blocks: [Range<Int>] = []
    /// Where a block starts that nothing closes.
    private(set) var unclosed: Int?

    init(in bytes: Bytes, _ range: Range<Int>) {
        guard bytes.first("```", in: range) != nil || bytes.first("~~~", in: range) != nil else { return }
        var open: (fence: Fence, start: Int)?
        var at = range.lowerBound
        while at < range.upperBound {
            let line = bytes.line(at: at, limit: range.upperBound)
            if let fence = Fence(line, in: bytes) {
                if let block = open, fence.closes(block.fence) {
                    blocks.append(block.start..<line.next)
                    open = nil
                } else if open.map({ fence.opensAnew($0.fence) }) ?? true {
                    open = (fence, line.start)
                }
            }
            at = line.next
        }
        unclosed = open?.start
    }

    func hold(_ place: Int) -> Bool { blocks.hold(place) }
}
