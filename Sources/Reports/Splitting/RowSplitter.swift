/// Parts a table into rows (RFC 4180), or into runs of rows that share a visit's id.
///
/// - A quote inside an unquoted cell is a plain character.
/// - Where quotes do not add up, only the row's first line is refused and reading goes on at the next line.
struct RowSplitter {
    private let delimiter: UInt8
    private let maxBytes: Int
    /// The column by which rows are joined; nil when every row stands alone.
    private var idColumn: Int?
    private var row = RowScan()
    private var run: Run?
    /// The row that ended the last run, already found.
    private var ahead: RecordCut?

    private struct Run {
        var cut: RecordCut
        var id: Range<Int>
    }

    init(delimiter: UInt8, maxBytes: Int, idColumn: Int? = nil) {
        self.delimiter = delimiter
        self.maxBytes = maxBytes
        self.idColumn = idColumn
    }

    /// The same way of parting, with nothing begun.
    var fresh: RowSplitter { RowSplitter(delimiter: delimiter, maxBytes: maxBytes, idColumn: idColumn) }

    mutating func cut(_ text: Span<UInt8>, from start: Int, atEnd: Bool) -> RecordCut? {
        guard idColumn != nil else { return nextRow(text, start, start, atEnd) }
        while true {
            let rowStart = start + (run?.cut.next ?? 0)
            guard let next = nextRow(text, start, rowStart, atEnd) else {
                return atEnd || text.count - rowStart > maxBytes ? endRun() : nil
            }
            guard let joined = run else {
                guard case .record = next.outcome, let id = idCell(text, rowStart..<rowStart + next.length) else { return next }
                run = Run(cut: next, id: id.lowerBound - start..<id.upperBound - start)
                continue
            }
            guard isSameVisit(joined, next, text, start, rowStart) else {
                ahead = next
                return endRun()
            }
            run?.cut.length = joined.cut.next + next.length
            run?.cut.next += next.next
            run?.cut.lines += next.lines
            if joined.cut.next + next.length > maxBytes {
                run?.cut.outcome = .refused(.recordTooLong(limit: maxBytes))
                return endRun()
            }
        }
    }

    private mutating func endRun() -> RecordCut? {
        defer {
            run = nil
            row = RowScan()
        }
        return run?.cut
    }

    private func isSameVisit(_ run: Run, _ next: RecordCut, _ text: Span<UInt8>, _ start: Int, _ rowStart: Int) -> Bool {
        guard case .record = next.outcome, next.length <= maxBytes, let id = idCell(text, rowStart..<rowStart + next.length),
            id.count == run.id.count
        else { return false }
        for offset in 0..<id.count where text[id.lowerBound + offset] != text[start + run.id.lowerBound + offset] { return false }
        return true
    }

    /// The bytes of the row's id; nil when the row is too short or its id empty.
    private func idCell(_ text: Span<UInt8>, _ row: Range<Int>) -> Range<Int>? {
        var at = row.lowerBound
        for column in 0...(idColumn ?? 0) {
            guard at <= row.upperBound else { return nil }
            let cell = TableCell(text, &at, in: row, delimiter: delimiter)
            if column == idColumn { return cell.bytes.isEmpty ? nil : cell.bytes }
        }
        return nil
    }

    private mutating func nextRow(_ text: Span<UInt8>, _ start: Int, _ rowStart: Int, _ atEnd: Bool) -> RecordCut? {
        if let found = ahead {
            ahead = nil
            return found
        }
        guard rowStart < text.count else { return nil }
        guard let cut = row.cut(text, from: rowStart, delimiter: delimiter, maxBytes: maxBytes, atEnd: atEnd) else { return nil }
        row = RowScan()
        return cut
    }
}
