import Workflow

extension Status: QueryVocabulary {
    var names: [String] { words }
}
