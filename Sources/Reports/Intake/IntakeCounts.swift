/// What became of the records of a run.
package struct IntakeCounts: Hashable, Sendable, Codable {
    package var read = 0
    package var accepted = 0
    /// Seen before with the same content.
    package var duplicate = 0
    /// Seen before with other content.
    package var corrected = 0
    package var putAside = 0

    package init() {}

    package enum Outcome: Sendable { case accepted, duplicate, corrected, putAside }

    package mutating func count(_ outcome: Outcome) {
        read += 1
        switch outcome {
        case .accepted: accepted += 1
        case .duplicate: duplicate += 1
        case .corrected: corrected += 1
        case .putAside: putAside += 1
        }
    }

    /// Whether every record read has exactly one outcome.
    package var addsUp: Bool { read == accepted + duplicate + corrected + putAside }

    package static func + (a: IntakeCounts, b: IntakeCounts) -> IntakeCounts {
        var sum = a
        sum.read += b.read
        sum.accepted += b.accepted
        sum.duplicate += b.duplicate
        sum.corrected += b.corrected
        sum.putAside += b.putAside
        return sum
    }
}
