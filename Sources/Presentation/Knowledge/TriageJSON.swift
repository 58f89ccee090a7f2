import Knowledge
import Storage
import Workflow

/// What is proposed, as an item of `Document.triage`.
package enum TriageJSON {
    /// Three categories where there are three, however little is known.
    /// - Parameter name: what was asked about: the `number` of a ticket, or the `id` that the caller gave to a text.
    package static func item(
        _ name: JSONObject.Member, _ proposal: Proposal, _ votes: NeighbourVotes
    ) -> JSONValue {
        let members: JSONValue = [
            "category": .array(
                proposal.categories.prefix(3).map { guess in
                    [
                        "path": .string(guess.path.joined(by: CategoryTree.separator)),
                        "score": number(guess.score),
                    ]
                }),
            "because": .array(proposal.because.map { ["word": .string($0.word), "weight": number($0.weight)] }),
            "causes": guesses(votes.causes), "tags": guesses(votes.tags),
            "priority": votes.priority.map { .string($0.value.name) } ?? .null,
            "evidence": .array(proposal.evidence.map { .integer($0.rawValue) }),
            "articles": .strings(proposal.articles),
        ]
        guard case .object(let object) = members else { return members }
        return .object(JSONObject([name] + object.members))
    }

    private static func guesses(_ guesses: [NeighbourVotes.Guess]) -> JSONValue {
        .array(guesses.map { ["name": .string($0.name), "score": number($0.score)] })
    }

    private static func number(_ value: Double) -> JSONValue { .double(value.toFourPlaces) }
}
