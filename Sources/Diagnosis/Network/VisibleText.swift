/// Bytes of strangers as text that can be shown and written down: on one line, without control characters.
enum VisibleText {
    static func of(_ bytes: some Collection<UInt8>, most: Int = 200) -> String {
        let text = String(decoding: bytes.prefix(most), as: UTF8.self)
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: text.unicodeScalars.map { isVisible($0) ? $0 : "\u{FFFD}" })
        return String(visible)
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
