package import Reports

/// A measure has moved from the client's usual level: what, since when, how much, and on whose word.
package struct TrendAlarm: Hashable, Sendable {
    package enum Direction: Hashable, Sendable {
        /// The measure has become more frequent or graver.
        case rising
        /// It has become rarer.
        case easing
    }

    /// Id of the measure, composite, weight or range.
    package var measure: String
    package var direction: Direction
    /// Where the change seems to have begun.
    package var onset: Instant
    /// Visits since then that were not fine, and all that were an observation.
    package var bad: Int
    package var of: Int
    /// The usual chance of a visit that is not fine.
    package var usual: Double
    /// Its chance under the change that explains the visits best.
    package var changed: Double
    /// Chance alone would come so far about once in so many years.
    package var years: Double
    /// The visits that moved it most, the strongest first.
    package var tellings: [Telling]
    /// For weight and ranges.
    package var reading: ReadingChange?
}

/// A reading against what is usual for the client.
package struct ReadingChange: Hashable, Sendable {
    package var value: Double
    package var reference: Double
    /// In days; what the reference was taken from.
    package var span: Double

    package init(value: Double, reference: Double, span: Double) {
        self.value = value
        self.reference = reference
        self.span = span
    }
}
