import Workflow

/// What a command did to an article.
package struct ArticleChange: Equatable, Sendable {
    package var article: ArticleRow
    package var operation: Int64?
    package var isUnchanged = false
}

extension Store {
    /// Writes an article: a draft, which answers nobody before it is published.
    package func newArticle(_ incoming: IncomingArticle, _ context: CommandContext) throws -> ArticleChange {
        try changeArticle(context, needs: .work) { try $0.create(incoming, as: .draft) }
    }

    /// Gives an article a new text. Samples of signatures that are still there stay with them.
    /// - Parameter version: the version that the new text was made of.
    /// - Throws: `ArticleError.changedMeanwhile` where it is another by now.
    package func editArticle(
        _ number: Article.Number, to incoming: IncomingArticle, from version: Int, _ context: CommandContext
    ) throws -> ArticleChange {
        try changeArticle(context, needs: .work) { operation in
            let article = try operation.articleToEdit(number)
            guard article.version == version else { throw ArticleError.changedMeanwhile(number, article.version) }
            if article.sha256 != incoming.sha256 { try operation.setText(incoming, of: number) }
            return number
        }
    }

    /// Publishes, or retires, or takes back into work.
    /// - Throws: `ArticleError.isAlready`, `.noSample`
    package func setState(
        of number: Article.Number, to state: Article.State, _ context: CommandContext
    ) throws -> ArticleChange {
        try changeArticle(context, needs: .publishing) { operation in
            let article = try Articles.find(number, in: operation.db)
            guard article.state != state else { throw ArticleError.isAlready(number, state) }
            if state == .published { try operation.requireSamples(of: article) }
            try operation.change(.articleState, ofRow: number.rawValue, to: .integer(state.rawValue))
            return number
        }
    }

    /// When somebody should look at it again; nil is never.
    package func setReview(
        of number: Article.Number, at moment: Instant?, _ context: CommandContext
    ) throws -> ArticleChange {
        try changeArticle(context, needs: .work) { operation in
            _ = try operation.articleToEdit(number)
            try operation.change(.articleReview, ofRow: number.rawValue, to: .optional(moment?.milliseconds))
            return number
        }
    }

    /// Says that two articles are one text in two languages; nil parts them.
    package func pair(
        _ number: Article.Number, with other: Article.Number?, _ context: CommandContext
    ) throws -> ArticleChange {
        try changeArticle(context, needs: .work) { operation in
            _ = try operation.articleToEdit(number)
            if let other { _ = try Articles.find(other, in: operation.db) }
            let value = SQLValue.optional(other?.rawValue)
            try operation.change(.articleTranslation, ofRow: number.rawValue, to: value)
            return number
        }
    }

    /// Gives signatures of an article a line that they must match.
    /// - Throws: `ArticleError.sampleDiffers` where no signature without a sample stands in it.
    package func addSample(
        _ line: String, to number: Article.Number, _ context: CommandContext
    ) throws -> ArticleChange {
        try changeArticle(context, needs: .work) { operation in
            let article = try operation.articleToEdit(number)
            let matching = try Signatures.of(article, in: operation.db).filter {
                $0.draft.sample == nil && SignatureMatching.grade($0.draft, in: line) != nil
            }
            guard !matching.isEmpty else { throw ArticleError.sampleDiffers(number, line) }
            for signature in matching {
                try operation.change(.signatureSample, ofRow: signature.id, to: .text(line))
            }
            return number
        }
    }

    private func changeArticle(
        _ context: CommandContext, needs permission: Permission, _ change: (inout Operation) throws -> Article.Number
    ) throws -> ArticleChange {
        let outcome = try write(context, needs: permission) { operation in
            try Articles.find(try change(&operation), in: operation.db)
        }
        return ArticleChange(
            article: outcome.content, operation: outcome.result.operation, isUnchanged: outcome.result == .unchanged)
    }
}

extension Operation {
    /// An article that may be changed: what is published takes the permission to publish.
    /// - Throws: `ArticleError.notIn` for a retired one.
    fileprivate func articleToEdit(_ number: Article.Number) throws -> ArticleRow {
        let article = try Articles.find(number, in: db)
        switch article.state {
        case .draft: break
        case .published: try require(.publishing)
        case .retired: throw ArticleError.notIn(number, .retired)
        }
        return article
    }

    /// A signature that nobody has seen match would match nothing, or everything.
    fileprivate func requireSamples(of article: ArticleRow) throws {
        for signature in try Signatures.of(article, in: db) {
            guard let sample = signature.draft.sample else {
                throw ArticleError.noSample(article.number, signature.draft.text)
            }
            guard SignatureMatching.grade(signature.draft, in: sample) != nil else {
                throw ArticleError.sampleDiffers(article.number, signature.draft.text)
            }
        }
    }

    /// Tells that a ticket was helped with an article.
    mutating func use(_ article: Article.Number, for ticket: Ticket.Number, _ way: ArticleUse.Way) throws {
        _ = try Articles.find(article, in: db)
        try record(Event(.add, .article, of: ticket, subject: article.rawValue, after: way.rawValue))
    }
}
