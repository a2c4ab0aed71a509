/// What one coordinator reads: values only, the same for every face.
package struct Digest: Hashable, Sendable {
    package var caseload: Caseload
    package var asOf: LocalTime
    package var since: LocalTime?
    /// The most alerts shown in full; red flags and urgent ones are shown in full even beyond it.
    package var budget: Int

    /// Clients with something urgent or high that is new or changed.
    package var today: [ClientBlock] = []
    /// Urgent or high, told before, and nobody has taken it up.
    package var waiting: [ClientLine] = []
    /// Clients whose most pressing news is medium.
    package var thisWeek: [ClientBlock] = []
    /// Clients whose most pressing news is low.
    package var nextReview: [ClientBlock] = []
    /// New or changed, but below the reader's line.
    package var belowLine: [ClientLine] = []
    /// Clients whose only news is that they are better.
    package var improving: [ClientBlock] = []
    /// Open, known and without news.
    package var unchanged: [ClientLine] = []
    /// Closed, resolved, dismissed or withdrawn since the previous digest.
    package var ended: [ClientLine] = []
    /// Clients without any alert to tell of.
    package var nothingNew: [Caseload.Client] = []
    /// Clients without any alert to tell of and without any report since the previous digest.
    package var noReports: [Caseload.Client] = []
    package var putAside: [PutAsideLine]
    package var counts: RunCounts?
    package var summary = Summary()

    /// The figures of the top line: clients by section, and alerts or records where it says so.
    package struct Summary: Hashable, Sendable {
        package var today = 0
        package var thisWeek = 0
        package var nextReview = 0
        package var improving = 0
        /// Alerts that are open without news, waiting ones included.
        package var stillOpen = 0
        /// Alerts below the reader's line, wherever they are listed.
        package var belowLine = 0
        package var nothingNew = 0
        package var noReports = 0
        /// Records.
        package var putAside = 0
    }
}
