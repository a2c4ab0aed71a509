/// How the records of an input are written down.
package enum InputFormat: String, CaseIterable, Sendable {
    /// One JSON object a line, or JSON objects one after the other.
    case ndjson
    /// A header and rows, parted by commas, semicolons or bars.
    case csv
    /// A header and rows, parted by tabs.
    case tsv
    /// One note a file; client and time are in its path.
    case text
    /// FHIR R4: bulk NDJSON or Bundles.
    case fhir
}
