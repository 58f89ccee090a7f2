import CProcessStart
import Presentation

/// What the process was started with: its words and its variables, read at the edge, once, and passed on as values; and its memory.
enum Environment {
    /// The words of the command, without the program's name.
    /// - Throws: `Refusal.noEnvironment`: doing something else than what was said would be worse.
    static func arguments() throws(Refusal) -> [String] {
        Array(try texts(process_start_words()).dropFirst())
    }

    /// - Throws: `Refusal.noEnvironment`: without it the desk meant might be another one.
    static func current() throws(Refusal) -> EnvironmentVariables {
        EnvironmentVariables(texts: try texts(process_start_variables()))
    }

    /// A large file is read before it is written: what only its reading needed is not held while it is.
    static func giveMemoryBack() { process_give_memory_back() }

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
