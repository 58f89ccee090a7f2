import Files

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which files an import means.
package enum FilePaths {
    /// The files themselves, and of folders every `*.md` and `*.txt` below them; each folder in natural order, so that part 2
    /// comes before part 10.
    package static func expand(_ paths: [String]) throws(FileError) -> [String] {
        var files: [String] = []
        for path in paths {
            guard FileBytes.isFolder(path) else {
                files.append(path)
                continue
            }
            let found = try datasets(below: path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
            guard !found.isEmpty else { throw .noDatasets(path) }
            files += found
        }
        return files
    }

    package static func baseName(_ path: String) -> String {
        path.split(separator: "/").last.map { String($0) } ?? path
    }

    private static func datasets(below folder: String) throws(FileError) -> [String] {
        var files: [String] = []
        for name in try FileBytes.names(in: folder).sorted(by: isNaturallyBefore) where !name.hasPrefix(".") {
            let path = folder + "/" + name
            // A link to a folder could lead back up; it is not followed.
            if isRealFolder(path) {
                files += try datasets(below: path)
            } else if [".md", ".txt"].contains(where: { name.lowercased().hasSuffix($0) }) {
                files.append(path)
            }
        }
        return files
    }

    private static func isRealFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
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
