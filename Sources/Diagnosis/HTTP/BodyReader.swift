/// Reads a body up to its end or to the most that is read.
struct BodyReader {
    private let length: HTTPHead.BodyLength
    private let most: Int
    private var chunks = ChunkReader()
    private(set) var body: [UInt8] = []

    init(length: HTTPHead.BodyLength, most: Int) {
        self.length = length
        self.most = most
    }

    /// - Returns: how the body ended; nil while more is to come.
    mutating func take(_ bytes: [UInt8]) -> BodyEvidence.Outcome? {
        switch length {
        case .none: return .complete
        case .chunked: body += chunks.take(bytes)
        case .untilClose: body += bytes
        case .bytes(let count): body += bytes.prefix(count - body.count)
        }
        if body.count > most {
            body.removeLast(body.count - most)
            return .capped
        }
        switch length {
        case .bytes(let count): return body.count == count ? .complete : nil
        case .chunked: return chunks.state == .complete ? .complete : chunks.state == .malformed ? .malformed : nil
        case .none, .untilClose: return nil
        }
    }

    func outcome(of end: StreamEnd) -> BodyEvidence.Outcome {
        switch end {
        case .closed: length == .untilClose ? .complete : .truncated
        case .reset: .truncated
        case .timedOut: .timedOut
        case .cancelled: .cancelled
        }
    }
}
