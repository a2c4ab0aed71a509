package import Alerts
package import Reports

/// All that one transaction adds to the store.
package struct CasebookBatch: Sendable {
    package var new: [FiledReport] = []
    /// Take the place of the stored version, which is kept as an earlier one.
    package var corrected: [FiledReport] = []
    /// Older than the stored version by `received`: kept, but never current.
    package var superseded: [VisitReport] = []
    /// Known content that was received again later, by report id.
    package var receivedAgain: [String: Instant] = [:]
    /// New signals for stored reports, by report id; only these change.
    package var reread: [FiledReport] = []
    package var clients: [ClientRecord] = []
    package var changes: [AlertChange] = []
    package var putAside: [PutAside] = []
    /// Put-aside records that could be read at last, by their key.
    package var retried: [UInt64] = []
    package var counts = IntakeCounts()
    package var tooLate = 0

    package init() {}
}
