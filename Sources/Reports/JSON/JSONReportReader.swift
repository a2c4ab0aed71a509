/// Reads one JSON object with the field names of the contract.
///
/// - Fields come in any order; unknown ones are skipped; of a field given twice the last counts.
/// - `id`, `client` and `carer` may be numbers; a null is as good as an absent field.
/// - `tasks` may be objects or plain names, which count as done.
/// - A comma after the object, as in a list with one object a line, is ignored.
struct JSONReportReader: Sendable {
    var times: TimeReader
    var limits: ReportDraft.Limits

    func report(in text: Span<UInt8>) throws(Rejection) -> VisitReport {
        var at = 0
        var draft = ReportDraft()
        try JSONText.expect(UInt8(ascii: "{"), text, &at)
        if !JSONText.isEmpty(closing: UInt8(ascii: "}"), text, &at) {
            repeat {
                let key = try fieldName(text, &at)
                try JSONText.expect(UInt8(ascii: ":"), text, &at)
                JSONText.skipSpace(text, &at)
                if let key {
                    try readValue(of: key, text, &at, into: &draft)
                } else {
                    try JSONText.skipValue(text, &at)
                }
            } while try JSONText.hasNext(closing: UInt8(ascii: "}"), text, &at)
        }
        JSONText.skipSpace(text, &at)
        if at < text.count, text[at] == UInt8(ascii: ",") { at += 1 }
        JSONText.skipSpace(text, &at)
        guard at == text.count else { throw .notJSON(expected: "the end of the line") }
        return try draft.report(limits)
    }

    private func fieldName(_ text: Span<UInt8>, _ at: inout Int) throws(Rejection) -> ReportField? {
        let (bytes, hasEscapes) = try JSONText.quotedRange(text, &at)
        if hasEscapes {
            let name = String(decoding: try JSONText.unescaped(text, bytes), as: UTF8.self)
            return ReportField(rawValue: name)
        }
        for candidate in Self.fields(ofLength: bytes.count) where isName(candidate, text, bytes) { return candidate.field }
        return nil
    }

    private func isName(_ candidate: (name: [UInt8], field: ReportField), _ text: Span<UInt8>, _ bytes: Range<Int>) -> Bool {
        for index in 0..<bytes.count where text[bytes.lowerBound + index] != candidate.name[index] { return false }
        return true
    }

    private func readValue(
        of field: ReportField, _ text: Span<UInt8>, _ at: inout Int, into draft: inout ReportDraft
    ) throws(Rejection) {
        switch field {
        case .id: draft.id = try identifier(text, &at, "id")
        case .client: draft.client = try identifier(text, &at, "client")
        case .carer: draft.carer = try identifier(text, &at, "carer")
        case .note: draft.note = try string(text, &at, "note")
        case .region: draft.region = try string(text, &at, "region")
        case .start: draft.start = try time(text, &at, "start")
        case .end: draft.end = try time(text, &at, "end")
        case .scheduledStart: draft.scheduledStart = try time(text, &at, "scheduled_start")
        case .scheduledEnd: draft.scheduledEnd = try time(text, &at, "scheduled_end")
        case .received: draft.received = try time(text, &at, "received")
        case .medicationDue: draft.medicationDue = try boolean(text, &at, "medication_due")
        case .tasks: draft.tasks = try tasks(text, &at)
        default: try JSONText.skipValue(text, &at)
        }
    }

    private static let contractFields: [ReportField] = [
        .id, .client, .note, .start, .end, .carer, .scheduledStart, .scheduledEnd, .tasks, .medicationDue, .received, .region,
    ]

    private static let fieldsByLength: [[(name: [UInt8], field: ReportField)]] = (0...16).map { length in
        contractFields.filter { $0.rawValue.utf8.count == length }.map { (Array($0.rawValue.utf8), $0) }
    }

    private static func fields(ofLength length: Int) -> [(name: [UInt8], field: ReportField)] {
        length < fieldsByLength.count ? fieldsByLength[length] : []
    }
}
