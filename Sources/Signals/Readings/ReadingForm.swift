/// How carers write a measured value.
package struct ReadingForm: Hashable, Sendable {
    package struct Unit: Hashable, Sendable {
        package var words: [String]
        /// `value * factor + offset` is in the catalogue's unit.
        package var factor: Double
        package var offset: Double
        /// Of the smaller unit that a second number may be in, e.g. the pounds of "7 st 10"; 0 for none.
        package var smaller: Double

        package init(words: [String], factor: Double, offset: Double = 0, smaller: Double = 0) {
            self.words = words
            self.factor = factor
            self.offset = offset
            self.smaller = smaller
        }
    }

    package var concept: Concept
    package var unit: String
    /// Words before the number that name the reading.
    package var labels: [String]
    /// Labels that are too short to trust without a plausible number at once behind them, e.g. `p`, `t`.
    package var shortLabels: [String]
    package var units: [Unit]
    /// Words behind the number that name the reading: "102.4 under the arm", "171 on the scale".
    package var behind: [String]
    /// Words near the number that say it is something else.
    package var unless: [String]
    /// Words in the number's clause that `unless` in the rest of the sentence does not stand against.
    package var despite: [String]
    /// Words directly before the number that make it a difference: "lost 3 kg".
    package var changes: [String]
    /// Two values with a slash, e.g. 146/82.
    package var isPair: Bool
    /// The top of a scale that may stand behind the value, e.g. 10 in "6/10" and "7 out of 10".
    package var outOf: Double?
    /// Values with one decimal that need no label, by region.
    package var bare: [Guess]
    /// Whether further values may follow the first without a label: "200 + 150 + 250".
    package var comesInLists: Bool
    /// Bare values that directly follow a blood pressure: "128/70, 76".
    package var afterPressure: ClosedRange<Double>?
    /// Outside it a value is kept and marked implausible.
    package var plausible: ClosedRange<Double>
    /// Values in this range come in another unit, by region or by size alone.
    package var guesses: [Guess]
    package var decimals: Int
    /// Whether a unit alone names the reading ("51.3kg").
    package var unitSuffices: Bool

    package struct Guess: Hashable, Sendable {
        package var range: ClosedRange<Double>
        package var factor: Double
        package var offset: Double
        package var regions: [String]

        package init(range: ClosedRange<Double>, factor: Double, offset: Double = 0, regions: [String] = []) {
            self.range = range
            self.factor = factor
            self.offset = offset
            self.regions = regions
        }
    }

    package init(concept: Concept, unit: String, labels: [String], plausible: ClosedRange<Double>) {
        self.concept = concept
        self.unit = unit
        self.labels = labels
        self.plausible = plausible
        (shortLabels, behind, unless, despite, changes) = ([], [], [], [], [])
        (units, guesses, bare) = ([], [], [])
        (decimals, unitSuffices, isPair, comesInLists) = (1, false, false, false)
        (outOf, afterPressure) = (nil, nil)
    }
}
