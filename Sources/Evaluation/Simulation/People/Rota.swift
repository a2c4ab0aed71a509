import ChangeDetection

/// Which carer comes to a client: a main one on nearly half of the visits, a few others in turn.
struct Rota: Sendable {
    private var team: [CarerVoice]
    private let main: CarerVoice
    private let successor: CarerVoice
    private let course: ClientCourse

    /// Carers belong to a region and are shared by its clients.
    init(persona: Persona, course: ClientCourse, settings: SimulationSettings, random: inout SplitMix64) {
        let pool = max(6, settings.clients / 3)
        func carer(_ index: Int) -> CarerVoice {
            let region = Region.allCases.firstIndex(of: persona.region) ?? 0
            var own = SplitMix64(seed: settings.seed &+ 0xCA7E, stream: UInt64(region * 100_000 + index))
            let number = String(index + 1)
            let id = "W" + persona.region.rawValue + String(repeating: "0", count: max(0, 3 - number.count)) + number
            return CarerVoice(id: id, region: persona.region, random: &own)
        }
        self.course = course
        main = carer(random.below(pool))
        team = (0..<random.within(2...5)).map { _ in carer(random.below(pool)) }
        var successor = carer(random.below(pool))
        switch course.scenario.course {
        case .gloomyCarer: successor.gloom = random.within(2.5...4)
        case .terseCarer:
            successor.register = .terse
            successor.mentions = 0.2
            successor.fillers = 0...1
            successor.layout = .sentences
        default: break
        }
        successor.id += "s"
        self.successor = successor
    }

    /// How much the carers who come before anything changes write of, and on what share of visits.
    var usualGloom: [(gloom: Double, share: Double)] {
        let lead: Double = if case .copiedNotes = course.scenario.course { 0.65 } else { 0.45 }
        return [(main.gloom, lead)] + team.map { ($0.gloom, (1 - lead) / Double(team.count)) }
    }

    func carer(on day: Int, random: inout SplitMix64) -> CarerVoice {
        let lead: CarerVoice
        let share: Double
        switch course.scenario.course {
        case .gloomyCarer, .terseCarer: (lead, share) = (day >= course.onset ? successor : main, 0.65)
        case .copiedNotes: (lead, share) = (main, 0.65)
        default: (lead, share) = (main, 0.45)
        }
        return random.chance(share) ? lead : random.pick(team) ?? lead
    }
}
