import Foundation
import Synchronization

@testable import Diagnosis

/// The broken sites of `Tests/Lab`, set up once for all tests of this process. It ends with the process: its input is closed then.
final class Laboratory: Sendable {
    /// What its first line says.
    struct Place: Codable, Sendable {
        let names: String
        let site: String
        let forbidden: String
        let dead: String
        let http: Int
        let v6: Int?
        let root: String
    }

    enum Fault: Error {
        case ended(String)
    }

    static let shared = Result { try Laboratory() }

    /// The programs that are missing; the tests in the laboratory run where none is.
    static let missing = ["dnsmasq", "nginx", "openssl", "python3"].filter { program in
        !["/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/", "/opt/homebrew/bin/"].contains {
            FileManager.default.isExecutableFile(atPath: $0 + program)
        }
            && !ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":").contains {
                FileManager.default.isExecutableFile(atPath: $0 + "/" + program)
            }
    }

    static let isThere = missing.isEmpty && SiteProbe.isBuiltIn

    let place: Place
    private let input: FileHandle
    private let output: Mutex<LineReader>

    init() throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Lab/lab.py")
        let folder = FileManager.default.temporaryDirectory.appending(path: "desk-lab-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, folder.path]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        self.input = input.fileHandleForWriting
        var reader = LineReader(handle: output.fileHandleForReading)
        guard let first = reader.next(), reader.next() == "ready" else { throw Fault.ended(folder.path) }
        place = try JSONDecoder().decode(Place.self, from: Data(first.utf8))
        self.output = Mutex(reader)
    }

    /// How many connections came to where none may come.
    func forbiddenConnections() throws -> Int {
        try output.withLock { reader in
            try input.write(contentsOf: Data("forbidden\n".utf8))
            return reader.next().flatMap { Int($0) } ?? -1
        }
    }

    /// An address with the ports and addresses of this laboratory put in: `http://www.ok.test:{http}/`.
    func url(_ pattern: String) -> String {
        pattern.replacing("{http}", with: String(place.http)).replacing("{v6}", with: String(place.v6 ?? 0))
            .replacing("{site}", with: place.site).replacing("{forbidden}", with: place.forbidden)
            .replacing("{dead}", with: place.dead)
    }

    /// What all tests share: the resolver and the roots of the laboratory, its addresses allowed, short times.
    func options() throws -> ProbeOptions {
        var options = ProbeOptions()
        options.resolver = try ResolverAddress("\(place.names):5300")
        options.certificateFile = place.root
        options.allowed = try AllowedNetworks(texts: [place.names, place.site, place.dead, "::1"])
        options.limits.total = 15_000
        options.limits.query = 2_500
        options.limits.connect = 2_000
        options.limits.handshake = 2_000
        options.limits.head = 3_000
        options.limits.body = 1_500
        return options
    }

    /// Reads a pipe line by line.
    struct LineReader {
        let handle: FileHandle
        var left = Data()

        mutating func next() -> String? {
            while true {
                if let end = left.firstIndex(of: 0x0A) {
                    let line = String(decoding: left[left.startIndex..<end], as: UTF8.self)
                    left = Data(left[(end + 1)...])
                    return line
                }
                let more = handle.availableData
                if more.isEmpty { return nil }
                left += more
            }
        }
    }
}
