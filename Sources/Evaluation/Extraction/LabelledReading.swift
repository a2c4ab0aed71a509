package import Signals

/// A reading that a note should give, in the catalogue's unit.
package struct LabelledReading: Hashable, Sendable {
    package var kind: Concept
    package var value: Double
    /// Diastolic pressure.
    package var value2: Double?
    package var unit: String
    /// Kept as written and not scored.
    package var isImplausible: Bool

    package init(kind: Concept, value: Double, value2: Double? = nil, unit: String, isImplausible: Bool = false) {
        self.kind = kind
        self.value = value
        self.value2 = value2
        self.unit = unit
        self.isImplausible = isImplausible
    }

    /// Same kind and the same value but for rounding after a conversion of units (0.2 %, or half of a tenth).
    package func agrees(with signal: Signal) -> Bool {
        guard signal.concept == kind, let found = signal.value, near(found, value) else { return false }
        guard let value2 else { return true }
        return signal.value2.map { near($0, value2) } ?? false
    }

    private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= max(0.051, 0.002 * abs(b)) }
}

extension LabelledReading: Codable {
    private enum CodingKeys: String, CodingKey { case kind, value, unit, implausible }

    /// The value is a number, or for blood pressure the text `146/82`.
    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        kind = Concept(try box.decode(String.self, forKey: .kind))
        unit = try box.decodeIfPresent(String.self, forKey: .unit) ?? ""
        isImplausible = try box.decodeIfPresent(Bool.self, forKey: .implausible) ?? false
        if let number = try? box.decode(Double.self, forKey: .value) {
            value = number
            return
        }
        let parts = try box.decode(String.self, forKey: .value).split(separator: "/").map { Double($0) }
        guard let first = parts.first ?? nil else {
            throw DecodingError.dataCorruptedError(
                forKey: .value, in: box, debugDescription: "neither a number nor number/number")
        }
        value = first
        value2 = parts.count > 1 ? parts[1] : nil
    }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: CodingKeys.self)
        try box.encode(kind.rawValue, forKey: .kind)
        if let value2 {
            try box.encode("\(JSONText.number(value))/\(JSONText.number(value2))", forKey: .value)
        } else {
            try box.encode(value, forKey: .value)
        }
        try box.encode(unit, forKey: .unit)
        if isImplausible { try box.encode(true, forKey: .implausible) }
    }
}
