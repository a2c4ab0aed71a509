import ChangeDetection
import Reports

/// Made-up clients with known changes: their visit reports, and the truth about them.
///
/// - Every client has a random stream of its own, so a client's reports do not depend on the others.
/// - Reports come day by day, in order of visit time, whatever the number of clients: memory stays flat.
/// - Scenarios are dealt out evenly; which client gets which is drawn from the seed.
package struct Simulation: Sendable {
    package let settings: SimulationSettings
    private let phrases: PhraseBanks

    package init(_ settings: SimulationSettings, phrases: PhraseBanks) {
        self.settings = settings
        self.phrases = phrases
    }

    /// Hands over each day's reports with what they say, and returns the truth about all clients.
    @discardableResult
    package func run(_ day: ([LabelledNote]) throws -> Void) rethrows -> [ClientTruth] {
        var diaries = scenarios().enumerated().map { index, scenario in
            ClientDiary(index: index, scenario: scenario, settings: settings, phrases: phrases)
        }
        for number in 0..<settings.days {
            var notes: [LabelledNote] = []
            for index in diaries.indices { notes += diaries[index].visits(on: number, phrases: phrases) }
            notes.sort { ($0.report.time, $0.report.id) < ($1.report.time, $1.report.id) }
            try day(notes)
        }
        return diaries.map { $0.truth() }
    }

    /// One client's reports of all days, the same as `run` hands over; `scenarios()` says who is who.
    func client(_ index: Int, _ scenario: Scenario) -> SimulatedClient {
        var diary = ClientDiary(index: index, scenario: scenario, settings: settings, phrases: phrases)
        var notes: [LabelledNote] = []
        for day in 0..<settings.days { notes += diary.visits(on: day, phrases: phrases) }
        return SimulatedClient(
            notes: notes, truth: diary.truth(), usual: TrueRates(persona: diary.persona, course: diary.course, rota: diary.rota))
    }

    /// The scenario of every client.
    func scenarios() -> [Scenario] {
        let chosen = settings.only.compactMap(Scenario.named)
        var dealt: [Scenario] = []
        if !settings.only.isEmpty, !chosen.isEmpty {
            dealt = (0..<settings.clients).map { chosen[$0 % chosen.count] }
        } else {
            let changing = Int((Double(settings.clients) * settings.scenarioShare).rounded())
            dealt = (0..<changing).map { Scenario.changing[$0 % Scenario.changing.count] }
            // Every other control client is an ordinary one, to whom nothing happens at all.
            dealt += (0..<max(0, settings.clients - changing)).map { index in
                index % 2 == 0 ? Scenario.stable : Scenario.special[index / 2 % Scenario.special.count]
            }
        }
        var random = SplitMix64(seed: settings.seed &+ 0x5CE7)
        for index in dealt.indices.reversed() { dealt.swapAt(index, random.within(0...index)) }
        return dealt
    }
}
