/// What the Encounters of a Bundle say about their visits.
struct FHIRVisits {
    private(set) var visits: [String: Visit] = [:]

    struct Visit {
        var period: FHIRReader.Resource?
        var tasks: [TickedTask] = []
        var medicationDue: Bool?
    }

    init(_ resources: [FHIRReader.Resource]) {
        for resource in resources {
            switch resource["resourceType"] as? String {
            case "Encounter": addEncounter(resource)
            case "MedicationAdministration": addMedication(resource)
            case "QuestionnaireResponse": addAnswers(resource)
            default: break
            }
        }
    }

    private mutating func addEncounter(_ resource: FHIRReader.Resource) {
        guard let id = resource["id"] as? String else { return }
        visits[id, default: Visit()].period = resource["period"] as? FHIRReader.Resource
    }

    private mutating func addMedication(_ resource: FHIRReader.Resource) {
        guard let visit = reference((resource["context"] ?? resource["encounter"]) as? FHIRReader.Resource),
            let status = resource["status"] as? String, ["completed", "not-done"].contains(status)
        else { return }
        let name = words(resource["medicationCodeableConcept"] as? FHIRReader.Resource) ?? "medication"
        let reason = words(list(resource["statusReason"]).first)
        visits[visit, default: Visit()].tasks.append(TickedTask(task: name, done: status == "completed", reason: reason))
        visits[visit, default: Visit()].medicationDue = true
    }

    private mutating func addAnswers(_ resource: FHIRReader.Resource) {
        guard let visit = reference(resource["encounter"] as? FHIRReader.Resource) else { return }
        for item in list(resource["item"]) {
            guard let answer = list(item["answer"]).first?["valueBoolean"] as? Bool,
                let name = (item["text"] ?? item["linkId"]) as? String
            else { continue }
            visits[visit, default: Visit()].tasks.append(TickedTask(task: name, done: answer))
        }
    }

    private func words(_ concept: FHIRReader.Resource?) -> String? {
        (concept?["text"] ?? list(concept?["coding"]).first?["display"]) as? String
    }
}
