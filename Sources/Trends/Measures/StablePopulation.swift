package import ChangeDetection

/// Clients in whom nothing changes: how often they are visited, and how often each measure is bad in them.
package struct StablePopulation: Sendable {
    package struct Client: Sendable {
        package var visitsPerDay: Double
        /// By measure: observations per visit, and the chances of the grades.
        package var measures: [(perVisit: Double, chances: [Double])]

        package init(visitsPerDay: Double, measures: [(perVisit: Double, chances: [Double])]) {
            self.visitsPerDay = visitsPerDay
            self.measures = measures
        }
    }

    package var clients: [Client]

    package init(clients: [Client]) { self.clients = clients }

    /// As the priors have it, with visits from three a week to six a day.
    package init(drawnFrom plan: MeasurePlan, clients count: Int = 4_200, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let patterns = [3.0 / 7, 5.0 / 7, 1, 2, 3, 4, 6]
        clients = (0..<count).map { index in
            Client(
                visitsPerDay: patterns[index % patterns.count],
                measures: plan.followed.map { (perVisit: 1, chances: $0.prior.drawn(&random)) })
        }
    }
}

/// What calibration found for one measure or the composite.
package struct CalibratedFactor: Sendable {
    package var measure: String
    package var budget: Double
    /// Threshold = factor · 365 / budget.
    package var factor: Double
    /// With that factor, on other streams than those it was taken from.
    package var achieved: AchievedRate
}

extension MeasurePlan {
    /// Measures that can be calibrated, and the composite.
    package var calibrated: [String] {
        followed.map(\.measure.id) + (compositeTest == nil ? [] : [catalogue.composite?.id].compactMap(\.self))
    }

    /// Sets the factor of one measure or the composite so that its budget is spent: the rate is inverse to the threshold.
    package func calibrate(_ id: String, on population: StablePopulation, alarms: Int, seed: UInt64) -> CalibratedFactor? {
        guard let (budget, test) = budgetAndTest(id), budget > 0, !population.clients.isEmpty else { return nil }
        let count = max(population.clients.count, Int((Double(alarms) / budget).rounded(.up)))
        let first = achieved(test, id, population, count: count, seed: seed)
        guard first.alarms > 0 else { return CalibratedFactor(measure: id, budget: budget, factor: 0.1, achieved: first) }
        let used = test.threshold * budget / 365
        let guess = used * first.perYear / budget
        let second = achieved(test.withThreshold(guess * 365 / budget), id, population, count: count, seed: seed &+ 1)
        // The rate is not quite inverse to the threshold: half of what the second try is off by, since it is off by chance, too.
        let factor = min(max(guess * (second.perYear / budget).squareRoot(), 0.05), 1)
        let adjusted = test.withThreshold(factor * 365 / budget)
        return CalibratedFactor(
            measure: id, budget: budget, factor: factor,
            achieved: achieved(adjusted, id, population, count: count, seed: seed &+ 2))
    }

    private func budgetAndTest(_ id: String) -> (Double, ChangeTest)? {
        if id == catalogue.composite?.id, let compositeTest { return (compositeBudget, compositeTest) }
        return followed.first { $0.measure.id == id }.map { ($0.budget, $0.rising) }
    }

    private func achieved(
        _ test: ChangeTest, _ id: String, _ population: StablePopulation, count: Int, seed: UInt64
    ) -> AchievedRate {
        guard let position = position[id] else {
            let members = followed.indices.filter { isMember[$0] }
            let calibration = Calibration(prior: LevelPrior(chances: [0.1], worth: 1), seed: seed)
            let groups = population.clients.map { client in members.map { client.stream($0) } }
            return calibration.achievedTogether(test, groups: groups, priors: members.map { followed[$0].prior }, count: count)
        }
        let calibration = Calibration(prior: followed[position].prior, seed: seed)
        return calibration.achieved(test, streams: population.clients.map { $0.stream(position) }, count: count)
    }
}

extension StablePopulation.Client {
    fileprivate func stream(_ measure: Int) -> Calibration.Stream {
        let observed = max(measures[measure].perVisit * visitsPerDay, 0.02)
        return Calibration.Stream(observationsPerDay: observed, chances: measures[measure].chances)
    }
}
