import Storage
import Workflow

/// How people say that tickets are linked.
package enum LinkName {
    package static func read(_ word: String) throws -> (kind: LinkKind, isInverse: Bool) {
        guard let known = LinkKind.named(word) else {
            throw UsageError.badLink(word, nearest: Nearest(to: folded(word)).among(LinkKind.names))
        }
        return known
    }

    /// Every kind from both sides, each once.
    package static var all: [(kind: LinkKind, isInverse: Bool)] {
        LinkKind.allCases.map { ($0, false) } + LinkKind.allCases.filter { !$0.isMutual }.map { ($0, true) }
    }
}
