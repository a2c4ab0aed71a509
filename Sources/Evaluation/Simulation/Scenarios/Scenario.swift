package import Signals

/// What happens to a simulated client, and what a coordinator should have been told.
package struct Scenario: Sendable {
    /// How the level of one topic changes from the onset on.
    struct Change: Sendable {
        enum Level: Sendable {
            case usual
            /// Share of visits.
            case rate(ClosedRange<Double>)
            /// Multiplies the client's usual odds.
            case odds(ClosedRange<Double>)
        }

        var topic: String
        var before: Level = .usual
        var after: Level = .usual
        /// Days over which the level moves; 0 is a step.
        var ramp = 0.0
        /// The concepts that the topic's bad visits show; nil as usual.
        var bad: [Topic.Weighted]?
    }

    enum Course: Sendable {
        /// Only the levels change.
        case levels
        /// Something that one report tells.
        case event(Concept)
        /// Loss of weight, in percent of the usual weight a week.
        case weightLoss(ClosedRange<Double>)
        case silence
        case missedVisits
        case gloomyCarer
        case terseCarer
        case hospitalStay
        case holiday
        case copiedNotes
    }

    package let id: String
    package let isControl: Bool
    /// Domains in which an alert is right; the first is the one meant.
    package let domains: [String]
    /// The kind of alert that is meant: `trend`, `pattern`, `red-flag`, `silence`, `recovery`, or `none` for a control.
    package let kind: String
    package let concept: Concept?
    var changes: [Change] = []
    var course: Course = .levels
    /// How long the change lasts, in days; nil to the end of the simulation.
    var lasts: ClosedRange<Double>?
    /// Concepts that are told as good news after the onset, with their share of visits.
    var goodNews: [(concept: Concept, rate: Double)] = []
    /// What the clinician finds when it is over, e.g. antibiotics for an infection.
    var ending: [Concept] = []

    init(
        _ id: String, domains: [String], kind: String, concept: Concept? = nil, changes: [Change] = [],
        course: Course = .levels, lasts: ClosedRange<Double>? = nil, goodNews: [(concept: Concept, rate: Double)] = [],
        ending: [Concept] = []
    ) {
        self.id = id
        self.isControl = kind == "none"
        self.domains = domains
        self.kind = kind
        self.concept = concept
        self.changes = changes
        self.course = course
        self.lasts = lasts
        self.goodNews = goodNews
        self.ending = ending
    }

    package static func named(_ id: String) -> Scenario? { (changing + controls).first { $0.id == id } }
}
