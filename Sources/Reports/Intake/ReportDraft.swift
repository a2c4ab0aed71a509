/// A report in the making: the fields found so far, whatever the format.
struct ReportDraft {
    var id: String?
    var client: String?
    var note: String?
    var start: TimeReader.Reading?
    var end: TimeReader.Reading?
    var carer: String?
    var scheduledStart: TimeReader.Reading?
    var scheduledEnd: TimeReader.Reading?
    var tasks: [TickedTask] = []
    var medicationDue: Bool?
    var received: TimeReader.Reading?
    var region: String?

    /// The finished report, or what it lacks.
    func report(_ limits: Limits) throws(Rejection) -> VisitReport {
        let id = try identifier(self.id, "id", limits)
        let client = try identifier(self.client, "client", limits)
        guard let note else { throw .missing(field: "note") }
        guard let start else { throw .missing(field: "start") }
        var carer: String?
        if let name = self.carer, !name.isEmpty { carer = try identifier(name, "carer", limits) }
        let region = (self.region?.isEmpty ?? true) ? limits.region : self.region
        return VisitReport(
            id: id, client: client, note: note, start: start.earlier, end: try end(after: start.earlier), carer: carer,
            scheduledStart: scheduledStart?.earlier, scheduledEnd: scheduledEnd?.earlier, tasks: tasks,
            medicationDue: medicationDue, received: received?.earlier, region: region)
    }

    struct Limits: Sendable {
        var maxIdentifierBytes: Int
        var region: String?
    }

    /// In the hour that clocks repeat, an end before the start is read as the second occurrence.
    private func end(after start: Instant) throws(Rejection) -> Instant? {
        guard let end else { return nil }
        guard end.later >= start else { throw .endBeforeStart }
        return end.earlier >= start ? end.earlier : end.later
    }

    private func identifier(_ text: String?, _ field: String, _ limits: Limits) throws(Rejection) -> String {
        guard let text else { throw .missing(field: field) }
        guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .empty(field: field) }
        guard text.utf8.count <= limits.maxIdentifierBytes else { throw .tooLong(field: field, limit: limits.maxIdentifierBytes) }
        return text
    }
}
