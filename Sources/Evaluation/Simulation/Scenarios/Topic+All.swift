import Signals

extension Topic {
    /// Every topic of the simulation; order matters for reproducibility.
    static let all: [Topic] = [
        Topic(
            id: "medication", part: .medication,
            bad: [("medication.missed", 5), ("medication.refused", 4)], fine: [("medication.taken", 1)],
            opportunity: .medicineDue, mention: 0.85, usual: 0.01...0.06),
        Topic(
            id: "medication-order", part: .medication,
            bad: [("medication.late", 3), ("medication.unavailable", 3), ("medication.error", 1)], fine: [],
            opportunity: .medicineDue, mention: 0, usual: 0.003...0.012),
        Topic(
            id: "eating", part: .eating, bad: [("nutrition.poor", 7), ("nutrition.refused", 3)],
            fine: [("nutrition.good", 1)], opportunity: .meal, mention: 0.6, usual: 0.015...0.08, isJudged: true),
        Topic(
            id: "swallowing", part: .eating, bad: [("nutrition.swallowing", 1)], fine: [],
            opportunity: .meal, mention: 0, usual: 0.001...0.01),
        Topic(
            id: "drinking", part: .drinking, bad: [("hydration.poor", 1)], fine: [("hydration.good", 1)],
            opportunity: .always, mention: 0.4, usual: 0.01...0.05, isJudged: true),
        Topic(
            id: "mobility", part: .mobility,
            bad: [("mobility.worse", 17), ("mobility.unsafe", 2), ("mobility.unable", 1)],
            fine: [("mobility.steady", 1)], opportunity: .always, mention: 0.35, usual: 0.015...0.08, isJudged: true),
        Topic(
            id: "near-falls", part: .mobility, bad: [("mobility.near-fall", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.003...0.015),
        Topic(
            id: "mind", part: .mind,
            bad: [("cognition.confused", 6), ("cognition.forgetful", 4)],
            fine: [("cognition.clear", 1)], opportunity: .always, mention: 0.15, usual: 0.01...0.06, isJudged: true),
        Topic(
            id: "perception", part: .mind, bad: [("cognition.hallucination", 2), ("cognition.wandering", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.0005...0.003),
        Topic(
            id: "drowsiness", part: .mind, bad: [("cognition.drowsy", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.005...0.02),
        Topic(
            id: "mood", part: .mood, bad: [("mood.low", 7), ("mood.anxious", 3)], fine: [("mood.good", 1)],
            opportunity: .always, mention: 0.4, usual: 0.015...0.08, isJudged: true),
        Topic(
            id: "agitation", part: .mood, bad: [("mood.agitated", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.01...0.04, isJudged: true),
        Topic(
            id: "sleep", part: .sleep, bad: [("sleep.poor", 1)], fine: [("sleep.good", 1)],
            opportunity: .firstOfDay, mention: 0.35, usual: 0.02...0.08),
        Topic(
            id: "bladder", part: .toilet, bad: [("continence.accident", 1)], fine: [("continence.normal", 1)],
            opportunity: .always, mention: 0.3, usual: 0.015...0.07),
        Topic(
            id: "urine", part: .toilet, bad: [("continence.urine-change", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.003...0.015),
        Topic(
            id: "bowels", part: .toilet, bad: [("continence.constipation", 3), ("continence.diarrhoea", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.005...0.02),
        Topic(
            id: "skin", part: .skin,
            bad: [("skin.rash", 4), ("skin.bruise", 2), ("skin.wound", 2), ("skin.swelling", 3)],
            fine: [("skin.intact", 1)], opportunity: .always, mention: 0.2, usual: 0.008...0.03),
        Topic(
            id: "pressure", part: .skin, bad: [("skin.pressure", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.002...0.012),
        Topic(
            id: "pain", part: .health, bad: [("pain.present", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.015...0.07, isJudged: true),
        Topic(
            id: "chest", part: .health,
            bad: [("illness.cough", 5), ("illness.breathless", 3)], fine: [],
            opportunity: .always, mention: 0, usual: 0.004...0.02),
        Topic(
            id: "fever", part: .health, bad: [("illness.fever", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.0005...0.003),
        Topic(
            id: "illness", part: .health,
            bad: [("illness.unwell", 4), ("illness.dizzy", 2), ("illness.vomiting", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.004...0.02),
        Topic(
            id: "self-care", part: .care, bad: [("selfcare.refused", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.01...0.06),
        Topic(
            id: "independence", part: .care, bad: [("selfcare.worse", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.003...0.015),
        Topic(
            id: "service", part: .other,
            bad: [("visit.late", 5), ("visit.short", 3), ("visit.single-handed", 1), ("visit.missed", 1)], fine: [],
            opportunity: .always, mention: 0, usual: 0.005...0.02),
        Topic(
            id: "home", part: .home,
            bad: [
                ("home.supplies", 4), ("home.equipment", 2), ("home.hazard", 1), ("home.no-food", 2), ("home.cold", 1),
            ], fine: [], opportunity: .always, mention: 0, usual: 0.004...0.015),
        Topic(
            id: "family", part: .other, bad: [("family.strain", 2), ("family.concern", 3)], fine: [],
            opportunity: .always, mention: 0, usual: 0.002...0.012),
    ]
}
