/// One thing that a visit report says about a client.
package struct Signal: Hashable, Sendable {
    package var concept: Concept
    package var assertion: Assertion
    /// UTF-8 byte offsets in the note as given: `start ..< end`.
    package var start: Int
    package var end: Int
    /// Readings only; in the catalogue's unit.
    package var value: Double?
    /// Diastolic pressure.
    package var value2: Double?
    package var unit: String?
    /// A value that cannot be a reading of its kind: kept as written, not scored.
    package var isImplausible: Bool
    /// In order of their kinds, one a kind.
    package var details: [SignalDetail]
    /// The rule that found it, e.g. `mobility.yaml:31`.
    package var source: String

    package init(
        concept: Concept, assertion: Assertion, start: Int, end: Int, value: Double? = nil, value2: Double? = nil,
        unit: String? = nil, isImplausible: Bool = false, details: [SignalDetail] = [], source: String = ""
    ) {
        self.concept = concept
        self.assertion = assertion
        self.start = start
        self.end = end
        self.value = value
        self.value2 = value2
        self.unit = unit
        self.isImplausible = isImplausible
        self.details = details
        self.source = source
    }

    /// True of the client now, or suspected: only these count toward scores.
    package var counts: Bool { (assertion == .present || assertion == .possible) && !isImplausible }
}

/// What the note says about the truth of a concept (ConText: Harkema et al. 2009).
package enum Assertion: String, Hashable, Sendable, CaseIterable, Codable {
    case present, possible, absent, historical, hypothetical, other
}

/// The id of a concept in the catalogue, e.g. `mobility.fall`.
package struct Concept: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(_ id: String) { rawValue = id }
    package init(stringLiteral id: String) { rawValue = id }

    package static func < (a: Concept, b: Concept) -> Bool { a.rawValue < b.rawValue }

    package var description: String { rawValue }

    /// The first part of the id: `mobility` of `mobility.fall`.
    package var domain: String { String(rawValue.prefix { $0 != "." }) }

    package var isReading: Bool { rawValue.hasPrefix("reading.") }
}
