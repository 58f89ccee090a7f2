import Workflow

extension Operation {
    /// A customer does not read what somebody has not finished.
    /// - Throws: `NeedsConfirmation` with what looks unfinished, unless the desk does not want to be asked.
    func requireFinished(_ body: String) throws {
        let found = try UnfinishedText.found(in: body) {
            try db.rows("SELECT name FROM agent UNION SELECT name FROM team").map { try $0.text(0) }
        }
        guard !found.isEmpty, try Settings.text(of: .replyGuard, in: db) != Setting.off else { return }
        try confirm(.unfinishedText(found))
    }
}
