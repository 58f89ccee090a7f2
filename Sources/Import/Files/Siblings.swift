import Files

/// Files of one run that stand in the same folder: those that are understood teach those that are not.
struct Siblings {
    private var lessons: [String: Lesson] = [:]
    /// The paths of files that wait for a lesson: they are read again for it, so that memory holds no file longer than its turn.
    private(set) var waiting: Set<String> = []

    private static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// Whether a report waits: its file is not understood, and may be once others are read.
    /// - Parameter isFleeting: whether the file of a path cannot be read again.
    mutating func hold(_ report: FileReport, isFleeting: (String) -> Bool) -> Bool {
        guard case .dataset(let file, _, let outcome, _) = report else { return false }
        if outcome.kind == .notUnderstood {
            if isFleeting(file.path) { return false }
            waiting.insert(file.path)
            return true
        }
        let folder = Self.folder(file.path)
        if let lesson = file.dataset.lesson(of: file.name), lesson.ticketCount > lessons[folder]?.ticketCount ?? 0 {
            lessons[folder] = lesson
        }
        return false
    }

    /// The file read once more with what its folder teaches; nil where that makes it no clearer.
    func taught(_ file: DatasetFile) -> DatasetFile? {
        guard let lesson = lessons[Self.folder(file.path)], let again = file.read(with: lesson) else { return nil }
        return again.dataset.coverage.isUnderstood ? again : nil
    }
}
