/// What the columns of one table hold.
final class TableHeader: Sendable {
    let delimiter: UInt8
    let columnCount: Int
    /// The header row as it stands in the file.
    let raw: [UInt8]
    private let columns: [ReportField: Int]

    /// Maps the header row by the settings, or says which columns are wanting; `row` is `raw` in UTF-8.
    init(_ row: [UInt8], raw: [UInt8], delimiter: UInt8, settings: IntakeSettings) throws(Rejection) {
        let names = try Self.cells(row, delimiter, limit: settings.maxColumns)
        let keys = names.map(Self.key)
        var columns: [ReportField: Int] = [:]
        for (field, accepted) in settings.columns {
            for name in accepted.map(Self.key) {
                guard let column = keys.firstIndex(of: name) else { continue }
                guard keys.lastIndex(of: name) == column else { throw .doubleColumn(names[column]) }
                columns[field] = column
                break
            }
        }
        var missing = [ReportField.id, .client, .note].filter { columns[$0] == nil }
        if columns[.start] == nil, columns[.date] == nil { missing.append(.start) }
        // A first row that names fewer than two known columns may be a client's record, which no message may quote.
        guard missing.isEmpty else {
            throw .missingColumns(missing.map(\.rawValue), found: columns.count < 2 ? [] : names)
        }
        self.delimiter = delimiter
        self.columns = columns
        columnCount = names.count
        self.raw = raw
    }

    func column(of field: ReportField) -> Int? { columns[field] }

    /// How many of the fields that a report must have are named in a first line; tells tables from notes.
    static func requiredFields(in row: [UInt8], delimiter: UInt8, settings: IntakeSettings) -> Int {
        guard let names = try? cells(row, delimiter, limit: settings.maxColumns) else { return 0 }
        let keys = Set(names.map(key))
        let required: [ReportField] = [.id, .client, .note, .start]
        return required.count { field in settings.columns[field, default: []].contains { keys.contains(key($0)) } }
    }

    private static func cells(_ row: [UInt8], _ delimiter: UInt8, limit: Int) throws(Rejection) -> [String] {
        let text = row.span
        var cells: [String] = []
        var at = 0
        while at <= row.count {
            guard cells.count < limit else { throw .tooManyColumns(limit: limit) }
            cells.append(try TableCell(text, &at, in: 0..<row.count, delimiter: delimiter).string(text))
        }
        return cells
    }

    /// A column's name without what makes no difference.
    private static func key(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
    }
}
