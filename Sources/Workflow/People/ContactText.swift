/// Telephone numbers and e-mail addresses among what people type for a customer, in the form in which they are compared.
package enum ContactText {
    /// The digits of a telephone number; nil for what is none. The country code of China is left out, because hardly
    /// anybody says it.
    package static func phoneKey(_ text: String) -> String? {
        let text = folded(text)
        guard text.unicodeScalars.allSatisfy(isPartOfPhone) else { return nil }
        var digits = text.filter(\.isNumber)
        for prefix in ["0086", "+86"] where text.hasPrefix(prefix) {
            digits.removeFirst(prefix.filter(\.isNumber).count)
        }
        return 6...15 ~= digits.count ? digits : nil
    }

    private static func isPartOfPhone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", " ", "-", "+", "(", ")", ".", "/": true
        default: false
        }
    }

    /// The folded address; nil for what is none.
    package static func emailKey(_ text: String) -> String? {
        let text = folded(text)
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !text.contains(" ") else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty } ? text : nil
    }
}
