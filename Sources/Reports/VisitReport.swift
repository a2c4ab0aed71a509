/// One carer's account of one visit to one client.
package struct VisitReport: Hashable, Sendable {
    /// Unique within its source.
    package var id: String
    package var client: String
    /// The free text as given; may be empty.
    package var note: String
    package var start: Instant
    package var end: Instant?
    package var carer: String?
    package var scheduledStart: Instant?
    package var scheduledEnd: Instant?
    package var tasks: [TickedTask]
    /// Whether a medicine was due at this visit; nil when unknown.
    package var medicationDue: Bool?
    /// When the report reached the agency.
    package var received: Instant?
    /// `UK`, `US`, `IE`, …; steers units and spelling only.
    package var region: String?

    package init(
        id: String, client: String, note: String, start: Instant, end: Instant? = nil, carer: String? = nil,
        scheduledStart: Instant? = nil, scheduledEnd: Instant? = nil, tasks: [TickedTask] = [],
        medicationDue: Bool? = nil, received: Instant? = nil, region: String? = nil
    ) {
        self.id = id
        self.client = client
        self.note = note
        self.start = start
        self.end = end
        self.carer = carer
        self.scheduledStart = scheduledStart
        self.scheduledEnd = scheduledEnd
        self.tasks = tasks
        self.medicationDue = medicationDue
        self.received = received
        self.region = region
    }

    /// The time that orders reports and dates alerts: the visit's end, else its start.
    package var time: Instant { end ?? start }
}

/// A task on the visit's checklist.
package struct TickedTask: Hashable, Sendable, Codable {
    package var task: String
    package var done: Bool
    package var reason: String?

    package init(task: String, done: Bool, reason: String? = nil) {
        self.task = task
        self.done = done
        self.reason = reason
    }
}
