// SPDX-License-Identifier: Apache-2.0
// The small tables: words that mean nothing in a name, particles, families of given names,
// spellings of Chinese surnames. Each is a TextIndex over the bundled file.
#include <string>
#include <vector>

#include "base/result.h"
#include "names/analyse_parts.h"
#include "names/bundled.h"
#include "names/lexicon_index.h"

namespace cordon::names {

namespace {

template <class Visit>
void each_line(std::string_view file, const Visit& visit) {
    auto text = bundled_file(file);
    text.remove_prefix(std::min(text.size(), text.find('\n') + 1));  // the header
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        const auto comma = line.find(',');
        CHECK(comma != std::string_view::npos);
        const auto rest = line.substr(comma + 1);
        visit(line.substr(0, comma), rest.substr(0, rest.find(',')));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

/// Words of one column with the text of another.
struct WordTable {
    TextIndex index{512};
    std::vector<std::string_view> values;

    [[nodiscard]] std::string_view find(std::string_view word) const {
        const auto at = index.find(word);
        return at == TextIndex::kNone ? std::string_view{} : values[at];
    }
    void add(std::string_view word, std::string_view value) {
        if (index.add(word) == values.size()) values.push_back(value);
    }
};

const WordTable& stopwords() {
    static const WordTable table = [] {
        WordTable read;
        each_line("catalogue/names/stopwords.csv",
                  [&](std::string_view word, std::string_view kind) { read.add(word, kind); });
        return read;
    }();
    return table;
}

struct GivenNames {
    WordTable table;
    std::vector<std::string> keys;

    GivenNames() {
        keys.reserve(1024);
        each_line("catalogue/names/given_names.csv",
                  [&](std::string_view family, std::string_view latin) { add(family, latin); });
    }
    void add(std::string_view family, std::string_view latin) {
        CHECK(keys.size() < keys.capacity());
        keys.push_back("@~" + std::string(family));
        while (!latin.empty()) {
            const auto at = latin.find('|');
            table.add(latin.substr(0, at), keys.back());
            if (at == std::string_view::npos) return;
            latin.remove_prefix(at + 1);
        }
    }
};

}  // namespace

bool is_stopword(std::string_view word) {
    return stopwords().find(word) == "any";
}

Remark remark(std::string_view phrase) {
    const auto kind = stopwords().find(phrase);
    if (kind == "dirt") return Remark::Dirt;
    if (kind == "aside") return Remark::Aside;
    return kind == "until" ? Remark::Until : Remark::None;
}

bool is_itself(std::string_view word) {
    return stopwords().find(word) == "itself";
}

bool is_bound_particle(std::string_view word) {
    return stopwords().find(word) == "bound";
}

bool is_person_particle(std::string_view word) {
    return stopwords().find(word) == "particle";
}

bool is_title(std::string_view word) {
    return stopwords().find(word) == "title";
}

std::string_view given_name(std::string_view word) {
    static const GivenNames names;
    return names.table.find(word);
}

std::string_view surname_spellings(std::string_view han) {
    static const WordTable table = [] {
        WordTable read;
        each_line("catalogue/names/surnames.csv",
                  [&](std::string_view name, std::string_view latin) { read.add(name, latin); });
        return read;
    }();
    return table.find(han);
}

}  // namespace cordon::names
