import Testing
import Workflow

/// Promises measured along stories.
struct SLAClockTests {
    @Test func `SLA-14 an hour of waiting moves the end by an hour, a weekend of waiting by nothing`() throws {
        let plain = SLAStory(now: "Mon 09:30")
        #expect(try plain.told("resolve 8bh") == ["resolve running 30m due Tue 09:30"])
        let hour = SLAStory(now: "Mon 11:30", events: ["Mon 10:00 pending", "Mon 11:00 open"])
        #expect(try hour.told("resolve 8bh") == ["resolve running 90m due Tue 10:30"])
        let weekend = SLAStory(
            created: "Fri 17:00", now: "Mon2 09:30", events: ["Sat 10:00 pending", "Sun 20:00 open"])
        #expect(try weekend.told("resolve 2bh") == ["resolve running 90m due Mon2 10:00"])
    }

    @Test func `SLA-15 waiting inside waiting counts once`() throws {
        let story = SLAStory(
            now: "Mon 15:00",
            events: ["Mon 10:00 pending", "Mon 10:30 hold", "Mon 11:00 pending", "Mon 11:30 open"])
        #expect(try story.told("resolve 4bh") == ["resolve running 180m due Mon 16:00"])
    }

    @Test func `SLA-17 what the customer said while the clock stood still is looked at`() throws {
        var story = SLAStory(
            events: [
                "Mon 10:00 pending", "Mon 11:00 customer", "Tue 09:00 open", "Tue 10:00 hold", "Tue 11:00 customer",
            ])
        story.events.append("Tue 11:00 open")
        let found = story.timeline.suspicions(SLATerms())
        #expect(found.map(\.sequence) == [2])
        #expect(found.first?.status == .pending)
        #expect(found.first?.to == SLAStory.at("Tue 09:00"))
    }

    @Test func `SLA-19 nothing runs for a next answer while the agent spoke last`() throws {
        let story = SLAStory(events: ["Mon 09:30 agent", "Mon 10:00 customer", "Mon 10:20 agent"])
        #expect(
            try story.told("next 1bh") == ["next met 20m due Mon 11:00"])
        #expect(try SLAStory(events: ["Mon 09:30 agent"]).told("next 1bh") == [])
    }

    @Test func `SLA-20 the next answer is never due before the first was given`() throws {
        let story = SLAStory(now: "Mon 11:00", events: ["Mon 09:30 customer", "Mon 10:00 customer"])
        #expect(try story.told("first 4bh; next 30bm") == ["first running 120m due Mon 14:30"])
    }

    @Test func `SLA-21 five messages of a customer in a row are one wait, from the first of them`() throws {
        let spoken = (0..<5).map { "Mon 10:0\($0) customer" }
        let story = SLAStory(events: ["Mon 09:10 agent"] + spoken + ["Mon 10:30 agent"])
        #expect(try story.told("next 1bh") == ["next met 30m due Mon 11:00"])
    }

    @Test func `SLA-22 what opens a ticket is no answer, and a call is answered at once`() throws {
        let opened = SLAStory(events: ["Mon 09:40 agent"], opening: 1)
        #expect(try opened.told("first 1bh") == ["first met 40m due Mon 10:00"])
        #expect(try SLAStory(isCall: true).told("first 1bh") == ["first met 0m due Mon 10:00"])
    }

    @Test func `SLA-23 a ticket resolved without an answer has no first answer, and none of 0`() throws {
        let story = SLAStory(events: ["Mon 09:30 resolved"])
        let first = try #require(try story.measures("first 1bh").first)
        #expect(first.verdict == .unanswered)
        #expect(first.end == SLAStory.at("Mon 09:30"))
        let late = SLAStory(events: ["Mon 11:00 resolved"])
        #expect(try late.measures("first 1bh").first?.verdict == .breached)
    }

    @Test(arguments: [
        // Of the 8 hours promised at first 2 and a quarter are used when it is raised, an hour of waiting not counted.
        ("", "resolve running 165m due Mon 16:30"), ("; raise retroactive", "resolve running 165m due Mon 14:15"),
        ("; raise reset", "resolve running 30m due Mon 16:30"),
    ])
    func `SLA-24 a raised priority counts from then on, from the beginning, or anew, and pauses survive`(
        raise: String, told: String
    ) throws {
        let story = SLAStory(
            now: "Mon 14:15", events: ["Mon 10:00 pending", "Mon 11:00 open", "Mon 13:45 urgent"])
        #expect(try story.told("resolve 8bh; resolve urgent 165bm" + raise) == [told])
    }

    @Test func `SLA-24 raising a priority at the last minute gives no more time`() throws {
        let story = SLAStory(now: "Tue 09:25", events: ["Tue 09:20 urgent"])
        #expect(try story.told("resolve 8bh; resolve urgent 4bh") == ["resolve running 475m due Tue 09:30"])
    }

    @Test
    func `SLA-27 a first answer is given once, and what was opened again begins anew unless the policy says otherwise`()
        throws
    {
        let story = SLAStory(
            now: "Wed2 10:00",
            events: ["Mon 09:30 agent", "Mon 11:00 resolved", "Wed2 09:30 open"])
        let told = try story.told("first 1bh; resolve 4bh")
        #expect(
            told == [
                "first met 30m due Mon 10:00", "resolve met 120m due Mon 14:30", "resolve running 30m due Wed2 15:00",
            ])
        #expect(try story.told("resolve 4bh; reopen first") == ["resolve met 120m due Mon 14:30"])
        #expect(try story.measures("resolve 4bh; reopen total").map(\.isOverdue) == [true])
    }

    @Test func `SLA-29 a mergeTarget keeps its own clock, unless the policy goes by the earliest of the merged`() throws
    {
        var timeline = SLAStory(created: "Mon 10:00", now: "Mon 10:30").timeline
        timeline.firstOfMerged = SLAStory.at("Mon 09:15")
        let due = { (terms: String) throws -> String? in
            SLAClock(terms: try SLATerms(text: terms), calendar: WorkCalendar(zone: .utc), timeline: timeline)
                .measures.first?.due.map(SLAStory.text)
        }
        #expect(try due("first 1bh") == "Mon 11:00")
        #expect(try due("first 1bh; merged earliest") == "Mon 10:15")
    }

    @Test func `SLA-33 times that cannot be are put in order, told, and never negative`() throws {
        let story = SLAStory(
            created: "Mon 10:00", now: "Mon 12:00",
            events: [
                "Mon 09:00 agent", "Tue 09:00 agent", "Mon 11:00 customer", "Mon 11:00 agent", "Mon 09:30 pending",
                "Mon 09:00 open",
            ])
        let timeline = story.timeline
        #expect(timeline.faults == [.beforeCreation(sequence: 2), .afterNow(sequence: 3)])
        #expect(timeline.messages.map(\.sequence) == [1, 2, 4, 5])
        for measure in try story.measures("first 1bh; next 1bh; resolve 8bh") {
            #expect(measure.used >= 0)
            #expect(measure.spans.allSatisfy { $0.from <= $0.to && $0.counted >= 0 })
        }
    }

    @Test func `wall time and working days are promised too`() throws {
        let story = SLAStory(created: "Fri 17:00", now: "Fri 17:30")
        #expect(try story.told("first 4h") == ["first running 30m due Fri 21:00"])
        #expect(try story.told("first 2bd") == ["first running 30m due Tue2 17:00"])
        #expect(try story.told("first 0m").first?.hasSuffix("due Fri 17:00") == true)
    }

    @Test(arguments: [
        ("Sun 02:54", "Mon2 09:00"), ("Fri 19:00", "Tue2 09:00"), ("Thu 18:00", "Mon2 09:00"),
        ("Thu 10:00", "Fri 10:00"), ("Thu 12:30", "Fri 13:30"),
    ])
    func `a working day ends at the same time of a later one, or when work begins again`(
        created: String, due: String
    ) throws {
        let story = SLAStory(created: created, now: "Sun 03:00")
        #expect(try story.measures("resolve 1bd").map { $0.due.map(SLAStory.text) } == [due])
    }

    @Test func `what was promised in working days on a Sunday is not late before work began`() throws {
        let story = SLAStory(created: "Sun 08:00", now: "Mon2 08:30", events: ["Sun 11:00 open"])
        let told = try story.told("resolve 1bd")
        #expect(told == ["resolve running 0m due Mon2 09:00"])
    }
}
