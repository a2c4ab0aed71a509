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
            _ = map.optional("factors")?.map(problems) { entries in
                for id in known { if let factor = entries.optional(id)?.double(problems, in: 0.01...1) { factors[id] = factor } }
                return true
            }
            return true
        }
        return factors
    }
}
