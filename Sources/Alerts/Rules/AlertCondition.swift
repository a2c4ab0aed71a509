package import Signals

/// One report suffices.
package struct RedFlag: Hashable, Sendable {
    package var any: [Concept]
    package var readings: [ReadingLimit]
    /// Told again within so many days, it is the same event.
    package var knownFor: Double
    /// Consequences of another red flag belong to its alert when told within so many days of it; nil for what is a cause itself.
    package var followsWithin: Double?

    package init(
        any: [Concept] = [], readings: [ReadingLimit] = [], knownFor: Double = 3, followsWithin: Double? = nil
    ) {
        self.any = any
        self.readings = readings
        self.knownFor = knownFor
        self.followsWithin = followsWithin
    }
}

/// A measured value at or beyond a safe limit.
package struct ReadingLimit: Hashable, Sendable {
    package var reading: Concept
    /// At or below, in the reading's unit.
    package var low: Double?
    /// At or above, in the reading's unit.
    package var high: Double?

    package init(reading: Concept, low: Double? = nil, high: Double? = nil) {
        self.reading = reading
        self.low = low
        self.high = high
    }
}

/// A measure has become worse than is usual for the client.
package struct TrendCondition: Hashable, Sendable {
    /// Id of a measure, the composite, the weight or a range.
    package var measure: String

    package init(measure: String) { self.measure = measure }
}

/// A measure has become better than is usual for the client.
package struct Recovery: Hashable, Sendable {
    package var measure: String
    /// Only where the usual level was once in so many visits or more often.
    package var usualAtLeastOneIn: Double?

    package init(measure: String, usualAtLeastOneIn: Double? = nil) {
        self.measure = measure
        self.usualAtLeastOneIn = usualAtLeastOneIn
    }
}

/// Several signs within a window, more than chance would bring in this client.
package struct Pattern: Hashable, Sendable {
    /// In days.
    package var within: Double
    package var signs: [PatternSign]
    /// How many of the signs suffice; nil: all.
    package var leastSigns: Int?
    /// Concepts that must not be said within the window.
    package var absent: [Concept]
    /// Measures whose trend this alert tells.
    package var covers: [String]

    package init(
        within: Double, signs: [PatternSign], leastSigns: Int? = nil, absent: [Concept] = [], covers: [String] = []
    ) {
        self.within = within
        self.signs = signs
        self.leastSigns = leastSigns
        self.absent = absent
        self.covers = covers
    }
}

/// One part of a pattern.
package struct PatternSign: Hashable, Sendable {
    package var name: String
    package var any: [Concept]
    /// Over all clients, once in so many visits.
    package var oneIn: Double
    /// At so many visits within the window.
    package var atLeast: Int
    /// Two mentions closer than so many days are one event.
    package var apart: Double

    package init(name: String, any: [Concept], oneIn: Double, atLeast: Int = 1, apart: Double = 0) {
        self.name = name
        self.any = any
        self.oneIn = oneIn
        self.atLeast = atLeast
        self.apart = apart
    }
}

/// No reports where the client's own rhythm says that there should be; times in days.
package struct Silence: Hashable, Sendable {
    /// So many times the median gap between visits.
    package var factor: Double
    /// And so many times the longest of the last gaps.
    package var longest: Double
    package var floor: Double
    package var ceiling: Double
    /// How many visits it takes to know a rhythm.
    package var after: Int
    /// While the client is known to be away, or about to go, silence is none until so long.
    package var leave: Double
    /// Domains whose open red flag explains a silence that begins within `knownFor` days of it: it is none until the ceiling.
    package var knownBy: [String]
    package var knownFor: Double

    package init(
        factor: Double = 4, longest: Double = 1.5, floor: Double = 2, ceiling: Double = 14, after: Int = 8,
        leave: Double = 42, knownBy: [String] = [], knownFor: Double = 2
    ) {
        self.leave = leave
        self.knownBy = knownBy
        self.knownFor = knownFor
        self.factor = factor
        self.longest = longest
        self.floor = floor
        self.ceiling = ceiling
        self.after = after
    }
}
