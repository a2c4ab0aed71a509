package import Reports
package import Signals

/// What really happened to a simulated client: what `evaluate --clients` scores alerts against.
package struct ClientTruth: Hashable, Sendable {
    /// A report that must raise a red flag at once.
    package struct RedFlag: Hashable, Sendable {
        package var report: String
        package var time: Instant
        package var concept: String

        package init(report: String, time: Instant, concept: String) {
            self.report = report
            self.time = time
            self.concept = concept
        }

        package var domain: String { Concept(concept).domain }
    }

    /// How often a topic is bad: usually, and when the change is complete.
    package struct Rate: Hashable, Sendable, Codable {
        package var topic: String
        package var before: Double
        package var after: Double
    }

    package var client: String
    package var scenario: String
    package var isControl: Bool
    /// When the change began; nil when nothing changed.
    package var onset: Instant?
    package var end: Instant?
    /// Domains in which an alert is right; the first is the one meant.
    package var domains: [String]
    /// The kind of alert that is meant; `none` for a control.
    package var kind: String
    package var concept: String?
    package var first: Instant
    package var last: Instant
    /// Reports written.
    package var visits: Int
    package var rates: [Rate]
    package var redFlags: [RedFlag]

    package init(
        client: String, scenario: String, isControl: Bool, onset: Instant?, end: Instant?, domains: [String], kind: String,
        concept: String? = nil, first: Instant, last: Instant, visits: Int, rates: [Rate] = [], redFlags: [RedFlag] = []
    ) {
        self.client = client
        self.scenario = scenario
        self.isControl = isControl
        self.onset = onset
        self.end = end
        self.domains = domains
        self.kind = kind
        self.concept = concept
        self.first = first
        self.last = last
        self.visits = visits
        self.rates = rates
        self.redFlags = redFlags
    }

    /// Concepts whose every new occurrence is urgent in itself.
    package static let urgent: [Concept] = [
        "mobility.fall", "emergency.chest-pain", "emergency.stroke", "emergency.unresponsive", "mood.self-harm",
        "safeguarding.concern",
    ]
}
