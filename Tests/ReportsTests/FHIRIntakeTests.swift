import Foundation
import Testing

@testable import Reports

struct FHIRIntakeTests {
    private func document(_ id: String, note: String = "Ate well.", extra: String = "") -> String {
        let data = Data(note.utf8).base64EncodedString()
        return #"{"resourceType":"DocumentReference","id":"\#(id)","status":"current","subject":{"reference":"Patient/C1"},"#
            + #""author":[{"reference":"Practitioner/W1"}],"date":"2026-01-06T09:00:00Z",\#(extra)"#
            + #""content":[{"attachment":{"contentType":"text/plain","data":"\#(data)"}}]}"#
    }

    @Test func `bulk files give a report for each document`() throws {
        let period = #""context":{"period":{"start":"2026-01-06T08:05:00Z","end":"2026-01-06T08:35:00Z"}},"#
        let patient = #"{"resourceType":"Patient","id":"C1"}"#
        let intake = try Intake(
            "\(document("d1"))\n\(patient)\n\(document("d2", extra: period))\n", name: "DocumentReference.ndjson")
        #expect(intake.putAside.isEmpty)
        #expect(intake.reports.map(\.id) == ["d1", "d2"])
        #expect(intake.reports.map(\.client) == ["C1", "C1"])
        #expect(intake.reports.map(\.time.iso8601) == ["2026-01-06T09:00:00Z", "2026-01-06T08:35:00Z"])
        #expect(intake.reports.map { $0.received?.iso8601 } == [nil, "2026-01-06T09:00:00Z"])
    }

    @Test func `a Bundle's encounters give time and tasks, and one bad document does not spoil it`() throws {
        let context = #""context":{"encounter":[{"reference":"Encounter/e1"}]},"#
        let composition =
            #"{"resourceType":"Composition","id":"c1","subject":{"reference":"urn:uuid:C2"},"date":"2026-01-07","#
            + #""section":[{"text":{"div":"<div>Fell.<br/>Hip &amp; knee.</div>"}}]}"#
        let resources = [
            document("d1", extra: context), composition, #"{"resourceType":"DocumentReference","id":"d3"}"#,
            #"{"resourceType":"Encounter","id":"e1","period":{"start":"2026-01-06T08:05:00Z"}}"#,
            #"{"resourceType":"MedicationAdministration","status":"not-done","context":{"reference":"Encounter/e1"},"#
                + #""medicationCodeableConcept":{"text":"Donepezil"},"statusReason":[{"text":"asleep"}]}"#,
        ]
        let entries = resources.map { "  {\"resource\": \($0)}" }.joined(separator: ",\n")
        let intake = try Intake("{\n\"resourceType\": \"Bundle\",\n\"entry\": [\n\(entries)\n]}\n", name: "bundle.json")
        #expect(intake.reports.map(\.id) == ["d1", "c1"])
        #expect(intake.reports.first?.start.iso8601 == "2026-01-06T08:05:00Z")
        #expect(intake.reports.first?.tasks == [TickedTask(task: "Donepezil", done: false, reason: "asleep")])
        #expect(intake.reports.first?.medicationDue == true)
        #expect(intake.reports.last?.note == "Fell.\nHip & knee.")
        #expect(intake.putAside.map(\.raw) == [Array(#"{"id":"d3","resourceType":"DocumentReference"}"#.utf8)])
    }

    @Test func `a document that replaces another corrects it`() throws {
        let replaces = #""relatesTo":[{"code":"replaces","target":{"reference":"DocumentReference/d1"}}],"#
        #expect(try Intake(document("d2", extra: replaces), name: "a.json").reports.map(\.id) == ["d1"])
    }
}
