/// What a column of a table, or a placeholder of a note's path, can hold.
package enum ReportField: String, CaseIterable, Sendable {
    case id, client, note, start, end, carer
    /// The day of the visit, where `start` and `end` hold only the time of day.
    case date
    case scheduledStart = "scheduled_start"
    case scheduledEnd = "scheduled_end"
    /// All ticked tasks in one cell: a JSON list, or `task: yes; task: no (reason)`.
    case tasks
    /// One task a row, with its outcome and reason in the two columns after it.
    case task
    case taskDone = "task_done"
    case taskReason = "task_reason"
    case medicationDue = "medication_due"
    case received, region
}
