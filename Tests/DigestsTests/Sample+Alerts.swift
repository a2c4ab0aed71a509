import Alerts
import Digests
import Reports

extension Sample {
    static var alerts: [Alert] { pressing + ordinary + quiet }

    private static var pressing: [Alert] {
        [
            alert(
                "a_7f3c00000000001a", "C101", .redFlag, .urgent, "Fall: found on the floor",
                why: "A carer found her on the bathroom floor. This is the second fall in 30 days.", opened: at(3, 2, 8, 35),
                quotes: [
                    quote("r1", "Found on bathroom floor on arrival", "mobility.fall"),
                    quote("r1", "says hip sore", "pain.present"),
                ],
                proposals: [Proposal(change: "falls-review", title: "Falls review with the occupational therapist")]),
            alert(
                "a_7f3c00000000002b", "C101", .trend, .high, "Medicine not taken more often than usual",
                why: """
                    Not taken at 6 of the last 14 medication visits; usually 1 in 30. Told by two carers. \
                    Chance alone would do this less than once in 4 years.
                    """, opened: at(3, 1, 18, 10), updated: at(3, 2, 8, 35),
                quotes: [
                    quote("r2", "pm tabs still in pod", "medication.missed"),
                    quote("r3", "refused her tablets again", "medication.refused"),
                ],
                proposals: [
                    Proposal(change: "medication-review", title: "Medication review"),
                    Proposal(change: "prompt-calls", title: "A prompting call at tea time"),
                ], measure: "medication.not-taken", domain: "medication"),
            alert(
                "a_7f3c00000000003c", "C102", .pattern, .high, "New confusion with a change in urine",
                why: "Confused at 2 visits in 48 hours and dark urine at one of them. He is usually clear.",
                opened: at(3, 2, 12, 40), quotes: [quote("r4", "very muddled, didnt know me", "cognition.confused")],
                proposals: [Proposal(change: "gp-today", title: "Ask the GP for a same-day call")], domain: "cognition"),
        ]
    }

    private static var ordinary: [Alert] {
        [
            alert(
                "a_7f3c00000000004d", "C103", .trend, .medium, "Eating less than usual",
                why: "Ate little at 6 of 14 meals last week; usually 1 in 8. Began about mid-February.", opened: at(3, 2, 12),
                quotes: [quote("r5", "½ sandw eaten, left rest", "nutrition.poor")],
                proposals: [Proposal(change: "food-diary", title: "Food diary for 3 days")], measure: "nutrition",
                domain: "nutrition"),
            alert(
                "a_7f3c00000000005e", "C103", .silence, .low, "Weight not taken for 6 weeks", opened: at(2, 18),
                domain: "nutrition"),
            alert(
                "a_7f3c00000000006f", "C106", .recovery, .low, "Walks with less help",
                why: "Needed help to walk at none of the last 14 visits; usually 7 in 10.", opened: at(3, 2, 9, 15),
                quotes: [quote("r6", "walked to kitchen with stick, no help", "mobility.better")],
                proposals: [Proposal(change: "step-down", title: "Review double-handed calls")],
                measure: "mobility.recovery"),
        ]
    }

    private static var quiet: [Alert] {
        [
            alert(
                "a_7f3c000000000070", "C104", .redFlag, .high, "Broken skin on a pressure area", opened: at(2, 28, 9),
                domain: "skin"),
            alert(
                "a_7f3c000000000081", "C105", .trend, .medium, "Low in mood more often", opened: at(2, 14),
                status: .acknowledged, domain: "mood"),
            alert(
                "a_7f3c000000000092", "C107", .trend, .medium, "Poor sleep", opened: at(2, 1), updated: at(3, 2, 7),
                status: .closed, domain: "sleep"),
        ]
    }
}
