import Files
import Import
import Storage
import Workflow

extension Words.Errors {
    package static let english = Words.Errors(
        storage: { english($0) }, importing: { english($0) }, query: { english($0) }, refusal: { english($0) },
        workflow: { english($0) }, usage: { english($0) },
        field: { error in
            guard case .unknown(let name, let nearest) = error else { return [] }
            let hint = nearest.map { "Did you mean \"\($0)\"?" } ?? "--fields help lists them."
            return ["There is no field \"\(name)\".", hint]
        })

    private static func english(_ error: StorageError) -> [String] {
        switch error {
        case .noDesk(let path):
            ["There is no desk at \(path).", "Make one with: desk init --db \(path)"]
        case .deskExists(let path):
            ["There is a desk at \(path) already.", "It was not touched."]
        case .notADesk(let path):
            ["\(path) is not a desk.", "Nothing was written to it."]
        case .damaged(let detail):
            ["The desk's file is damaged: \(detail)", "Restore it from a backup copy."]
        case .newerSchema(let found, let known):
            [
                "The desk was written by a newer desk program (schema \(found), this one knows \(known)).",
                "Use the newer program.",
            ]
        case .olderSchemaReadOnly(let found, let known):
            ["The desk has the older schema \(found) and cannot be brought to \(known): its file is read-only."]
        case .readOnly(let path): ["\(path) is read-only."]
        case .moved(let path):
            ["The desk at \(path) was moved, removed or replaced meanwhile.", "Nothing of this step was stored."]
        case .busy(let seconds):
            ["The desk was busy for more than \(seconds) s.", "Try again, or wait longer with --timeout."]
        case .diskFull: ["The disk is full.", "Nothing of this step was kept."]
        case .cannotOpen(let path, let detail):
            ["\(path) cannot be opened: \(detail)"]
        case .refused(let rule): ["The desk refused a value: \(rule)"]
        case .wrongValue(let column, let expected):
            ["The desk's column \(column) does not hold \(expected)."]
        case .failed(let detail):
            ["The desk's file could not be used: \(detail).", "Nothing of this step was kept."]
        case .noSuchTicket(let number): ["There is no ticket #\(number)."]
        case .importConflict(let number, let field):
            [
                "\(field.english) of #\(number) was changed here and in the file: nothing of the file was taken in.",
                "--on-conflict skip keeps what is here, update takes what the file says.",
            ]
        case .viewInCircle(let name): ["@\(name) would ask itself.", "desk view lists what each asks."]
        case .noSuchVersion(let version, let number, let newest):
            ["#\(number) has no version \(version).", "Its versions are 1 to \(newest)."]
        case .noTickets(let text): ["There is no ticket in \(text)."]
        case .domain(let fault): Words.Domains.english.fault(fault)
        case .noSuchDiagnosis(let label):
            ["There is no diagnosis \(SafeText.line(label)).", "desk diagnose list lists them."]
        case .noSuchBatch(let label):
            ["There is no import \"\(label)\".", "desk import list shows them."]
        case .batchUndone(let label):
            ["The import \(label) is undone already."]
        case .importedAgain(let label, let other):
            [
                "The import \(other) has brought the tickets of \(label) again: they would be there twice.",
                "desk import undo \(other) takes that one back first.",
            ]
        case .importFollowed(let label, let others):
            [
                (others.count == 1 ? "The import \(others[0]) tells" : "The imports \(others.joined(by: ", ")) tell")
                    + " tickets of \(label) too. Nothing was changed.",
                "desk import undo \(others[0]) takes that one back first.",
            ]
        case .versionChanged(let ticket, let read, let now):
            ["#\(ticket) was changed meanwhile: it is at version \(now), not \(read)."]
        case .categoryExists(let name):
            ["There is a category \"\(name)\" beside it already.", "Nothing was changed."]
        case .intoItself(let path):
            ["\(path) cannot go into itself.", "Nothing was changed."]
        case .noSuchMessage(let ticket, let sequence):
            ["#\(ticket) has no message m\(sequence)."]
        case .badFieldValue(let text, let field, let kind, let choices):
            [
                "\(field) takes \(kind.name), not \"\(text)\".",
                choices.isEmpty ? "desk field lists what each takes." : choices.joined(by: ", "),
            ]
        case .retiredField(let name):
            ["The field \(name) is retired.", "desk field retire --back"]
        case .alreadyDone(let number): ["This was stored before, as operation \(number)."]
        case .noSuchOperation(let number):
            ["There is no operation \(number)."]
        case .alreadyUndone(let number):
            ["Operation \(number) is undone already."]
        case .nothingToUndo(let number):
            ["Operation \(number) changed nothing that could go back."]
        case .cannotUndo(let conflicts):
            Words.Past.english(conflicts) + ["Nothing was undone."]
        case .noSuchName, .nameTaken, .retired, .severalCustomers, .mergedIntoItself, .stillHasTickets, .lastAdmin,
            .noCustomer:
            englishOfPeople(error)
        case .unknownAuthor(let name):
            ["\"\(name)\" is no agent of this desk and may only read.", "Say who you are with --as or DESK_USER."]
        case .retiredAuthor(let name):
            ["\(name) works here no more and may only read."]
        case .nothingDone:
            ["You have done nothing that could be undone."]
        case .nothingUndone:
            [
                "There is nothing to do again: nothing was undone, or you have done something else since.",
                "desk log lists what was done; desk undo OP takes back any of it, an undo too.",
            ]
        case .roleTooLow(let name, let has, let needs):
            ["\(name) is \(has.name); this takes \(needs.name)."]
        case .unknownChange:
            [
                "A newer program changed something here for which this one knows no permission.",
                "Use the newer one.",
            ]
        case .unknownActor(let name): ["There is no agent \"\(name)\"."]
        }
    }

    private static func english(_ error: FileError) -> [String] {
        switch error {
        case .noSuchFile(let path): ["\(path): no such file."]
        case .cannotRead(let path, let reason):
            ["\(path): cannot be read: \(reason)."]
        case .packed(let path, let packing):
            ["\(path) is packed with \(packing), which is not read here.", "Unpack it first; gzip is read as it is."]
        case .notText(let path): ["\(path): is not a UTF-8 text file."]
        case .unknownEncoding(let path):
            [
                "\(path): is no text in UTF-8, UTF-16 or GB18030.", "To convert it: iconv -f ENCODING -t UTF-8 FILE",
            ]
        case .tooLarge(let path, let bytes, let limit):
            ["\(path): has \(bytes) bytes; \(limit) is the most.", "Split it."]
        case .noDatasets(let path): ["\(path): holds no *.md or *.txt file."]
        case .badLine(let path, let line, let reason):
            ["\(path):\(line): \(reason).", "Nothing of this file was kept."]
        case .notCalendar(let path):
            ["\(path) is no iCalendar file.", "It would begin with BEGIN:VCALENDAR."]
        case .cutOff(let path, let line):
            [
                "\(path):\(line): what begins or ends here has no other end.",
                "Nothing was taken: the file may be cut off.",
            ]
        case .cannotWrite(let path, let reason):
            ["\(path): cannot be written: \(reason)."]
        }
    }

    private static func english(_ fault: QueryFault) -> [String] {
        english(fault.error, typed: fault.typed)
    }

    private static func english(_ error: QueryError, typed: String) -> [String] {
        switch error {
        case .unknownField(let name, let nearest, _):
            ["There is no field \"\(name)\"." + didYouMean(nearest)]
        case .unknownValue(_, let field, let nearest, _), .unknownName(_, let field, let nearest, _):
            ["\(field.rawValue) knows no \"\(typed)\"." + didYouMean(nearest)]
        case .unknownView(let name, let nearest, _): ["There is no view \"@\(name)\"." + didYouMean(nearest)]
        case .operatorNotAllowed(let sign, let field, _): ["\(field.rawValue) cannot be compared with \(sign)."]
        case .emptyValue(let field, _): ["\(field.rawValue) needs a value."]
        case .emptyPhrase: ["The quotes hold nothing."]
        case .emptyGroup: ["The parentheses hold nothing."]
        case .emptyName: ["@ needs a name."]
        case .badNumber(let text, let field, _): ["\"\(text)\" is no number for \(field.rawValue)."]
        case .badDate(let text, let field, _):
            [
                "\"\(text)\" is no date for \(field.rawValue).",
                "2026-03-01, 2026-03, 2026-W10, 2026Q1, today, lastmonth, -7d",
            ]
        case .badDuration(let text, let field, _):
            ["\"\(text)\" is no length of time for \(field.rawValue).", "3d, 4h, 2w, 30m"]
        case .reversedRange: ["The range ends before it begins."]
        case .tooManyValues(let field, _): ["\(field.rawValue) takes one value with this sign."]
        case .unbalancedQuote: ["A quote is not closed."]
        case .unclosedParenthesis: ["A parenthesis is not closed."]
        case .strayParenthesis: ["This parenthesis closes nothing."]
        case .strayOperator(let word, _): ["\(word) needs something on both sides."]
        case .strayNegation: ["A negation needs something after it."]
        case .missingField(let sign, _): ["\(sign) needs a field before it."]
        case .missingSpace: ["A space is missing after the quote."]
        case .misplaced(let field, _): ["\(field.rawValue): cannot stand here."]
        case .repeated(let field, _): ["\(field.rawValue): stands here twice."]
        case .nothingToSearch: ["in: needs a word to look for."]
        case .noHistory(let field, _): ["No history is kept of \(field.rawValue)."]
        case .nestedTooDeep(let limit, _): ["More than \(limit) parentheses inside one another."]
        case .notSupported(let field, _): ["This desk keeps nothing that answers this use of \(field.rawValue)."]
        case .businessTimeNotKnown:
            [
                "This cannot be asked in business time.",
                "age and idle can: age:>2bd; dates too: created:>-2bd",
            ]
        }
    }

    static func didYouMean(_ nearest: String?) -> String { nearest.map { " Did you mean \"\($0)\"?" } ?? "" }
}
