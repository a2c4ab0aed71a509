extension VisitReport {
    /// One line of NDJSON with the names of the contract, without the line's end; times in UTC, absent fields left out.
    package var ndjsonLine: String { String(decoding: ndjsonBytes, as: UTF8.self) }

    package var ndjsonBytes: [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(note.utf8.count + 300)
        appendNDJSON(to: &line)
        return line
    }

    /// Appends the line's bytes, for writing many reports into one buffer.
    package func appendNDJSON(to line: inout [UInt8]) {
        line.append(contentsOf: "{\"id\":".utf8)
        line.appendJSON(id)
        line.appendJSON(client, named: "client")
        line.appendJSON(carer, named: "carer")
        line.appendJSON(start, named: "start")
        line.appendJSON(end, named: "end")
        line.appendJSON(scheduledStart, named: "scheduled_start")
        line.appendJSON(scheduledEnd, named: "scheduled_end")
        line.appendJSON(received, named: "received")
        line.appendJSON(region, named: "region")
        line.appendJSON(medicationDue, named: "medication_due")
        if !tasks.isEmpty { appendTasks(to: &line) }
        line.appendJSON(note, named: "note")
        line.append(UInt8(ascii: "}"))
    }

    private func appendTasks(to line: inout [UInt8]) {
        line.append(contentsOf: ",\"tasks\":[".utf8)
        for (index, task) in tasks.enumerated() {
            line.append(contentsOf: (index == 0 ? "{\"task\":" : ",{\"task\":").utf8)
            line.appendJSON(task.task)
            line.appendJSON(Optional(task.done), named: "done")
            line.appendJSON(task.reason, named: "reason")
            line.append(UInt8(ascii: "}"))
        }
        line.append(UInt8(ascii: "]"))
    }

    /// Reads one line of NDJSON; times without an offset are taken as UTC.
    package init(ndjson line: Span<UInt8>) throws(Rejection) {
        self = try Self.ndjsonReader.report(in: line)
    }

    package init(ndjson line: String) throws(Rejection) {
        try self.init(ndjson: line.utf8.span)
    }

    private static let ndjsonReader = JSONReportReader(
        times: TimeReader(zone: .utc, order: .dayFirst), limits: ReportDraft.Limits(maxIdentifierBytes: .max, region: nil))
}
