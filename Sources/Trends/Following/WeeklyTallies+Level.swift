import ChangeDetection

extension WeeklyTallies {
    /// All weeks together.
    package func total(of measure: Int) -> (bad: Int, of: Int) {
        let range = measure * Self.weeks..<(measure + 1) * Self.weeks
        return (range.reduce(0) { $0 + Int(bad[$1]) }, range.reduce(0) { $0 + Int(all[$1]) })
    }
}

extension Chance {
    /// How surely a rate lies above `limit` after so many of so many (Beta posterior on a uniform prior).
    package static func above(_ limit: Double, bad: Int, of all: Int) -> Double {
        1 - binomialTail(all + 1, limit, atLeast: bad + 1)
    }

    /// That at least so many of so many show what one shows with this chance.
    package static func atLeast(_ count: Int, of all: Int, chance: Double) -> Double {
        binomialTail(all, chance, atLeast: count)
    }
}
