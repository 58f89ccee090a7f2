/// Why something about an article was refused.
package enum ArticleError: Error, Equatable, Sendable, CustomStringConvertible {
    case noArticle(Article.Number)
    /// What was typed is no number of an article.
    case badNumber(String)
    case badState(String)
    /// A file holds neither.
    case badForm(String)
    case badEncoding(String)
    /// Neither a log nor a sentence was given, or both.
    case noLog
    /// It is so already.
    case isAlready(Article.Number, Article.State)
    /// A retired article is not edited, a draft not retired.
    case notIn(Article.Number, Article.State)
    /// A signature cannot be published without a line that it matches.
    case noSample(Article.Number, String)
    case sampleDiffers(Article.Number, String)
    case noVersion(Article.Number, Int)
    /// Somebody else edited it; the second is the version there is now.
    case changedMeanwhile(Article.Number, Int)
    /// Nothing is told in it.
    case empty
    /// Nobody has confirmed a cause of the ticket.
    case noCause(Ticket.Number)

    package var description: String {
        switch self {
        case .noArticle(let number): "no \(number)"
        case .badNumber(let text): "no number of an article: \(text)"
        case .badState(let text): "no state of an article: \(text)"
        case .badForm(let text): "no form of a file: \(text)"
        case .badEncoding(let text): "no encoding: \(text)"
        case .noLog: "a log or a text"
        case .isAlready(let number, let state): "\(number) is \(state) already"
        case .notIn(let number, let state): "not while \(number) is \(state)"
        case .noSample(let number, let text): "\(number): no sample for \(text)"
        case .sampleDiffers(let number, let text): "\(number): the sample does not show \(text)"
        case .noVersion(let number, let version): "\(number) has no version \(version)"
        case .changedMeanwhile(let number, let version): "\(number) is at version \(version) by now"
        case .noCause(let ticket): "no confirmed cause of \(ticket)"
        case .empty: "nothing is told in it"
        }
    }

    /// What programs know it by.
    package var identity: ErrorIdentity {
        switch self {
        case .noArticle, .noVersion: ErrorIdentity("noArticle", .notFound)
        case .badState, .badForm, .badEncoding: ErrorIdentity("article", .unknownValue)
        case .badNumber, .empty, .noLog: ErrorIdentity("article", .usage)
        case .changedMeanwhile: ErrorIdentity("version", .conflict)
        case .isAlready, .notIn: ErrorIdentity("articleState", .refused)
        case .noCause: ErrorIdentity("noCause", .refused)
        case .noSample, .sampleDiffers: ErrorIdentity("sample", .refused)
        }
    }
}
