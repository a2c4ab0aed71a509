package import Reports

/// Visit reports as rows of CSV with the names of the contract.
package enum CSVReports {
    package static let header = "id,client,carer,start,end,scheduled_start,scheduled_end,medication_due,received,region,note"

    /// One CSV row under `header`, without the line end.
    package static func row(_ report: VisitReport) -> String {
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
