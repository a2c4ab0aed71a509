import Alerts
import ArgumentParser
import Casebook

/// `visitwatch store verify`: looks the whole store over.
struct StoreVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Look the whole store over: structure, counts, histories, and every quotation against its note.",
        discussion: "Exit status 0 when all is well, 4 when it is not.")

    @OptionGroup var store: StoreOption

    func run() throws {
        let book = try Casebook.openForReading(at: store.path)
        let findings = try book.verify { bytes in (try? ClientHistory(decoding: bytes)) != nil }
        guard findings.isEmpty else {
            for finding in findings { try StandardOutput.write(printable(finding) + "\n") }
            throw ExitStatus.storeUnusable.exitCode
        }
        let reports = try book.reportCount()
        let clients = try book.clientNames().count
        let alerts = try book.alerts().count
        try StandardOutput.write(
            "The store is sound: \(counted(reports, "report")), \(counted(clients, "client")), \(counted(alerts, "alert")), "
                + "\(counted(try book.putAsideCount(), "record")) put aside.\n")
    }
}
