/// How an agency writes its reports: the typed mirror of `config/intake.yaml`.
package struct IntakeSettings: Equatable, Sendable {
    /// Accepted column names a field, the preferred first; case, spaces, `_`, `-`, `.` and `/` make no difference.
    package var columns: [ReportField: [String]] = Self.usualColumns
    package var dateOrder = DateOrder.dayFirst
    /// The zone in which times without an offset are read, e.g. `Europe/London`.
    package var timeZone = "Europe/London"
    package var rowLayout = RowLayout.oneAVisit
    /// Where a text note's path holds its fields, from the end of the path; `*` stands for anything.
    package var notePath = "{client}/{date}-{time}_{id}.txt"
    package var trueWords = ["true", "yes", "y", "1", "x", "done", "completed", "complete", "given", "taken"]
    package var falseWords = [
        "false", "no", "n", "0", "not done", "not completed", "incomplete", "missed", "refused", "declined", "not given",
        "not taken",
    ]
    /// Turns `&amp;`, `<br>` and the like in table cells into plain characters.
    package var notesHoldHTML = false
    package var encoding = TextEncoding.automatic
    package var maxRecordBytes = 16 << 20
    package var maxColumns = 1_000
    package var maxIdentifierBytes = 256
    /// The region of reports that name none.
    package var region: String?

    package init() {}

    /// Month and day in dates such as `03/04/2026`.
    package enum DateOrder: String, Sendable { case dayFirst, monthFirst }

    package enum RowLayout: String, Sendable {
        /// Every row is a report.
        case oneAVisit
        /// Rows that follow each other and share an id are one report: their notes are joined by new lines, their tasks collected.
        case severalAVisit
    }

    package enum TextEncoding: String, Sendable {
        /// Told from the content; records of tables and notes that are not UTF-8 are read as Windows-1252.
        case automatic
        case utf8, utf16LittleEndian, utf16BigEndian, windows1252
    }

    private static let usualColumns: [ReportField: [String]] = [
        .id: ["id", "report id", "visit id", "visit key", "visit"],
        .client: ["client", "client id", "service user", "service user id", "patient", "patient id", "member id"],
        .note: ["note", "notes", "visit note", "visit notes", "note text", "care notes", "memo", "comments"],
        .start: ["start", "actual start", "check in", "start time", "call in date time", "visit start", "arrived"],
        .end: ["end", "actual end", "check out", "end time", "call out date time", "visit end", "left"],
        .carer: ["carer", "carer id", "caregiver", "caregiver id", "care worker", "employee id", "staff id"],
        .date: ["date", "visit date"],
        .scheduledStart: ["scheduled start", "planned start", "schedule start time"],
        .scheduledEnd: ["scheduled end", "planned end", "schedule end time"],
        .tasks: ["tasks"],
        .task: ["task", "task name"],
        .taskDone: ["task done", "task status", "done", "outcome"],
        .taskReason: ["task reason", "task note", "reason"],
        .medicationDue: ["medication due", "meds due"],
        .received: ["received", "submitted at", "submitted"],
        .region: ["region"],
    ]
}
