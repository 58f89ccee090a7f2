import Workflow

extension Priority: QueryVocabulary {
    var names: [String] { words }
}
