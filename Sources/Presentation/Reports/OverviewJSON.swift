import Reporting
import Storage
import Workflow

/// The overview as programs read it: one document, in which each section is what its own report prints.
package struct OverviewJSON {
    package let texts: OverviewTexts
    package let zone: TimeZoneRules

    package init(texts: OverviewTexts, zone: TimeZoneRules) {
        self.texts = texts
        self.zone = zone
    }

    /// - Parameter asOf: the time that it is about; nil is now.
    package func bytes(of overview: OverviewReport, asOf: Instant?) -> [UInt8] {
        let rendering = JSONRendering(zone: zone)
        let sections = overview.sections.map { report in
            let rows = ReportRows(words: texts.words, zone: zone.name).rows(
                of: report, query: overview.asked, for: .json)
            return [
                "report": .string(report.kind.rawValue), "command": .string(texts.command(report, of: overview)),
                "rows": rendering.document(rows),
            ] as JSONValue
        }
        let document = Document.overview.json([
            "query": .string(overview.asked.description),
            "asOf": asOf.map { rendering.time($0.milliseconds) } ?? .null, "zone": .string(zone.name),
            "period": .string(overview.period.text),
            "before": .string(overview.before.text), "tickets": .integer(Int64(overview.tickets)),
            "withoutTime": .integer(Int64(overview.timeless)),
            "headlines": .array(overview.headlines.map(json)), "sections": .array(sections),
        ])
        return JSONWriter.bytes(of: document) + [0x0A]
    }

    private func json(_ headline: OverviewReport.Headline) -> JSONValue {
        [
            "figure": .string(headline.name.rawValue), "now": number(headline.now), "before": number(headline.before),
            "p90": headline.p90.map(number) ?? .null, "better": headline.isBetter.map { .bool($0) } ?? .null,
            "query": headline.drill.map { .string($0.query.spelledOut.description) } ?? .null,
        ]
    }

    private func number(_ figure: Figure) -> JSONValue {
        switch figure {
        case .count(let count): .integer(Int64(count))
        default: figure.number.map { .double($0.toFourPlaces) } ?? .null
        }
    }
}
