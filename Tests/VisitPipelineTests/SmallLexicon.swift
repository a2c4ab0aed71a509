import Rulebook

extension Rulebook {
    /// The shipped rules over a handful of phrases, so that these tests stand still while the lexicon grows.
    static func withSmallLexicon(extra: String = "", dates: String = "day-first") throws -> Rulebook {
        var shipped = ConfigFiles.builtIn.layers.flatMap(\.files).filter { !$0.path.hasPrefix("lexicon/") }
        for index in shipped.indices where shipped[index].path == "intake.yaml" {
            shipped[index].text.replace("dates: day-first", with: "dates: \(dates)")
        }
        let lexicon = ConfigFile(path: "lexicon/small.yaml", shownAs: "small.yaml", text: smallLexicon + extra, origin: .builtIn)
        return try Rulebook(ConfigFiles(shipped + [lexicon]))
    }
}

private let smallLexicon = """
    concepts:
      medication.taken:
        phrases: ["took all tablets", "meds given"]
      medication.refused:
        phrases: ["refused ~1 (tablets|meds)"]
      mobility.fall:
        phrases: ["found on ~1 floor"]
      mobility.near-fall:
        phrases: ["nearly fell"]
      nutrition.good:
        phrases: ["ate well", "good appetite"]
      nutrition.refused:
        phrases: ["would not eat"]
      cognition.confused:
        phrases: ["confused"]
      skin.pressure:
        phrases: ["red area"]

    """
