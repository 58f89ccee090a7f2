import Testing
@testable import Presentation

@testable import Desk

struct TerminalTests {
    @Test(arguments: [
        (ColourChoice.auto, true, [String: String](), true), (.auto, false, [:], false),
        (.auto, true, ["NO_COLOR": "1"], false), (.auto, true, ["NO_COLOR": ""], true),
        (.auto, true, ["TERM": "dumb"], false), (.always, false, ["NO_COLOR": "1"], true), (.never, true, [:], false),
    ])
    func `CL-04 colour follows the option, then NO_COLOR and TERM`(
        choice: ColourChoice, isTerminal: Bool, environment: [String: String], expected: Bool
    ) {
        #expect(Terminal.usesColour(choice, isTerminal: isTerminal, environment: .init(environment)) == expected)
    }

    @Test func `what is no terminal takes its size from the environment`() {
        let terminal = Terminal.standard(-1, environment: ["COLUMNS": "132", "LINES": "x"])
        #expect(terminal == Terminal(isTerminal: false, columns: 132, rows: 24, usesColour: false))
        #expect(terminal.width == nil)
    }

    @Test(arguments: [
        (Language?.none, ["LANG": "zh_CN.UTF-8"], Language.chinese), (nil, ["LANG": "en_US.UTF-8"], .english),
        (nil, [:], .english), (nil, ["LC_ALL": "C", "LANG": "zh_CN"], .english), (.chinese, ["LC_ALL": "C"], .chinese),
        (nil, ["LC_ALL": "", "LC_MESSAGES": "zh", "LANG": "en"], .chinese),
    ])
    func `the language follows the option, then the locale`(
        option: Language?, environment: [String: String], expected: Language
    ) {
        #expect(Language(option: option, environment: .init(environment)) == expected)
    }
}
