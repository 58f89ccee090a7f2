import Testing
import Workflow

@testable import Import

/// What rows say of their columns, and of the rows above them.
@Suite struct RowsOfColumnsTests {
    private func dataset(_ text: String) -> Dataset { Dataset(Array(text.utf8), nil, isSeparated: true) }

    @Test func `rows of further steps go on with the ticket above, and empty ones are none`() {
        let text =
            "ref,title,priority,steps,seen\nA-1,Gate sticks,high,Push.,It stays\n,,,\"Pull, twice.\",\n,,,Wait.,Rust\n,,,,\n,,,,\n"
            + "A-2,Lamp dark,low,Look.,Nothing\n,,,,\n,,,Look again.,\n"
        let read = dataset(text)
        #expect(read.drafts.map(\.title) == ["Gate sticks", "Lamp dark"])
        #expect(read.drafts.map(\.description) == ["Push.\nPull, twice.\nWait.", "Look.\nLook again."])
        #expect(read.drafts.map { $0.extra.map(\.text) } == [["It stays\nRust"], ["Nothing"]])
        #expect(read.coverage.isUnderstood && read.coverage.outside.isEmpty)
    }

    @Test func `a row that tells how a ticket stands, or has a first cell, is one`() {
        let text = "ref,title,status,steps\n1,Gate,open,Push.\n,,closed,Pull.\n3,,,Wait.\n"
        #expect(dataset(text).ticketCount == 3)
        #expect(dataset("steps,priority\nPush.,high\nPull.,\n").ticketCount == 2)
    }

    @Test func `a column that says the same again and again is no title`() {
        let people = dataset(
            "name,description,status\nAnn,The gate sticks,open\nAnn,The lamp is dark,open\nBob,The boat leaks,open\nAnn,Wet,open\n"
        )
        #expect(people.drafts.map(\.title) == ["The gate sticks", "The lamp is dark", "The boat leaks", "Wet"])
        #expect(people.drafts.map(\.values.customer) == ["Ann", "Ann", "Bob", "Ann"])
        let things = dataset(
            "name,description,status\nGate,It sticks,open\nLamp,It is dark,open\nBoat,It leaks,open\nNet,Wet,open\n")
        #expect(things.drafts.map(\.title) == ["Gate", "Lamp", "Boat", "Net"])
        let figures = dataset("issue,summary,status\n1,Gate,open\n2,Lamp,open\n3,Boat,open\n4,Net,open\n")
        #expect(figures.drafts.map(\.title) == ["Gate", "Lamp", "Boat", "Net"])
    }

    @Test func `an empty column gives its meaning to another of its name`() {
        let read = dataset("ref,area,bug,BUG,status,STATUS\n1,Pier,,Gate sticks,,FAIL\n2,Pier,,Lamp dark,,Passed\n")
        #expect(read.drafts.map(\.title) == ["Gate sticks", "Lamp dark"])
        #expect(read.drafts.map(\.status) == [.open, .resolved])
    }

    @Test func `the same holds for tables in a text`() {
        let text =
            "| # | Name | Description | Status |\n|---|---|---|---|\n| 1 | Ann | Gate sticks | Open |\n| 2 | Ann | Lamp dark | Open |\n"
            + "| 3 | Ann | Boat leaks | Withdrawn |\n| 4 | Ann | Net torn | Fixed |\n"
        #expect(read(text).drafts.map(\.title) == ["Gate sticks", "Lamp dark", "Boat leaks", "Net torn"])
        #expect(read(text).drafts.map(\.status) == [.open, .open, .closed, .resolved])
    }

    @Test(arguments: [
        "Номер;Заголовок;Описание;Приоритет;Статус\n7;Калитка;Заедает.;Высокий;Исправлено\n8;Лампа;Темно.;Низкий;Не исправлено\n",
        "番号\tタイトル\t説明\t優先度\tステータス\n7\t門\t動かない。\t高\t対応済み\n8\t灯\t暗い。\t低\t未対応\n",
        "Número;Título;Descripción;Prioridad;Estado\n7;Puerta;Se atasca.;Alta;Corregido\n8;Farol;Oscuro.;Baja;Sin resolver\n",
    ])
    func `columns of further languages are known`(text: String) {
        let drafts = dataset(text).drafts
        #expect(drafts.count == 2 && drafts.allSatisfy { $0.description != nil && !$0.title.isEmpty })
        #expect(drafts.map(\.status) == [.resolved, .open])
        #expect(drafts.map(\.values.priority) == [.high, .low])
    }
}

/// Words of further languages in texts, and statuses that nobody knows.
@Suite struct FurtherLanguageTests {
    @Test func `a status that is not understood resolves nothing`() {
        let told = tally(
            "## 1. Gate\n\nQ: It sticks?\nA: Oil it.\n\nStatus: with the smith\n\n## 2. Lamp\n\nQ: Dark?\nA: Look.\n")
        let statuses = told.values.statuses.elements.map(\.element.value)
        #expect(statuses == [.open, .resolved])
    }

    @Test(arguments: [
        ("Escalated.", Status.open), ("withdrawn: nobody wants it", .closed), ("已砍", .closed), ("対応済み", .resolved),
        ("対応待ち", .pending), ("Не исправлено", .open), ("ИСПРАВЛЕНО", .resolved), ("Закрыт", .closed),
        ("çözüldü", .resolved),
        ("FAIL", .open), ("Passed", .resolved), ("Chiuso", .closed), ("완료", .resolved),
    ])
    func `statuses of further languages are known`(words: String, status: Status) {
        #expect(StatusWords.status(of: words) == status)
    }

    @Test func `sections of further languages belong to the ticket above them`() {
        let text =
            "# Errores conocidos\n\n## La puerta se atasca\n\nEstado: resuelto\n\n### Sintoma\n\nNo abre.\n\n### Diagnostico\n\nÓxido.\n\n"
            + "### Correccion aplicada\n\nAceite.\n\n### Como verificar\n\nEmpujar.\n"
        let draft = read(text).drafts.first
        #expect(read(text).ticketCount == 1 && draft?.title == "La puerta se atasca" && draft?.status == .resolved)
        #expect(draft?.description == "No abre." && draft?.rootCauses == ["Óxido."] && draft?.answers == ["Aceite."])
    }

    @Test func `a customer whose last word asks is not answered`() {
        let talk = { (last: String) in
            read(
                "## 1. Gate\n\nCustomer: It sticks.\nAgent: Oil it.\nCustomer: \(last)\n\n## 2. Lamp\n\nCustomer: Dark.\nAgent: Look.\n"
            )
            .drafts.map { $0.startingStatus(asked: nil) }
        }
        #expect(talk("With what?") == [.open, .resolved])
        #expect(talk("Thanks.") == [.resolved, .resolved])
    }

    @Test func `records of who and what are no talk`() {
        let records = read(
            "\nEmail: ann@example.org\nQuery: The gate\n-----\n\nEmail: bob@example.org\nQuery: The lamp\n-----\n")
        #expect(records.form == .blocks && records.drafts.map(\.title) == ["The gate", "The lamp"])
        #expect(records.drafts.map(\.values.customer) == ["ann@example.org", "bob@example.org"])
    }

    @Test func `headings with texts outside of all tickets are as good as those inside`() {
        let part = { (name: String) in "# \(name)\n\nIt is so, and nobody mended it.\n\n" }
        let solved = (1...6).map { "## Matter \($0)\n\nIt was so.\nThen it was mended.\nAll is well.\n\n" }.joined()
        let open = ["Gate", "Lamp", "Boat", "Rope"].map(part).joined()
        #expect(!read(open + "# What was resolved\n\n" + solved).coverage.isUnderstood)
    }
}

/// Questions of plain texts and of headings.
@Suite struct GroupedQuestionTests {
    private func article(_ text: String, name: String) -> ArticleDraft {
        ArticleFile.incoming(Array(text.utf8), name: name, path: name).draft
    }

    @Test func `numbered lines above questions are headings, and none is lost`() {
        let text =
            "PIER - FREQUENTLY ASKED QUESTIONS\n\n1. GATES & LOCKS\n   Q: Where is it?\n   A: There.\n\n"
            + "2. PRODUCTS & SUPPORT\n   Q: Who helps?\n   A: We do.\n\n   Q: When?\n   A: Now.\n"
        let draft = article(text, name: "faq.txt")
        #expect(
            draft.entries.filter { $0.kind == .section && $0.level == 6 }.map(\.title) == [
                "GATES & LOCKS", "PRODUCTS & SUPPORT",
            ])
        #expect(draft.entries.filter { $0.kind == .item }.map(\.title) == ["Where is it?", "Who helps?", "When?"])
        #expect(draft.entries.filter { $0.kind == .step }.isEmpty)
    }

    @Test func `an answer in a heading belongs to the question in the heading above it`() {
        let text = "# 收集\n## 问题1\n  #### Q:门为什么卡住\n  #### A:生锈了\n## 问题2\n  #### Q:灯为什么不亮\n  #### A:没电了\n"
        let drafts = read(text).drafts
        #expect(read(text).form == .questions && drafts.map(\.title) == ["门为什么卡住", "灯为什么不亮"])
        #expect(drafts.map(\.answers) == [["生锈了"], ["没电了"]])
    }
}
