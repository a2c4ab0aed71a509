import Signals

/// A matter that carers may write about at a visit: what can be bad about it, what fine, and when it arises.
struct Topic: Sendable {
    enum Opportunity: Sendable { case always, medicineDue, meal, firstOfDay }

    typealias Weighted = (concept: Concept, weight: Double)

    var id: String
    var part: NotePart
    var bad: [Weighted]
    var fine: [Weighted]
    var opportunity: Opportunity
    /// How likely a fine state is mentioned.
    var mention: Double
    /// Usual share of bad visits; clients differ within it, low ones being commoner.
    var usual: ClosedRange<Double>
    /// A matter of judgement, in which carers differ.
    var isJudged = false

    /// The rate at a quantile of the clients; by reciprocals, so that no library function decides the digits.
    func usualRate(_ quantile: Double) -> Double {
        1 / (1 / usual.lowerBound + (1 / usual.upperBound - 1 / usual.lowerBound) * quantile)
    }

    static func index(_ id: String) -> Int? { all.firstIndex { $0.id == id } }
}

/// The parts of a note in the order in which carers tell them.
enum NotePart: Int, Comparable, Sendable {
    case arrival, mood, mind, sleep, care, toilet, skin, medication, eating, drinking, mobility, health, home, other, leaving

    static func < (a: NotePart, b: NotePart) -> Bool { a.rawValue < b.rawValue }

    /// The key of the field's names in template notes.
    var template: String {
        switch self {
        case .mood: "mood"
        case .mind: "mind"
        case .sleep: "sleep"
        case .care: "care"
        case .toilet: "toilet"
        case .skin: "skin"
        case .medication: "medication"
        case .eating: "eating"
        case .drinking: "drinking"
        case .mobility: "mobility"
        case .health: "health"
        case .home: "home"
        case .arrival, .other, .leaving: "other"
        }
    }
}
