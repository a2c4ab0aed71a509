/// Reads a text note: the file is the note, its path names client and time.
struct NoteReader: Sendable {
    let path: NotePathPattern
    let times: TimeReader
    let limits: ReportDraft.Limits

    func report(note: Span<UInt8>, file: String) throws(Rejection) -> VisitReport {
        let name = file.hasSuffix(".gz") ? String(file.dropLast(3)) : file
        guard let fields = path.fields(in: name), let date = fields["date"] else { throw .pathDoesNotFit(pattern: path.pattern) }
        var draft = ReportDraft()
        draft.id = fields["id"]
        draft.client = fields["client"]
        draft.carer = fields["carer"]
        draft.region = fields["region"]
        draft.note = try JSONText.plain(note, 0..<note.count)
        let written = date + (fields["time"].map { "T" + clock($0) } ?? "")
        draft.start = try times.reading(of: written.utf8.span, field: "the time in the path")
        return try draft.report(limits)
    }

    private func clock(_ time: String) -> String {
        String(time.map { $0 == "-" || $0 == "." ? ":" : $0 })
    }
}
