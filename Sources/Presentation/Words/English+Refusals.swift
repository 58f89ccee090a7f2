import Storage
import Workflow

extension Words.Errors {
    package static func english(_ refusal: Refusal) -> [String] {
        switch refusal {
        case .noEnvironment:
            ["The system does not say what was asked for, or with which variables.", "Nothing was done."]
        case .noText:
            ["A ticket needs a title.", "desk new \"What it is about\" -m \"More\""]
        case .noDesk(let path):
            [
                "There is no desk here.",
                "Looked for .desk/desk.sqlite in this folder and those above it, then for \(path).",
                "Make one with: desk init",
            ]
        case .deskOfOthers(let path):
            [
                "The desk at \(path) belongs to somebody else.",
                "If you mean it, name it: --db \(ShellWord.quoted(path))",
            ]
        case .noEditor:
            ["There is no terminal and no editor.", "Use -m or -F, or set EDITOR."]
        case .editorFailed(let status):
            ["The editor ended with \(status): nothing was filed."]
        case .noDraft(let name):
            ["There is no draft \"\(name)\".", "desk draft lists them."]
        case .draftsNotPrivate(let folder):
            ["\(folder) is not a folder of yours alone.", "Drafts are neither kept there nor read from it."]
        case .draftOfNothing(let path):
            ["Nobody knows what this text was for.", "It is in \(path)."]
        case .formConflict(let ticket, let conflicts):
            ["Somebody else changed #\(ticket.rawValue) while you wrote, and the same values:"]
                + conflicts.map { Words.Drafts.english.conflict($0.field, $0.before, $0.mine, $0.now) }
        case .cancelled: ["Cancelled: nothing was written."]
        case .noOriginal(let number):
            ["#\(number.rawValue) was not imported from a file of this desk."]
        case .fileExists(let path):
            ["\(path) exists and holds something else.", "It was not touched. Name another folder with --out."]
        case .differs(let count):
            ["\(count) of the files do not come back as they were."]
        case .partlyDone(let failed, let all):
            ["\(failed) of \(all) files could not be read; the others are done."]
        case .notUnderstood(let count, let all):
            all == 1
                ? ["The file was not understood, and nothing of it was kept."]
                : ["\(count) of \(all) files \(count == 1 ? "was" : "were") not understood; the others are done."]
        case .draftNeedsYes(let name, let command):
            [
                "Nothing was sent: \(name) is what was typed for \"desk \(SafeText.line(command))\", and may be half a text.",
                "Read it with \"desk draft show \(name)\", then say: desk draft resume \(name) --yes",
            ]
        case .needsYes(let count):
            ["\(count) tickets would change.", "Say --yes, or look first with --dry-run."]
        case .diagnosisStopped(let label): ["Stopped. What was found so far is \(label)."]
        case .needsConsent:
            ["Nobody said yes to the diagnosis.", "--yes says that the customer agrees; it is written down."]
        case .emptyText: ["A message needs a text: -m, -F or -e."]
        case .partlyChanged(let refused, let changed):
            ["\(counted(changed, "ticket")) changed, \(refused) refused."]
        case .partlyRead(let bad, let answered):
            ["\(counted(bad, "line")) could not be read, \(counted(answered, "line")) answered."]
        case .versionChanged(let conflict):
            Words.Past.english(conflict)
        case .needsNumber(let number):
            [
                "This cannot be undone, and nobody is there to type the number.",
                "--yes --number \(number) confirms it.",
            ]
        case .unhealthy(let problems): ["\(problems) kinds of problems found."]
        }
    }
}
