/// The client's own range of one reading: mean and spread (Welford), outliers drawn in before they are learned.
struct OwnRange: Hashable, Sendable {
    var count = 0
    var mean = 0.0
    var squares = 0.0
    /// Readings in a row beyond the range; negative below it.
    var beyond = 0

    /// Scores a reading, then learns it; true where a second one in a row lies beyond the range on the same side.
    mutating func observe(_ value: Double, _ measure: RangeMeasure) -> Bool {
        let deviation = max(count > 1 ? (squares / Double(count - 1)).squareRoot() : 0, measure.least)
        let limit = measure.spread * deviation
        var learned = value
        var isAlarm = false
        if count >= measure.after {
            let side = value > mean + limit ? 1 : value < mean - limit ? -1 : 0
            beyond = side == 0 ? 0 : beyond * side > 0 ? beyond + side : side
            isAlarm = abs(beyond) == 2
            learned = min(max(value, mean - limit), mean + limit)
        }
        count += 1
        let step = learned - mean
        mean += step / Double(count)
        squares += step * (learned - mean)
        return isAlarm
    }
}
