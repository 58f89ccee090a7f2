import Reporting

extension Document {
    /// Every document that the program prints, by name. A test compares it with what stands in this folder.
    package static var all: [Document] {
        (single + lists + ReportKind.allCases.map(report)).sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
    }

    private static var single: [Document] {
        [
            agent, article, calendar, changed, diagnosis, domain, done, draft, due, error, flow, health, imported,
            message,
            next,
            overview,
            logMatches, problem, tick,
            ticket, written,
        ]
    }

    private static var lists: [Document] {
        [
            agents, answers, articleDiff, articleFindings, articleGaps, articleHits, articleLines, articles,
            articleVersions,
            attachments, batches, calendars, canned, categories, cause, causes, columns, customers,
            diagnoses, diagnosisChanges, diff, documents, domains, drafts, drill, duplicates, evaluation, export,
            fields,
            history, hits, dialects, dialectTest, macros, operations,
            organisations, permissions, policies, priorities, problems, promises, roundtrip, ruleLog, rules, schedules,
            settings,
            show, similar, simulation, sources, suspicions, tags, teams, tickets, tools, transitions, triage, undone,
            versions,
            views,
        ]
    }
}
