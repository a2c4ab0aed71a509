import Trends

/// Reads `calibration.yaml`, which `visitwatch calibrate` writes; the file may be missing.
struct CalibrationReader {
    let measures: MeasureCatalogue
    let problems: ConfigProblems

    func factors(_ root: ConfigNode) -> [String: Double] {
        var factors: [String: Double] = [:]
        let known = measures.measures.map(\.id) + [measures.composite?.id].compactMap(\.self)
        _ = root.map(problems) { map in
            _ = map.optional("seed")
            _ = map.optional("date")
            _ = map.optional("clients")
            for entry in map.optional("factors")?.entries(problems) ?? [] {
                if known.contains(entry.key) {
                    factors[entry.key] = entry.value.double(problems, in: 0.01...1)
                } else {
                    reportMisspelling(entry, known, map)
                }
            }
            return true
        }
        return factors
    }

    /// A measure that the agency has removed keeps its factor in the built-in file; a misspelt one is missing under its right name.
    private func reportMisspelling(_ entry: ConfigNode.Entry, _ known: [String], _ map: ConfigMap) {
        let written = Set(map.optional("factors")?.entries.map(\.key) ?? [])
        guard let meant = nearestName(to: entry.key, in: known.filter { !written.contains($0) }) else { return }
        problems.report(.unknownMeasure, at: entry.keyPlace, "unknown measure \"\(entry.key)\"", suggestion: meant)
    }
}
