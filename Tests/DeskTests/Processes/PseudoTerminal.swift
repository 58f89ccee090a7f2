import Glibc

/// A terminal of a fixed size that no person sits at. A class, because it closes its end.
final class PseudoTerminal: Sendable {
    // Linux's TIOCSPTLCK and TIOCGPTN; posix_openpt and its kin are missing from the module Glibc.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    private let descriptor: Int32
    /// The device that a program writes to.
    let path: String

    init(columns: UInt16, rows: UInt16) throws {
        descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var lock: Int32 = 0
        var number: UInt32 = 0
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        let isReady =
            ioctl(descriptor, Self.setLock, &lock) == 0 && ioctl(descriptor, Self.getNumber, &number) == 0
            && ioctl(descriptor, UInt(TIOCSWINSZ), &size) == 0
        path = "/dev/pts/\(number)"
        guard isReady else { throw ProcessError.noStream(reason: String(cString: strerror(errno))) }
    }

    deinit { close(descriptor) }

    /// What somebody types, before or while a program asks.
    func type(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    /// Everything written to it until its last writer is gone, and whether that came in time.
    func readAll(before deadline: Deadline) -> (bytes: [UInt8], isComplete: Bool) {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while deadline.waitForInput(descriptor) {
            let count = read(descriptor, &buffer, buffer.count)
            // Linux reports the end of a terminal as an input/output error.
            if count < 0 && errno != EINTR { return (bytes, errno == EIO) }
            if count > 0 { bytes += buffer[..<count] }
        }
        return (bytes, false)
    }
}
