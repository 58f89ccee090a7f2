/// Why output did not arrive.
enum OutputError: Error, Equatable, Sendable {
    /// The reader has gone, as `head` does: no fault, the command ends quietly with exit code 0.
    case closedPipe
    /// The system refused, with this `errno`: the disk is full.
    case failed(code: Int32)
}
