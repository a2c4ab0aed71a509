import ChangeDetection
import Foundation
import Testing

struct ChangeTestTests {
    @Test func `logarithm and exponential agree with the system's to the last digits`() {
        for step in -400...400 {
            let x = Double(step) / 7
            #expect(abs(exponential(x) - Foundation.exp(x)) <= 4e-16 * Foundation.exp(x))
            let y = Foundation.exp(x)
            #expect(abs(logarithm(y) - Foundation.log(y)) <= 4e-16 * max(1, abs(Foundation.log(y))))
        }
    }

    @Test func `likelihood ratios of every shift average to one under the usual chances`() {
        let usual = UsualLevel()
        let prior = LevelPrior(chances: [0.05, 0.02, 0.01], worth: 50)
        let chances = usual.predictive(prior)
        for test in [ChangeTest(factors: [2, 4, 8], threshold: 1), ChangeTest(factors: [0.7, 0.2], threshold: 1)] {
            for shift in 0..<3 {
                let mean = (0..<4).reduce(0.0) {
                    $0 + chances[$1] * test.evidence(of: $1, usual: chances).ratios[shift]
                }
                #expect(abs(mean - 1) < 1e-12)
            }
        }
    }

    @Test func `an observer's style moves what is expected of the observer, not what is usual`() {
        let prior = LevelPrior(chances: [1.0 / 30], worth: 50)
        var usual = UsualLevel()
        for visit in 0..<400 { usual.learn(visit % 15 == 0 ? 1 : 0, prior, offset: 1) }
        let told = usual.predictive(prior, offset: 1)[1]
        let plain = usual.predictive(prior)[1]
        #expect(abs(told - 27.0 / 400) < 0.02)
        #expect(plain < told / 2)
    }

    @Test(arguments: [(3.0 / 7, 0.03), (2.0, 0.03), (4.0, 0.03), (2.0, 0.002), (2.0, 0.3)])
    func `the threshold keeps its promise of false alarms`(visitsPerDay: Double, chance: Double) {
        let prior = LevelPrior(chances: [chance], worth: 50)
        let test = ChangeTest(factors: [2, 4, 8], threshold: 365 / 2.0)
        let rate = Calibration(prior: prior, seed: 7)
            .achieved(test, streams: [Calibration.Stream(observationsPerDay: visitsPerDay, chances: [chance])], count: 200)
        #expect(rate.interval.lowerBound < 2)
        #expect(rate.perYear > 0.4)
    }

    @Test func `a steep rise is found within days`() {
        let prior = LevelPrior(chances: [1.0 / 30], worth: 50)
        let test = ChangeTest(factors: [2, 4, 8], threshold: 730)
        var random = SplitMix64(seed: 3)
        var delays: [Double] = []
        for _ in 0..<100 {
            var usual = UsualLevel()
            var suspicion = Suspicion()
            for visit in 0..<1_000 {
                let day = Double(visit) / 2
                let category = random.unit() < (day < 120 ? 0.035 : 0.2) ? 1 : 0
                let evidence = test.evidence(of: category, usual: usual.predictive(prior))
                let alarm = suspicion.observe(evidence, category: category, days: 0.5, at: day, test: test)
                usual.learn(category, prior)
                if alarm != nil, day >= 120 {
                    delays.append(day - 120)
                    break
                }
            }
        }
        #expect(delays.count == 100)
        #expect(delays.sorted()[50] < 14)
    }
}
