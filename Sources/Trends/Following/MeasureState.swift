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
    /// Who told what is not fine since the onset of the middle shift's run; the latest.
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

    /// Since when tellings are kept; nil while there is no suspicion to explain.
    var onset: Instant? {
        rising.runs[1].evidence > 0 ? Instant(day: rising.runs[1].onset) : nil
    }
}

extension Instant {
    /// Fractional days since 1970.
    var day: Double { Double(seconds) / 86_400 }

    init(day: Double) { self.init(seconds: Int64((day * 86_400).rounded())) }
}
