import ChangeDetection
import Reports

/// What is known of one measure of one client; of constant size.
struct MeasureState: Hashable, Sendable {
    var usual = UsualLevel()
    var rising = Suspicion()
    var easing = Suspicion()
    /// The last observation; nil before the first.
    var last: Instant?
    /// The next observation is the first after a leave.
    var awaitsReturn = false
    /// Who told what is not fine since the likeliest onset.
    var tellings: [Telling] = []
    /// The last words about it, where easing is looked for.
    var lastTold: Telling?

    /// A leave is over: the suspicion is gone, the usual level stays.
    mutating func comeHome() {
        rising = Suspicion()
        easing = Suspicion()
        tellings = []
        awaitsReturn = last != nil
    }

    /// The onset of the longest run of evidence that is going on.
    var earliestOnset: Instant? {
        var earliest: Double?
        for index in 0..<3 where rising.runs[index].evidence > 0 {
            earliest = min(earliest ?? .infinity, rising.runs[index].onset)
        }
        return earliest.map(Instant.init(day:))
    }
}

extension Instant {
    /// Fractional days since 1970.
    var day: Double { Double(seconds) / 86_400 }

    init(day: Double) { self.init(seconds: Int64((day * 86_400).rounded())) }
}
