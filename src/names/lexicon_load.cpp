// SPDX-License-Identifier: Apache-2.0
// The tables are our own and plain: no quotes, no commas inside a cell, a header line. So they are
// cut up in place and every text stays a view of the program's own bytes; opening the lexicon costs
// hashing and little else. That the files are as plain as that is tested with the real CSV reader.
#include <algorithm>

#include "base/result.h"
#include "names/bundled.h"
#include "names/lexicon_tables.h"

namespace cordon::names {

namespace {

using Cells = std::vector<std::string_view>;

void cut(std::string_view text, char separator, Cells& out) {
    out.clear();
    while (true) {
        const auto at = text.find(separator);
        out.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return;
        text.remove_prefix(at + 1);
    }
}

template <class Visit>
void each_row(std::string_view file, const Visit& visit) {
    auto text = bundled_file(file);
    Cells cells;
    for (bool header = true; !text.empty(); header = false) {
        const auto end = text.find('\n');
        cut(text.substr(0, end), ',', cells);
        if (!header) visit(cells);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
}

template <class Visit>
void each_phrase(std::string_view cell, const Visit& visit) {
    while (!cell.empty()) {
        const auto at = cell.find('|');
        visit(cell.substr(0, at));
        if (at == std::string_view::npos) return;
        cell.remove_prefix(at + 1);
    }
}

Role role_named(std::string_view text) {
    for (std::size_t i = 0; i < kRoleCount; ++i) {
        if (to_text(static_cast<Role>(i)) == text) return static_cast<Role>(i);
    }
    fail_check(__FILE__, __LINE__, text);
}

}  // namespace

void MeaningTable::begin(std::string_view first, std::size_t length) {
    const auto entry = texts.add(first);
    if (longest.size() <= entry) longest.resize(entry + 256, 0);
    longest[entry] = std::max(longest[entry], static_cast<std::uint8_t>(length));
}

void MeaningTable::add(std::string_view text, const Meaning& meaning) {
    const auto entry = texts.add(text);
    rows.push_back({entry, meaning});
}

void MeaningTable::arrange() {
    longest.resize(texts.size(), 0);
    starts.assign(texts.size() + 1, 0);
    for (const auto& row : rows) ++starts[row.entry + 1];
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) starts[i + 1] += starts[i];
    meanings.resize(rows.size());
    auto next = starts;
    for (const auto& row : rows) meanings[next[row.entry]++] = row.meaning;
    rows = {};
}

/// Reads the bundled files into tables.
struct LexiconLoad {
    Lexicon::Tables& to;
    std::uint32_t first_reading = 0;  ///< of the Latin entries

    void concept_row(const Concept& read, std::string_view han) {
        const auto index = static_cast<std::uint32_t>(to.concepts.size());
        CHECK(to.names.add(read.key.substr(1)) == index);
        to.concepts.push_back(read);
        const Meaning meaning{read.key, read.role, 0, index};
        each_phrase(read.latin, [&](std::string_view phrase) { latin(phrase, meaning); });
        each_phrase(han, [&](std::string_view phrase) { this->han(phrase, meaning); });
    }
    void latin(std::string_view phrase, const Meaning& meaning) {
        to.latin.add(phrase, meaning);
        const auto words = std::count(phrase.begin(), phrase.end(), ' ') + 1;
        to.latin.begin(phrase.substr(0, phrase.find(' ')), static_cast<std::size_t>(words));
    }
    void han(std::string_view phrase, const Meaning& meaning) {
        to.han.add(phrase, meaning);
        to.han.begin(phrase.substr(0, 3), phrase.size() / 3);
    }
    std::string_view key(std::string_view name) {
        const std::size_t begin = to.keys.size();
        CHECK(begin + name.size() + 1 <= to.keys.capacity());
        to.keys.push_back('@');
        to.keys.insert(to.keys.end(), name.begin(), name.end());
        return {to.keys.data() + begin, name.size() + 1};
    }
    void lexicon() {
        each_row("catalogue/names/lexicon.csv", [&](const Cells& cells) {
            CHECK(cells.size() >= 5);
            concept_row({key(cells[0]), role_named(cells[1]), cells[2], cells[3]}, cells[4]);
        });
    }
    void places() {
        each_row("catalogue/names/places.csv", [&](const Cells& cells) {
            CHECK(cells.size() >= 4);
            concept_row({key(cells[0]), Role::Place, cells[1], cells[2]}, cells[3]);
        });
    }
    void abbreviations(std::string_view file) {
        Cells words;
        each_row(file, [&](const Cells& cells) {
            CHECK(cells.size() >= 2);
            each_phrase(cells[1], [&](std::string_view meant) {
                cut(meant, '+', words);
                for (std::size_t i = 0; i < words.size(); ++i) abbreviation(cells[0], words[i], i);
            });
        });
    }
    void abbreviation(std::string_view text, std::string_view name, std::size_t part) {
        const auto index = to.names.find(name);
        if (index == TextIndex::kNone) fail_check(__FILE__, __LINE__, name);
        const auto& meant = to.concepts[index];
        const Meaning meaning{meant.key, meant.role, static_cast<std::uint8_t>(part), index};
        if (static_cast<unsigned char>(text.front()) >= 0x80) {
            han(text, meaning);
        } else {
            latin(text, meaning);
        }
    }
    void slips() {
        // Readings are left out: most brands of a few syllables are near to one.
        for (std::uint32_t entry = 0; entry < first_reading; ++entry) {
            const auto text = to.latin.texts.text(entry);
            const auto meanings = to.latin.of(entry);
            // "Limited" is a form of many laws; all the same one slip leads to it.
            const bool one = meanings.size() == 1 || is_legal_form(meanings);
            if (!one || text.size() < 5) continue;
            const Role role = meanings.front().role;
            if (role == Role::Brand || role == Role::Place || role == Role::Number) continue;
            if (text.find(' ') != std::string_view::npos) continue;
            to.slips.add({text, entry, meanings.front().concept_index});
        }
        to.slips.arrange();
    }
};

Lexicon::Lexicon() {
    auto* tables = new Tables;
    tables->keys.reserve(std::size_t{1} << 17U);
    tables->concepts.reserve(4096);
    LexiconLoad load{*tables};
    load.lexicon();
    load.places();
    load.abbreviations("catalogue/names/abbreviations.csv");
    load.first_reading = tables->latin.texts.size();
    load.abbreviations("catalogue/names/readings.csv");  // "keji" is 科技
    tables->latin.arrange();
    tables->han.arrange();
    load.slips();
    tables_ = tables;
}

Lexicon::~Lexicon() {
    delete tables_;
}

const Lexicon& Lexicon::bundled() {
    static const Lexicon lexicon;
    return lexicon;
}

}  // namespace cordon::names
