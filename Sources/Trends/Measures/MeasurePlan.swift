import ChangeDetection
import Signals

/// The catalogue worked out for the fold: priors, tests with their thresholds, and which concept feeds which measure.
package struct MeasurePlan: Sendable {
    package let catalogue: MeasureCatalogue
    /// Names the measures and their grades: states of another shape are fitted anew.
    package let shape: UInt64
    let followed: [FollowedMeasure]
    let uses: [Concept: [ConceptUse]]
    let compositeTest: ChangeTest?
    let compositeBudget: Double
    /// By measure: whether it belongs to the composite.
    package let isMember: [Bool]
    /// Where a measure stands in the catalogue.
    package let position: [String: Int]
    let timed: Int?

    /// `recovering`: ids of the measures whose easing is looked for.
    package init(_ catalogue: MeasureCatalogue, recovering: [String] = []) {
        self.catalogue = catalogue
        shape = shapeHash(catalogue)
        followed = followedMeasures(catalogue, recovering: recovering)
        uses = conceptUses(catalogue.measures)
        position = Dictionary(
            catalogue.measures.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        timed = catalogue.measures.firstIndex { $0.id == catalogue.timing?.measure }
        isMember = catalogue.measures.map { catalogue.composite?.members.contains($0.id) ?? false }
        let budget = catalogue.falseAlerts * catalogue.portions.composite
        compositeTest = catalogue.composite.map {
            ChangeTest(factors: $0.shifts, threshold: threshold(budget: budget, catalogue, $0.id))
        }
        compositeBudget = budget
    }

    /// Years within which chance alone would bring so much suspicion about once.
    package func years(_ level: Double) -> Double { level / (365 * catalogue.calibration) }
}

/// A class, so that the fold's inner loop passes it on without copying its parts.
final class FollowedMeasure: Sendable {
    let measure: Measure
    /// False alerts a client-year.
    let budget: Double
    let prior: LevelPrior
    /// For what becomes more frequent.
    let rising: ChangeTest
    /// For what becomes rarer; nil where nobody asks.
    let easing: ChangeTest?

    init(measure: Measure, budget: Double, high: HighLevel?, rising: ChangeTest, easing: ChangeTest?) {
        self.measure = measure
        self.budget = budget
        prior = LevelPrior(chances: measure.levels.map { 1 / $0.oneIn }, worth: measure.worth, high: high)
        self.rising = rising
        self.easing = easing
    }
}

struct ConceptUse: Sendable {
    let measure: Int
    /// 0 is fine.
    let category: Int
}

private func threshold(budget: Double, _ catalogue: MeasureCatalogue, _ id: String) -> Double {
    budget > 0 ? (catalogue.factors[id] ?? catalogue.calibration) * 365 / budget : .infinity
}

private func followedMeasures(_ catalogue: MeasureCatalogue, recovering: [String]) -> [FollowedMeasure] {
    let measures = catalogue.measures
    let trends = measures.reduce(0.0) { $1.rise == .worse ? $0 + $1.share : $0 }
    let better = measures.reduce(0.0) { $1.rise == .better ? $0 + $1.share : $0 }
    let easing = measures.reduce(0.0) { recovering.contains($1.id) && $1.rise == .worse ? $0 + $1.share : $0 }
    let high = catalogue.chronic.map { HighLevel(share: 1 / $0.oneIn, mean: 1 / $0.usualOneIn, worth: $0.worth) }
    return measures.map { measure in
        let portion = measure.rise == .worse ? catalogue.portions.trends : catalogue.portions.recovery
        let sum = measure.rise == .worse ? trends : better + easing
        let budget = catalogue.falseAlerts * portion * measure.share / sum
        let rising = ChangeTest(
            factors: measure.shifts, threshold: threshold(budget: budget, catalogue, measure.id), tempering: measure.tempering)
        let recovers = recovering.contains(measure.id) && measure.rise == .worse
        let easingBudget = catalogue.falseAlerts * catalogue.portions.recovery * measure.share / (better + easing)
        return FollowedMeasure(
            measure: measure, budget: budget, high: high, rising: rising,
            easing: recovers ? rising.mirrored(threshold: threshold(budget: easingBudget, catalogue, measure.id)) : nil)
    }
}

private func conceptUses(_ measures: [Measure]) -> [Concept: [ConceptUse]] {
    var uses: [Concept: [ConceptUse]] = [:]
    for (index, measure) in measures.enumerated() {
        for concept in measure.fine { uses[concept, default: []].append(ConceptUse(measure: index, category: 0)) }
        for (level, grade) in measure.levels.prefix(3).enumerated() {
            for concept in grade.concepts {
                uses[concept, default: []].append(ConceptUse(measure: index, category: level + 1))
            }
        }
    }
    return uses
}

private func shapeHash(_ catalogue: MeasureCatalogue) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func take(_ text: String) {
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0x1F) &* 0x100_0000_01b3
    }
    for measure in catalogue.measures { take("\(measure.id):\(min(measure.levels.count, 3))") }
    take(catalogue.composite.map { "\($0.id):\($0.members.joined(separator: ","))" } ?? "")
    for range in catalogue.ranges { take(range.id) }
    return hash
}
