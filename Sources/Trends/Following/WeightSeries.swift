import Reports

/// The client's weights of the last half year, thinned to a constant number.
struct WeightSeries: Hashable, Sendable {
    struct Weighing: Hashable, Sendable {
        var time: Instant
        var kilograms: Double
    }

    private(set) var weighings: [Weighing] = []
    /// The loss last reported, in percent; 0 when none stands.
    var reported = 0.0
    var lastTelling: Telling?

    init(weighings: [Weighing] = [], reported: Double = 0, lastTelling: Telling? = nil) {
        self.weighings = weighings
        self.reported = reported
        self.lastTelling = lastTelling
    }

    mutating func add(_ kilograms: Double, at time: Instant) {
        weighings.append(Weighing(time: time, kilograms: kilograms))
        weighings.removeAll { time.days(since: $0.time) > 190 }
        if weighings.count > 20 { thin() }
    }

    /// The gravest loss that the last two weighings bear out, against the second highest of the window before them.
    func loss(_ losses: [WeightLoss]) -> (percent: Double, change: ReadingChange, since: Instant)? {
        guard weighings.count >= 4, let last = weighings.last else { return nil }
        let current = max(last.kilograms, weighings[weighings.count - 2].kilograms)
        var gravest: (percent: Double, change: ReadingChange, since: Instant)?
        for loss in losses {
            let earlier = weighings.dropLast(2).filter { last.time.days(since: $0.time) <= loss.days }
            guard earlier.count >= 2 else { continue }
            let reference = earlier.map(\.kilograms).sorted()[earlier.count - 2]
            let percent = (reference - current) / reference * 100
            guard percent >= loss.percent, percent > gravest?.percent ?? 0 else { continue }
            let change = ReadingChange(value: current, reference: reference, span: loss.days)
            gravest = (percent, change, earlier.first?.time ?? last.time)
        }
        return gravest
    }

    private mutating func thin() {
        var closest = 0
        var gap = Double.infinity
        for index in 0..<(weighings.count - 3) {
            let next = weighings[index + 1].time.days(since: weighings[index].time)
            if next < gap {
                gap = next
                closest = index
            }
        }
        weighings.remove(at: closest)
    }
}
