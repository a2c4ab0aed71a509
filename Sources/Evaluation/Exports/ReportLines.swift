package import Reports

/// Visit reports as lines of the contract's formats.
package enum ReportLines {
    /// One NDJSON object, without the line end.
    package static func ndjson(_ report: VisitReport) -> String {
        var line = JSONText()
        line.add("id", report.id)
        line.add("client", report.client)
        if let carer = report.carer { line.add("carer", carer) }
        line.add("start", report.start.iso8601)
        if let end = report.end { line.add("end", end.iso8601) }
        if let start = report.scheduledStart { line.add("scheduled_start", start.iso8601) }
        if let end = report.scheduledEnd { line.add("scheduled_end", end.iso8601) }
        if !report.tasks.isEmpty { line.add("tasks", raw: "[" + report.tasks.map(task).joined(separator: ",") + "]") }
        if let due = report.medicationDue { line.add("medication_due", due) }
        if let received = report.received { line.add("received", received.iso8601) }
        if let region = report.region { line.add("region", region) }
        line.add("note", report.note)
        return line.line
    }

    private static func task(_ task: TickedTask) -> String {
        var line = JSONText()
        line.add("task", task.task)
        line.add("done", task.done)
        line.add("reason", raw: task.reason.map(JSONText.quoted) ?? "null")
        return line.line
    }

    package static let csvHeader = "id,client,carer,start,end,scheduled_start,scheduled_end,medication_due,received,region,note"

    /// One CSV row under `csvHeader`, without the line end.
    package static func csv(_ report: VisitReport) -> String {
        [
            report.id, report.client, report.carer ?? "", report.start.iso8601, report.end?.iso8601 ?? "",
            report.scheduledStart?.iso8601 ?? "", report.scheduledEnd?.iso8601 ?? "",
            report.medicationDue.map { $0 ? "true" : "false" } ?? "", report.received?.iso8601 ?? "", report.region ?? "",
            report.note,
        ].map(cell).joined(separator: ",")
    }

    /// Quoted where RFC 4180 asks for it.
    static func cell(_ text: String) -> String {
        let special: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D]
        return text.utf8.contains(where: special.contains) ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
