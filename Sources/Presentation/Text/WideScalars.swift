/// The characters that fill two columns (East Asian Width W and F in Unicode 17), emoji apart: those the standard
/// library knows. Gaps inside a script that are not assigned yet count as wide too, as the standard advises.
package enum WideScalars {
    // First and last of each range, ascending. Plain numbers: they are laid out when the program is built, while ranges
    // would be made at every start.
    private static let bounds: [UInt32] = [
        0x1100, 0x115F,  // Hangul leading consonants
        0x2329, 0x232A,  // angle brackets
        0x2630, 0x2637,  // trigrams
        0x268A, 0x268F,  // monograms and digrams
        0x2E80, 0x303E,  // radicals, CJK punctuation
        0x3041, 0x3247,  // kana, bopomofo, compatibility Jamo, enclosed
        0x3250, 0xA4C6,  // enclosed CJK, ideographs, hexagrams, Yi
        0xA960, 0xA97C,  // old Hangul
        0xAC00, 0xD7A3,  // Hangul syllables
        0xF900, 0xFAFF,  // compatibility ideographs
        0xFE10, 0xFE19,  // vertical forms
        0xFE30, 0xFE6B,  // compatibility and small forms
        0xFF01, 0xFF60,  // full-width ASCII
        0xFFE0, 0xFFE6,  // full-width signs
        0x16FE0, 0x18DFF,  // Tangut, Khitan
        0x1AFF0, 0x1B2FF,  // kana supplements, Nushu
        0x1D300, 0x1D356,  // Tai Xuan Jing
        0x1D360, 0x1D376,  // counting rods
        0x1F200, 0x1F265,  // enclosed ideographs
        0x20000, 0x2FFFD,  // ideographs, second plane
        0x30000, 0x3FFFD,  // ideographs, third plane
    ]

    package static func contains(_ code: UInt32) -> Bool {
        var low = 0
        var high = bounds.count / 2
        while low < high {
            let middle = (low + high) / 2
            if bounds[2 * middle + 1] < code { low = middle + 1 } else { high = middle }
        }
        return 2 * low < bounds.count && bounds[2 * low] <= code
    }
}
