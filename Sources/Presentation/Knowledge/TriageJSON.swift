import Knowledge
import Storage
import Workflow

/// What is proposed, as JSON.
package enum TriageJSON {
    /// Three categories where there are three, however little is known.
    package static func line(id: JSONValue, _ proposal: Proposal, _ votes: NeighbourVotes) -> JSONValue {
        [
            "id": id,
            "category": .array(
                proposal.categories.prefix(3).map { guess in
                    [
                        "path": .string(guess.path.joined(separator: CategoryTree.separator)),
                        "score": number(guess.score),
                    ]
                }),
            "because": .array(proposal.because.map { ["word": .string($0.word), "weight": number($0.weight)] }),
            "causes": guesses(votes.causes), "tags": guesses(votes.tags),
            "priority": votes.priority.map { .string($0.value.name) } ?? .null,
            "evidence": .array(proposal.evidence.map { .integer($0.rawValue) }),
        ]
    }

    private static func guesses(_ guesses: [NeighbourVotes.Guess]) -> JSONValue {
        .array(guesses.map { ["name": .string($0.name), "score": number($0.score)] })
    }

    private static func number(_ value: Double) -> JSONValue { .double(value.toFourPlaces) }
}
