/// Understands raw records: pure, and safe to use on many cores at once.
///
/// - A record that is not UTF-8 is read as Windows-1252 where its format and the settings allow; NUL bytes never are.
/// - A FHIR Bundle gives a record for each of its documents; a resource that is no document gives none.
package struct RecordReader: Sendable {
    private let json: JSONReportReader
    private let table: TableReportReader
    private let notes: NoteReader
    private let fhir: FHIRReader

    /// Fails on settings that cannot be used: an unknown time zone or a broken path pattern.
    package init(_ settings: IntakeSettings) throws(IntakeError) {
        guard let zone = LocalZone(identifier: settings.timeZone) else { throw .unknownTimeZone(settings.timeZone) }
        let times = TimeReader(zone: zone, order: settings.dateOrder)
        let limits = ReportDraft.Limits(maxIdentifierBytes: settings.maxIdentifierBytes, region: settings.region)
        json = JSONReportReader(times: times, limits: limits)
        table = TableReportReader(
            times: times, limits: limits, words: YesNoWords(settings), notesHoldHTML: settings.notesHoldHTML,
            maxColumns: settings.maxColumns)
        notes = NoteReader(path: try NotePathPattern(settings.notePath), times: times, limits: limits)
        fhir = FHIRReader(times: times, limits: limits)
    }

    package func read(_ batch: [RawRecord]) -> [IntakeRecord] {
        var records: [IntakeRecord] = []
        records.reserveCapacity(batch.count)
        for raw in batch { read(raw, into: &records) }
        return records
    }

    package func read(_ raw: RawRecord, into records: inout [IntakeRecord]) {
        do {
            try understand(raw, into: &records)
        } catch {
            records.append(.putAside(putAside(raw, error)))
        }
    }

    private func understand(_ raw: RawRecord, into records: inout [IntakeRecord]) throws(Rejection) {
        let text = raw.buffer.span.extracting(raw.range)
        if case .refused(let rejection, _, _, _) = raw.content { throw rejection }
        let isUTF8 = raw.encoding != .windows1252 && isValid(text)
        if isUTF8 { return try understand(text, raw, into: &records) }
        guard raw.encoding == .automatic || raw.encoding == .windows1252 else { throw hasNUL(text) ? .nulByte : .notUTF8 }
        let decoded = Windows1252.decode(text)
        try understand(decoded.span, raw, into: &records)
    }

    private func understand(_ text: Span<UInt8>, _ raw: RawRecord, into records: inout [IntakeRecord]) throws(Rejection) {
        switch raw.content {
        case .json:
            do {
                records.append(.report(try json.report(in: text), raw.place))
            } catch {
                throw hasNUL(text) ? .nulByte : error
            }
        case .rows(let header):
            guard !hasNUL(text) else { throw .nulByte }
            records.append(.report(try table.report(in: text, header), raw.place))
        case .text:
            guard !hasNUL(text) else { throw .nulByte }
            records.append(.report(try notes.report(note: text, file: raw.place.file), raw.place))
        case .fhir:
            for outcome in try fhir.reports(in: text) { records.append(record(of: outcome, raw.place)) }
        case .refused: break
        }
    }

    private func record(of outcome: FHIRReader.Outcome, _ place: RecordPlace) -> IntakeRecord {
        switch outcome {
        case .report(let report): .report(report, place)
        case .refused(let rejection, let raw):
            .putAside(
                PutAside(
                    place: place, reason: rejection.reason(at: place, kept: raw.count, of: raw.count),
                    problem: rejection.problem, raw: raw, format: .fhir))
        }
    }

    private func putAside(_ raw: RawRecord, _ rejection: Rejection) -> PutAside {
        let bytes = Array(raw.buffer[raw.range])
        var whole = bytes.count
        var header: [UInt8] = []
        var format: InputFormat?
        switch raw.content {
        case .json: format = .ndjson
        case .fhir: format = .fhir
        case .text: format = .text
        case .rows(let table):
            header = table.raw
            format = table.delimiter == 0x09 ? .tsv : .csv
        case .refused(_, let known, let length, let table):
            whole = length
            header = table?.raw ?? []
            format = known
        }
        let reason = rejection.reason(at: raw.place, kept: bytes.count, of: whole)
        return PutAside(
            place: raw.place, reason: reason, problem: rejection.problem, raw: bytes, length: whole, format: format,
            header: header)
    }
}

private func isValid(_ text: Span<UInt8>) -> Bool { (try? UTF8Span(validating: text)) != nil }

private func hasNUL(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == 0 { return true }
    return false
}
