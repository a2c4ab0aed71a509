import ChangeDetection
import Signals

/// A scenario as it befalls one client: days of onset and end, and the levels of every topic.
struct ClientCourse: Sendable {
    private struct Levels: Sendable {
        var before: Double
        var after: Double
        var ramp: Double
        var bad: [Topic.Weighted]?
    }

    let scenario: Scenario
    /// Day of the simulation; never reached for `stable`.
    let onset: Int
    /// The last day on which the change holds.
    let end: Int
    /// Percent of the usual weight a week.
    let weightLoss: Double
    private var levels: [Levels?]
    private let usual: [Double]

    init(_ scenario: Scenario, persona: Persona, days: Int, random: inout SplitMix64) {
        self.scenario = scenario
        let onset = ClientCourse.onset(scenario, days: days, random: &random)
        self.onset = onset
        end = scenario.lasts.map { min(days - 1, onset + Int(random.within($0))) } ?? days - 1
        if case .weightLoss(let range) = scenario.course { weightLoss = random.within(range) } else { weightLoss = 0 }
        usual = persona.rates
        levels = Array(repeating: nil, count: Topic.all.count)
        for change in scenario.changes {
            guard let index = Topic.index(change.topic) else { continue }
            levels[index] = Levels(
                before: ClientCourse.level(change.before, usual: usual[index], random: &random),
                after: ClientCourse.level(change.after, usual: usual[index], random: &random),
                ramp: change.ramp, bad: change.bad)
        }
    }

    private static func onset(_ scenario: Scenario, days: Int, random: inout SplitMix64) -> Int {
        if scenario.id == Scenario.stable.id { return days }
        if case .silence = scenario.course { return max(1, days - random.within(10...20)) }
        let isSlow = scenario.changes.contains { $0.ramp > 20 } || scenario.id == "weight-loss"
        let share = isSlow ? 0.2...0.4 : scenario.lasts == nil ? 0.3...0.6 : 0.3...0.8
        return Int(Double(days) * random.within(share))
    }

    private static func level(_ level: Scenario.Change.Level, usual: Double, random: inout SplitMix64) -> Double {
        switch level {
        case .usual: usual
        case .rate(let range): random.within(range)
        case .odds(let range): scaledOdds(usual, by: random.within(range))
        }
    }

    func holds(on day: Int) -> Bool { (onset...max(onset, end)).contains(day) }

    /// The share of visits on which the topic is bad.
    func rate(_ topic: Int, day: Int) -> Double {
        guard let level = levels[topic] else { return usual[topic] }
        guard day >= onset else { return level.before }
        guard day <= end else { return usual[topic] }
        guard level.ramp > 0 else { return level.after }
        return level.before + (level.after - level.before) * min(1, Double(day - onset + 1) / level.ramp)
    }

    func bad(_ topic: Int, day: Int) -> [Topic.Weighted] {
        holds(on: day) ? levels[topic]?.bad ?? Topic.all[topic].bad : Topic.all[topic].bad
    }

    /// The rates that the truth states: before, and when the change is complete.
    func rates(of topic: Int) -> (before: Double, after: Double) {
        (levels[topic]?.before ?? usual[topic], levels[topic]?.after ?? usual[topic])
    }
}

/// The probability whose odds are `factor` times those of `rate`.
func scaledOdds(_ rate: Double, by factor: Double) -> Double { factor * rate / (1 - rate + factor * rate) }
