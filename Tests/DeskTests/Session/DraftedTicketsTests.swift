import Testing
import Workflow

@testable import Desk

struct DraftedTicketsTests {
    @Test(
        arguments: [
            (["reply", "5"], [5]), (["note", "#7", "5-6,9", "--if-version", "3"], [7, 5, 6, 9]),
            (["--reason", "5", "reply"], []), (["reply", "5", "--until", "2026"], [5]), (["new", "证书"], []), ([], []),
        ] as [([String], [Int64])])
    func `a draft is for the tickets its command names`(command: [String], tickets: [Int64]) {
        #expect(DraftFolder.tickets(in: command).map(\.rawValue) == tickets)
    }
}
