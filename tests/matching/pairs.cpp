// SPDX-License-Identifier: Apache-2.0
#include "pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "base/csv.h"
#include "base/file.h"
#include "base/sha256.h"

namespace cordon::matching {
namespace {

constexpr std::array<std::string_view, 8> kColumns = {"id",    "family", "kind",   "left",
                                                      "right", "label",  "reason", "part"};

Error row_error(const std::string& path, const CsvRow& row, std::string message,
                std::string expected) {
    return {std::move(message), std::move(expected), "Mend the row.", {path, row.line, 0, ""}, {}};
}

Result<bool> either(const std::string& path, const CsvRow& row, const std::string& text,
                    std::string_view yes, std::string_view no) {
    if (text == yes) return true;
    if (text == no) return false;
    return row_error(path, row, fmt::format("\"{}\" is not known here.", text),
                     fmt::format("{} or {}", yes, no));
}

Result<Pair> read_pair(const std::string& path, const CsvRow& row) {
    std::vector<std::string> cells = row.cells;
    cells.resize(kColumns.size());
    Pair pair;
    const bool person = TRY(either(path, row, cells[2], "person", "organisation"));
    pair.kind = person ? names::NameKind::Person : names::NameKind::Organisation;
    pair.same = TRY(either(path, row, cells[5], "same", "different"));
    pair.part = TRY(either(path, row, cells[7], "tune", "hold")) ? Part::Tune : Part::Hold;
    pair.id = std::move(cells[0]);
    pair.family = std::move(cells[1]);
    pair.left = std::move(cells[3]);
    pair.right = std::move(cells[4]);
    pair.reason = std::move(cells[6]);
    if (pair.part != part_of(pair.id)) {
        return row_error(path, row, fmt::format("{} stands in the wrong part.", pair.id),
                         std::string(to_text(part_of(pair.id))));
    }
    return pair;
}

Status check_distinct(const std::string& path, const std::vector<Pair>& pairs) {
    std::set<std::string> ids;
    std::set<std::pair<std::string, std::string>> seen;
    for (const Pair& pair : pairs) {
        const bool fresh_id = ids.insert(pair.id).second;
        auto names = std::minmax(pair.left, pair.right);
        const bool fresh_names = seen.emplace(names.first, names.second).second;
        if (fresh_id && fresh_names && pair.left != pair.right) continue;
        return Error{
            fmt::format("{} repeats an id or a pair, or pairs a name with itself.", pair.id),
            "each pair once",
            "Take one of them out.",
            {path, 0, 0, ""},
            {}};
    }
    return {};
}

Status check_families(const std::string& path, const std::vector<Pair>& pairs) {
    std::map<std::string, std::array<bool, 2>> labels;
    for (const Pair& pair : pairs) labels[pair.family].at(pair.same ? 1 : 0) = true;
    for (const auto& [family, has] : labels) {
        if (has[0] && has[1]) continue;
        return Error{fmt::format("Family {} has one label only.", family),
                     "same and different",
                     "Add pairs with the other label.",
                     {path, 0, 0, ""},
                     {}};
    }
    return {};
}

}  // namespace

std::string_view to_text(Part part) {
    return part == Part::Tune ? "tune" : "hold";
}

Part part_of(std::string_view id) {
    const std::string digest = sha256_hex(id);
    std::uint32_t number = 0;
    std::from_chars(digest.data(), digest.data() + 8, number, 16);
    return number % 10 < 6 ? Part::Tune : Part::Hold;
}

Result<std::vector<Pair>> read_pairs(const std::string& path) {
    const std::string text = TRY(read_file(path));
    const CsvTable table = TRY(read_csv(text, {path, ',', true}));
    if (!table.refused.empty()) return table.refused.front();
    if (!std::equal(table.header.begin(), table.header.end(), kColumns.begin(), kColumns.end())) {
        return Error{"The header is another.",
                     fmt::format("{}", fmt::join(kColumns, ",")),
                     "Restore the columns in this order.",
                     {path, 1, 0, ""},
                     {}};
    }
    std::vector<Pair> pairs;
    for (const CsvRow& row : table.rows) pairs.push_back(TRY(read_pair(path, row)));
    TRY(check_distinct(path, pairs));
    TRY(check_families(path, pairs));
    return pairs;
}

}  // namespace cordon::matching
