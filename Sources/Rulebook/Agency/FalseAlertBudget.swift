import Foundation

/// How many false alerts a rule may raise, in alerts per client and year: what a tuner writes as "1 per 2 client-years".
package struct FalseAlertBudget: Hashable, Sendable {
    package var perClientYear: Double

    package init(perClientYear: Double) { self.perClientYear = perClientYear }

    /// Reads `N per client-year` or `N per M client-years`; also months, weeks and days, with or without `client-`.
    package init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 3 || words.count == 4, words[1] == "per", let alerts = Double(words[0]),
            let stretch = words.count == 4 ? Double(words[2]) : 1, let last = words.last,
            let years = Self.years(in: last), alerts.isFinite, alerts > 0, stretch.isFinite, stretch > 0
        else { return nil }
        perClientYear = alerts / (stretch * years)
    }

    static let expected = "a number of alerts per client and time"
    static let mend = "Write for example \"1 per 2 client-years\" or \"0.5 per client-year\"."

    private static func years(in unit: Substring) -> Double? {
        let bare = unit.hasPrefix("client-") ? unit.dropFirst(7) : unit
        switch bare.hasSuffix("s") ? bare.dropLast() : bare {
        case "year": return 1
        case "month": return 1 / 12
        case "week": return 7 / 365
        case "day": return 1 / 365
        default: return nil
        }
    }
}

extension ConfigNode {
    /// A false-alert budget, e.g. `1 per 2 client-years`.
    package func falseAlertBudget(_ problems: ConfigProblems) -> FalseAlertBudget? {
        guard let text = string(problems) else { return nil }
        if let budget = FalseAlertBudget(text) { return budget }
        problems.report(
            .badBudget, at: place, "\"\(text)\" is no false-alert budget", expected: FalseAlertBudget.expected,
            mend: FalseAlertBudget.mend)
        return nil
    }
}
