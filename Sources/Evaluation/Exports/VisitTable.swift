import Reports

/// Visits as another product exports them: a column of dates, local times of day, no offsets.
enum VisitTable {
    static let header =
        "Visit ID,Service User ID,Care Worker,Visit Date,Start Time,End Time,Planned Start,Planned End,Meds Due,Submitted At,Care Notes"

    static func row(_ report: VisitReport) -> String {
        let start = AgencyClock.local(report.start)
        let due: String? = report.medicationDue.map { $0 ? "Yes" : "No" }
        let cells: [String] = [
            report.id, report.client, report.carer ?? "", String(start.prefix(10)), String(start.suffix(5)),
            String(local(report.end).suffix(5)), local(report.scheduledStart), local(report.scheduledEnd), due ?? "",
            local(report.received), report.note,
        ]
        return cells.map(CSVReports.cell).joined(separator: ",")
    }

    private static func local(_ instant: Instant?) -> String { instant.map(AgencyClock.local) ?? "" }
}
