import Foundation

/// Reads FHIR R4 documents as reports: DocumentReference and Composition, alone or in a Bundle.
///
/// - The note is a text/plain attachment, else an HTML one, else the narrative.
/// - Times come from the context's period, else the Encounter in the same Bundle, else the document's date.
/// - MedicationAdministrations and yes/no QuestionnaireResponses of that Encounter become ticked tasks.
/// - A document that replaces another takes that one's id: it corrects it. Other resources are no reports.
struct FHIRReader: Sendable {
    let times: TimeReader
    let limits: ReportDraft.Limits

    typealias Resource = [String: Any]

    /// One document of a resource: the report, or why there is none with the document's own JSON.
    enum Outcome {
        case report(VisitReport)
        case refused(Rejection, raw: [UInt8])
    }

    func reports(in text: Span<UInt8>) throws(Rejection) -> [Outcome] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for index in text.indices { bytes.append(text[index]) }
        guard let resource = try? JSONSerialization.jsonObject(with: Data(bytes)) as? Resource else {
            throw .notJSON(expected: "a FHIR resource")
        }
        guard let type = resource["resourceType"] as? String else { throw .notAFHIRReport(why: "it has no resourceType") }
        guard type == "Bundle" else {
            return isDocument(resource) ? [.report(try report(of: resource, visits: FHIRVisits([])))] : []
        }
        let resources = list(resource["entry"]).compactMap { $0["resource"] as? Resource }
        let visits = FHIRVisits(resources)
        return resources.filter(isDocument).map { outcome(of: $0, visits) }
    }

    private func isDocument(_ resource: Resource) -> Bool {
        let type = resource["resourceType"] as? String
        return type == "DocumentReference" || type == "Composition"
    }

    private func outcome(of document: Resource, _ visits: FHIRVisits) -> Outcome {
        do {
            return .report(try report(of: document, visits: visits))
        } catch {
            let data = try? JSONSerialization.data(withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
            return .refused(error, raw: data.map { [UInt8]($0) } ?? [])
        }
    }

    private func report(of document: Resource, visits: FHIRVisits) throws(Rejection) -> VisitReport {
        guard document["status"] as? String != "entered-in-error" else {
            throw .notAFHIRReport(why: "it is marked as entered in error")
        }
        let context = document["context"] as? Resource
        let encounter = reference(list(context?["encounter"]).first ?? document["encounter"] as? Resource)
        let visit = encounter.flatMap { visits.visits[$0] }
        let period = context?["period"] as? Resource ?? visit?.period
        var draft = ReportDraft()
        draft.id = replacedID(document) ?? document["id"] as? String
        draft.client = reference(document["subject"] as? Resource)
        draft.carer = reference(list(document["author"]).first)
        draft.note = try note(of: document)
        draft.tasks = visit?.tasks ?? []
        draft.medicationDue = visit?.medicationDue
        let written = try time(document["date"], "date")
        draft.start = try time(period?["start"], "period.start") ?? written
        draft.end = try time(period?["end"], "period.end")
        draft.received = period?["start"] == nil ? nil : written
        return try draft.report(limits)
    }

    private func replacedID(_ document: Resource) -> String? {
        let replaced = list(document["relatesTo"]).first { $0["code"] as? String == "replaces" }
        return reference(replaced?["target"] as? Resource ?? replaced?["targetReference"] as? Resource)
    }

    private func time(_ value: Any?, _ field: String) throws(Rejection) -> TimeReader.Reading? {
        guard let text = value as? String else { return nil }
        return try times.reading(of: text.utf8.span, field: field)
    }
}

/// The objects of a list; none when it is anything else.
func list(_ value: Any?) -> [FHIRReader.Resource] { value as? [FHIRReader.Resource] ?? [] }

/// The id at the end of a reference such as `Patient/C1`, or the identifier it carries.
func reference(_ value: FHIRReader.Resource?) -> String? {
    if let path = value?["reference"] as? String {
        return path.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init)
    }
    return (value?["identifier"] as? FHIRReader.Resource)?["value"] as? String
}
