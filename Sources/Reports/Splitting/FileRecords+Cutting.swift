extension FileRecords {
    /// Appends the records of about one more chunk; false when the file is done.
    mutating func next(into records: inout [RawRecord]) -> Bool {
        cutRecords(into: &records)
        if isAtEnd {
            finish(into: &records)
            return false
        }
        do {
            let more = try source.next(atLeast: text.count)
            isAtEnd = more.isEmpty
            append(more)
        } catch {
            (isAtEnd, damage) = (true, error)
        }
        return true
    }

    private mutating func append(_ more: [UInt8]) {
        guard var decoder else {
            text = text.isEmpty ? more : text + more
            return
        }
        text += decoder.decode(more)
        if isAtEnd { text += decoder.finish() }
        self.decoder = decoder
    }

    private mutating func cutRecords(into records: inout [RawRecord]) {
        var start = skipOversize(into: &records)
        let buffer = text
        while let cut = splitter.cut(buffer.span, from: start, atEnd: isAtEnd && damage == nil), cut.next > 0 {
            switch role(of: cut, at: start) {
            case .record: records.append(record(cut, buffer, start))
            case .between: break
            case .newBeginning: continue
            }
            advance(over: start..<start + cut.next, lines: cut.lines)
            start += cut.next
        }
        text = start == 0 ? buffer : Array(buffer[start...])
        // Joined rows may wait for a next row as long as themselves, so up to twice the limit can still be right.
        if text.count > 2 * settings.maxRecordBytes { beginOversize() }
    }

    private enum Role {
        case record, between
        /// The splitter has changed; the same place is to be cut anew.
        case newBeginning
    }

    private mutating func role(of cut: RecordCut, at start: Int) -> Role {
        if case .blank = cut.outcome { return .between }
        guard case .header(let delimiter) = shape else { return .record }
        let row = Array(text[start..<start + cut.length])
        if row.count == 5, row.starts(with: Array("sep=".utf8)) {
            splitter = .rows(RowSplitter(delimiter: row[4], maxBytes: settings.maxRecordBytes))
            shape = .header(delimiter: row[4])
            return .between
        }
        do throws(Rejection) {
            if case .refused(let rejection) = cut.outcome { throw rejection }
            try beginRows(row, delimiter)
            return .between
        } catch {
            splitter = .whole(error)
            shape = .refused(delimiter == 0x09 ? .tsv : .csv)
            return .newBeginning
        }
    }

    private mutating func beginRows(_ row: [UInt8], _ delimiter: UInt8) throws(Rejection) {
        guard !row.contains(0) else { throw .nulByte }
        let isUTF8 = encoding != .windows1252 && (try? UTF8Span(validating: row.span)) != nil
        let plain = isUTF8 || encoding == .utf8 ? row : Windows1252.decode(row.span)
        let header = try TableHeader(plain, raw: row, delimiter: delimiter, settings: settings)
        let idColumn = settings.rowLayout == .severalAVisit ? header.column(of: .id) : nil
        splitter = .rows(RowSplitter(delimiter: delimiter, maxBytes: settings.maxRecordBytes, idColumn: idColumn))
        shape = .rows(header)
    }

    private func record(_ cut: RecordCut, _ buffer: [UInt8], _ start: Int) -> RawRecord {
        let range = start..<start + min(cut.length, settings.maxRecordBytes)
        var rejection: Rejection?
        if cut.length > settings.maxRecordBytes { rejection = .recordTooLong(limit: settings.maxRecordBytes) }
        if case .refused(let reason) = cut.outcome, rejection == nil || isWhole { rejection = reason }
        let content = rejection.map { refusal($0, length: cut.length) } ?? shape.content
        return RawRecord(place: place, buffer: buffer, range: range, content: content, encoding: encoding)
    }

    mutating func advance(over range: Range<Int>, lines: Int) {
        line += lines
        byte += decoder == nil ? range.count : UTF16Decoder.sourceLength(of: text.span, range)
    }
}
