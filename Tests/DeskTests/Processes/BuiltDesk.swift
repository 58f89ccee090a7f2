import Glibc

/// The program under test, beside the test program that is running.
enum BuiltDesk {
    static func path() throws -> String {
        let path = folder() + "/desk"
        guard access(path, X_OK) == 0 else { throw ProcessError.notBuilt(path) }
        return path
    }

    /// `.build/debug` or its like.
    static func folder() -> String {
        let runner = realpath(CommandLine.arguments[0], nil)
        defer { free(runner) }
        let path = runner.map { String(cString: $0) } ?? CommandLine.arguments[0]
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}
