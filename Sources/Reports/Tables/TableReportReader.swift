/// Reads the rows of one visit by the header's columns.
///
/// - Identifiers, times and yes/no cells are trimmed; notes stay as they are.
/// - Empty cells at the end of a row, beyond the header's, are ignored.
/// - A time of day alone takes its day from the date column; an end before its start then belongs to the next day.
/// - Joined rows must agree on client and start; the last end counts; the same note or task twice counts once.
struct TableReportReader: Sendable {
    let times: TimeReader
    let limits: ReportDraft.Limits
    let words: YesNoWords
    let notesHoldHTML: Bool
    let maxColumns: Int

    func report(in text: Span<UInt8>, _ header: TableHeader) throws(Rejection) -> VisitReport {
        var at = 0
        var draft = ReportDraft()
        var notes: [String] = []
        var isFirst = true
        while at < text.count {
            let rowEnd = end(ofRowAt: at, in: text, header.delimiter)
            let row = Row(header: header, cells: try cells(text, at..<rowEnd, header))
            let next = try self.draft(row, text)
            if isFirst {
                draft = next
            } else {
                try merge(next, into: &draft)
            }
            if let note = next.note, !notes.contains(note), isFirst || !note.isEmpty { notes.append(note) }
            isFirst = false
            at = rowEnd
            while at < text.count, text[at] == 0x0D || text[at] == 0x0A { at += 1 }
        }
        draft.note = draft.note == nil ? nil : notes.filter { !$0.isEmpty }.joined(separator: "\n")
        return try draft.report(limits)
    }

    struct Row {
        let header: TableHeader
        let cells: [TableCell]

        func cell(_ field: ReportField) -> TableCell? { header.column(of: field).map { cells[$0] } }
    }

    private func end(ofRowAt start: Int, in text: Span<UInt8>, _ delimiter: UInt8) -> Int {
        var scan = RowScan()
        let cut = scan.cut(text, from: start, delimiter: delimiter, maxBytes: .max, atEnd: true)
        return start + (cut?.length ?? text.count - start)
    }

    private func cells(_ text: Span<UInt8>, _ row: Range<Int>, _ header: TableHeader) throws(Rejection) -> [TableCell] {
        var cells: [TableCell] = []
        cells.reserveCapacity(header.columnCount)
        var at = row.lowerBound
        while at <= row.upperBound {
            let cell = TableCell(text, &at, in: row, delimiter: header.delimiter)
            if cells.count >= header.columnCount, cell.bytes.isEmpty { continue }
            guard cells.count < maxColumns else { throw .tooManyColumns(limit: maxColumns) }
            cells.append(cell)
        }
        guard cells.count == header.columnCount else { throw .cellCount(expected: header.columnCount, found: cells.count) }
        return cells
    }

    private func merge(_ next: ReportDraft, into draft: inout ReportDraft) throws(Rejection) {
        guard next.client == draft.client || next.client == nil else { throw .rowsDisagree(field: "client") }
        guard next.start == draft.start || next.start == nil else { throw .rowsDisagree(field: "start") }
        if let end = next.end, draft.end.map({ $0.earlier < end.earlier }) ?? true { draft.end = end }
        draft.carer = draft.carer ?? next.carer
        draft.scheduledStart = draft.scheduledStart ?? next.scheduledStart
        draft.scheduledEnd = draft.scheduledEnd ?? next.scheduledEnd
        draft.medicationDue = next.medicationDue == true ? true : draft.medicationDue ?? next.medicationDue
        draft.received = draft.received ?? next.received
        draft.region = draft.region ?? next.region
        for task in next.tasks where !draft.tasks.contains(task) { draft.tasks.append(task) }
    }
}
