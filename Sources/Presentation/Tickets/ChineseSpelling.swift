import Foundation

/// Chinese words in traditional and in simplified characters.
package enum ChineseSpelling {
    /// The other spellings of a word: 证书 for 證書, and the other way round. A word without Chinese has none.
    package static func others(of word: String) -> [String] {
        guard word.unicodeScalars.contains(where: \.properties.isIdeographic) else { return [] }
        let forms = ["Hant-Hans", "Hans-Hant"].compactMap { name in
            word.applyingTransform(StringTransform(name), reverse: false)
        }
        return forms.reduce(into: []) { others, form in
            if form != word && !others.contains(form) { others.append(form) }
        }
    }
}
