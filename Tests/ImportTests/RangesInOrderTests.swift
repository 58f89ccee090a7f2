import Testing

@testable import Import

/// Searched by halves, ranges answer as if each were asked.
@Suite struct RangesInOrderTests {
    private static let scattered = [30..<35, 2..<4, 5..<5, 10..<20, 4..<6, 18..<22]

    @Test func `what overlaps or touches is one range, and empty ones are none`() {
        #expect(Self.scattered.inOrder == [2..<6, 10..<22, 30..<35])
        #expect([Range<Int>]().inOrder.isEmpty)
    }

    @Test func `a place is held where one of them has it`() {
        let ranges = Self.scattered.inOrder
        for place in 0...40 { #expect(ranges.hold(place) == Self.scattered.contains { $0.contains(place) }) }
    }

    @Test func `the first that overlaps is found, also from the middle of another`() {
        let ranges = Self.scattered.inOrder
        for start in 0...40 {
            for end in start...40 {
                let first = ranges.first { $0.overlaps(start..<end) }
                #expect(ranges.first(overlapping: start..<end) == first)
            }
        }
    }
}
