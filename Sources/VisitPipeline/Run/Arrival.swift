import Reports
import Signals

/// A report of a batch that changes the store, with all that was read from it.
struct Arrival: Sendable {
    var report: VisitReport
    var contentHash: UInt64
    /// Takes the place of a version in the store.
    var isCorrection: Bool
    var signals: [Signal] = []
}

/// A batch read and sorted, ready to be folded and filed.
struct ReadBatch: Sendable {
    var arrivals: [Arrival] = []
    var superseded: [VisitReport] = []
    var receivedAgain: [String: Instant] = [:]
    var putAside: [PutAside] = []
    var counts = IntakeCounts()
    /// Of the inputs, as they lie in the files, up to the end of this batch.
    var bytesRead = 0
}
