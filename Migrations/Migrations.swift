/// The schema's history, oldest first. The schema version of a desk is the number of migrations it has been through.
package enum Migrations {
    /// One step, as plain SQL.
    package struct Step: Sendable {
        package let name: String
        package let sql: [UInt8]
    }

    /// Every file of `sqlite/`, in order. A file that has landed is never edited: add another and list it here.
    package static var sqlite: [Step] {
        [
            Step(name: "0001-tickets", sql: PackageResources._001_tickets_sql),
            Step(name: "0002-life-cycle", sql: PackageResources._002_life_cycle_sql),
            Step(name: "0003-views", sql: PackageResources._003_views_sql),
            Step(name: "0004-category-care", sql: PackageResources._004_category_care_sql),
            Step(name: "0005-people", sql: PackageResources._005_people_sql),
            Step(name: "0006-relations", sql: PackageResources._006_relations_sql),
            Step(name: "0007-settings-and-texts", sql: PackageResources._007_settings_and_texts_sql),
            Step(name: "0008-taxonomy", sql: PackageResources._008_taxonomy_sql),
            Step(name: "0009-reports", sql: PackageResources._009_reports_sql),
            Step(name: "0010-sla", sql: PackageResources._010_sla_sql),
            Step(name: "0011-likeness", sql: PackageResources._011_likeness_sql),
            Step(name: "0012-answers", sql: PackageResources._012_answers_sql),
            Step(name: "0013-likeness-by-piece", sql: PackageResources._013_likeness_by_piece_sql),
            Step(name: "0014-events-that-count", sql: PackageResources._014_events_that_count_sql),
            Step(name: "0015-events-by-ticket", sql: PackageResources._015_events_by_ticket_sql),
            Step(name: "0016-likeness-without-triggers", sql: PackageResources._016_likeness_without_triggers_sql),
            Step(name: "0017-queries", sql: PackageResources._017_queries_sql),
            Step(name: "0018-consequences", sql: PackageResources._018_consequences_sql),
            Step(name: "0019-articles", sql: PackageResources._019_articles_sql),
            Step(name: "0020-diagnosis", sql: PackageResources._020_diagnosis_sql),
            Step(name: "0021-domains", sql: PackageResources._021_domains_sql),
            Step(name: "0022-tools", sql: PackageResources._022_tools_sql),
            Step(name: "0023-many-articles", sql: PackageResources._023_many_articles_sql),
            Step(name: "0024-breaches-are-facts", sql: PackageResources._024_breaches_are_facts_sql),
            Step(name: "0025-report-schedules", sql: PackageResources._025_report_schedules_sql),
            Step(name: "0026-any-file", sql: PackageResources._026_any_file_sql),
            Step(name: "0027-ticket-digests", sql: PackageResources._027_ticket_digests_sql),
        ]
    }

    /// The schema version that this program writes.
    package static let current = 27
}
