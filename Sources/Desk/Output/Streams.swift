import Glibc

/// The descriptors that a run reads and writes: those of the process, unless somebody runs commands inside of it.
struct Streams: Sendable {
    var input = STDIN_FILENO
    var output = STDOUT_FILENO
    var errors = STDERR_FILENO

    static let standard = Streams()
}
