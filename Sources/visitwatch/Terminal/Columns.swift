/// Whole numbers without a point, others as short as they can be read back.
func shortest(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
}

/// With one decimal.
func tenths(_ number: Double) -> String {
    let tenths = Int((abs(number) * 10).rounded())
    return (number < 0 && tenths > 0 ? "-" : "") + "\(grouped(tenths / 10)).\(tenths % 10)"
}

extension String {
    /// To the left of a column, with a space behind it at least.
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }

    /// To the right of a column.
    func leading(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
