import Testing

struct SwiftCodeTests {
    @Test(arguments: [
        ("a // b\nc", "a     \nc"),
        ("a /* b /* c */ d */ e", "a                   e"),
        ("/* a\nb */c", "    \n    c"),
        ("x(\"a // b\") // c", "x(        )     "),
        ("\"a\\\"b\" c", "       c"),
        ("\"\\(a(\"b\"))\" c", "  (a(   ))  c"),
        ("#\"a\" \\(b) \\#(c)\"# d", "            (c)   d"),
        ("\"\"\"\n a \"b\" \\(c)\n\"\"\" d", "   \n        (c)\n    d"),
        ("#if a\n#endif", "#if a\n#endif"),
        ("(a) b)\nc", "(a) b)\nc"),
        ("\"open", "     "),
        ("/* open", "       "),
    ])
    func `comments and texts become blanks, interpolations stay`(text: String, code: String) {
        #expect(SwiftCode.of(text) == code)
    }

    @Test(arguments: [
        ("a \"b\" // \"c\"", "   b        "), ("\"\\(a(\"b\"))c\" d", "      b   c   "),
        ("\"\"\"\n a\n\"\"\"", "   \n a\n   "), ("#\"a\"\"#", "  a\"  "),
    ])
    func `of texts only what stands between the quotes is left`(text: String, texts: String) {
        #expect(SwiftCode.read(text).texts == texts)
    }
}
