import Workflow

extension Words.Errors {
    /// What is said of a command line that makes no sense.
    package static func english(_ error: UsageError) -> [String] {
        let lines: [String]
        switch error {
        case .badClock(let text): lines = ["DESK_NOW is \"\(text)\", not a time such as 2026-03-02T09:12:00+08:00."]
        case .badNumber(let text): lines = ["\"\(text)\" is no number."]
        case .badNumbers(let text):
            lines = ["\"\(text)\" is no ticket number.", "Give numbers and ranges: 1042 or 1040-1045,1050"]
        case .noNumbers: lines = ["Which tickets?", "Give numbers and ranges: 1042 or 1040-1045,1050"]
        case .emptyQuery:
            lines = ["An empty query would mean every open ticket.", "Say so where it is meant: --query is:open"]
        case .standardInputTwice:
            lines = ["A dash stands for standard input, which can be read once.", "Give one of them otherwise."]
        case .numbersBesideQuery:
            lines = [
                "Numbers and a query are two choices.",
                "Say one of them, or put the numbers into the query: is:any id:5,7",
            ]
        case .oneTicket: lines = ["The form is for one ticket."]
        case .noWords: lines = ["What are you looking for?", "desk search 证书 status:open"]
        case .unknownCommand(let word, let nearest, let all):
            lines = [
                "There is no command \"\(word)\"." + didYouMean(nearest),
                all.count > 20 ? "desk --help lists them." : "There are: " + all.joined(by: ", "),
            ]
        case .badCategory(let text, let nearest):
            lines = [
                "There is no category \"\(text)\"." + didYouMean(nearest),
                "desk category lists them, desk category add makes one.",
            ]
        case .ambiguousCategory(let text, let paths):
            lines = ["\"\(text)\" may be any of: \(paths.joined(by: ", "))."]
        case .badChoice(let text, let option, let nearest):
            lines = ["\(option) does not know \"\(text)\"." + didYouMean(nearest)]
        case .noSuchAnswer(let place, let count): lines = [Words.Knowledge.english.noSuchAnswer(place, count)]
        case .badFolds: lines = ["--folds takes 2 to 50."]
        case .badPriority(let text):
            lines = ["\"\(text)\" is no priority.", "low, normal, high, urgent; 低, 普通, 重要, 紧急"]
        case .badStatus(let text): lines = ["\"\(text)\" is no status.", "new, open, pending, hold, resolved, closed"]
        case .noWorkbooks:
            lines = [
                "This build writes no XLSX files.",
                "To build one that does: apt install libxlsxwriter-dev, then make xlsx (swift build --traits XLSX).",
            ]
        case .workbookOnTerminal:
            lines = ["A workbook is not for a terminal.", "Put it into a file: desk … --format xlsx > report.xlsx"]
        case .formatNotHere("html"): lines = ["Only reports can be pages.", "desk report category --format html"]
        case .formatNotHere(let format): lines = ["This command has no format \"\(format)\"."]
        case .onlyBytes: lines = ["This command writes the bytes as they are.", "It has no other format."]
        case .badTime(let text):
            lines = ["\"\(text)\" is no time.", "2026-12-01, +3d, 2bd, friday, 14:00, tomorrow 9:30"]
        case .timeHasPassed(let text): lines = ["\"\(text)\" has passed already.", "Say a time to come: 2bd, friday"]
        case .timeToCome(let text):
            lines = ["\"\(text)\" is still to come.", "Say when it was: 09:12, yesterday 14:00"]
        case .badResolution(let text):
            lines = ["\"\(text)\" is no resolution.", Resolution.allCases.map(\.name).joined(by: ", ")]
        case .badField(let text): lines = ["\"\(text)\" is not NAME=TEXT."]
        case .badRole(let text): lines = ["\"\(text)\" is no role.", "agent, manager, admin"]
        case .badPermission(let text, let nearest):
            lines = ["\"\(text)\" is no permission." + didYouMean(nearest), "desk role lists them."]
        case .badRule(let text):
            lines = ["\"\(text)\" is no rule.", AssignmentRule.allCases.map(\.rawValue).joined(by: ", ")]
        case .badName(let text): lines = ["\"\(text)\" cannot be a name."]
        case .badContact(let text): lines = ["\"\(text)\" is no telephone number or e-mail address."]
        case .orgNeedsCustomer: lines = ["An organisation is a customer's.", "Say whose with --customer."]
        case .noAssignee: lines = ["Who gets it?", "desk assign 1042 zhang; desk transfer 1042 CDN"]
        case .relation(let misuse): return english(misuse)
        case .report(let misuse): return english(misuse)
        case .retiredCategory(let path): lines = ["The category \(path) is retired."]
        case .badTag(let text, let nearest):
            lines = ["There is no label \"\(text)\"." + didYouMean(nearest), "desk tag list shows them."]
        case .badCause(let text, let nearest):
            lines = [
                "There is no cause \"\(text)\"." + didYouMean(nearest),
                "desk cause lists them; desk cause new \(ShellWord.quoted(text)) makes it one.",
            ]
        case .badFieldName(let text, let nearest):
            lines = [
                "There is no field \"\(text)\"." + didYouMean(nearest),
                "desk field lists them; desk field add \(ShellWord.quoted(text)) makes it one.",
            ]
        case .badFieldKind(let text):
            lines = [
                "\"\(text)\" does not do.", "--kind text, number or date; or choice, with a --choice for each value.",
            ]
        case .noName: lines = ["A name is missing."]
        case .nameOrQuery: lines = ["Give another name or another query, not both."]
        case .badMoment(let text):
            lines = ["\"\(text)\" is no time that has passed.", "2026-03-01, 2026-03-01T09:12, yesterday, -7d, op:318"]
        case .asOfOnlyLooks: lines = ["--as-of shows the past; nothing can be written there.", "Leave it out."]
        case .undoWhich: lines = ["Give one of an operation's number, --last and --query."]
        case .badView(let text): lines = ["There is no view \"@\(text)\"."]
        case .nothingToChange: lines = ["Say what to change."]
        case .outNeedsFolder: lines = ["--original needs a folder to write into: --out DIR"]
        }
        return lines
    }
}
