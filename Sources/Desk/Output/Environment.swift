import CProcessStart
import Presentation

/// What the process was started with: its words and its variables. Read at the edge, once, and passed on as values.
enum Environment {
    /// The words of the command, without the program's name.
    /// - Throws: `Refusal.noEnvironment`: doing something else than what was said would be worse.
    static func arguments() throws(Refusal) -> [String] {
        Array(try texts(process_start_words()).dropFirst())
    }

    /// - Throws: `Refusal.noEnvironment`: without it the desk meant might be another one.
    static func current() throws(Refusal) -> [String: String] {
        variables(in: try texts(process_start_variables()))
    }

    /// Of a name that is there twice the first counts, as in `getenv`.
    static func variables(in texts: [String]) -> [String: String] {
        let pairs = texts.compactMap { text -> (String, String)? in
            guard let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            return (String(text[..<sign]), String(text[text.utf8.index(after: sign)...]))
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func texts(
        _ start: UnsafePointer<UnsafeMutablePointer<CChar>?>?
    ) throws(Refusal) -> [String] {
        guard var next = start else { throw .noEnvironment }
        var texts: [String] = []
        while let text = next.pointee {
            texts.append(String(cString: text))
            next += 1
        }
        return texts
    }
}
