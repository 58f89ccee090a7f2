/// Keeps text that runs to the left in its place, wherever text is shown: on a terminal as on a page.
package enum TextDirection {
    /// Wraps a line that holds right-to-left letters or direction controls in isolates (FSI … PDI), so that what
    /// stands beside it keeps its place. Isolates inside the text are balanced: it cannot close ours.
    package static func isolated(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: turnsDirection) else { return line }
        var safe = String.UnicodeScalarView()
        safe.append("\u{2068}")
        var open = 0
        for scalar in line.unicodeScalars {
            if (0x2066...0x2068).contains(scalar.value) { open += 1 }
            if scalar == "\u{2069}" {
                if open == 0 { continue }
                open -= 1
            }
            safe.append(scalar)
        }
        safe.append(contentsOf: repeatElement("\u{2069}", count: open + 1))
        return String(safe)
    }

    private static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Before the first right-to-left script, and most Chinese text, decided at once.
        case 0..<0x590, 0x2E80...0xD7FF: false
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
