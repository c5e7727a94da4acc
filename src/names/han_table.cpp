// SPDX-License-Identifier: Apache-2.0
// The table of Han characters, read at the first use.
//
// 28,000 rows are read in one pass without a general CSV reader, because a command that screens one
// name waits for it: the file is ours, has no quotation marks, and its tests read it again
// properly. Cells are few hundred distinct texts; each is split once and rows hold its number.
#include "names/han_table.h"

#include <algorithm>

#include "base/code_points.h"
#include "base/result.h"
#include "base/text.h"
#include "names/bundled.h"

namespace cordon::names {

namespace {

constexpr char32_t kFirst = 0x3400;
constexpr char32_t kLast = 0x9FFF;

void add_readings(std::string_view blank_separated, std::vector<std::string>& out) {
    for (const auto reading : split(blank_separated, ' ')) {
        if (!reading.empty()) out.emplace_back(reading);
    }
}

/// "xing hang/heng".
HanCell cell_of(std::string_view text) {
    HanCell cell;
    const auto slash = text.find('/');
    add_readings(text.substr(0, slash), cell.readings);
    cell.usual = cell.readings.size();
    if (slash != std::string_view::npos) add_readings(text.substr(slash + 1), cell.readings);
    return cell;
}

}  // namespace

/// Gives equal cells one number.
class HanTable::Reader {
public:
    explicit Reader(HanTable& table) : table_(table), slots_(kSlots) {}

    /// The number of the cell that begins at `at` and ends before the next comma or line end, to
    /// which `at` moves.
    std::uint16_t number(std::string_view bytes, std::size_t& at) {
        const auto begin = at;
        std::uint32_t hash = 2166136261U;
        for (; at < bytes.size() && bytes[at] != ',' && bytes[at] != '\n'; ++at) {
            hash = (hash ^ static_cast<unsigned char>(bytes[at])) * 16777619U;
        }
        return at == begin ? std::uint16_t{0} : place(bytes.substr(begin, at - begin), hash);
    }

private:
    std::uint16_t place(std::string_view text, std::uint32_t hash) {
        for (std::uint32_t at = hash ^ hash >> 15U;; ++at) {
            auto& slot = slots_[at % kSlots];
            if (slot.number == 0) {
                table_.cells_.push_back(cell_of(text));
                CHECK(table_.cells_.size() < kSlots / 2);
                slot = {text, static_cast<std::uint16_t>(table_.cells_.size() - 1)};
            }
            if (slot.text == text) return slot.number;
        }
    }

    static constexpr std::uint32_t kSlots = 8192;
    struct Slot {
        std::string_view text;
        std::uint16_t number = 0;
    };
    HanTable& table_;
    std::vector<Slot> slots_;
};

HanTable::HanTable() : near_(kLast - kFirst + 1), rows_(1), cells_(1) {
    const auto bytes = bundled_file("catalogue/names/han.csv");
    rows_.reserve(bytes.size() / 12);
    Reader mandarin(*this);
    Reader cantonese(*this);
    // Comments and the header first; then every line has four cells.
    std::size_t at = 0;
    const auto next_line = [&] { at = std::min(bytes.find('\n', at), bytes.size() - 1) + 1; };
    while (at < bytes.size() && bytes[at] == '#') next_line();
    next_line();
    while (at < bytes.size()) {
        const char32_t c = next_code_point(bytes, at);
        Row row;
        ++at;
        if (bytes[at] != ',') row.form = next_code_point(bytes, at);
        row.mandarin = mandarin.number(bytes, ++at);
        row.cantonese = cantonese.number(bytes, ++at);
        CHECK(at < bytes.size() && bytes[at] == '\n' && rows_.size() < 0xFFFF);
        ++at;
        const auto number = static_cast<std::uint16_t>(rows_.size());
        rows_.push_back(row);
        if (c >= kFirst && c <= kLast) {
            near_[c - kFirst] = number;
        } else {
            far_.emplace_back(c, number);
        }
    }
    std::sort(far_.begin(), far_.end());
    std::vector<bool> read(cells_.size());
    for (const auto& row : rows_) read[row.mandarin] = true;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (!read[i]) continue;
        syllables_.insert(syllables_.end(), cells_[i].readings.begin(), cells_[i].readings.end());
    }
    std::sort(syllables_.begin(), syllables_.end());
    syllables_.erase(std::unique(syllables_.begin(), syllables_.end()), syllables_.end());
}

const HanTable& HanTable::instance() {
    static const HanTable table;
    return table;
}

const HanTable::Row& HanTable::row(char32_t han) const {
    if (han >= kFirst && han <= kLast) return rows_[near_[han - kFirst]];
    const auto at = std::lower_bound(far_.begin(), far_.end(), std::pair(han, std::uint16_t{0}));
    return at != far_.end() && at->first == han ? rows_[at->second] : rows_[0];
}

char32_t HanTable::simplified(char32_t han) const {
    const auto form = row(han).form;
    return form != 0 ? form : han;
}

const HanCell& HanTable::mandarin(char32_t han) const {
    return cells_[row(simplified(han)).mandarin];
}

const HanCell& HanTable::cantonese(char32_t han) const {
    return cells_[row(simplified(han)).cantonese];
}

namespace {

struct Phrase {
    std::u32string characters;
    std::vector<std::string> syllables;
};

/// Sorted; a phrase stands before those that begin with it.
const std::vector<Phrase>& phrases() {
    static const auto all = [] {
        std::vector<Phrase> out;
        const auto bytes = bundled_file("catalogue/names/han_phrases.csv");
        for (const auto line : split(bytes, '\n')) {
            const auto comma = line.find(',');
            if (comma == std::string_view::npos || line.starts_with("phrase,")) continue;
            Phrase phrase{code_points(line.substr(0, comma)), {}};
            add_readings(line.substr(comma + 1), phrase.syllables);
            CHECK(phrase.characters.size() == phrase.syllables.size());
            out.push_back(std::move(phrase));
        }
        std::sort(out.begin(), out.end(),
                  [](const Phrase& a, const Phrase& b) { return a.characters < b.characters; });
        return out;
    }();
    return all;
}

}  // namespace

const std::vector<std::string>* phrase_at(std::u32string_view text, std::size_t& length) {
    const auto& all = phrases();
    const auto after = std::upper_bound(all.begin(), all.end(), text,
                                        [](std::u32string_view value, const Phrase& phrase) {
                                            return value < std::u32string_view(phrase.characters);
                                        });
    // Whatever begins the text stands before it, the longest last; others may stand between, but
    // only such as share its first character.
    for (auto at = after; at != all.begin();) {
        --at;
        if (text.empty() || at->characters[0] != text[0]) break;
        if (text.starts_with(at->characters)) {
            length = at->characters.size();
            return &at->syllables;
        }
    }
    length = 0;
    return nullptr;
}

}  // namespace cordon::names
