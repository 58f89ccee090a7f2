import Presentation
import Storage
import Workflow

/// Asking a person for a yes.
extension Session {
    /// Gives a command, and again with the answer where a person has to say yes first. What a dry run only tells needs none.
    /// - Throws: `Refusal.cancelled` when the person says no; where nobody can be asked, what is missing.
    func confirming<T>(_ context: inout CommandContext, _ body: (CommandContext) throws -> T) throws -> T {
        while true {
            do { return try body(context) } catch let needed as NeedsConfirmation {
                // What a customer would read is no question of -y, and refused in a rehearsal as it would be in earnest.
                if case .unfinishedText = needed.of {
                    if globals.yes || context.isRehearsal { throw needed.of.refusal }
                    try ask(needed.of)
                } else if !globals.yes && !context.isRehearsal {
                    try ask(needed.of)
                }
                context.confirmed.append(needed.of)
            }
        }
    }

    /// Runs what was confirmed beforehand as far as it can be; what is missing is what it is refused for.
    func asking<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let needed as NeedsConfirmation { throw needed.of.refusal }
    }

    private func ask(_ confirmation: Confirmation) throws {
        guard canAsk else { throw confirmation.refusal }
        switch confirmation {
        case .manyTickets(let count): try ask(words.verbs.askMany(count))
        case .openChildren(let number, let left): try ask(words.relations.askChildren(number, left))
        case .unfinishedText(let found): try ask(words.verbs.askUnfinished(found))
        case .anything, .otherCustomer, .purge: throw confirmation.refusal
        }
    }

    /// - Throws: `Refusal.cancelled` unless the answer is yes.
    func ask(_ question: String) throws {
        try writeError(wrapped(question, on: errorTerminal) + " ")
        let answer = answer() ?? ""
        guard ["y", "yes", "是"].contains(answer.lowercased()) else { throw Refusal.cancelled }
    }
}

extension Confirmation {
    /// What is missing where nobody can be asked.
    fileprivate var refusal: any Error {
        switch self {
        case .anything: Refusal.cancelled
        case .manyTickets(let count): Refusal.needsYes(count)
        case .openChildren(let number, let left): WorkflowError.relation(.openChildren(number, left))
        case .otherCustomer(let number, let customer, let mergeTarget, let other):
            WorkflowError.relation(.otherCustomer(number, customer, mergeTarget: mergeTarget, other))
        case .unfinishedText(let found): WorkflowError.unfinishedText(found)
        case .purge(let numbers):
            Refusal.needsNumber(numbers.count == 1 ? "\(numbers[0].rawValue)" : "\(numbers.count)")
        }
    }
}
