import Testing
import Workflow

@testable import Import
@testable import Storage

/// Files of a folder that are read at the end, with what those beside them teach.
struct SiblingTests {
    private static let teacher = """
        # Requests

        ## Gate sticks

        **Customer**: Ann

        ### Description

        It sticks.

        ## Lamp dark

        **Customer**: Bob

        ### Description

        It is dark.

        ## Door leaks

        **Customer**: Eve

        ### Description

        It leaks.
        """
    private static let learner = "# Requests\n\n## Crane squeaks\n\nOnly in the rain.\n\n## Boat leaks\n\nAt the bow.\n"
    private static let handbook =
        "# Handbook\n\nOil the crane.\n\n## Spring\n\nPaint the boat.\n\n### Tools\n\nBrush.\n"

    private func titles(_ names: [String], _ texts: [String]) throws -> [[String]] {
        let desk = try ImportDesk()
        let sources = zip(names, texts).map { Importer.Source(path: "d/" + $0, bytes: Array($1.utf8)) }
        return try desk.bring(sources).map { report in
            guard case .dataset(let file, _, _, _) = report else { throw ImportDesk.Unexpected() }
            return [file.name] + file.dataset.drafts.map(\.title)
        }
    }

    @Test func `what waits for a lesson is told last, in its order, once`() throws {
        let told = try titles(
            ["1.md", "2.md", "3.md", "4.md"], [Self.learner, Self.handbook, Self.teacher, Self.learner + "\nAgain.\n"])
        #expect(told.map(\.first).sorted { $0 ?? "" < $1 ?? "" } == ["1.md", "2.md", "3.md", "4.md"])
        #expect(told.first { $0.first == "1.md" } == ["1.md", "Crane squeaks", "Boat leaks"])
        #expect(told.first { $0.first == "4.md" } == ["4.md", "Crane squeaks", "Boat leaks"])
    }

    @Test func `no file beside it makes tickets of the parts of one matter`() throws {
        let report =
            "# Gate\n\n## Details\n- **State**: closed\n- **Severity**: high\n\n## Reporter\n- **Login**: ann\n\n## Team\n"
            + "- **Category**: pier\n\n## Impact\n\nWide.\n"
        let desk = try ImportDesk()
        let sources = zip(["1.md", "2.md"], [report, Self.teacher]).map {
            Importer.Source(path: "d/" + $0, bytes: Array($1.utf8))
        }
        for told in try desk.bring(sources) {
            guard case .dataset(let file, _, let outcome, _) = told, file.name == "1.md" else { continue }
            #expect(outcome.kind == .notUnderstood || file.dataset.ticketCount == 1)
        }
    }

    @Test func `what cannot be read again does not wait`() throws {
        var outcome = FileOutcome()
        outcome.kind = .notUnderstood
        let file = try DatasetFile(path: "/dev/fd/63", bytes: Array(Self.handbook.utf8))
        let report = FileReport.dataset(file, FileTally(), outcome, batch: nil)
        var siblings = Siblings()
        #expect(!siblings.hold(report, isFleeting: { $0 == "/dev/fd/63" }) && siblings.waiting.isEmpty)
        #expect(siblings.hold(report, isFleeting: { _ in false }) && siblings.waiting == ["/dev/fd/63"])
    }
}
