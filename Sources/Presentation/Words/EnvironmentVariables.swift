/// The variables that the process was started with.
///
/// A list and no dictionary: there are few, each is asked for once or twice, and the first dictionary of a kind costs a short
/// command a twentieth of its time.
package struct EnvironmentVariables: Sendable, ExpressibleByDictionaryLiteral {
    /// Each name once.
    package private(set) var all: [(name: String, value: String)] = []

    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { self[name] = value }
    }

    /// Of `NAME=value`. Of a name that is there twice the first counts, as in `getenv`.
    package init(texts: [String]) {
        for text in texts {
            guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let name = String(text[..<sign])
            if self[name] == nil { all.append((name, String(text[text.utf8.index(after: sign)...]))) }
        }
    }

    package subscript(name: String) -> String? {
        get { all.first { $0.name == name }?.value }
        set {
            let place = all.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): all[place].value = value
            case (let place?, nil): all.remove(at: place)
            case (nil, let value?): all.append((name, value))
            case (nil, nil): break
            }
        }
    }
}
