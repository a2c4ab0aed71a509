extension String {
    /// Filled up with spaces on the right.
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// Filled up with spaces on the left.
    func leading(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

/// One decimal, rounded half away from zero.
func tenths(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let scaled = Int((abs(value) * 10).rounded())
    return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 10).\(scaled % 10)"
}

/// Two decimals.
func hundredths(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let scaled = Int((value * 100).rounded())
    return "\(scaled / 100).\(scaled % 100 < 10 ? "0" : "")\(scaled % 100)"
}

func percent(_ share: Double) -> String { tenths(share * 100) + " %" }

func percent(_ interval: Interval) -> String { tenths(interval.lower * 100) + "–" + tenths(interval.upper * 100) + " %" }
