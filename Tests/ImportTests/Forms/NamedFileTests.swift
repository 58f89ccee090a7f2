import Testing
import Workflow

@testable import Import

/// What the name of a file says of it, where its first line says nothing.
@Suite struct NamedFileTests {
    private func dataset(_ text: String, _ path: String) -> Dataset { Dataset(Array(text.utf8), nil, path: path) }

    private func form(_ text: String, _ path: String) -> FileJudgement.Form {
        FileJudgement(dataset(text, path), ArticleFile.incoming(Array(text.utf8), name: path, path: path).draft).form
    }

    @Test(arguments: ["BUGS.md", "docs/known_issues.txt", "TO\u{44}O", "harbour-bugs.txt", "待办.md"])
    func `plain items of a list that is called so are tickets`(path: String) {
        let text = "- the gate sticks in the rain\n-the lamp is dark --FIXED\n- the boat leaks\n  at the stern\n"
        let read = dataset(text, path)
        #expect(read.coverage.isUnderstood && read.drafts.map(\.status) == [nil, .resolved, nil])
        #expect(
            read.drafts.map(\.title) == [
                "the gate sticks in the rain", "the lamp is dark", "the boat leaks",
            ])
        #expect(!dataset(text, "notes.md").coverage.isUnderstood)
    }

    @Test func `numbered items hold those below them, and others may name groups`() {
        let numbered = dataset(
            "1. Gates\n   - oil them\n   - paint them\n\n2.Boats\n   - bail them\n   - tar them\n", "todo.md")
        #expect(numbered.drafts.map(\.title) == ["Gates", "Boats"])
        let grouped = dataset("*Gates:\n- oil them\n- paint them\n*Boats:\n-bail them\n", "todo.txt")
        #expect(grouped.drafts.map(\.title) == ["oil them", "paint them", "bail them"])
        #expect(grouped.drafts.map(\.categoryPath) == [["Gates"], ["Gates"], ["Boats"]])
        let headed = dataset(
            "# Pier\n1. the gate sticks\n2. the lamp is dark\n3. no rope\n4. the net is torn\n", "bugs.md")
        #expect(headed.ticketCount == 4)
    }

    @Test(arguments: [
        // Every second one lacks its mark.
        "+ gate\n+ lamp\nboat\nrope\nnet\n+ oar\n",
        // What is to be done stands in the headings.
        ["Gate", "Lamp", "Boat", "Rope", "Net", "Oar"].map { "## \($0)\n\n- in one language\n- and in another\n\n" }
            .joined(),
        // Labels tell of what stands above them.
        "- **File**: gate\n- **Cause**: rust\n- **File**: lamp\n- **Cause**: wick\n- **File**: boat\n- **Cause**: age\n",
    ])
    func `lists that may be anything else are refused`(text: String) {
        #expect(!dataset(text, "todo.md").coverage.isUnderstood)
    }

    @Test func `what is called a ticket is no guide, and what is called a list of questions is one`() {
        let steps =
            "## Way\n\n1. Stop.\n2. Oil.\n3. Go.\n\n## Cause\n\nRust.\n\n## Solution\n\nOil.\n\n## Errors\n\n`GateStuckError`\n"
        #expect(form(steps, "guide.md") == .articles && form(steps, "ticket-7.md") == .tickets)
        #expect(form(steps, "INCIDENT-7.md") == .tickets)
        let asked = "## Gates\n\n### Q1 It sticks\n\n**原因**：生锈。\n**处理**：上油。\n\n### Q2 It is open\n\n**处理**：关上。\n"
        #expect(form(asked, "faq.md") == .articles)
    }

    @Test func `one that waits for an item with nothing in it is not lost without a word`() {
        let read = dataset("1. ~~the gate~~ ✅ 已修复 (2024-03-01)\n2.\n", "bugs.md")
        #expect(read.coverage.outsideCount == 1)
    }
}

/// Lines that head tickets in plain texts, and titles of files that are one ticket.
@Suite struct PlainHeadTests {
    @Test(arguments: [
        "=== Ticket 001 ===\nProblema: No abre.\nSolución: Aceite.\n\n=== Ticket 002 ===\nProblema: Oscuro.\nSolución: Mecha.\n",
        "--- TICKET 1 ---\nProblem: No abre.\nSolution: Aceite.\n--- TICKET 2 ---\nProblem: Oscuro.\nSolution: Mecha.\n",
        "=====\nTICKET #1\n=====\nProblem: No abre.\nSolution: Aceite.\n=====\n\n=====\nTICKET #2\n=====\nProblem: Oscuro.\nSolution: Mecha.\n=====\n",
        "Ticket 1:\nProblem: No abre.\nSolution: Aceite.\n\nTicket 2:\nProblem: Oscuro.\nSolution: Mecha.\n",
    ])
    func `a line that counts heads a ticket`(text: String) {
        let drafts = read(text).drafts
        #expect(read(text).coverage.isUnderstood && drafts.map(\.description) == ["No abre.", "Oscuro."])
        #expect(drafts.map(\.answers) == [["Aceite."], ["Mecha."]] && drafts.map(\.title) == ["No abre.", "Oscuro."])
        #expect(read(text).entries.map(\.place.printedOrdinal) == [1, 2])
    }

    @Test func `a line below a rule counts as one below a blank line, and several titles are no one ticket's`() {
        let ticket = { (number: Int) in
            "TICKET-\(number)\nSubject: Gate \(number)\nCustomer: ann@example.org\nMessage: It sticks.\n"
        }
        let drafts = read((101...103).map(ticket).joined(separator: "---\n")).drafts
        #expect(drafts.map(\.title) == ["Gate 101", "Gate 102", "Gate 103"])
        #expect(drafts.allSatisfy { $0.values.customer == "ann@example.org" })
        let glued = "# Ticket 1\n\n" + (1...3).map { "Subject: Gate \($0)\nPriority: high\nIt sticks.\n\n" }.joined()
        #expect(read(glued).ticketCount != 1 || !read(glued).coverage.isUnderstood)
    }

    @Test func `headings above nothing but items name groups, whatever other part of the file follows`() {
        let text = "# 已知问题\n\n## 当前环境\n\n- 没有灯\n- 没有绳\n\n## 功能边界\n\n- 门很窄\n\n## 打包说明\n\n- 先上油\n"
        #expect(!read(text).coverage.isUnderstood)
    }

    @Test func `a ticket may be its line, with values between dashes`() {
        let text =
            "Ticket #101: Gate - at the pier - Status: Completed - Created: 2024-03-01\n"
            + "Ticket #102: Lamp - Status: Investigating - Created: 2024-03-02\n"
        let drafts = read(text).drafts
        #expect(drafts.map(\.title) == ["Gate - at the pier", "Lamp"] && drafts.map(\.status) == [.resolved, .open])
        #expect(drafts.map { $0.values.createdAt != nil } == [true, true])
    }

    @Test func `a line above a rule as long as itself heads a ticket, and one above a longer rule does not`() {
        let text =
            "ISSUE: Gate sticks\n------------------\nSYMPTOM: It stays.\nSOLUTION: Oil.\n\nISSUE: Lamp dark\n----------------\nSYMPTOM: Night.\nSOLUTION: Wick.\n"
        #expect(read(text).drafts.map(\.description) == ["It stays.", "Night."])
        #expect(read(text).drafts.map(\.title) == ["ISSUE: Gate sticks", "ISSUE: Lamp dark"])
        let parted =
            "Email: a@example.org\n\nQuery: Gate\n--------------------\n\nEmail: b@example.org\n\nQuery: Lamp\n--------------------\n"
        #expect(read(parted).ticketCount == 2 && read(parted).drafts.map(\.title) == ["Gate", "Lamp"])
    }

    @Test func `a file that is called by the key of one ticket is not several`() {
        let part = { (name: String) in "# \(name)\n\n## Estado\n\nNada.\n\n" }
        let text = "# INC-001\n\n" + ["Registro", "Resumen", "Impacto", "Notas"].map(part).joined()
        #expect(!Dataset(Array(text.utf8), nil, path: "docs/INC-001.md").coverage.isUnderstood)
    }

    @Test func `letters of mail below such lines keep their words`() {
        let letter = { (number: Int, subject: String) in
            "=====\nTICKET #\(number)\n=====\nFrom: Ann <ann@example.org>\nSubject: \(subject)\nPriority: High\n\nGood day,\n\nit is so.\n\nAnn\n=====\n\n"
        }
        let drafts = read(letter(1, "The gate") + letter(2, "The lamp")).drafts
        #expect(drafts.map(\.title) == ["The gate", "The lamp"] && drafts.map(\.values.priority) == [.high, .high])
        #expect(drafts[0].description == "Good day,\n\nit is so.\n\nAnn")
    }

    @Test func `a file that calls itself one ticket is one`() {
        let text =
            "# BUG-002: A porta não abre\n\n## Informações Básicas\n- **Status:** [ ] Aberto [x] Fechado\n- **Prioridade:** [x] Alta [ ] Baixa\n\n"
            + "## Passos para Reproduzir\n1. Empurrar\n\n## Resultado Esperado\nAbre.\n\n## Solução Implementada\nÓleo.\n"
        let draft = read(text).drafts.first
        #expect(read(text).ticketCount == 1 && draft?.title == "A porta não abre" && draft?.status == .closed)
        #expect(draft?.values.priority == .high && draft?.answers == ["Óleo."] && draft?.values.reference == "BUG-002")
        let bare = read("# Bug report\n\n## The gate sticks\n\n### What\n\nIn the rain.\n\n### Where\n\nAt the pier.\n")
        #expect(bare.ticketCount == 1 && bare.drafts[0].title == "The gate sticks")
        let several = "# Bug report\n\n## Bug 1: Gate\n\nSticks.\n\n## Bug 2: Lamp\n\nDark.\n"
        #expect(read(several).ticketCount != 1 || !read(several).coverage.isUnderstood)
    }
}
