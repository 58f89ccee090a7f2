import Presentation
import Testing

extension EnvironmentVariables {
    init(_ variables: [String: String]) {
        self.init(texts: variables.map { $0.key + "=" + $0.value }.sorted())
    }
}

struct EnvironmentVariablesTests {
    private func told(_ variables: EnvironmentVariables) -> [String] { variables.all.map { "\($0.name)=\($0.value)" } }

    @Test func `variables are split at the first equals sign, and of two the first counts`() {
        let variables = EnvironmentVariables(texts: ["A=1", "B=x=y", "bad", "A=2", "C="])
        #expect(told(variables) == ["A=1", "B=x=y", "C="])
        #expect(variables["B"] == "x=y" && variables["C"] == "" && variables["bad"] == nil)
    }

    @Test func `a variable is set, changed and taken away`() {
        var variables: EnvironmentVariables = ["A": "1", "B": "2"]
        variables["A"] = "3"
        variables["B"] = nil
        variables["C"] = "4"
        variables["D"] = nil
        #expect(told(variables) == ["A=3", "C=4"])
    }
}
