import Foundation
import Testing

/// Random editions of random files are what an operator wants of them: nothing doubled, nothing lost, nothing overwritten by
/// another matter. `FUZZ=1000` tries so many.
struct EditionPropertyTests {
    private static let effort = ProcessInfo.processInfo.environment["FUZZ"].flatMap { Int($0) } ?? 20

    @Test(arguments: 1...effort)
    func `files that are edited, renamed, split, merged, put back and undone are what the desk holds`(seed: Int) throws
    {
        var desk = try EditedDesk(seed: seed)
        for _ in 1...24 { try desk.step() }
        #expect(try desk.desk.health.problems == 0)
    }
}
