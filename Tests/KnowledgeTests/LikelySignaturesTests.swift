import Import
import Storage
import Testing
import Workflow

/// A sentence reads the signatures that it may show, and no others.
struct LikelySignaturesTests {
    private func store() throws -> Store {
        let text = """
            # Uploads

            ## ERROR_QUOTA_REACHED

            The bucket is full.

            ## ERROR_NAME_TAKEN

            Another bucket has that name.
            """
        let store = try Store.inMemory()
        let context = CommandContext(agent: "ana", at: Instant(milliseconds: 1_000), command: "import")
        let source = Importer.Source(path: "uploads.md", bytes: Array(text.utf8))
        try Importer(context: context, form: .articles).run([source], into: store) { _ in }
        return store
    }

    private func keys(_ text: String, _ store: Store) throws -> [String] {
        try store.read { try Signatures.likely(in: text, in: $0).map(\.draft.text) }
    }

    @Test func `only what begins in the sentence is read`() throws {
        let store = try store()
        #expect(try store.read { try Signatures.all(in: $0).count } == 2)
        #expect(try keys("it says error_quota_reached today", store) == ["ERROR_QUOTA_REACHED"])
        #expect(try keys("nothing of the kind", store).isEmpty)
    }

    @Test func `signatures made before leads were kept are read for every sentence`() throws {
        let store = try store()
        _ = try store.database.write { try $0.run("UPDATE signature SET lead = NULL", []) }
        #expect(try keys("nothing of the kind", store).count == 2)
    }
}
