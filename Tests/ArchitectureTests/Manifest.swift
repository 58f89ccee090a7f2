/// What `Package.swift` says of its targets.
struct Manifest {
    /// The names that a target depends on, products of other packages included.
    let dependencies: [String: Set<String>]

    init(_ text: String) {
        let pattern = #/\.(?:target|executableTarget|testTarget)\(\s*name:\s*"(\w+)"/#
        let calls = text.matches(of: pattern)
        let ends = calls.dropFirst().map(\.range.lowerBound) + [text.endIndex]
        let pairs = zip(calls, ends).map { call, end in
            (String(call.1), Self.dependencies(in: text[call.range.upperBound..<end]))
        }
        dependencies = Dictionary(pairs) { first, _ in first }
    }

    private static func dependencies(in arguments: Substring) -> Set<String> {
        guard let start = arguments.firstRange(of: "dependencies: [")?.upperBound else { return [] }
        // A condition names a trait in a list of its own.
        let rest = arguments[start...].replacing(#/condition:\s*\.when\([^)]*\)/#, with: "")
        let list = rest[..<(rest.firstIndex(of: "]") ?? rest.endIndex)]
        // `.product(name: "GRDB", package: "GRDB.swift")` depends on the product, not on a target of the package's name.
        let names = list.replacing(#/package:\s*"[^"]*"/#, with: "").matches(of: #/"(\w+)"/#)
        return Set(names.map { String($0.1) })
    }
}
