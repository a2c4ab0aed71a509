extension FileRecords {
    mutating func beginOversize() {
        if case .header(let delimiter) = shape {
            splitter = .whole(.recordTooLong(limit: settings.maxRecordBytes))
            shape = .refused(delimiter == 0x09 ? .tsv : .csv)
        }
        oversize = Oversize(
            place: place, kept: Array(text.prefix(settings.maxRecordBytes)), length: text.count, endsWithReturn: text.last == 0x0D
        )
        advance(over: 0..<text.count, lines: 0)
        text = []
        splitter.reset()
    }

    /// Leaves out what still belongs to a record that is too long; gives where the next one begins.
    mutating func skipOversize(into records: inout [RawRecord]) -> Int {
        guard var skipped = oversize, !text.isEmpty else { return 0 }
        let end = splitter.resumesAtLines ? text.firstIndex(of: 0x0A) : nil
        let length = end ?? text.count
        if length > 0 { skipped.endsWithReturn = text[length - 1] == 0x0D }
        skipped.length += length
        oversize = skipped
        let next = end.map { $0 + 1 } ?? length
        advance(over: 0..<next, lines: end == nil ? 0 : 1)
        if end != nil { endOversize(into: &records) }
        return next
    }

    private mutating func endOversize(into records: inout [RawRecord]) {
        guard let skipped = oversize else { return }
        oversize = nil
        let length = skipped.length - (skipped.endsWithReturn && splitter.resumesAtLines ? 1 : 0)
        var rejection = Rejection.recordTooLong(limit: settings.maxRecordBytes)
        if case .whole(let reason?) = splitter { rejection = reason }
        records.append(
            RawRecord(
                place: skipped.place, buffer: skipped.kept, range: 0..<skipped.kept.count,
                content: refusal(rejection, length: length), encoding: encoding))
    }

    /// The last records: one that was too long, what a damaged file left incomplete, and the note of an empty text file.
    mutating func finish(into records: inout [RawRecord]) {
        endOversize(into: &records)
        if let damage {
            let kept = Array(text.prefix(settings.maxRecordBytes))
            records.append(
                RawRecord(
                    place: place, buffer: kept, range: 0..<kept.count, content: refusal(damage, length: text.count),
                    encoding: encoding))
        } else if case .text = shape, isEmpty {
            records.append(RawRecord(place: place, buffer: [], range: 0..<0, content: .text, encoding: encoding))
        }
    }

    var isWhole: Bool {
        if case .whole = splitter { return true }
        return false
    }

    var place: RecordPlace { RecordPlace(file: file, line: line, byte: byte) }

    func refusal(_ rejection: Rejection, length: Int) -> RawRecord.Content {
        var header: TableHeader?
        if case .rows(let known) = shape { header = known }
        return .refused(rejection, shape.format, length: length, header: header)
    }
}
