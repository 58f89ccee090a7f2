import Glibc

/// Collects what is written and hands it to a file descriptor in large pieces. Nothing is written by itself at the
/// end: whoever made it calls `flush`.
struct Output {
    private static let capacity = 1 << 16

    let descriptor: Int32
    private var waiting: [UInt8] = []

    init(_ descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

    mutating func write(_ text: String) throws(OutputError) {
        waiting.append(contentsOf: text.utf8)
        if waiting.count >= Self.capacity { try flush() }
    }

    mutating func write(_ bytes: [UInt8]) throws(OutputError) {
        waiting.append(contentsOf: bytes)
        if waiting.count >= Self.capacity { try flush() }
    }

    /// What failed to be written is dropped: a second try would print half of it twice.
    mutating func flush() throws(OutputError) {
        let bytes = waiting
        waiting.removeAll(keepingCapacity: true)
        try Self.send(bytes[...], to: descriptor)
    }

    /// A closed pipe or a file that may not grow shall be an error of `write`, not the death of the process. Called
    /// once, at the start.
    static func ignoreBrokenPipes() { [SIGPIPE, SIGXFSZ].forEach { signal($0, SIG_IGN) } }

    /// Writes all bytes, however many calls that takes.
    static func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(OutputError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            let code = errno
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || code == EAGAIN {
                waitUntilWritable(descriptor)
            } else if code != EINTR {
                throw code == EPIPE ? .closedPipe : .failed(code: code)
            }
        }
    }

    /// A terminal or pipe that somebody else made non-blocking may be full for a moment.
    private static func waitUntilWritable(_ descriptor: Int32) {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
    }
}
