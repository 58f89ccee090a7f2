import Glibc
import Testing

@testable import Desk

struct OutputTests {
    @Test func `CL-02 a pipe that is closed early is told apart from other faults`() {
        Output.ignoreBrokenPipes()
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        var output = Output(ends[1])
        #expect(throws: OutputError.closedPipe) {
            try output.write("text")
            try output.flush()
        }
    }

    @Test func `a full disk is an error`() {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        #expect(throws: OutputError.failed(code: ENOSPC)) { try Output.send([1], to: descriptor) }
    }

    @Test func `all bytes arrive in order, however large they are`() throws {
        var path = Array("/tmp/desk-output-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        defer { close(descriptor) }
        unlink(path)
        let line = String(repeating: "证书", count: 5000) + "\n"
        var output = Output(descriptor)
        for _ in 0..<10 { try output.write(line) }
        try output.write([0x21])
        try output.flush()
        var bytes = [UInt8](repeating: 0, count: 400_000)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        #expect(Array(bytes.prefix(count)) == Array((String(repeating: line, count: 10) + "!").utf8))
    }
}
