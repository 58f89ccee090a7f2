import Glibc

/// The program under test: the one in the folder that `DESK_PROGRAM_FOLDER` names, else the one beside the test program.
enum BuiltDesk {
    static func path() throws -> String {
        let path = folder() + "/desk"
        guard access(path, X_OK) == 0 else { throw ProcessError.notBuilt(path) }
        return path
    }

    /// `.build/debug` or its like. A release build starts its commands five times as fast, and there are thousands.
    static func folder() -> String {
        if let named = getenv("DESK_PROGRAM_FOLDER") { return String(cString: named) }
        let runner = realpath(CommandLine.arguments[0], nil)
        defer { free(runner) }
        let path = runner.map { String(cString: $0) } ?? CommandLine.arguments[0]
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}
