import Alerts
import Digests
import Reports

extension Sample {
    static let client = Caseload.Client(id: "C101", displayName: "Mrs J")

    static var clientStory: ClientStory {
        var material = material
        material.alerts += [
            alert(
                "a_7f3c0000000000a3", "C101", .trend, .medium, "Eating less than usual", opened: at(1, 5), updated: at(1, 30),
                status: .closed, domain: "nutrition")
        ]
        let finding = { (concept: String, assertion: String, text: String) in
            ClientStory.Finding(concept: concept, assertion: assertion, text: text)
        }
        let visits = [
            ClientStory.VisitMaterial(
                report: "r1", time: at(3, 2, 8, 35), carer: "W7",
                findings: [
                    finding("mobility.fall", "present", "Found on bathroom floor on arrival"),
                    finding("emergency.unresponsive", "absent", "No LOC"),
                    finding("reading.weight", "present", "51.3kg"),
                ]),
            ClientStory.VisitMaterial(
                report: "r2", time: at(3, 1, 18, 10), carer: "W12",
                findings: [finding("medication.missed", "present", "pm tabs still in pod")]),
            ClientStory.VisitMaterial(report: "r0", time: at(2, 28, 8, 30), findings: [], isTooLate: true),
        ]
        return ClientStory(of: client, visits: visits, in: material)
    }

    static var alertStory: AlertStory {
        AlertStory(
            of: alerts[1], client: client,
            history: [
                .init(time: at(3, 1, 18, 10), status: .open, severity: .medium),
                .init(time: at(3, 2, 8, 35), status: .open, severity: .high),
                .init(time: at(3, 2, 10), status: .acknowledged, severity: .high, by: "Amira Khan", reason: "GP rung"),
            ], in: material)
    }
}
