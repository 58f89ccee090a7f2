#if Diagnosis
    /// One request over one connection, and its answer as far as the limits allow.
    struct HTTPExchange {
        let request: HTTPRequest
        let limits: ProbeLimits
        /// What is not encrypted is sought in pages that are.
        let seeksInsecure: Bool

        /// What came, and what of it is not written down but needed now.
        struct Answer {
            var evidence: ExchangeEvidence
            /// Without its secrets hidden.
            var location: String?
            var body: [UInt8] = []
        }

        private enum HeadEnd {
            case head(HTTPHead, rest: [UInt8])
            case failed(ExchangeEvidence.Outcome, bytes: [UInt8])
        }

        func run(over stream: some ByteStream, began: Int64, _ watch: ProbeWatch) -> Answer {
            var answer = Answer(evidence: ExchangeEvidence(request.purpose, .answered))
            answer.evidence.times.connected = watch.now - began
            let headWatch = watch.limited(to: limits.head)
            // A server may answer and close before it has read the request.
            let sent = stream.send(request.bytes, headWatch)
            if sent == .cancelled { answer.evidence.outcome = .cancelled }
            switch sent == .cancelled ? .failed(.cancelled, bytes: []) : readHead(stream, began, headWatch, &answer) {
            case .failed(let outcome, let bytes):
                answer.evidence.outcome = outcome
                if !bytes.isEmpty { answer.evidence.firstBytes = VisibleText.of(bytes) }
            case .head(let head, let rest):
                note(head, &answer)
                answer.evidence.times.head = watch.now - began
                readBody(stream, head, rest, watch.limited(to: limits.body), &answer)
            }
            answer.evidence.times.end = watch.now - began
            return answer
        }

        private func readHead(
            _ stream: some ByteStream, _ began: Int64, _ watch: ProbeWatch, _ answer: inout Answer
        ) -> HeadEnd {
            var bytes: [UInt8] = []
            var sought = 0
            while true {
                while let end = HeadEnding.find(in: bytes, from: &sought) {
                    guard let head = HTTPHead(bytes[..<end.start]) else { return .failed(.notHTTP, bytes: bytes) }
                    bytes.removeFirst(end.end)
                    sought = 0
                    // What a server says in between is not the answer.
                    if head.status / 100 != 1 { return .head(head, rest: bytes) }
                }
                if bytes.count > limits.headBytes { return .failed(.headTooLarge, bytes: bytes) }
                if bytes.count >= 5, !bytes.starts(with: Array("HTTP/".utf8)) { return .failed(.notHTTP, bytes: bytes) }
                switch stream.receive(watch) {
                case .success(let more):
                    if answer.evidence.times.firstByte == nil { answer.evidence.times.firstByte = watch.now - began }
                    bytes += more
                case .failure(let end): return .failed(outcome(of: end, bytes), bytes: bytes)
                }
            }
        }

        private func outcome(of end: StreamEnd, _ bytes: [UInt8]) -> ExchangeEvidence.Outcome {
            switch end {
            case .closed: bytes.isEmpty ? .empty : bytes.starts(with: Array("HTTP/".utf8)) ? .closed : .notHTTP
            case .reset: .reset
            case .timedOut: bytes.isEmpty ? .firstByteTimedOut : .headTimedOut
            case .cancelled: .cancelled
            }
        }

        private static let mostHeaders = 100

        private func note(_ head: HTTPHead, _ answer: inout Answer) {
            answer.evidence.status = head.status
            answer.evidence.reason = VisibleText.of(head.reason.utf8)
            answer.evidence.headers = head.headers.prefix(Self.mostHeaders).map { header in
                let value = VisibleText.of(Secrets.masked(header: header.name, header.value).utf8, most: 500)
                return ExchangeEvidence.Header(name: header.name, value: value)
            }
            answer.location = head.values("location").first
        }

        private func readBody(
            _ stream: some ByteStream, _ head: HTTPHead, _ rest: [UInt8], _ watch: ProbeWatch, _ answer: inout Answer
        ) {
            guard let length = head.bodyLength(isHead: request.isHead) else {
                answer.evidence.outcome = .notHTTP
                return
            }
            guard length != .none else { return }
            var reader = BodyReader(length: length, most: request.bodyLimit(limits))
            var outcome = reader.take(rest)
            while outcome == nil {
                switch stream.receive(watch) {
                case .success(let bytes): outcome = reader.take(bytes)
                case .failure(let end): outcome = reader.outcome(of: end)
                }
            }
            answer.body = reader.body
            var evidence = BodyEvidence(
                outcome: outcome ?? .truncated, bytes: reader.body.count, sha256: Digest.sha256(reader.body))
            if case .bytes(let declared) = length { evidence.declared = declared }
            if seeksInsecure { evidence.insecure = InsecureReferences.find(in: reader.body) }
            answer.evidence.body = evidence
        }
    }

    extension HTTPRequest {
        /// Of the first byte alone not much can come; a server that sends all of it is seen by its status.
        fileprivate func bodyLimit(_ limits: ProbeLimits) -> Int {
            purpose == .range ? min(limits.bodyBytes, 65_536) : limits.bodyBytes
        }
    }
#endif
