package import Signals

/// All that is followed, and the one budget of false alerts that it shares (`config/measures.yaml`).
package struct MeasureCatalogue: Hashable, Sendable {
    /// False alerts of all kinds but red flags, per client and year.
    package var falseAlerts: Double
    package var portions: BudgetPortions
    /// Threshold = calibration · 365 / budget; 1 is guaranteed, about 0.64 spends the budget in full.
    package var calibration: Double
    /// Where calibrated on an agency's own visits: by id of the measure or composite, in place of `calibration`.
    package var factors: [String: Double] = [:]
    /// A note of fewer characters is no observation of what it does not name.
    package var writtenNote: Int
    /// A note of as many characters that repeats one of the client's latest notes word for word is a copy.
    package var copiedNote: Int
    /// Those in whom what is not fine is frequent as a rule; nil where all clients are thought alike.
    package var chronic: ChronicClients?
    /// How fast a carer's way of telling is learnt from one client's notes; nil where it is not.
    package var carers: CarerLearning?
    /// While a trend or pattern of the client is open, another trend needs so many times the evidence.
    package var caution: Double
    /// Concepts that say the client was not there.
    package var notSeen: [Concept]
    package var leave: LeaveRule
    /// What is bad often enough for a plan review, trend or no trend; nil for never.
    package var review: ReviewRule?
    /// Counts only where there is such a measure.
    package var timing: VisitTiming?
    package var measures: [Measure]
    package var composite: CompositeMeasure?
    package var weight: WeightMeasure?
    package var ranges: [RangeMeasure]

    package init(
        falseAlerts: Double = 0.5, portions: BudgetPortions = BudgetPortions(), calibration: Double = 0.64,
        writtenNote: Int = 20, copiedNote: Int = 60, chronic: ChronicClients? = nil, carers: CarerLearning? = nil,
        caution: Double = 1, notSeen: [Concept] = [], leave: LeaveRule = LeaveRule(),
        timing: VisitTiming? = VisitTiming(measure: "visits"), measures: [Measure], composite: CompositeMeasure? = nil,
        weight: WeightMeasure? = nil, ranges: [RangeMeasure] = []
    ) {
        self.falseAlerts = falseAlerts
        self.portions = portions
        self.calibration = calibration
        self.writtenNote = writtenNote
        self.copiedNote = copiedNote
        self.chronic = chronic
        self.carers = carers
        self.caution = caution
        self.notSeen = notSeen
        self.leave = leave
        self.timing = timing
        self.measures = measures
        self.composite = composite
        self.weight = weight
        self.ranges = ranges
    }
}

/// Clients in whom a measure is bad often, and always was: a trend is no news of them.
package struct ChronicClients: Hashable, Sendable {
    /// One client in so many, for each measure.
    package var oneIn: Double
    /// In them, what is not fine is seen once in so many visits; worth so many visits.
    package var usualOneIn: Double
    package var worth: Double

    package init(oneIn: Double, usualOneIn: Double, worth: Double) {
        self.oneIn = oneIn
        self.usualOneIn = usualOneIn
        self.worth = worth
    }
}

/// How a carer's way of telling is set apart from a change in the client.
package struct CarerLearning: Hashable, Sendable {
    /// As strong as so many signs: what it takes to believe that a carer tells more, or less, than the client's others.
    package var worth: Double
    /// What was told longer ago than this counts for less than half, in days.
    package var memory: Double

    package init(worth: Double = 4, memory: Double = 60) {
        self.worth = worth
        self.memory = memory
    }
}

/// What belongs into a plan review though no single client's trend shows it.
package struct ReviewRule: Hashable, Sendable {
    /// A measure that is bad more often than once in so many visits, as surely as `sure`, after so many visits.
    package var oneIn: Double
    package var sure: Double
    package var after: Int
    /// Measures that may spread: told of more clients in a week than chance brings once in so many weeks.
    package var spreading: [String]
    package var weeks: Double

    package init(oneIn: Double, sure: Double, after: Int, spreading: [String], weeks: Double) {
        self.oneIn = oneIn
        self.sure = sure
        self.after = after
        self.spreading = spreading
        self.weeks = weeks
    }
}

/// How the budget of false alerts is split; fractions that add to 1.
package struct BudgetPortions: Hashable, Sendable {
    package var trends: Double
    package var composite: Double
    package var recovery: Double
    package var patterns: Double

    package init(trends: Double = 0.6, composite: Double = 0.12, recovery: Double = 0.1, patterns: Double = 0.18) {
        self.trends = trends
        self.composite = composite
        self.recovery = recovery
        self.patterns = patterns
    }
}

/// When the client is away and the clock stops.
package struct LeaveRule: Hashable, Sendable {
    package var starts: [Concept]
    package var ends: [Concept]
    /// A shorter absence is no leave, in days.
    package var absence: Double
    /// Concepts that tell of a leave to come or to go on; none comes sooner than `notice` days after they are said.
    package var announced: [Concept]
    package var notice: Double

    package init(
        starts: [Concept] = [], ends: [Concept] = [], absence: Double = 2, announced: [Concept] = [], notice: Double = 3
    ) {
        self.starts = starts
        self.ends = ends
        self.absence = absence
        self.announced = announced
        self.notice = notice
    }
}

/// When a visit's own times make it a bad one.
package struct VisitTiming: Hashable, Sendable {
    /// Id of the measure that it counts for.
    package var measure: String
    /// Started so much later than planned, in days.
    package var lateAfter: Double
    /// Shorter than this part of the planned length.
    package var shortBelow: Double

    package init(measure: String, lateAfter: Double = 45.0 / 1_440, shortBelow: Double = 0.5) {
        self.measure = measure
        self.lateAfter = lateAfter
        self.shortBelow = shortBelow
    }
}

/// Many small changes for the worse at once.
package struct CompositeMeasure: Hashable, Sendable {
    package var id: String
    package var title: String
    /// Ids of the measures that belong to it.
    package var members: [String]
    /// The small common change looked for, as factors on the odds; one to three.
    package var shifts: [Double]
    /// Where one member brings so much of the evidence, the alert bears its name.
    package var namedShare: Double

    package init(id: String, title: String, members: [String], shifts: [Double] = [1.5, 2.5], namedShare: Double = 0.6) {
        self.id = id
        self.title = title
        self.members = members
        self.shifts = shifts
        self.namedShare = namedShare
    }
}

/// Weight in kg against the client's own earlier weight.
package struct WeightMeasure: Hashable, Sendable {
    package var id: String
    package var domain: String
    package var title: String
    package var losses: [WeightLoss]

    package init(id: String, domain: String, title: String, losses: [WeightLoss]) {
        self.id = id
        self.domain = domain
        self.title = title
        self.losses = losses
    }
}

/// A loss of so many percent within so many days.
package struct WeightLoss: Hashable, Sendable {
    package var percent: Double
    package var days: Double

    package init(percent: Double, days: Double) {
        self.percent = percent
        self.days = days
    }
}

/// A reading followed against the client's own range.
package struct RangeMeasure: Hashable, Sendable {
    package var id: String
    package var reading: Concept
    package var domain: String
    package var title: String
    /// How many standard deviations from the mean are out of range.
    package var spread: Double
    /// The smallest standard deviation taken to be one, in the reading's unit.
    package var least: Double
    /// How many readings it takes to know a range.
    package var after: Int

    package init(
        id: String, reading: Concept, domain: String, title: String, spread: Double, least: Double, after: Int
    ) {
        self.id = id
        self.reading = reading
        self.domain = domain
        self.title = title
        self.spread = spread
        self.least = least
        self.after = after
    }
}
