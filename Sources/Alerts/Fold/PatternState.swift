import Reports
import Trends

/// What is known of one pattern in one client.
struct PatternState: Hashable, Sendable {
    var signs: [SignState]
    /// When something that speaks against the pattern was last told.
    var lastAbsence: Instant?

    init(signs: Int) { self.signs = Array(repeating: SignState(), count: signs) }

    init(signs: [SignState], lastAbsence: Instant?) {
        self.signs = signs
        self.lastAbsence = lastAbsence
    }
}

/// One sign of a pattern: how often seen at all, and who told it within the window.
struct SignState: Hashable, Sendable {
    var seen = 0
    /// The newest last; at most six.
    var hits: [Telling] = []

    mutating func add(_ telling: Telling, apart: Double) {
        if let last = hits.last, last.report == telling.report || telling.time.days(since: last.time) < apart { return }
        seen += 1
        hits.append(telling)
        if hits.count > 6 { hits.removeFirst() }
    }

    mutating func forget(before: Instant) {
        if let first = hits.first, first.time < before { hits.removeAll { $0.time < before } }
    }
}
