import Testing
import Workflow

struct TemplateTests {
    private func filled(_ text: String, customer: String? = "王女士") throws -> String {
        try Template(text).filled { placeholder in
            switch placeholder {
            case .customerName: customer
            case .ticketNumber: "#7"
            case .field(let name): name == "域名" ? "a.example.com" : nil
            default: nil
            }
        }
    }

    @Test func `places are filled, and what stands behind the bar is said where nothing is known`() throws {
        #expect(try filled("您好 {{customer.name|客户}}，{{ticket.number}}") == "您好 王女士，#7")
        #expect(try filled("您好 {{ customer.name | 客户 }}", customer: nil) == "您好  客户 ")
        #expect(try filled("{{客户｜您}}：{{field.域名}}", customer: nil) == "您：a.example.com")
        #expect(try filled("{ {x} } }}") == "{ {x} } }}")
        #expect(throws: TextError.nothingFor("customer.name")) { try filled("{{customer.name}}", customer: nil) }
    }

    @Test func `a place that nothing is known by, or that does not end, is refused when the text is kept`() {
        let unknown = TextError.unknownPlaceholder("custommer.name", nearest: "customer.name")
        #expect(throws: unknown) { try Template("{{custommer.name}}") }
        #expect(throws: TextError.unclosedPlaceholder("{{customer.name")) { try Template("Hi {{customer.name") }
    }

    @Test(arguments: [
        ("tag +催办 -旧", MacroStep.tag(added: ["催办"], removed: ["旧"])), ("prio high", .priority("high")),
        ("优先级 重要", .priority("重要")), ("assign me", .assign("me")), ("reply canned:到期", .reply(.canned("到期"))),
        ("回复 您好 {{customer.name|客户}}", .reply(.text("您好 {{customer.name|客户}}"))), ("pend 2bd", .pend("2bd")),
        ("hold", .hold(nil)),
        ("resolve fixed cause:证书过期", .resolve(resolution: .fixed, cause: "证书过期")),
        ("resolve cause: 证书过期", .resolve(resolution: nil, cause: "证书过期")),
        ("field 域名=a.example.com", .field(NamedText(name: "域名", text: "a.example.com"))), ("take", .take),
        ("escalate", .escalate("high")),
    ])
    func `a step is read in both languages`(line: String, step: MacroStep) throws {
        #expect(try MacroStep(line) == step)
    }

    @Test(arguments: ["", "dance", "take 5", "prio", "tag +", "field x", "resolve happily", "resolve cause:", "reply"])
    func `what is no step is refused`(line: String) {
        #expect(throws: TextError.badStep(line)) { try MacroStep(line) }
    }

    @Test func `remarks and blank lines are no steps, and none at all are too few`() throws {
        #expect(try MacroStep.steps(of: "# first\n\n take \nprio high\n") == [.take, .priority("high")])
        #expect(throws: TextError.noSteps) { try MacroStep.steps(of: "# nothing\n") }
    }
}
