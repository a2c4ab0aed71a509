import Signals

/// All of one simulated client: the reports with what they say, and what an oracle knows.
struct SimulatedClient: Sendable {
    var notes: [LabelledNote]
    var truth: ClientTruth
    var usual: TrueRates
}

/// How often each concept is told before anything changes.
struct TrueRates: Sendable {
    private var chances: [Concept: Double] = [:]

    init(persona: Persona, course: ClientCourse, rota: Rota) {
        let slots = Double(persona.slots.count)
        for (index, topic) in Topic.all.enumerated() {
            let share: Double =
                switch topic.opportunity {
                case .always: 1
                case .medicineDue: persona.knowsMedicineDue ? 1 : Double(persona.medicineSlots.count) / slots
                case .meal: Double(persona.slots.count { $0 != .bed }) / slots
                case .firstOfDay: 1 / slots
                }
            let all = topic.bad.reduce(0) { $0 + $1.weight }
            let rate = course.rates(of: index).before
            let told = topic.isJudged ? rota.usualGloom.reduce(0) { $0 + $1.share * scaledOdds(rate, by: $1.gloom) } : rate
            for bad in topic.bad { chances[bad.concept, default: 0] += told * share * bad.weight / all }
        }
    }

    /// That a visit tells any of the concepts.
    func chance(of concepts: [Concept]) -> Double { concepts.reduce(0) { $0 + (chances[$1] ?? 0) } }
}
