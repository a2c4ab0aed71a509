import ChangeDetection
import Reports

/// What is known of the composite decline of one client.
struct CompositeState: Hashable, Sendable {
    var suspicion = Suspicion()
    var last: Instant?
    var awaitsReturn = false
    /// Log evidence by measure since the onset, per shift; as long as the measures.
    var gains: [Three<Double>]
    var tellings: [Telling] = []
    /// Visits on which a member was not fine, and all.
    var bad: UInt32 = 0
    var all: UInt32 = 0

    init(measures: Int) { gains = Array(repeating: Three(repeating: 0), count: measures) }

    mutating func comeHome() {
        suspicion = Suspicion()
        clearGains()
        tellings = []
        awaitsReturn = last != nil
    }

    mutating func clearGains() {
        for index in gains.indices { gains[index] = Three(repeating: 0) }
    }

    /// Adds what each measure brought, or forgets it where the run of evidence has ended.
    mutating func add(_ parts: [(measure: Int, logs: Three<Double>)]) {
        for shift in 0..<3 {
            if suspicion.runs[shift].evidence > 0 {
                for part in parts { gains[part.measure][shift] += part.logs[shift] }
            } else {
                for index in gains.indices { gains[index][shift] = 0 }
            }
        }
    }

    var earliestOnset: Instant? {
        var earliest: Double?
        for index in 0..<3 where suspicion.runs[index].evidence > 0 {
            earliest = min(earliest ?? .infinity, suspicion.runs[index].onset)
        }
        return earliest.map(Instant.init(day:))
    }
}
