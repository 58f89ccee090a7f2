import Workflow

/// A report that `desk tick` writes into a folder, as the desk keeps it.
package struct ReportSchedule: Equatable, Sendable {
    package var id: Int64
    package var name: String
    /// The words behind `desk report`.
    package var command: [String]
    package var folder: String
    package var recurrence: Recurrence
    /// So many files stay; nil: all.
    package var keep: Int?
    /// The last of its days that is done with: days since 1970-01-01.
    package var writtenFor: Int

    package init(
        id: Int64, name: String, command: [String], folder: String, recurrence: Recurrence, keep: Int?, writtenFor: Int
    ) {
        self.id = id
        self.name = name
        self.command = command
        self.folder = folder
        self.recurrence = recurrence
        self.keep = keep
        self.writtenFor = writtenFor
    }
}

/// Reading schedules of reports.
package enum ReportSchedules {
    /// Days since 1970-01-01 that a calendar has.
    private static let days: ClosedRange<Int64> = -719_162...2_932_896

    /// In the order in which they were made.
    package static func all(in db: any Transaction) throws -> [ReportSchedule] {
        let sql = """
            SELECT id, name, command, folder, recurrence, keep, written_for FROM report_schedule
            WHERE is_retired = 0 ORDER BY id
            """
        return try db.rows(sql).map { row in
            guard let recurrence = Recurrence(try row.text(4)) else {
                throw StorageError.wrongValue(column: "recurrence", expected: "days that come again")
            }
            guard Self.days.contains(try row.integer(6)) else {
                throw StorageError.wrongValue(column: "written_for", expected: "a day of the years 1 to 9999")
            }
            return ReportSchedule(
                id: try row.integer(0), name: try row.text(1),
                command: try row.text(2).split(separator: "\n").map { String($0) }, folder: try row.text(3),
                recurrence: recurrence, keep: try row.optionalInteger(5).map { Int($0) }, writtenFor: try row.int(6))
        }
    }

    /// - Throws: `TextError.unknownText`
    package static func find(_ name: String, in db: any Transaction) throws -> ReportSchedule {
        let schedules = try all(in: db)
        let plain = folded(name)
        if let schedule = schedules.first(where: { folded($0.name) == plain }) { return schedule }
        throw TextError.unknownText(.schedule, name, nearest: Nearest(to: plain).among(schedules.map(\.name)))
    }
}

extension Store {
    /// Keeps a schedule. Its command has been tried: here it is kept.
    /// - Parameter schedule: its id counts for nothing.
    /// - Parameter isNew: one of the name must not be there yet; else it must.
    /// - Throws: `TextError.exists`, `.unknownText`
    package func keep(
        _ schedule: ReportSchedule, isNew: Bool, _ context: CommandContext
    ) throws -> WriteResult {
        try write(context, needs: .automation) { operation in
            let isThere = try DeskTexts.all(.schedule, in: operation.db).contains {
                folded($0.name) == folded(schedule.name)
            }
            if isNew && isThere { throw TextError.exists(.schedule, schedule.name) }
            let known = isNew ? nil : try ReportSchedules.find(schedule.name, in: operation.db)
            let id = try operation.row(of: schedule.name, .schedule)
            try operation.change(.scheduleCommand, ofRow: id, to: .text(schedule.command.joined(by: "\n")))
            try operation.change(.scheduleFolder, ofRow: id, to: .text(schedule.folder))
            try operation.change(.scheduleRecurrence, ofRow: id, to: .text(schedule.recurrence.text))
            try operation.change(.scheduleKeep, ofRow: id, to: .optional(schedule.keep.map { Int64($0) }))
            try operation.change(.scheduleRetired, ofRow: id, to: .flag(false))
            // What other days would have been is nobody's turn any more.
            if known?.recurrence != schedule.recurrence {
                try Self.note(schedule.writtenFor, ofRow: id, in: operation.db)
            }
        }.result
    }

    /// Says that a day is done with. Nobody changed anything by that, so it is no operation.
    package func wrote(_ schedule: ReportSchedule, forDay day: Int) throws {
        try maintain { try Self.note(day, ofRow: schedule.id, in: $0) }
    }

    private static func note(_ day: Int, ofRow id: Int64, in db: any Transaction) throws {
        try db.run("UPDATE report_schedule SET written_for = $1 WHERE id = $2", [.integer(Int64(day)), .integer(id)])
    }
}
