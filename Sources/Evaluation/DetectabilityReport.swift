package import Trends

/// How soon changes would be found in one client, measure by measure.
package struct DetectabilityReport: Sendable {
    package var client: String
    package var measures: [Detectability]

    package init(client: String, measures: [Detectability]) {
        self.client = client
        self.measures = measures
    }

    /// For people; fits 100 columns.
    package var text: String {
        var lines = [
            client.padded(26) + "  usually   a day" + "twice".leading(18) + "4 times".leading(18) + "8 times".leading(18)
        ]
        lines += measures.map { measure in
            let usual = measure.usual > 0 ? "1 in \(Int((1 / measure.usual).rounded()))" : "never"
            return measure.measure.padded(26) + usual.leading(9) + tenths(measure.observationsPerDay).leading(8)
                + measure.changes.map { change in
                    let days = change.median.map { tenths($0) + " d" } ?? "–"
                    return "\(days), \(Int((change.found * 100).rounded())) %".leading(18)
                }.joined()
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// One record a measure and change.
    package var ndjson: String {
        measures.flatMap { measure in
            measure.changes.map { change in
                var line = JSONText()
                line.add("client", client)
                line.add("measure", measure.measure)
                line.add("usual", raw: JSONText.rounded(measure.usual))
                line.add("observations_per_day", raw: JSONText.rounded(measure.observationsPerDay))
                line.add("odds_factor", raw: JSONText.rounded(change.factor))
                line.add("found_share", raw: JSONText.rounded(change.found))
                line.add("median_days", raw: change.median.map(JSONText.rounded) ?? "null")
                return line.line + "\n"
            }
        }.joined()
    }
}
