import Storage
import Workflow

extension Words.Errors {
    static func english(_ refusal: Refusal) -> Complaint {
        switch refusal {
        case .noEnvironment:
            Complaint(
                "environment", DeskExit.failed,
                ["The system does not say what was asked for, or with which variables.", "Nothing was done."])
        case .noText:
            Complaint(
                "noText", DeskExit.usage, ["A ticket needs a title.", "desk new \"What it is about\" -m \"More\""])
        case .noDesk(let path):
            Complaint(
                "noDesk", DeskExit.failed,
                [
                    "There is no desk here.",
                    "Looked for .desk/desk.sqlite in this folder and those above it, then for \(path).",
                    "Make one with: desk init",
                ])
        case .deskOfOthers(let path):
            Complaint(
                "deskOfOthers", DeskExit.notAllowed,
                [
                    "The desk at \(path) belongs to somebody else.",
                    "If you mean it, name it: --db \(ShellWord.quoted(path))",
                ])
        case .noTickets(let text): Complaint("noTicket", DeskExit.failed, ["There is no ticket in \(text)."])
        case .noEditor:
            Complaint(
                "editor", DeskExit.usage, ["There is no terminal and no editor.", "Use -m or -F, or set EDITOR."])
        case .editorFailed(let status):
            Complaint("editor", DeskExit.cancelled, ["The editor ended with \(status): nothing was filed."])
        case .noDraft(let name):
            Complaint("draft", DeskExit.failed, ["There is no draft \"\(name)\".", "desk draft lists them."])
        case .draftsNotPrivate(let folder):
            Complaint(
                "draft", DeskExit.notAllowed,
                ["\(folder) is not a folder of yours alone.", "Drafts are neither kept there nor read from it."])
        case .draftOfNothing(let path):
            Complaint("draft", DeskExit.failed, ["Nobody knows what this text was for.", "It is in \(path)."])
        case .formConflict(let ticket, let conflicts):
            Complaint(
                "conflict", DeskExit.conflict,
                ["Somebody else changed #\(ticket.rawValue) while you wrote, and the same values:"]
                    + conflicts.map { Words.Drafts.english.conflict($0.field, $0.before, $0.mine, $0.now) })
        case .cancelled: Complaint("cancelled", DeskExit.cancelled, ["Cancelled: nothing was written."])
        case .noOriginal(let number):
            Complaint("noOriginal", DeskExit.failed, ["#\(number.rawValue) was not imported from a file of this desk."])
        case .fileExists(let path):
            Complaint(
                "fileExists", DeskExit.failed,
                ["\(path) exists and holds something else.", "It was not touched. Name another folder with --out."])
        case .differs(let count):
            Complaint("differs", DeskExit.failed, ["\(count) of the files do not come back as they were."])
        case .partlyDone(let failed, let all):
            Complaint(
                "partlyDone", DeskExit.partlyDone, ["\(failed) of \(all) files could not be read; the others are done."]
            )
        case .needsYes(let count):
            Complaint(
                "needsYes", DeskExit.usage,
                ["\(count) tickets would change.", "Say --yes, or look first with --dry-run."])
        case .emptyText: Complaint("emptyText", DeskExit.usage, ["A message needs a text: -m, -F or -e."])
        case .partlyChanged(let refused, let changed):
            Complaint("partlyDone", DeskExit.partlyDone, ["\(changed) tickets changed, \(refused) refused."])
        case .partlyRead(let bad, let answered):
            Complaint("partlyDone", DeskExit.partlyDone, ["\(bad) lines could not be read, \(answered) are answered."])
        case .versionChanged(let conflict):
            Complaint("version", DeskExit.conflict, Words.Past.english(conflict))
        case .needsNumber(let number):
            Complaint(
                "needsNumber", DeskExit.refused,
                [
                    "This cannot be undone, and nobody is there to type the number.",
                    "--yes --number \(number) confirms it.",
                ])
        case .unhealthy(let problems): Complaint("unhealthy", DeskExit.failed, ["\(problems) kinds of problems found."])
        }
    }
}
