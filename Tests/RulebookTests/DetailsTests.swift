import Reports
import Rulebook
import Signals
import Testing

/// The particulars told beside a finding, with the shipped `details.yaml`.
struct DetailsTests {
    private static func details(of concept: Concept, in note: String, region: String = "UK") throws -> [String: String]? {
        var reader = SignalExtractor(try Rulebook.load(folder: nil).lexicon()).makeReader()
        let report = VisitReport(id: "r1", client: "C1", note: note, start: Instant(seconds: 0), region: region)
        let signal = reader.signals(in: report).first { $0.concept == concept && $0.counts }
        return signal.map { Dictionary(uniqueKeysWithValues: $0.details.map { ($0.kind.rawValue, $0.value) }) }
    }

    @Test func `pain is told with its degree, site, side and what was done`() throws {
        let note = "Very unsettled. C/o severe pain in left knee, told GP."
        #expect(
            try Self.details(of: "pain.present", in: note)
                == ["degree": "severe", "site": "knee", "side": "left", "next": "clinician told"])
    }

    @Test func `each particular goes to the finding beside it`() throws {
        let note = "Red sacrum +++, small skin tear on R forearm."
        #expect(try Self.details(of: "skin.pressure", in: note) == ["degree": "severe", "site": "sacrum"])
        #expect(try Self.details(of: "skin.wound", in: note) == ["degree": "slight", "site": "arm", "side": "right"])
    }

    @Test func `a refused medicine is told with its name and how often`() throws {
        #expect(
            try Self.details(of: "medication.refused", in: "Refused her warfarin x2.")
                == ["count": "2", "medicine": "warfarin"])
    }

    @Test func `how much was eaten and how many carers it took are told`() throws {
        #expect(try Self.details(of: "nutrition.poor", in: "Ate half her lunch.") == ["amount": "half", "time": "lunch"])
        #expect(try Self.details(of: "mobility.worse", in: "Took two of us to stand him today.") == ["carers": "2"])
    }

    @Test func `a later mention adds what the first leaves open`() throws {
        let note = "Pain again today. The pain is in her right hip."
        #expect(try Self.details(of: "pain.present", in: note) == ["site": "hip", "side": "right"])
    }
}
