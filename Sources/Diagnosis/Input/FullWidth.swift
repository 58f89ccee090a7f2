/// Letters and signs as an input method for Chinese types them.
enum FullWidth {
    /// The ASCII character that a wide one stands for, or the same character.
    static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        // The ideographic full stops, wide and half wide.
        case 0x3002, 0xFF61: "."
        case 0x3000: " "
        default: scalar
        }
    }

    static func folded(_ text: some Sequence<Unicode.Scalar>) -> String {
        var folded = String.UnicodeScalarView()
        folded.append(contentsOf: text.map { Self.folded($0) })
        return String(folded)
    }
}
