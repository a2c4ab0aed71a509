package import Reports
package import Signals

/// A visit that told of something: who, when, in which words, and how far it moved the evidence.
package struct Telling: Hashable, Sendable {
    package var report: String
    package var time: Instant
    package var carer: String?
    package var concept: Concept
    package var start: Int
    package var end: Int
    package var text: String
    /// Logarithm of the likelihood ratio under the largest shift.
    package var weight: Float

    package init(_ visit: VisitFindings, _ finding: Finding, weight: Double = 0) {
        report = visit.report
        time = visit.time
        carer = visit.carer
        concept = finding.concept
        start = finding.start
        end = finding.end
        text = visit.text(of: finding)
        self.weight = Float(weight)
    }

    init(
        report: String, time: Instant, carer: String?, concept: Concept, start: Int, end: Int, text: String, weight: Float
    ) {
        self.report = report
        self.time = time
        self.carer = carer
        self.concept = concept
        self.start = start
        self.end = end
        self.text = text
        self.weight = weight
    }
}

extension [Telling] {
    /// The newest, at most `limit`, none from before `onset`.
    mutating func keep(since onset: Instant?, limit: Int) {
        guard let onset else {
            removeAll(keepingCapacity: true)
            return
        }
        if let first, first.time < onset { removeAll { $0.time < onset } }
        if count > limit { removeFirst(count - limit) }
    }

    /// Since `onset`, the strongest first, then the newest.
    func strongest(since onset: Instant) -> [Telling] {
        filter { $0.time >= onset }
            .sorted { ($0.weight, $0.time, $0.report) > ($1.weight, $1.time, $1.report) }
    }
}
