import Files

#if XLSX
    import CXLSXWriter
    import Import

    /// Writes a workbook with libxlsxwriter. Only this file knows the library.
    struct WorkbookWriter {
        private typealias Format = UnsafeMutablePointer<lxw_format>

        private let path: String
        private let book: UnsafeMutablePointer<lxw_workbook>
        private var formats: [Shape: Format] = [:]

        /// - Throws: `FileError.cannotWrite`
        package static func write(_ workbook: Workbook, to path: String) throws {
            guard let book = workbook_new(path) else { throw FileError.cannotWrite(path, reason: "") }
            var writer = WorkbookWriter(path: path, book: book)
            writer.describe(workbook)
            var failure: (any Error)?
            do {
                for sheet in workbook.sheets { try writer.add(sheet) }
            } catch {
                failure = error
            }
            // Closing gives the memory back too.
            let end = workbook_close(book)
            if let failure { throw failure }
            try writer.check(end)
        }

        private init(path: String, book: UnsafeMutablePointer<lxw_workbook>) {
            self.path = path
            self.book = book
        }

        private func describe(_ workbook: Workbook) {
            var properties = lxw_doc_properties()
            // The library would put the system's clock in, and the same command write another file each time.
            properties.created = time_t(workbook.made.milliseconds / 1000)
            workbook.title.withCString { title in
                properties.title = UnsafeMutablePointer(mutating: title)
                _ = workbook_set_properties(book, &properties)
            }
        }

        private mutating func add(_ sheet: Workbook.Sheet) throws {
            guard let page = workbook_add_worksheet(book, sheet.name) else {
                throw FileError.cannotWrite(path, reason: sheet.name)
            }
            for (column, width) in sheet.widths.enumerated() {
                try check(worksheet_set_column(page, UInt16(column), UInt16(column), Double(width), nil))
            }
            let lines = (sheet.headings.isEmpty ? [] : [sheet.headings.map { Workbook.Cell.filtered($0) }]) + sheet.rows
            for (row, line) in lines.enumerated() { try write(line, row, page) }
            if let total = sheet.total { try write(total, lines.count, page, isBold: true) }
            guard !sheet.headings.isEmpty else { return }
            worksheet_freeze_panes(page, 1, 0)
            try check(worksheet_autofilter(page, 0, 0, UInt32(sheet.rows.count), UInt16(sheet.headings.count - 1)))
            if let chart = sheet.chart { try draw(chart, of: sheet, on: page) }
        }

        private mutating func write(
            _ cells: [Workbook.Cell], _ row: Int, _ page: UnsafeMutablePointer<lxw_worksheet>, isBold: Bool = false
        ) throws {
            for (column, cell) in cells.enumerated() {
                let (row, column) = (UInt32(row), UInt16(column))
                let format = format(Shape(cell, isBold: isBold))
                switch cell {
                case .empty: continue
                case .text(let text), .heading(let text), .filtered(let text), .line(let text):
                    try check(worksheet_write_string(page, row, column, Self.fitting(text), format))
                case .truth(let truth): try check(worksheet_write_boolean(page, row, column, truth ? 1 : 0, format))
                case .number(let number): try check(worksheet_write_number(page, row, column, Double(number), format))
                case .decimal(let number), .share(let number), .change(let number):
                    try check(worksheet_write_number(page, row, column, number, format))
                case .length(let seconds):
                    try check(worksheet_write_number(page, row, column, Double(seconds) / 86_400, format))
                case .time(let time):
                    try check(worksheet_write_number(page, row, column, Self.serial(Double(time) / 86_400_000), format))
                case .day(let day):
                    try check(worksheet_write_number(page, row, column, Self.serial(Double(day)), format))
                }
            }
        }

        /// Days as spreadsheet programs count them, of days since 1970.
        private static func serial(_ days: Double) -> Double { days + 25_569 }

        /// As much of a text as a cell takes.
        private static func fitting(_ text: String) -> String {
            let most = 32_767
            guard text.utf16.count > most else { return text }
            var (kept, room) = (String.UnicodeScalarView(), most - 1)
            for scalar in text.unicodeScalars {
                room -= UTF16.width(scalar)
                guard room >= 0 else { break }
                kept.append(scalar)
            }
            return String(kept) + DisplayWidth.cut
        }

        // MARK: Charts

        private func draw(
            _ chart: Workbook.Chart, of sheet: Workbook.Sheet, on page: UnsafeMutablePointer<lxw_worksheet>
        ) throws {
            let kind = chart.isTimeLine ? LXW_CHART_COLUMN : LXW_CHART_BAR
            guard let drawing = workbook_add_chart(book, UInt8(kind.rawValue)) else {
                throw FileError.cannotWrite(path, reason: chart.title)
            }
            let (last, column) = (UInt32(chart.rows), UInt16(chart.column))
            let series = chart_add_series(drawing, nil, nil)
            chart_series_set_categories(series, sheet.name, 1, 0, last, 0)
            chart_series_set_values(series, sheet.name, 1, column, last, column)
            chart_series_set_name_range(series, sheet.name, 0, column)
            chart_title_set_name(drawing, chart.title)
            chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
            // The first row stands at the top.
            if !chart.isTimeLine { chart_axis_set_reverse(drawing.pointee.x_axis) }
            var options = lxw_chart_options()
            options.x_scale = 1.5
            options.y_scale = chart.isTimeLine ? 1.5 : max(1, Double(chart.rows) / 12)
            try check(worksheet_insert_chart_opt(page, 1, UInt16(sheet.headings.count + 1), drawing, &options))
        }

        // MARK: Formats

        /// What a cell looks like.
        private struct Shape: Hashable {
            package var number: String?
            var isBold: Bool
            var isFixedWidth = false

            package init(_ cell: Workbook.Cell, isBold: Bool) {
                self.isBold = isBold
                switch cell {
                case .empty, .text, .truth: break
                case .heading, .filtered: self.isBold = true
                case .line: isFixedWidth = true
                case .number: number = "0"
                case .decimal: number = "0.0"
                case .share: number = "0.0%"
                case .change: number = "+0%;-0%;0%"
                case .length: number = "[h]:mm:ss"
                case .time: number = "yyyy-mm-dd hh:mm:ss"
                case .day: number = "yyyy-mm-dd"
                }
            }
        }

        private mutating func format(_ shape: Shape) -> Format? {
            if let known = formats[shape] { return known }
            guard let format = workbook_add_format(book) else { return nil }
            if let number = shape.number { format_set_num_format(format, number) }
            if shape.isBold { format_set_bold(format) }
            if shape.isFixedWidth { format_set_font_name(format, "Consolas") }
            formats[shape] = format
            return format
        }

        private func check(_ error: lxw_error) throws {
            guard error != LXW_NO_ERROR else { return }
            throw FileError.cannotWrite(path, reason: String(cString: lxw_strerror(error)))
        }
    }
#endif
