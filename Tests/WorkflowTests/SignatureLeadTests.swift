import Testing
import Workflow

/// What a text shows is among the signatures whose lead stands in it.
struct SignatureLeadTests {
    private func isLikely(_ segments: [String], in text: String) -> Bool {
        SignatureLead.all(in: text)?.contains(SignatureLead.of(segments)) ?? true
    }

    @Test(
        arguments: [
            (["ERROR_UPLOAD"], "we saw error_upload_failed", true),
            (["bucket  notexist"], "the bucket\tnotexist", true),
            (["“证书”已经过期"], "'证书'已经过期了", true), (["500"], "code 500", true), (["500"], "code 50", false),
            (["证书已经过期"], "证书正常", false), (["证书"], "证书", true), ([""], "anything", false), (["", "b"], "abc", true),
            (["certificate a"], "certificate b", true), (["certificate"], "a certain thing", false),
        ] as [([String], String, Bool)])
    func `a signature is likely where its first eight bytes stand`(segments: [String], text: String, expected: Bool) {
        #expect(isLikely(segments, in: text) == expected)
    }

    @Test(arguments: ["C:\\temp", "\u{1B}[31mred", String(repeating: "长", count: 2_000)])
    func `a text that is not plain or not short may show any`(text: String) {
        #expect(SignatureLead.all(in: text) == nil)
    }

    @Test(arguments: 1...20)
    func `what matches is likely`(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        let letters: [String] = ["a", "A", "b", "_", " ", "  ", "\t", "\"", "`", "“", "证", "书", "1"]
        func text(_ count: Int) -> String {
            (0..<count).map { _ in letters[Int.random(in: letters.indices, using: &numbers)] }.joined(by: "")
        }
        var matches = 0
        for _ in 0..<400 {
            let kinds = ArticleEntry.SignatureClass.allCases
            let signature = SignatureDraft(
                kind: kinds[Int.random(in: kinds.indices, using: &numbers)],
                segments: (0...Int.random(in: 0...1, using: &numbers)).map { _ in
                    text(Int.random(in: 1...3, using: &numbers))
                }, entries: [], context: ["a"])
            let line = text(Int.random(in: 1...40, using: &numbers))
            guard SignatureMatching.grade(signature, in: line) != nil else { continue }
            matches += 1
            // Of an identifier or a code all parts are one text.
            let segments = signature.kind == .message ? signature.segments : [signature.text]
            #expect(isLikely(segments, in: line), "\(signature) in \(line)")
        }
        #expect(matches > 20)
    }
}
