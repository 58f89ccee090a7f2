import Testing
import Workflow

struct AssignmentTests {
    private func candidate(
        _ id: Int64, open: Int = 0, turn: Int64? = nil, skills: [String] = [], isAbsent: Bool = false
    ) -> Candidate {
        Candidate(
            agent: Agent(id: id, name: "agent \(id)", role: .agent), isAbsent: isAbsent, open: open,
            lastTurn: turn.map { Candidate.Turn(operation: $0, sequence: 1) }, skills: skills)
    }

    private func chosen(_ rule: AssignmentRule, _ candidates: Candidate...) throws -> Int64 {
        try rule.choice(among: candidates).chosen.agent.id
    }

    @Test func `the fewest open tickets decide, then whose turn was longest ago, then who came first`() throws {
        #expect(try chosen(.least, candidate(1, open: 5), candidate(2, open: 3)) == 2)
        #expect(try chosen(.least, candidate(1, open: 3, turn: 9), candidate(2, open: 3, turn: 4)) == 2)
        #expect(try chosen(.least, candidate(1, open: 3), candidate(2, open: 3)) == 1)
    }

    @Test func `in turn goes to who never had one, then to whose was longest ago, however much he has`() throws {
        #expect(try chosen(.roundRobin, candidate(1, turn: 3), candidate(2, open: 50)) == 2)
        #expect(try chosen(.roundRobin, candidate(1, turn: 7), candidate(2, open: 50, turn: 4)) == 2)
    }

    @Test func `of those with the skill the fewest decide`() throws {
        let choice = try AssignmentRule.skill.choice(among: [
            candidate(1), candidate(2, open: 4, skills: ["CDN"]), candidate(3, open: 2, skills: ["CDN"]),
        ])
        #expect(choice.chosen.agent.id == 3)
        #expect(choice.others.map(\.agent.id) == [1, 2])
        #expect(choice.open == 6)
    }

    @Test func `LC-12 who is absent or retired is never chosen`() throws {
        var gone = candidate(2)
        gone.agent.isRetired = true
        #expect(try chosen(.least, candidate(1, isAbsent: true), gone, candidate(3, open: 9)) == 3)
        for rule in AssignmentRule.allCases {
            #expect(throws: WorkflowError.nobodyPresent) {
                try rule.choice(among: [candidate(1, skills: ["a"], isAbsent: true), gone])
            }
        }
    }

    @Test func `nobody with the skill is told and not replaced by somebody without`() {
        #expect(throws: WorkflowError.nobodySkilled) { try AssignmentRule.skill.choice(among: [candidate(1)]) }
    }

    @Test func `an absence with an end ends by itself`() {
        let until = Absence.absent(until: Instant(milliseconds: 100))
        #expect(until.isAbsent(at: Instant(milliseconds: 99)))
        #expect(!until.isAbsent(at: Instant(milliseconds: 100)))
        #expect(Absence.absent(until: nil).isAbsent(at: Instant(milliseconds: 1 << 50)))
        #expect(!Absence.present.isAbsent(at: Instant(milliseconds: 0)))
    }
}

struct ContactTextTests {
    @Test(arguments: [
        ("13800138000", "13800138000"), ("138-0013-8000", "13800138000"), ("+86 138 0013 8000", "13800138000"),
        ("1３８ 0013 8000", "13800138000"), ("(010) 6255-1234", "01062551234"), ("+49 30 1234567", "49301234567"),
    ])
    func `a telephone number is known by its digits`(text: String, key: String) {
        #expect(ContactText.phoneKey(text) == key)
    }

    @Test(arguments: ["王女士", "12345", "1042号", "1234567890123456", "", "a@b.cn"])
    func `what is no telephone number has none`(text: String) {
        #expect(ContactText.phoneKey(text) == nil)
    }

    @Test func `an address is known without its case, and needs a name and a domain`() {
        #expect(ContactText.emailKey("Wang@Example.com") == "wang@example.com")
        for text in ["@example.com", "wang@", "wang@example", "a@b@c.cn", "wang li@example.com", "wang@.com"] {
            #expect(ContactText.emailKey(text) == nil, "\(text)")
        }
    }
}
