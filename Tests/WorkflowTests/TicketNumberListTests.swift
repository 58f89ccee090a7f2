import Testing
import Workflow

struct TicketNumberListTests {
    @Test func `each number is new once, in whatever order they come`() {
        var list = TicketNumberList()
        let inserted = [5, 9, 5, 2, 7, 9, 2, 10, 1].map { list.insert(Ticket.Number($0)) }
        #expect(inserted == [true, true, false, true, true, false, false, true, true])
    }
}
