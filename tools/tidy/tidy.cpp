// SPDX-License-Identifier: Apache-2.0
#include "tidy.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "functions.h"
#include "source_text.h"

namespace cordon::tidy {

namespace {

constexpr std::string_view kLicence = "// SPDX-License-Identifier: Apache-2.0";
constexpr std::size_t kFileLines = 600;
constexpr std::size_t kTestLines = 800;
constexpr std::size_t kLongLines = 400;
constexpr std::uint32_t kFunctionLines = 70;
constexpr std::uint32_t kColumns = 100;

/// What must not stand in the code of src, and what to use instead.
struct Banned {
    std::string_view word;
    std::string_view instead;
    std::string_view except = "";  ///< the one file whose task it is
};
constexpr Banned kBanned[] = {
    {"double", "Decimal or Interval (base/decimal.h, base/interval.h)"},
    {"float", "Decimal or Interval (base/decimal.h, base/interval.h)"},
    {"strtod", "Decimal::from_text"},
    {"atof", "Decimal::from_text"},
    {"std::regex", "a reader by hand: std::regex recurses once a character"},
    {"rand(", "a fixed order: answers must not depend on chance"},
    {"system_clock::now", "the day as a parameter: no function reads the clock",
     "src/cli/today.cpp"},
    {"std::cout", "fmt::print, or a text that is returned"},
    {"std::cerr", "an Error that is returned"},
};

bool is_test(std::string_view path) {
    return path.ends_with("_test.cpp") || path.ends_with("testing.h") || path.starts_with("tests/");
}

class Checker {
public:
    Checker(const SourceFile& file, const Edges& edges)
        : file_(file), edges_(edges), lines_(lines_of(file.text)), code_(code_of(file.text)) {}

    std::vector<Finding> run() {
        licence();
        size();
        for (std::size_t i = 0; i < lines_.size(); ++i) columns(i);
        for (const Function& function : functions_in(code_)) length(function);
        if (file_.path.starts_with("src/")) {
            const auto code_lines = lines_of(code_);
            for (std::size_t i = 0; i < code_lines.size(); ++i) {
                if (code_lines[i].starts_with("#include")) {
                    include(i);
                } else if (!is_test(file_.path)) {
                    banned(i, code_lines[i]);
                }
            }
        }
        const auto earlier = [](const Finding& a, const Finding& b) {
            return a.error.position.line < b.error.position.line;
        };
        std::stable_sort(found_.begin(), found_.end(), earlier);
        return std::move(found_);
    }

private:
    void find(std::size_t line, std::string message, std::string expected, std::string remedy,
              bool fails = true) {
        Position place{file_.path, static_cast<std::uint32_t>(line), 0, ""};
        found_.push_back(
            {{std::move(message), std::move(expected), std::move(remedy), std::move(place), {}},
             fails});
    }

    void licence() {
        if (!lines_.empty() && lines_[0] == kLicence) return;
        find(1, "the licence line is missing", std::string(kLicence), "write it as line 1");
    }

    void size() {
        const std::size_t most = is_test(file_.path) ? kTestLines : kFileLines;
        if (lines_.size() > most) {
            return find(lines_.size(), fmt::format("the file has {} lines", lines_.size()),
                        fmt::format("{} at most", most), "part it: one idea a file");
        }
        if (lines_.size() <= kLongLines || has_reason()) return;
        find(lines_.size(), fmt::format("the file has {} lines", lines_.size()),
             fmt::format("{} at most", kLongLines),
             "part it, or give a reason in line 2: // long: …", false);
    }
    [[nodiscard]] bool has_reason() const {
        constexpr std::string_view kReason = "// long: ";
        for (std::size_t i = 0; i < 2; ++i) {
            if (lines_[i].starts_with(kReason) &&
                !trimmed(lines_[i].substr(kReason.size())).empty())
                return true;
        }
        return false;
    }

    void columns(std::size_t i) {
        const std::uint32_t width = display_width(lines_[i]);
        if (width <= kColumns) return;
        find(i + 1, fmt::format("the line has {} columns", width),
             fmt::format("{} at most", kColumns), "");
    }

    void length(const Function& function) {
        if (function.lines <= kFunctionLines) return;
        constexpr std::size_t kShown = 80;
        find(function.line,
             fmt::format("the function \"{}\" has {} lines", function.header.substr(0, kShown),
                         function.lines),
             fmt::format("{} at most", kFunctionLines), "part it");
    }

    void banned(std::size_t i, std::string_view code) {
        for (const Banned& each : kBanned) {
            if (file_.path == each.except || !has_word(code, each.word)) continue;
            find(i + 1, fmt::format("\"{}\" has no place in src", each.word),
                 std::string(each.instead), "");
        }
    }

    void include(std::size_t i) {
        std::string_view what = trimmed(lines_[i].substr(std::string_view("#include").size()));
        if (what.size() < 2) return;
        const bool own = what.front() == '"';
        const std::size_t end = what.find(own ? '"' : '>', 1);
        what = what.substr(1, std::min(end, what.size()) - 1);
        own ? own_include(i, what) : foreign_include(i, what);
    }

    void own_include(std::size_t i, std::string_view what) {
        const std::size_t slash = what.find('/');
        if (slash == std::string_view::npos) {
            return find(i + 1, fmt::format("\"{}\" does not say its folder", what),
                        "an include such as \"base/date.h\"", "");
        }
        const std::string_view path = std::string_view(file_.path).substr(4);
        const std::string_view folder = path.substr(0, path.find('/'));
        const std::string_view other = what.substr(0, slash);
        if (folder == other) return;
        const auto row = edges_.find(folder);
        if (row == edges_.end()) {
            return find(i + 1, fmt::format("the folder {} has no row in ARCHITECTURE.md", folder),
                        "a row that says what it may include", "add it to the table");
        }
        if (row->second.contains(std::string(other))) return;
        find(i + 1, fmt::format("{} may not include {}", folder, other),
             row->second.empty()
                 ? "nothing but itself"
                 : list_of(std::vector<std::string>(row->second.begin(), row->second.end())),
             "move the code, or change the table in ARCHITECTURE.md and say why");
    }

    void foreign_include(std::size_t i, std::string_view what) {
        if (!file_.path.ends_with(".h") || is_test(file_.path)) return;
        const bool standard = what.find_first_of("/.") == std::string_view::npos;
        if (standard || what.starts_with("tl/") || what.starts_with("fmt/")) return;
        find(i + 1, fmt::format("<{}> stands in a header", what),
             "of others' headers only <tl/…> and <fmt/…>",
             "include it in the one .cpp that needs it");
    }

    const SourceFile& file_;
    const Edges& edges_;
    std::vector<std::string_view> lines_;
    std::string code_;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> findings_in(const SourceFile& file, const Edges& edges) {
    return Checker(file, edges).run();
}

}  // namespace cordon::tidy
