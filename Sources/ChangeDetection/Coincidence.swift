/// How often chance alone would bring several independent signs together within a window.
package struct Coincidence: Sendable {
    /// Chance of each sign at one visit, and how often it was seen in the window.
    package var signs: [(chance: Double, count: Int)] = []
    /// Visits in the window.
    package var visits: Int
    package var visitsPerYear: Double

    package init(visits: Int, visitsPerYear: Double) {
        self.visits = visits
        self.visitsPerYear = visitsPerYear
    }

    /// Expected times a year that a visit completes counts as high as these: Σ over the sign that comes last.
    package var perYear: Double {
        let tails = signs.map { binomialTail(visits, $0.chance, atLeast: $0.count) }
        var sum = 0.0
        for (index, sign) in signs.enumerated() {
            var product = sign.chance * binomialTail(visits - 1, sign.chance, atLeast: sign.count - 1)
            for (other, tail) in tails.enumerated() where other != index { product *= tail }
            sum += product
        }
        return sum * visitsPerYear
    }
}

/// P(Bin(trials, chance) ≥ count), summed upwards so that small tails keep their digits.
package func binomialTail(_ trials: Int, _ chance: Double, atLeast count: Int) -> Double {
    guard count > 0 else { return 1 }
    guard count <= trials, chance > 0 else { return 0 }
    guard chance < 1 else { return 1 }
    let odds = chance / (1 - chance)
    var term = exponential(Double(trials) * logarithm(1 - chance))
    var tail = 0.0
    for index in 0...trials {
        if index >= count {
            tail += term
            if term < tail * 1e-12 { break }
        }
        term *= odds * Double(trials - index) / Double(index + 1)
    }
    return min(tail, 1)
}
