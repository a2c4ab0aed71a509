import ArgumentParser
import Foundation

/// `visitwatch-benchmark`: how fast the program is on this machine, as ratios that hold on others, too.
@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visitwatch-benchmark",
        abstract: "Measures the visitwatch built beside it on made-up reports of about 90 words.",
        discussion: """
            run      `visitwatch run` of NDJSON into a new store against `sqlite3 .import` of the same reports as CSV
            memory   peak memory of `visitwatch run` at 20 thousand and at 1 million reports
            extract  MB of note text a second and core through `visitwatch extract`

            Build it in release: swift run -c release visitwatch-benchmark
            """)

    @Argument(help: "What to measure: run, memory, extract. (default: all)") var measures: [Measure] = []
    @Option(help: "Reports for run and extract.") var reports = 200_000
    @Option(help: "Reports for memory, the fewest first.") var memoryReports: [Int] = [20_000, 1_000_000]
    @Option(help: "Take the fastest of so many rounds.") var rounds = 1
    @Option(help: ArgumentHelp("Folder for workloads and stores. (default: a temporary one)", valueName: "dir"))
    var folder: String?
    @Option(help: ArgumentHelp("The program to measure. (default: beside this one)", valueName: "file"))
    var program: String?
    @Option(help: ArgumentHelp("Folder of the config. (default: the built-in one)", valueName: "dir")) var config: String?

    enum Measure: String, CaseIterable, ExpressibleByArgument { case run, memory, extract }

    func validate() throws {
        guard reports > 0, rounds > 0, memoryReports.allSatisfy({ $0 > 0 }) else {
            throw ValidationError("Numbers of reports and rounds are positive.")
        }
    }

    func run() throws {
        let bench = try Workbench(folder: folder, program: program, config: config, rounds: rounds)
        defer { bench.cleanUp() }
        for measure in measures.isEmpty ? Measure.allCases : measures {
            switch measure {
            case .run: print(try bench.runAgainstImport(reports: reports))
            case .memory: print(try bench.peakMemory(reports: memoryReports))
            case .extract: print(try bench.extraction(reports: reports))
            }
        }
    }
}
