import Reports
import Rulebook
import Signals
import Testing

/// Readings as carers write them, with the shipped `readings.yaml`.
struct ReadingsTests {
    private static let lexicon: Result<Lexicon, any Error> = Result {
        let files = ConfigFiles.builtIn.layers.flatMap(\.files).filter { !$0.path.hasPrefix("lexicon/") }
        let rulebook = try Rulebook(ConfigFiles(files))
        var source = rulebook.lexiconSource
        source.cues = []
        return Lexicon(source)
    }

    /// Region | note => readings in order; `!` marks what cannot be one of its kind.
    private static let table = """
        UK | BP one thirty over eighty, pulse seventy two. => blood-pressure 130/80, pulse 72
        UK | ninety over fifty lying => blood-pressure 90/50
        UK | Weighed today, twelve stone four. => weight 78
        UK | Wt 12st 4lb => weight 78
        UK | 7st10 on the scales => weight 49
        UK | Nine and a half stone today on the scales. => weight 60.3
        UK | Drank half a litre of water. => fluid 500
        UK | Had two cups of 200 ml squash. => fluid 200, fluid 200
        UK | F: 200 + 150 + 250 => fluid 200, fluid 150, fluid 250
        UK | Fluids: 200ml tea, 150 juice, 100ml water. => fluid 200, fluid 150, fluid 100
        UK | 2 x 200ml Fortisip taken => fluid 200, fluid 200
        UK | 200ml x2 tea => fluid 200, fluid 200
        UK | I got 168/94 on the cuff. => blood-pressure 168/94
        UK | Obs: 128/70, 76, sats 98 => blood-pressure 128/70, pulse 76, oxygen 98
        UK | Obs 128/70,76,98% => blood-pressure 128/70, pulse 76, oxygen 98
        US | wt 131 (was 138) => weight 59.4
        UK | Weight 58.4 kg (61.9 in November) => weight 58.4
        UK | Weight 52.1kg, dropped from 54. => weight 52.1
        UK | Weight down from 60 to 58kg => weight 58
        UK | BP 128/74 (usual 150/90). => blood-pressure 128/74
        UK | Catheter bag emptied, 400 ml. =>
        UK | Urine 600ml, dark. =>
        UK | PU 300 mls =>
        UK | Room temp 19, heating on. =>
        UK | Fridge temp 4 C. =>
        UK | Bath water 37.5 checked. =>
        UK | Paracetamol 500mg x2 at 09.15 =>
        UK | Oramorph 5ml given =>
        UK | Lactulose 15ml taken =>
        UK | Arrived 10.30, left 11.15. =>
        UK | Pads 4 left. 3 days no bowels. =>
        UK | Ate 50% of lunch =>
        UK | Pain 7 of 10 in hip => pain 7
        UK | Pain four out of ten. => pain 4
        UK | Pain 6/10, down to 3/10 after 1 hr. => pain 6, pain 3
        UK | BNO 3/7. Abx 5/7. =>
        US | T97.8F P88 R18 => temperature 36.6, pulse 88, respiration 18
        UK | Weight 51.3kg => weight 51.3
        UK | T36.9 => temperature 36.9
        UK | BP:92/54 => blood-pressure 92/54
        UK | BP92/54 => blood-pressure 92/54
        UK | sats94% => oxygen 94
        UK | BP 1200/80 => blood-pressure 1200/80!
        UK | temp 367 => temperature 367!
        US | Temp 101.2 F => temperature 38.4
        US | Weight 152 lb 4 oz => weight 69.1
        US | Drank 8oz OJ and 12 oz coffee => fluid 236.6, fluid 354.9
        US | BG 212 => glucose 11.8
        UK | BM 8.8 before tea => glucose 8.8
        UK | blood sugar was 4.2, given juice, 6.1 after => glucose 4.2, glucose 6.1
        US | Call RN if temp >100.4. =>
        UK | Ring 111 if sats below 90 =>
        UK | Hold if BP under 100/60 =>
        UK | Target sats 88-92% =>
        UK | Lost 3 kg since Christmas =>
        UK | Up 2 lb on last week =>
        US | Up six pounds since Monday, 171 on the scale => weight 77.6
        UK | Temp 37,9 => temperature 37.9
        UK | temperature thirty eight point two => temperature 38.2
        UK | No fever, 36.4 => temperature 36.4
        UK | HR 72 reg, RR 16 => pulse 72, respiration 16
        UK | Heart rate of 110, breathing 28 a minute => pulse 110, respiration 28
        UK | Oxygen on at 2 litres, sats 91 => oxygen 91
        UK | 1 litre of fluid today => fluid 1000
        UK | drank 100 of 200ml => fluid 100
        UK | Co-codamol 30/500 two taken =>
        UK | Seretide 250/50 2 puffs =>
        UK | Walked 20 steps, 3 times =>
        UK | DOB 12/11/38, age 87 =>
        UK | Sats 96 HR 88 => oxygen 96, pulse 88
        UK | BP 150/90, recheck 138/84 => blood-pressure 150/90, blood-pressure 138/84
        UK | Sats 88, on oxygen came up to 94 => oxygen 88, oxygen 94
        UK | 120/80 and pulse of 60 => blood-pressure 120/80, pulse 60
        UK | BP 128 / 74 => blood-pressure 128/74
        NZ | BGL 6.4, 51.3 on his scales => glucose 6.4, weight 51.3
        AU | Temp 38.2 under the arm => temperature 38.2
        US | Temp 98.4 orally, BP 118/72 sitting => temperature 36.9, blood-pressure 118/72
        UK | 2 sugars in her tea, 3 biscuits =>
        UK | temp was 38.1 this morning now 37.2 => temperature 38.1, temperature 37.2
        UK | There was half a pint of milk in the fridge. =>
        """

    @Test(arguments: table.split(separator: "\n").map(String.init))
    func `a note gives the values of this visit and no others`(line: String) throws {
        let sides = line.split(separator: " =>", maxSplits: 1, omittingEmptySubsequences: false)
        let note = sides[0].split(separator: " | ", maxSplits: 1)
        let report = VisitReport(
            id: "v", client: "c", note: String(note[1]), start: Instant(seconds: 0), region: String(note[0]))
        var reader = SignalExtractor(try Self.lexicon.get()).makeReader()
        let found = reader.signals(in: report).filter(\.concept.isReading).map(Self.shown).joined(separator: ", ")
        #expect(found == sides[1].drop { $0 == " " })
    }

    private static func shown(_ signal: Signal) -> String {
        let name = signal.concept.rawValue.dropFirst("reading.".count)
        let first = number(signal.value ?? -1)
        let value = signal.value2.map { "\(first)/\(number($0))" } ?? first
        return "\(name) \(value)\(signal.isImplausible ? "!" : "")"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
