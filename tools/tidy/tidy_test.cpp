// SPDX-License-Identifier: Apache-2.0
#include "tidy.h"

#include <gtest/gtest.h>

#include "functions.h"
#include "source_text.h"

namespace cordon::tidy {
namespace {

const Edges kEdges = {{"base", {}}, {"law", {"base"}}, {"cli", {"base", "law"}}};
constexpr const char* kLicence = "// SPDX-License-Identifier: Apache-2.0\n";

/// "line message" of every finding, "(line message)" of one that only warns.
std::string found(const std::string& path, const std::string& text) {
    std::string out;
    for (const Finding& finding : findings_in({path, text}, kEdges)) {
        const std::string one =
            std::to_string(finding.error.position.line) + " " + finding.error.message;
        out += (out.empty() ? "" : "; ") + (finding.fails ? one : "(" + one + ")");
    }
    return out;
}
/// The same below the licence line, so that the first line of `code` is line 2.
std::string found_in_code(const std::string& path, const std::string& code) {
    return found(path, kLicence + code);
}

TEST(Tidy, HasNothingAgainstTidyCode) {
    EXPECT_EQ(found_in_code("src/law/law.h",
                            "#pragma once\n#include <string>\n#include <tl/expected.hpp>\n"
                            "#include <fmt/core.h>\n#include \"base/date.h\"\n"
                            "#include \"law/toml.h\"\n\nint answer();\n"),
              "");
}

TEST(Tidy, AsksForTheLicenceInLineOne) {
    EXPECT_EQ(found("src/base/a.h", "#pragma once\n"), "1 the licence line is missing");
    EXPECT_EQ(found("bench/a.cpp", ""), "1 the licence line is missing");
    EXPECT_EQ(found("tools/a.cpp", std::string("\n") + kLicence), "1 the licence line is missing");
}

TEST(Tidy, WarnsAboutLongFilesAndRefusesVeryLongOnes) {
    const auto lines = [](int count) {
        std::string out;
        for (int i = 0; i < count; ++i) out += "int a;\n";
        return out;
    };
    EXPECT_EQ(found_in_code("src/base/a.cpp", lines(399)), "");
    EXPECT_EQ(found_in_code("src/base/a.cpp", lines(400)), "(401 the file has 401 lines)");
    EXPECT_EQ(found_in_code("src/base/a.cpp", "// long: one table\n" + lines(500)), "");
    EXPECT_EQ(found_in_code("src/base/a.cpp", "// long: \n" + lines(400)),
              "(402 the file has 402 lines)");
    EXPECT_EQ(found_in_code("src/base/a.cpp", "// long: one table\n" + lines(599)),
              "601 the file has 601 lines");
    EXPECT_EQ(found_in_code("src/base/a_test.cpp", lines(799)), "(800 the file has 800 lines)");
    EXPECT_EQ(found_in_code("src/base/a_test.cpp", lines(800)), "801 the file has 801 lines");
}

TEST(Tidy, MeasuresLinesInColumns) {
    EXPECT_EQ(found_in_code("fuzz/a.cpp", "// " + std::string(97, 'x') + "\n"), "");
    EXPECT_EQ(found_in_code("fuzz/a.cpp", "// " + std::string(98, 'x') + "\n"),
              "2 the line has 101 columns");
    std::string wide = "// ";
    for (int i = 0; i < 49; ++i) wide += "中";
    EXPECT_EQ(found_in_code("fuzz/a.cpp", wide), "2 the line has 101 columns");
}

TEST(Tidy, FindsWhatIsBannedInCodeOnly) {
    const std::pair<const char*, const char*> banned[] = {
        {"double x = 1;", "double"},
        {"const float* x;", "float"},
        {"auto x = strtod(text, nullptr);", "strtod"},
        {"auto x = atof(text);", "atof"},
        {"std::regex pattern;", "std::regex"},
        {"int x = std::rand();", "rand("},
        {"auto x = std::chrono::system_clock::now();", "system_clock::now"},
        {"std::cout << 1;", "std::cout"},
        {"std::cerr << 1;", "std::cerr"},
    };
    EXPECT_EQ(found_in_code("src/cli/today.cpp", "system_clock::now();"), "");
    for (const auto& [code, word] : banned) {
        const std::string message = std::string("2 \"") + word + "\" has no place in src";
        EXPECT_EQ(found_in_code("src/base/a.cpp", code), message);
        EXPECT_EQ(found_in_code("src/base/a_test.cpp", code), "");
        EXPECT_EQ(found_in_code("bench/a.cpp", code), "");
        EXPECT_EQ(found_in_code("src/base/a.cpp", std::string("// ") + code), "");
        EXPECT_EQ(found_in_code("src/base/a.cpp", std::string("/* a\n") + code + " */"), "");
        EXPECT_EQ(found_in_code("src/base/a.cpp", std::string("auto x = \"") + code + "\";"), "");
    }
    for (const auto* innocent :
         {"int doubled;", "operand(x);", "int float_like;", "strtod_twin();", "int redouble;"}) {
        EXPECT_EQ(found_in_code("src/base/a.cpp", innocent), "") << innocent;
    }
}

TEST(Tidy, HoldsFoldersToTheirRow) {
    EXPECT_EQ(found_in_code("src/law/a.cpp", "\n#include \"cli/page.h\"\n"),
              "3 law may not include cli");
    EXPECT_EQ(found_in_code("src/base/a_test.cpp", "#include \"law/law.h\"\n"),
              "2 base may not include law");
    EXPECT_EQ(found_in_code("src/cli/a.cpp", "#include \"law/law.h\"\n"), "");
    EXPECT_EQ(found_in_code("src/law/reference/a.cpp", "#include \"law/law.h\"\n"), "");
    EXPECT_EQ(found_in_code("src/new/a.cpp", "#include \"base/date.h\"\n"),
              "2 the folder new has no row in ARCHITECTURE.md");
    EXPECT_EQ(found_in_code("src/law/a.cpp", "#include \"law.h\"\n"),
              "2 \"law.h\" does not say its folder");
    EXPECT_EQ(found_in_code("tests/a.cpp", "#include \"cli/page.h\"\n"), "");
    EXPECT_EQ(found_in_code("src/law/a.cpp", "// #include \"cli/page.h\"\n"), "");
}

TEST(Tidy, KeepsTheHeadersOfOthersOutOfOurs) {
    EXPECT_EQ(found_in_code("src/law/a.h", "#include <boost/rational.hpp>\n"),
              "2 <boost/rational.hpp> stands in a header");
    EXPECT_EQ(found_in_code("src/law/a.h", "#include <zlib.h>\n"), "2 <zlib.h> stands in a header");
    EXPECT_EQ(found_in_code("src/law/a.cpp", "#include <zlib.h>\n"), "");
    EXPECT_EQ(found_in_code("src/law/testing.h", "#include <rapidcheck.h>\n"), "");
}

TEST(Tidy, ReadsTheTableOfFolders) {
    const auto read = [](const std::string& rows) {
        return edges_in("# Title\n<!-- edges -->\n| folder | may include |\n|---|---|\n" + rows +
                            "<!-- /edges -->\n",
                        "A.md");
    };
    const Edges edges = MUST(read("| base | |\n| law | base |\n| cli | base, law |\n"));
    EXPECT_EQ(edges, kEdges);
    EXPECT_EQ(read("| law | base |\n").error().to_text().substr(0, 36),
              "A.md:5: the folder base has no row\n ");
    EXPECT_EQ(read("| a | |\n| a | |\n").error().message, "the folder a has two rows");
    EXPECT_EQ(read("a, b\n").error().message, "\"a, b\" is not a row of the table");
    EXPECT_FALSE(edges_in("# no table\n", "A.md").has_value());
}

// ---- lengths of functions ----

std::string body(int lines) {
    std::string out = "{\n";
    for (int i = 0; i < lines; ++i) out += "    if (x) { y(); }\n";
    return out + "}\n";
}

TEST(Tidy, RefusesLongFunctionsWhereverTheyStand) {
    EXPECT_EQ(found_in_code("src/base/a.cpp", "int f() " + body(68)), "");
    EXPECT_EQ(found_in_code("src/base/a.cpp", "int f() " + body(69)),
              "2 the function \"int f()\" has 71 lines");
    EXPECT_EQ(found_in_code("src/base/a.cpp", "int f(int a,\n      int b)\n" + body(67)),
              "2 the function \"int f(int a, int b)\" has 71 lines");
    EXPECT_EQ(found_in_code("src/base/a.h", "namespace a {\nclass B final : C {\nint f() const " +
                                                body(69) + "};\n}\n"),
              "4 the function \"int f() const\" has 71 lines");
    EXPECT_EQ(found_in_code("src/base/a.h", "template <class T>\nT f(T x) " + body(68)),
              "2 the function \"template <class T> T f(T x)\" has 71 lines");
    EXPECT_EQ(found_in_code("src/base/a.cpp",
                            "A::A(int b) : b_{b}, c_(for_each(\";\")) // {\n" + body(69)),
              "2 the function \", c_(for_each(\" \"))\" has 72 lines");
    EXPECT_EQ(found_in_code("src/base/a.cpp", "int operator()(int x) " + body(69)),
              "2 the function \"int operator()(int x)\" has 71 lines");
}

TEST(Tidy, TakesNoTableForAFunction) {
    std::string rows;
    for (int i = 0; i < 100; ++i) rows += "    {\"a\", f(1)},\n";
    EXPECT_EQ(found_in_code("src/base/a.cpp", "constexpr Row kRows[] = {\n" + rows + "};\n"), "");
    EXPECT_EQ(found_in_code("src/base/a.cpp", "enum class A {\n" + std::string(100, '\n') + "};\n"),
              "");
    EXPECT_EQ(found_in_code("src/base/a.cpp",
                            "struct alignas(64) A {\n" + std::string(100, '\n') + "};\n"),
              "");
}

TEST(Tidy, SeesEveryFunctionOfAFile) {
    const auto functions = functions_in(
        "#define X(a) do { a; \\\n  } while (false)\n"
        "namespace n {\nint a() { return 1; }\nclass C {\n    C() = default;\n    int b() const {\n"
        "        return [] { return 2; }();\n    }\n    int c_ = 0;\n};\n}\nint d() {}\n");
    ASSERT_EQ(functions.size(), 3U);
    EXPECT_EQ(functions[0].header, "int a()");
    EXPECT_EQ(functions[0].line, 4U);
    EXPECT_EQ(functions[0].lines, 1U);
    EXPECT_EQ(functions[1].header, "int b() const");
    EXPECT_EQ(functions[1].lines, 3U);
    EXPECT_EQ(functions[2].header, "int d()");
}

TEST(SourceText, BlanksCommentsAndLiteralsAndNothingElse) {
    EXPECT_EQ(code_of("a // b\nc"), "a     \nc");
    EXPECT_EQ(code_of("a /* b\nc */ d"), "a     \n     d");
    EXPECT_EQ(code_of(R"(f("a\"b", 'c', '\''))"), R"(f("    ", ' ', '  '))");
    EXPECT_EQ(code_of("1'000'000 + x"), "1'000'000 + x");
    EXPECT_EQ(code_of("R\"(a\"b)\" c"), "R\"     \" c");
    EXPECT_EQ(code_of("R\"x(a)\"\n)x\" c"), "R\"     \n  \" c");
    EXPECT_EQ(code_of("\"never closed\nnext"), "\"            \nnext");
    EXPECT_EQ(code_of("\"//\" x"), "\"  \" x");
}

}  // namespace
}  // namespace cordon::tidy
