import Storage
import Workflow

/// How many tickets each category has; on a large desk by a sample, because only the root of it counts, and counting a hundred
/// thousand tickets takes longer than all the rest.
enum CategorySizes {
    /// Up to so many tickets they are counted.
    static let most: Int64 = 8192
    /// A sample is so many tickets, in so many runs of neighbouring numbers.
    private static let sample: Int64 = 4096
    private static let runs: Int64 = 64

    static func read(in db: any Transaction) throws -> [Category.ID: Int] {
        let newest = try db.row("SELECT COALESCE(MAX(id), 0) FROM ticket")?.integer(0) ?? 0
        guard newest > most else { return try counted(1...max(1, newest), in: db) }
        let length = Self.sample / runs
        var sizes: [Category.ID: Int] = [:]
        for run in 0..<runs {
            let first = run * newest / runs + 1
            sizes.merge(try counted(first...(first + length - 1), in: db)) { $0 + $1 }
        }
        return try scaled(sizes, by: Int(newest / Self.sample), in: db)
    }

    private static func counted(
        _ numbers: ClosedRange<Int64>, in db: any Transaction
    ) throws -> [Category.ID: Int] {
        // Counted here: SQLite would sort them first, because no index is by number and category.
        let sql = """
            SELECT category_id FROM ticket WHERE id BETWEEN $1 AND $2 AND category_id IS NOT NULL AND removal = 0
            """
        var sizes: [Category.ID: Int] = [:]
        try db.each(sql, [.integer(numbers.lowerBound), .integer(numbers.upperBound)]) { row in
            sizes[try row.integer(0), default: 0] += 1
        }
        return sizes
    }

    /// A category that the sample missed may still have tickets: where it has one, it counts for half of what one in the
    /// sample stands for.
    private static func scaled(
        _ sizes: [Category.ID: Int], by scale: Int, in db: any Transaction
    ) throws -> [Category.ID: Int] {
        var scaled = sizes.mapValues { $0 * scale }
        for row in try db.rows("SELECT id FROM category") {
            let id = try row.integer(0)
            guard scaled[id] == nil else { continue }
            let sql = "SELECT 1 FROM ticket WHERE category_id = $1 AND removal = 0 LIMIT 1"
            if try db.row(sql, [.integer(id)]) != nil { scaled[id] = max(1, scale / 2) }
        }
        return scaled
    }
}
