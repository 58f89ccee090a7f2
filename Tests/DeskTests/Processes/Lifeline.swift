import Glibc

/// Tells when a process and everything it started have ended: they hold one end of a connection, and it closes then.
final class Lifeline: Sendable {
    /// The number that the child's end has in the child.
    static let number: Int32 = 3

    /// Both ends, before the child has its own.
    struct Ends {
        let parent: Int32
        let child: Int32

        // Not by pipe: another thread could start a process before both ends are set to close on exec.
        init() throws {
            var ends: [Int32] = [0, 0]
            let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
            guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
                throw ProcessError.noStream(reason: String(cString: strerror(errno)))
            }
            (parent, child) = (ends[0], ends[1])
        }

        func dropChildEnd() { close(child) }
    }

    private let descriptor: Int32

    init(_ ends: Ends) {
        descriptor = ends.parent
    }

    deinit { close(descriptor) }

    func ends(before deadline: Deadline) -> Bool { deadline.waitForInput(descriptor) }
}
