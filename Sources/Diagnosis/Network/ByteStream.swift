/// A connection over which bytes go both ways: plain or encrypted.
protocol ByteStream {
    func send(_ bytes: [UInt8], _ watch: ProbeWatch) -> StreamEnd?
    /// Some bytes, or why there are none.
    func receive(_ watch: ProbeWatch) -> Result<[UInt8], StreamEnd>
}

/// Why no more bytes come or go.
enum StreamEnd: Error, Equatable {
    case closed, reset, timedOut, cancelled

    init(_ stop: ProbeWatch.Stop) {
        self = stop == .cancelled ? .cancelled : .timedOut
    }
}
