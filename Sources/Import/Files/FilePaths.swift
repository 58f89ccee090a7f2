import Files

/// Which files an import means.
package enum FilePaths {
    /// The files that some paths mean, and what was passed over on the way.
    package struct Found: Sendable {
        package var files: [Importer.Source] = []
        /// Files in folders that no reader takes, by their endings.
        package var passedOver: [String: Int] = [:]
        /// Pipes, devices and sockets in folders.
        package var special = 0
        /// Folders that could not be looked into; they cost only themselves.
        package var unreadable: [FileError] = []
    }

    private static let endings = [".md", ".txt", ".csv", ".tsv", ".markdown"]

    /// The file itself, and of a folder every file below it that a reader takes; each folder in natural order, so that part 2 comes
    /// before part 10.
    /// - Throws: `FileError.noDatasets` for a folder with none.
    package static func find(_ path: String) throws(FileError) -> Found {
        var found = Found()
        let raw = RawPath.argument(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
        guard raw.kind() == .folder else {
            found.files.append(Importer.Source(path: path, raw: RawPath.argument(path)))
            return found
        }
        try walk(raw, &found)
        guard !found.files.isEmpty || !found.unreadable.isEmpty else { throw .noDatasets(path) }
        return found
    }

    /// The paths alone.
    package static func expand(_ paths: [String]) throws(FileError) -> [String] {
        var files: [String] = []
        for path in paths { files += try find(path).files.map(\.path) }
        return files
    }

    package static func baseName(_ path: String) -> String {
        path.split(separator: "/").last.map { String($0) } ?? path
    }

    private static func walk(_ folder: RawPath, _ found: inout Found) throws(FileError) {
        let names = try folder.names().map { ($0, String(decoding: $0, as: UTF8.self)) }
        for (raw, name) in names.sorted(by: { isNaturallyBefore($0.1, $1.1) }) where !name.hasPrefix(".") {
            let path = folder.appending(raw)
            // A link to a folder could lead back up; it is not followed.
            switch path.kind(followsLinks: false) {
            case .folder:
                do { try walk(path, &found) } catch { found.unreadable.append(error) }
            case .file where endings.contains(where: { name.lowercased().hasSuffix($0) }):
                found.files.append(Importer.Source(path: path.text, raw: path))
            case .file: found.passedOver[ending(of: name), default: 0] += 1
            case .special: found.special += 1
            case .missing: break
            }
        }
    }

    /// `.png`; empty for a name without one.
    private static func ending(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
        return name[dot...].lowercased()
    }

    /// Runs of digits compare as numbers, everything else by its bytes.
    package static func isNaturallyBefore(_ a: String, _ b: String) -> Bool {
        var (left, right) = (Array(a.utf8)[...], Array(b.utf8)[...])
        while let x = left.first, let y = right.first {
            if isDigit(x) && isDigit(y) {
                let (m, n) = (takeNumber(&left), takeNumber(&right))
                if m.count != n.count { return m.count < n.count }
                if m != n { return m.lexicographicallyPrecedes(n) }
            } else if x != y {
                return x < y
            } else {
                left = left.dropFirst()
                right = right.dropFirst()
            }
        }
        return left.isEmpty && right.isEmpty ? a.utf8.lexicographicallyPrecedes(b.utf8) : left.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private static func takeNumber(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = text.prefix(while: isDigit)
        text = text.dropFirst(digits.count)
        return digits.drop { $0 == 48 }
    }
}
