package import Signals

/// One thing that a visit tells, as far as trends and alerts use it.
package struct Finding: Hashable, Sendable {
    package var concept: Concept
    package var assertion: Assertion
    /// UTF-8 byte offsets in the note: `start ..< end`.
    package var start: Int
    package var end: Int
    /// Where its words begin in the visit's `quotes`; nil where none are kept.
    package var quoteStart: Int?
    package var value: Double?
    package var value2: Double?

    package init(
        concept: Concept, assertion: Assertion, start: Int, end: Int, quoteStart: Int? = nil, value: Double? = nil,
        value2: Double? = nil
    ) {
        self.concept = concept
        self.assertion = assertion
        self.start = start
        self.end = end
        self.quoteStart = quoteStart
        self.value = value
        self.value2 = value2
    }

    /// Present or suspected.
    package var counts: Bool { assertion != .absent }
}
