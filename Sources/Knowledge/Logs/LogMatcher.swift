import Workflow

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Looks for many signatures in a log of any length, handed over in blocks of any size: what is found does not depend on
/// where they end.
package struct LogMatcher {
    let verifier: HitVerifier
    private let filter: PatternFilter
    private let hasCodes: Bool
    /// What was handed over and not looked at, because its record may go on.
    private var buffer: [UInt8] = []
    var hits: [LogHit] = []
    var matches = LogMatches()
    var groups = UnknownGroups()
    /// Line feeds before the region.
    var linesBefore = 0
    /// The last line in which each signature was counted.
    var counted: [Int]
    let keeps: (@Sendable (String) -> Bool)?

    /// - Parameters:
    ///   - sample: the beginning of the log, by which is learnt what is rare in it.
    ///   - keeps: of a line whether it counts, such as whether it is new enough; nil where all do.
    package init(
        _ signatures: [SignatureDraft], sample: UnsafeBufferPointer<UInt8>, keeps: (@Sendable (String) -> Bool)? = nil
    ) {
        let compiled = CompiledSignatures(signatures)
        verifier = HitVerifier(signatures: compiled)
        filter = PatternFilter(compiled.patterns, sample: sample)
        hasCodes = !compiled.codes.isEmpty
        counted = Array(repeating: -1, count: signatures.count)
        self.keeps = keeps
    }

    // MARK: Blocks

    package mutating func feed(_ block: UnsafeBufferPointer<UInt8>) {
        matches.byteCount += block.count
        buffer.append(contentsOf: block)
        let end = regionEnd()
        if end > 0 { look(upTo: end, keeping: 0) }
    }

    /// Everything has been handed over.
    package mutating func finish() -> LogMatches {
        let hasLastLine = !buffer.isEmpty && buffer.last != 0x0A
        look(upTo: buffer.count, keeping: 0)
        matches.lineCount = linesBefore + (hasLastLine ? 1 : 0)
        matches.unknown = groups.merged()
        matches.ungrouped = groups.ungrouped
        return matches
    }

    /// Records are looked at whole. A line without end is cut, and what may stand across the cut looked at twice.
    private static let longestWait = 1 << 20
    private static let overlap = 1 << 14

    /// Where the last record begins that may go on.
    private mutating func regionEnd() -> Int {
        let end = buffer.withUnsafeBufferPointer { buffer -> Int in
            guard let bytes = buffer.baseAddress else { return 0 }
            var end = LogRecords.lineStart(bytes, buffer.count, from: 0)
            while end > 0 {
                let start = LogRecords.lineStart(bytes, end - 1, from: 0)
                if !LogRecords.continues(bytes, start, to: buffer.count) { return start }
                end = start
            }
            return 0
        }
        guard end == 0, buffer.count > Self.longestWait else { return end }
        look(upTo: buffer.count, keeping: Self.overlap)
        return 0
    }

    private mutating func look(upTo end: Int, keeping overlap: Int) {
        guard end > 0 else { return }
        // The buffer is moved out, so that what is looked at does not change while it is.
        let looked = buffer
        buffer = []
        looked.withUnsafeBufferPointer { whole in
            guard let bytes = whole.baseAddress else { return }
            let place = look(bytes, 0..<end)
            let rest = end - overlap
            linesBefore = place.number
            linesBefore +=
                place.start <= rest
                ? Self.lineFeeds(bytes, place.start..<rest) : -Self.lineFeeds(bytes, rest..<place.start)
        }
        buffer = Array(looked[(end - overlap)...])
    }

    static func lineFeeds(_ bytes: LogBytes, _ range: Range<Int>) -> Int {
        var count = 0
        var at = range.lowerBound
        while at < range.upperBound, let found = memchr(bytes + at, 0x0A, range.upperBound - at) {
            count += 1
            at = UnsafeRawPointer(bytes).distance(to: UnsafeRawPointer(found)) + 1
        }
        return count
    }

    // MARK: One region

    /// - Returns: a place up to which line feeds have been counted.
    private mutating func look(_ bytes: LogBytes, _ region: Range<Int>) -> LinePlace {
        hits.removeAll(keepingCapacity: true)
        scan(bytes, region, form: 0, line: nil)
        scanShort(bytes, region, form: 0, line: nil)
        lookAtForms(bytes, region)
        hits.sort { ($0.line, $0.form, $0.start, $1.end) < ($1.line, $1.form, $1.start, $0.end) }
        var at = 0
        var place = LinePlace(start: region.lowerBound, number: linesBefore)
        while at < hits.count {
            let end = hits[at...].firstIndex { $0.line != hits[at].line } ?? hits.count
            tally(at..<end, bytes, region, &place)
            at = end
        }
        return place
    }

    /// - Parameter line: where a form belongs; nil where the bytes are the log itself.
    private mutating func scan(_ bytes: LogBytes, _ region: Range<Int>, form: Int, line: Int?) {
        var current = region.lowerBound..<region.lowerBound
        let (filter, verifier) = (filter, verifier)
        filter.scan(bytes, from: region.lowerBound, to: region.upperBound) { at, first, count in
            for index in first..<(first + count) {
                let place = filter.places[index]
                let pattern = Int(place.pattern)
                let check = at &+ Int(place.checkDistance)
                guard check >= region.lowerBound, check &+ 4 <= region.upperBound,
                    bytes.folded(at: check) == place.checkKey
                else { continue }
                guard let found = verifier.hit(pattern, window: Int(place.offset), at: at, bytes, in: region) else {
                    continue
                }
                if line == nil, !current.contains(found.range.lowerBound) {
                    let start = LogRecords.lineStart(bytes, found.range.lowerBound, from: region.lowerBound)
                    current = start..<LogRecords.lineEnd(bytes, found.range.lowerBound, to: region.upperBound) + 1
                }
                let whole = line == nil ? current.lowerBound..<current.upperBound - 1 : region
                add(pattern, found, bytes, whole, region, form: form, line: line)
            }
        }
    }

    private mutating func add(
        _ index: Int, _ found: (range: Range<Int>, grade: MatchGrade), _ bytes: LogBytes, _ whole: Range<Int>,
        _ region: Range<Int>, form: Int, line: Int?
    ) {
        var hit = LogHit(
            line: line ?? whole.lowerBound, form: form, start: found.range.lowerBound, end: found.range.upperBound,
            pattern: index, grade: found.grade)
        switch verifier.kinds[index] {
        case .identifier, .literal: hits.append(hit)
        case .error:
            if ErrorWords.counts(bytes, hit.start, hit.end, in: whole) { hits.append(hit) }
        case .segments:
            let pattern = verifier.signatures.patterns[index]
            let record = form == 0 ? LogRecords.record(bytes, around: whole, in: region) : region
            guard let all = verifier.segmentsStand(pattern, around: found.range, bytes, in: record) else { return }
            (hit.start, hit.end) = (all.lowerBound, all.upperBound)
            if line == nil { hit.line = LogRecords.lineStart(bytes, all.lowerBound, from: region.lowerBound) }
            hits.append(hit)
        case .context:
            guard hasCodes else { return }
            verifier.codes(behind: verifier.signatures.patterns[index].signature, at: hit.end, bytes, in: region) {
                signature, range in
                hit.pattern = -1 - signature
                (hit.start, hit.end) = (range.lowerBound, range.upperBound)
                hits.append(hit)
            }
        }
    }

    /// Patterns without four plain bytes; there are few, if any.
    private mutating func scanShort(_ bytes: LogBytes, _ region: Range<Int>, form: Int, line: Int?) {
        for index in filter.short {
            let pattern = verifier.signatures.patterns[index]
            var at = region.lowerBound
            while at < region.upperBound {
                defer { at += 1 }
                guard ByteKind.small[Int(bytes[at])] == ByteKind.small[Int(pattern.text[0])] || pattern.text[0] == 0x27,
                    let found = verifier.hit(index, window: 0, at: at, bytes, in: region)
                else { continue }
                let start = LogRecords.lineStart(bytes, at, from: region.lowerBound)
                let whole = line == nil ? start..<LogRecords.lineEnd(bytes, at, to: region.upperBound) : region
                add(index, found, bytes, whole, region, form: form, line: line)
            }
        }
    }

    /// Lines with colours, NUL bytes or escapes are looked at once more without them.
    private mutating func lookAtForms(_ bytes: LogBytes, _ region: Range<Int>) {
        var looked = region.lowerBound
        var marks = MarkPlaces(bytes, region)
        while let at = marks.next(from: looked) {
            let start = LogRecords.lineStart(bytes, at, from: looked)
            let end = LogRecords.lineEnd(bytes, at, to: region.upperBound)
            for (place, form) in LineForms.all(bytes, start..<end).enumerated() {
                form.withUnsafeBufferPointer { form in
                    guard let text = form.baseAddress else { return }
                    scan(text, 0..<form.count, form: place + 1, line: start)
                    scanShort(text, 0..<form.count, form: place + 1, line: start)
                }
            }
            looked = min(end + 1, region.upperBound)
        }
    }
}
