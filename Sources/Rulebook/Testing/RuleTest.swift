package import Signals

/// A test beside a rule or a measure: a short history, and the alerts that it must raise.
package struct RuleTest: Hashable, Sendable {
    /// Whose alerts are looked at.
    package enum Subject: Hashable, Sendable {
        case rule(String)
        /// The rules that follow it.
        case measure(String)
    }

    package var name: String
    package var place: ConfigPlace
    package var subject: Subject
    /// As written.
    package var series: String
    package var visits: [Visit]
    /// Days from one visit to the next.
    package var every: Double
    /// Days after the last visit by which silence is judged; nil: silence is not looked at.
    package var until: Double?
    package var expectation: Expectation
    /// Where it is written.
    package var expectationPlace: ConfigPlace
    /// A text that a line of the digest must hold.
    package var says: String?
    /// The region of notes.
    package var region: String?

    /// One visit of a history.
    package struct Visit: Hashable, Sendable {
        package enum Content: Hashable, Sendable {
            /// What the note tells, without its words.
            case signs([Sign])
            /// As a carer writes it, to be read by the lexicon.
            case note(String)
            /// A note of boilerplate, too short to be an observation.
            case notRecorded
        }

        package var content: Content
        /// Further days that pass before it.
        package var pause: Double = 0
    }

    package struct Sign: Hashable, Sendable {
        package var concept: Concept
        package var assertion: Assertion = .present
        package var value: Double?
        package var value2: Double?
    }
}
