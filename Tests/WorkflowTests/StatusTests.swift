import Testing
import Workflow

struct StatusTests {
    @Test(arguments: Status.allCases)
    func `the codes of open statuses come before those of the others`(status: Status) {
        #expect(status.isOpen == (status.rawValue <= Status.lastOpen.rawValue))
    }
}
