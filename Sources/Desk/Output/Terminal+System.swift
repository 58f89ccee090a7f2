import Glibc
import Presentation

extension Terminal {
    /// A stream of this process as it is now. This is the only place that asks the system.
    static func standard(
        _ descriptor: Int32 = STDOUT_FILENO, environment: EnvironmentVariables, colour: ColourChoice = .auto
    ) -> Terminal {
        let isTerminal = isatty(descriptor) == 1
        var size = winsize()
        let isKnown = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
        return Terminal(
            isTerminal: isTerminal,
            columns: length(isKnown ? Int(size.ws_col) : 0, environment["COLUMNS"], otherwise: 80),
            rows: length(isKnown ? Int(size.ws_row) : 0, environment["LINES"], otherwise: 24),
            usesColour: usesColour(colour, isTerminal: isTerminal, environment: environment))
    }

    /// An explicit choice wins; `NO_COLOR` with any text and `TERM=dumb` switch colours off.
    static func usesColour(_ choice: ColourChoice, isTerminal: Bool, environment: EnvironmentVariables) -> Bool {
        switch choice {
        case .always: true
        case .never: false
        case .auto: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
        }
    }

    private static func length(_ measured: Int, _ variable: String?, otherwise usual: Int) -> Int {
        if measured > 0 { return measured }
        return variable.flatMap(Int.init).flatMap { (1...10_000).contains($0) ? $0 : nil } ?? usual
    }
}
