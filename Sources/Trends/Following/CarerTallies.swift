import ChangeDetection
import Reports

/// How much each of a client's carers tells, against what is usual for the client: what sets a carer's style apart from a change.
///
/// A change in the client is told by all of them alike; what one carer alone tells is first of all that carer's way of telling.
struct CarerTallies: Hashable, Sendable {
    struct Tally: Hashable, Sendable {
        var carer: String
        /// Signs told, and expected of this client's usual level; what is long ago fades.
        var told = 0.0
        var expected = 0.0
    }

    /// The one who came last is last; at most eight.
    private(set) var tallies: [Tally] = []
    private(set) var last: Instant?

    init(tallies: [Tally] = [], last: Instant? = nil) {
        self.tallies = tallies
        self.last = last
    }

    /// The carer's log-odds against the client's other carers, shrunk: ln((O + k)/(E + k)), theirs taken away.
    func offset(of carer: String?, _ learning: CarerLearning?) -> Double {
        guard let learning, let carer, let own = tallies.first(where: { $0.carer == carer }) else { return 0 }
        var (told, expected) = (learning.worth, learning.worth)
        for other in tallies where other.carer != carer {
            told += other.told
            expected += other.expected
        }
        let ratio = (own.told + learning.worth) / (own.expected + learning.worth)
        return logarithm(ratio) - logarithm(told / expected)
    }

    mutating func add(_ visit: VisitFindings, told: Double, expected: Double, _ learning: CarerLearning?) {
        guard let learning, let carer = visit.carer else { return }
        let days = last.map { max(0, visit.time.days(since: $0)) } ?? 0
        let kept = exponential(-days / learning.memory)
        last = visit.time
        for index in tallies.indices {
            tallies[index].told *= kept
            tallies[index].expected *= kept
        }
        var own = Tally(carer: carer)
        if let known = tallies.firstIndex(where: { $0.carer == carer }) { own = tallies.remove(at: known) }
        own.told += told
        own.expected += expected
        tallies.append(own)
        if tallies.count > 8 { tallies.removeFirst() }
    }
}
