// SPDX-License-Identifier: Apache-2.0
// Tables by a reader of one pass over the bytes.
//
// A row ends at a line break outside quotes. The one subtlety is recovery: a quote that is opened
// by mistake swallows the lines below it up to the next quote, or the end of the file. So a row
// refused for its quotes gives up its first line only, and reading goes on at the second. The time
// stays linear: a line is looked at again only from a line start inside the swallowed part, where
// the same quotes pair up the other way round and end the row at once. Tested by csv_test.cpp and
// fuzz/fuzz_csv.cpp.
#include "base/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "base/text.h"

namespace cordon {

namespace {

constexpr std::array kSeparators = {',', ';', '\t', '|'};

/// The separator that stands most often, outside quotes, in the first line.
char sniffed(std::string_view text) {
    std::array<std::size_t, kSeparators.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        for (std::size_t i = 0; i < kSeparators.size(); ++i)
            counts[i] += c == kSeparators[i] ? 1U : 0U;
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

class Reader {
public:
    Reader(std::string_view text, std::string file, char separator)
        : text_(text), file_(std::move(file)), separator_(separator) {}

    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

    /// The next row, or why it is refused. Blank lines are rows with one empty cell.
    Result<CsvRow> row() {
        CsvRow row;
        row.line = line_;
        const auto start = at_;
        while (true) {
            auto cell = at_ < text_.size() && text_[at_] == '"' ? quoted_cell() : bare_cell();
            if (!cell) {
                at_ = start;
                line_ = row.line;
                to_line_end();
                return std::move(cell).error();
            }
            row.cells.push_back(std::move(*cell));
            if (at_end() || text_[at_] != separator_) break;
            ++at_;
        }
        const auto bytes = text_.substr(start, at_ - start);
        line_break();
        if (!is_valid_utf8(bytes)) {
            return wrong(row.line, "the row is not valid UTF-8", "UTF-8",
                         "save the table as UTF-8 (for example: iconv -f GB18030 -t UTF-8)");
        }
        return row;
    }

private:
    [[nodiscard]] Error wrong(std::uint32_t line, std::string message, std::string expected,
                              std::string remedy) const {
        return Error{
            std::move(message), std::move(expected), std::move(remedy), {file_, line, 0, ""}, {}};
    }
    [[nodiscard]] bool ends_row(char c) const { return c == '\n' || c == '\r'; }

    Result<std::string> bare_cell() {
        const auto start = at_;
        while (!at_end() && text_[at_] != separator_ && !ends_row(text_[at_])) {
            if (text_[at_] == '"') {
                return wrong(line_, "a quote stands inside a cell that is not quoted",
                             "quotes around the whole cell",
                             "quote the cell and double the quotes inside it");
            }
            ++at_;
        }
        return std::string(text_.substr(start, at_ - start));
    }

    Result<std::string> quoted_cell() {
        const auto line = line_;
        std::string cell;
        ++at_;
        while (!at_end()) {
            if (text_[at_] == '"') {
                if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                    cell += '"';
                    at_ += 2;
                    continue;
                }
                ++at_;
                if (at_end() || text_[at_] == separator_ || ends_row(text_[at_])) return cell;
                return wrong(line_, "a quote stands inside a cell",
                             "the separator or the end of the row after a closing quote",
                             "double the quotes inside a quoted cell");
            }
            const bool pair = text_.substr(at_, 2) == "\r\n";
            if (ends_row(text_[at_]) && !pair) ++line_;
            cell += text_[at_++];
        }
        return wrong(line, "a quoted cell never ends", "a closing quote",
                     "close the quote; the lines below were read as rows of their own");
    }

    void to_line_end() {
        while (!at_end() && !ends_row(text_[at_])) ++at_;
        line_break();
    }

    void line_break() {
        if (at_end()) return;
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
    }

    std::string_view text_;
    std::string file_;
    char separator_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
};

bool blank(const CsvRow& row) {
    return row.cells.size() == 1 && trimmed(row.cells.front()).empty();
}

Status read_header(Reader& reader, const CsvOptions& options, CsvTable& table) {
    std::optional<CsvRow> row;
    while (!reader.at_end() && !row) {
        auto next = TRY(reader.row());
        if (!blank(next)) row = std::move(next);
    }
    if (!row) {
        return Error{"the table is empty",
                     "a header row and rows below it",
                     "",
                     {options.file, 1, 0, ""},
                     {}};
    }
    std::map<std::string, std::size_t> seen;
    for (const auto& cell : row->cells) {
        const std::string name(trimmed(cell));
        const auto column = table.header.size() + 1;
        const auto [first, fresh] = seen.emplace(name, column);
        if (!fresh && !name.empty()) {
            return Error{fmt::format("two columns are called \"{}\" (columns {} and {})", name,
                                     first->second, column),
                         "each name once",
                         "rename one of them",
                         {options.file, row->line, 0, name},
                         {}};
        }
        table.header.push_back(name);
    }
    return std::monostate{};
}

}  // namespace

Result<CsvTable> read_csv(std::string_view text, const CsvOptions& options) {
    if (text.substr(0, 2) == "\xFF\xFE" || text.substr(0, 2) == "\xFE\xFF") {
        return Error{"the table is UTF-16, the form spreadsheets call \"Unicode text\"",
                     "UTF-8",
                     "save it as \"CSV UTF-8\"",
                     {options.file, 0, 0, ""},
                     {}};
    }
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    Reader reader(text, options.file, options.separator == 0 ? sniffed(text) : options.separator);
    CsvTable table;
    if (options.has_header) TRY(read_header(reader, options, table));
    while (!reader.at_end()) {
        auto row = reader.row();
        if (!row) {
            table.refused.push_back(std::move(row).error());
            continue;
        }
        if (blank(*row)) continue;
        if (options.has_header && row->cells.size() > table.header.size()) {
            table.refused.push_back(Error{fmt::format("the row has {} cells, the header {}",
                                                      row->cells.size(), table.header.size()),
                                          "no more cells than columns",
                                          "quote a cell that contains the separator",
                                          {options.file, row->line, 0, ""},
                                          {}});
            continue;
        }
        if (options.has_header) row->cells.resize(table.header.size());
        table.rows.push_back(std::move(*row));
    }
    return table;
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",;\t|\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

}  // namespace cordon
