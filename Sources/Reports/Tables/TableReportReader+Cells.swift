extension TableReportReader {
    /// What one row says.
    func draft(_ row: Row, _ text: Span<UInt8>) throws(Rejection) -> ReportDraft {
        var draft = ReportDraft()
        draft.id = try word(row.cell(.id), text)
        draft.client = try word(row.cell(.client), text)
        draft.carer = try word(row.cell(.carer), text)
        draft.region = try word(row.cell(.region), text)
        draft.note = try row.cell(.note)?.string(text)
        if notesHoldHTML { draft.note = draft.note.map(HTMLText.plain) }
        draft.medicationDue = try yesNo(row.cell(.medicationDue), text, "medication_due")
        draft.tasks = try tasks(row, text)
        try readTimes(row, text, into: &draft)
        return draft
    }

    private func readTimes(_ row: Row, _ text: Span<UInt8>, into draft: inout ReportDraft) throws(Rejection) {
        var day: WrittenTime.Day?
        if let cell = row.cell(.date), !cell.trimmed(text).isEmpty {
            day = try times.day(of: text.extracting(cell.trimmed(text)), field: "date")
        }
        draft.start = try time(row.cell(.start), text, "start", day)
        if draft.start == nil, let cell = row.cell(.date), day != nil { draft.start = try time(cell, text, "date", nil) }
        draft.end = try time(row.cell(.end), text, "end", day, notBefore: draft.start)
        draft.scheduledStart = try time(row.cell(.scheduledStart), text, "scheduled_start", day)
        draft.scheduledEnd = try time(row.cell(.scheduledEnd), text, "scheduled_end", day, notBefore: draft.scheduledStart)
        draft.received = try time(row.cell(.received), text, "received", nil)
    }

    private func time(
        _ cell: TableCell?, _ text: Span<UInt8>, _ field: String, _ day: WrittenTime.Day?,
        notBefore start: TimeReader.Reading? = nil
    ) throws(Rejection) -> TimeReader.Reading? {
        guard let bytes = cell?.trimmed(text), !bytes.isEmpty else { return nil }
        let written = text.extracting(bytes)
        let reading = try times.reading(of: written, field: field, day: day)
        guard let start, let day, reading.later < start.earlier, WrittenTime(written, order: times.order)?.day == nil else {
            return reading
        }
        return try times.reading(of: written, field: field, day: day.next)
    }

    private func word(_ cell: TableCell?, _ text: Span<UInt8>) throws(Rejection) -> String? {
        guard let cell else { return nil }
        if cell.hasDoubledQuotes { return try cell.string(text) }
        let word = try JSONText.plain(text, cell.trimmed(text))
        return word
    }

    private func yesNo(_ cell: TableCell?, _ text: Span<UInt8>, _ field: String) throws(Rejection) -> Bool? {
        guard let word = try word(cell, text), !word.isEmpty else { return nil }
        guard let answer = words.answer(word) else { throw .notYesOrNo(field: field) }
        return answer
    }

    private func tasks(_ row: Row, _ text: Span<UInt8>) throws(Rejection) -> [TickedTask] {
        var tasks: [TickedTask] = []
        if let list = try row.cell(.tasks)?.string(text) { tasks = try self.tasks(in: list) }
        guard let name = try word(row.cell(.task), text), !name.isEmpty else { return tasks }
        let answer = try yesNo(row.cell(.taskDone), text, "task_done")
        let reason = try word(row.cell(.taskReason), text)
        tasks.append(
            TickedTask(
                task: name, done: answer ?? (row.cell(.taskDone) == nil), reason: reason.flatMap { $0.isEmpty ? nil : $0 }))
        return tasks
    }

    /// A JSON list, or `name: yes; name: no (reason)`; a name alone counts as done.
    private func tasks(in list: String) throws(Rejection) -> [TickedTask] {
        let trimmed = list.drop { $0.isWhitespace }
        if trimmed.first == "[" {
            var at = 0
            let json = String(trimmed)
            return try JSONReportReader(times: times, limits: limits).tasks(json.utf8.span, &at)
        }
        var tasks: [TickedTask] = []
        for part in trimmed.split(whereSeparator: { $0 == ";" || $0 == "|" || $0.isNewline }) {
            guard part.contains(where: { !$0.isWhitespace }) else { continue }
            tasks.append(try task(String(part)))
        }
        return tasks
    }

    private func task(_ part: String) throws(Rejection) -> TickedTask {
        var text = part.trimmed
        var reason: String?
        if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
            reason = String(text[text.index(after: open)...].dropLast()).trimmed
            text = String(text[..<open]).trimmed
        }
        guard let colon = text.lastIndex(where: { $0 == ":" || $0 == "=" }) else {
            return TickedTask(task: text, done: true, reason: reason)
        }
        guard let answer = words.answer(String(text[text.index(after: colon)...]).trimmed) else {
            throw .notYesOrNo(field: "tasks")
        }
        return TickedTask(task: String(text[..<colon]).trimmed, done: answer, reason: reason)
    }
}
