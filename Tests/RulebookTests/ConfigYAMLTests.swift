import Testing

@testable import Rulebook

struct ConfigYAMLTests {
    @Test func `every value knows its line and column`() throws {
        let problems = ConfigProblems()
        let node = try #require(
            ConfigYAML.node(of: "# top\nname: \"Willow\"\nzones: [a, b]\n", file: "a.yaml", problems: problems))
        let places = node.map(problems) { map in
            [map.required("name")?.place, map.required("zones")?.list(problems)?.last?.place]
        }
        #expect(
            places == [
                ConfigPlace(file: "a.yaml", line: 2, column: 7, width: 8),
                ConfigPlace(file: "a.yaml", line: 3, column: 12, width: 1),
            ])
        #expect(problems.found.isEmpty)
    }

    @Test func `keys written twice are all reported and the rest is still read`() throws {
        let text = "meals: 1\nwater: 2\nmeals: 3\nsleep: {a: 1, b: 2, \"a\": 3}\n'meals': 4\n"
        let problems = ConfigProblems(texts: ["a.yaml": text])
        let node = try #require(ConfigYAML.node(of: text, file: "a.yaml", problems: problems))
        #expect(node.entries(problems)?.map(\.key) == ["meals", "water", "sleep"])
        #expect(problems.sorted.map(\.place.description) == ["a.yaml:3:1", "a.yaml:4:21", "a.yaml:5:1"])
        #expect(problems.sorted.allSatisfy { $0.code == .duplicateKey })
    }

    @Test func `a misspelt key is reported once, with the name that was meant`() throws {
        let text = "alerts:\n    fals_alerts: 1 per 2 client-years\n"
        let problems = ConfigProblems(texts: ["rules/meds.yaml": text])
        let node = try #require(ConfigYAML.node(of: text, file: "rules/meds.yaml", problems: problems))
        _ = node.map(problems) { $0.required("alerts")?.map(problems) { $0.string("false_alerts") } }
        #expect(
            problems.sorted.map(\.rendered) == [
                """
                rules/meds.yaml:2:5  E102 unknown key "fals_alerts"
                   2 |     fals_alerts: 1 per 2 client-years
                     |     ^^^^^^^^^^^ did you mean "false_alerts"?
                """
            ])
        #expect(
            problems.sorted.map(\.ndjson) == [
                #"{"code":"E102","column":5,"file":"rules/meds.yaml","line":2,"message":"unknown key \"fals_alerts\"","#
                    + #""severity":"error","suggestion":"false_alerts"}"#
            ])
    }

    @Test func `a file that unfolds without end is refused`() {
        let bombs = "b: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\n"
        let more = "e: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f]\n"
        let problems = ConfigProblems()
        let node = ConfigYAML.node(of: "a: &a [1,1,1,1,1,1,1,1]\n" + bombs + more, file: "a.yaml", problems: problems)
        #expect(node == nil)
        #expect(problems.found.map(\.code) == [.tooLarge])
    }

    @Test func `the agency's entries lie over the built-in ones and keep their own places`() throws {
        let files = ConfigFiles([
            ConfigFile(
                path: "m.yaml", shownAs: "built-in/m.yaml", text: "m:\n  a: {x: 1, y: 2}\n  b: {x: 3}\n", origin: .builtIn),
            ConfigFile(
                path: "m.yaml", shownAs: "config/m.yaml", text: "extends: built-in\nm: {a: {y: 9}, b: ~, c: {x: 4}}\n",
                origin: .agency),
        ])
        let problems = ConfigProblems(texts: files.texts)
        let root = try #require(ConfigTree(files, problems: problems).roots["m.yaml"])
        let measures = try #require(root.entries(problems)?.first?.value.entries(problems))
        #expect(measures.map(\.key) == ["a", "c"])
        let a = try #require(measures[0].value.entries(problems))
        #expect(a.map { $0.value.string(problems) } == ["1", "9"])
        #expect(a.map(\.value.place.file) == ["built-in/m.yaml", "config/m.yaml"])
        #expect(problems.found.isEmpty)
    }

    @Test func `a file of the agency stands in place of the built-in one and changes the hash`() {
        let builtIn = ConfigFile(path: "m.yaml", shownAs: "built-in/m.yaml", text: "m: 1\n", origin: .builtIn)
        let agency = ConfigFile(path: "m.yaml", shownAs: "config/m.yaml", text: "m: 2\n", origin: .agency)
        let files = ConfigFiles([builtIn, agency])
        #expect(files.layers.flatMap(\.files) == [agency])
        #expect(files.hash != ConfigFiles([builtIn]).hash)
        #expect(files.hash.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil)
    }

    @Test func `the shipped config travels inside the program`() {
        #expect(ConfigFiles.builtIn.layers.map(\.path).contains("agency.yaml"))
    }

    @Test(arguments: [
        ("fals_alerts", "false_alerts"), ("mobility.fal", "mobility.fall"), ("moblity.fall", "mobility.fall"),
        ("unrelated", nil), ("ab", nil), ("tiem", "time"),
    ])
    func `the nearest name is at most two slips away`(written: String, meant: String?) {
        #expect(nearestName(to: written, in: ["false_alerts", "mobility.fall", "mobility.near-fall", "time", "abcd"]) == meant)
    }
}
