import Import

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The person's own editor.
struct Editor {
    let command: String

    init(environment: [String: String]) {
        let named = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
        command = named ?? "vi"
    }

    /// Lets the person write a text, starting from `draft`.
    /// - Throws: `Refusal.cancelled` for an empty text, `Refusal.editorFailed` when the editor did not end well; the
    ///   text then stays in the file that the error names.
    func edit(_ draft: String) throws -> String {
        let path = "/tmp/desk-\(getpid()).md"
        try FileBytes.write(Array(draft.utf8), to: path)
        let status = try run(on: path)
        guard status == 0 else { throw Refusal.editorFailed(path, status: status) }
        let text = String(decoding: try FileBytes.read(path), as: UTF8.self).withoutTrailingSpace
        unlink(path)
        guard !text.isEmpty else { throw Refusal.cancelled }
        return text
    }

    // Through the shell, because the variable may hold options.
    private func run(on path: String) throws -> Int32 {
        let arguments = ["sh", "-c", "\(command) \"$1\"", "sh", path]
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var child: pid_t = 0
        guard posix_spawn(&child, "/bin/sh", nil, nil, &pointers, environ) == 0 else { return 127 }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}
