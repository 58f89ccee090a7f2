import Files
import Import
import Presentation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the desk is, and whether somebody said so.
struct DeskPath: Equatable {
    var path: String
    /// The folder `.desk` in which it was found; nil where somebody named the file or it is the person's own.
    private(set) var foundIn: String?

    private init(_ path: String, foundIn: String? = nil) {
        self.path = path
        self.foundIn = foundIn
    }

    /// `--db`, `DESK_DB`, `.desk/desk.sqlite` here or above, else the user's own.
    static func find(_ globals: GlobalOptions, _ environment: EnvironmentVariables) -> DeskPath {
        if let path = given(globals, environment) { return DeskPath(path) }
        var folder = currentFolder()
        while true {
            let path = inside(folder)
            if access(path, F_OK) == 0 { return DeskPath(path, foundIn: String(path.dropLast("/desk.sqlite".count))) }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { break }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
        return DeskPath(userPath(environment))
    }

    /// Who can write in a folder above, such as /tmp, could lay a desk of theirs there and wait for what others write into it.
    /// - Throws: `Refusal.deskOfOthers` for a desk that nobody named and that is neither the person's own nor the machine's.
    func requireTrusted() throws(Refusal) {
        guard let foundIn else { return }
        let owners = [foundIn, path].flatMap { [Self.owner(of: $0, lstat), Self.owner(of: $0, stat)] }
        guard owners.allSatisfy({ $0 == geteuid() || $0 == 0 }) else { throw .deskOfOthers(path) }
    }

    private static func owner(
        of path: String, _ ask: (UnsafePointer<CChar>, UnsafeMutablePointer<stat>) -> Int32
    ) -> uid_t? {
        var facts = stat()
        return ask(path, &facts) == 0 ? facts.st_uid : nil
    }

    /// The file that was named, by option or environment.
    static func given(_ globals: GlobalOptions, _ environment: EnvironmentVariables) -> String? {
        globals.database ?? environment["DESK_DB"].flatMap { $0.isEmpty ? nil : $0 }
    }

    static func inside(_ folder: String) -> String {
        (folder.hasSuffix("/") ? folder : folder + "/") + ".desk/desk.sqlite"
    }

    static func currentFolder() -> String {
        guard let folder = getcwd(nil, 0) else { return "." }
        defer { free(folder) }
        return String(cString: folder)
    }

    private static func userPath(_ environment: EnvironmentVariables) -> String {
        let home = environment["HOME"] ?? "."
        let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/share"
        return data + "/desk/desk.sqlite"
    }
}

/// The name somebody logged in with.
enum LoginName {
    static func current(_ environment: EnvironmentVariables) -> String {
        for variable in ["LOGNAME", "USER"] {
            if let name = environment[variable], !name.isEmpty { return name }
        }
        return name(of: getuid()) ?? "nobody"
    }

    // Not getpwuid: a statically linked program would load the machine's name-service libraries.
    private static func name(of user: uid_t) -> String? {
        guard let bytes = try? FileBytes.read("/etc/passwd") else { return nil }  // no such file: nobody has a name
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            if fields.count > 2 && fields[2] == String(user) { return String(fields[0]) }
        }
        return nil
    }
}
