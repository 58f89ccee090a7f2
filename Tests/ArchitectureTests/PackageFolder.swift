import Foundation

/// The package's folder as the tests find it.
enum PackageFolder {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func read(_ path: String) throws -> String {
        try String(contentsOfFile: root + "/" + path, encoding: .utf8)
    }

    static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + "/" + path) }

    /// The names of the files right in a folder, sorted.
    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Every Swift file below some folders, sorted.
    static func swiftFiles(below folders: String...) throws -> [SourceFile] {
        let paths = folders.flatMap { folder in
            let all = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
            return all.filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }
        }
        return try paths.sorted().map { SourceFile(path: $0, text: try read($0)) }
    }
}
