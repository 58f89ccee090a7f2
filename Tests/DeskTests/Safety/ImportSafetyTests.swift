import Foundation
import Testing

/// A file that is told as imported survives a power cut.
struct ImportSafetyTests {
    /// Whether the calls of a process can be watched here.
    private static let canWatch: Bool = {
        let probe = Process()
        probe.executableURL = URL(filePath: "/usr/bin/strace")
        probe.arguments = ["-qq", "-o", "/dev/null", "true"]
        (probe.standardError, probe.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
        // Not there, or not allowed: then the test says that it was left out.
        guard (try? probe.run()) != nil else { return false }
        probe.waitUntilExit()
        return probe.terminationStatus == 0
    }()

    @Test(.enabled(if: canWatch, "strace is not installed, or may not watch: make deps-test"), arguments: [1, 3, 40])
    func `safety 8: a file is told as imported when the log that holds it is on the disk`(files: Int) throws {
        let desk = try TestDesk()
        for number in 1...files {
            try desk.write(TestDesk.dataset("data-\(number)", tickets: 5), to: "in/\(number).md")
        }
        let calls = "trace=write,pwrite64,pwritev,fsync,fdatasync"
        let result = try desk.shell("exec strace -f -y -qq -s 200 -e \(calls) -o trace \"$DESK\" import in")
        #expect(result.ending == .exit(0), "\(result.errorText)")
        let lines = String(decoding: try desk.read("trace"), as: UTF8.self).split(separator: "\n")
        var (isSynced, hasBeenSynced, told) = (true, false, 0)
        for line in lines {
            let isOfLog = line.contains("desk.sqlite-wal>")
            if isOfLog && line.contains("pwrite") { isSynced = false }
            if isOfLog && line.contains("sync(") { (isSynced, hasBeenSynced) = (true, true) }
            guard line.contains(" write(1<"), line.contains(".md ") else { continue }
            told += 1
            #expect(isSynced && hasBeenSynced, "\(line)")
        }
        #expect(told > 0)
        #expect(try desk.count() == files * 5)
    }
}
