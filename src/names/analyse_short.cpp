// SPDX-License-Identifier: Apache-2.0
// Full names made of ordinary words ("Beijing University of Aeronautics and Astronautics", 中国电子
// 科技集团) are known by short ones (Beihang, CETC). A name that has such a full name in it is
// given once more with the short one in its place. The full name is a sequence of concepts, so it
// is met in every spelling of its words ("Beijing Univ. of Aeronautics & Astronautics"); legal
// forms and "group" in between do not disturb it. One of only two words must be the whole name:
// "Nanjing University" is no part of "Nanjing University of Aeronautics".
#include <algorithm>

#include "base/result.h"
#include "names/analyse_parts.h"
#include "names/bundled.h"

namespace cordon::names {

namespace {

struct Sequence {
    std::vector<std::uint32_t> concepts;
    Meaning meaning;
};

struct FullNames {
    std::vector<Sequence> sequences;  ///< sorted by first concept, then longest first
    std::uint32_t group = 0;

    FullNames();
    void add_latin(std::string_view phrase, const Meaning& meaning);
    void add_han(std::string_view phrase, const Meaning& meaning);
    void add(std::string_view phrase, Sequence sequence) {
        if (sequence.concepts.size() < 2) fail_check(__FILE__, __LINE__, phrase);
        sequences.push_back(std::move(sequence));
    }
};

template <class Visit>
void each_phrase(std::string_view cell, const Visit& visit) {
    while (!cell.empty()) {
        const auto at = cell.find('|');
        visit(cell.substr(0, at));
        cell.remove_prefix(at == std::string_view::npos ? cell.size() : at + 1);
    }
}

FullNames::FullNames() {
    const auto& lexicon = Lexicon::bundled();
    group = lexicon.concept_named("@group").value().concept_index;
    auto text = bundled_file("catalogue/names/full_names.csv");
    text.remove_prefix(text.find('\n') + 1);
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const auto first = line.find(',');
        const auto second = line.find(',', first + 1);
        const auto third = line.find(',', second + 1);
        CHECK(second != std::string_view::npos);
        const auto key = "@" + std::string(line.substr(0, first));
        const auto meaning = lexicon.concept_named(key);
        if (!meaning) fail_check(__FILE__, __LINE__, key);
        each_phrase(line.substr(first + 1, second - first - 1),
                    [&](std::string_view phrase) { add_latin(phrase, *meaning); });
        each_phrase(line.substr(second + 1, third - second - 1),
                    [&](std::string_view phrase) { add_han(phrase, *meaning); });
    }
    std::sort(sequences.begin(), sequences.end(), [](const Sequence& a, const Sequence& b) {
        if (a.concepts.front() != b.concepts.front()) {
            return a.concepts.front() < b.concepts.front();
        }
        if (a.concepts.size() != b.concepts.size()) return a.concepts.size() > b.concepts.size();
        return a.concepts < b.concepts;
    });
}

void FullNames::add_latin(std::string_view phrase, const Meaning& meaning) {
    const auto whole = phrase;
    std::vector<Word> words;
    while (!phrase.empty()) {
        const auto at = phrase.find(' ');
        words.push_back({std::string(phrase.substr(0, at)), 0, 0});
        phrase.remove_prefix(at == std::string_view::npos ? phrase.size() : at + 1);
    }
    Sequence out{{}, meaning};
    const std::span<const Word> all(words);
    for (std::size_t i = 0; i < words.size();) {
        const auto found = Lexicon::bundled().latin_at(all.subspan(i));
        if (!found) {
            if (!is_stopword(words[i].text)) out.concepts.push_back(unknown_concept(words[i].text));
            ++i;
            continue;
        }
        for (std::size_t m = 0; m < found->meanings.size(); ++m) {
            if (m > 0 && found->meanings[m].part == found->meanings[m - 1].part) continue;
            out.concepts.push_back(found->meanings[m].concept_index);
        }
        i += found->length;
    }
    add(whole, std::move(out));
}

void FullNames::add_han(std::string_view phrase, const Meaning& meaning) {
    Sequence out{{}, meaning};
    for (const auto& piece : Lexicon::bundled().divided(phrase)) {
        if (piece.number) {
            out.concepts.push_back(number_concept(*piece.number));
        } else if (piece.meanings.empty()) {
            out.concepts.push_back(
                unknown_concept(phrase.substr(piece.begin, piece.end - piece.begin)));
        }
        for (std::size_t m = 0; m < piece.meanings.size(); ++m) {
            if (m > 0 && piece.meanings[m].part == piece.meanings[m - 1].part) continue;
            out.concepts.push_back(piece.meanings[m].concept_index);
        }
    }
    add(phrase, std::move(out));
}

const FullNames& full_names() {
    static const FullNames names;
    return names;
}

/// How many tokens from `at` on the sequence takes; 0 when it is not there.
std::size_t taken(const Draft& draft, std::size_t at, const Sequence& sequence) {
    std::size_t next = 0, i = at;
    for (; i < draft.tokens.size() && next < sequence.concepts.size(); ++i) {
        const auto& token = draft.tokens[i];
        if (token.means(sequence.concepts[next])) {
            ++next;
        } else if (next == 0 ||
                   (token.token.role != Role::LegalForm && !token.means(full_names().group))) {
            return 0;
        }
    }
    if (next < sequence.concepts.size()) return 0;
    if (sequence.concepts.size() > 2) return i - at;
    const auto counts = [](const DraftToken& token) { return token.token.role != Role::LegalForm; };
    const bool whole =
        at == 0 && std::none_of(draft.tokens.begin() + static_cast<std::ptrdiff_t>(i),
                                draft.tokens.end(), counts);
    return whole ? i : 0;
}

struct Match {
    const Sequence* sequence = nullptr;
    std::size_t count = 0;
};

/// The longest that does not mean the party `but`, which is longer: an institute within its group.
Match longest_at(const Draft& draft, std::size_t at, std::string_view but) {
    const auto& sequences = full_names().sequences;
    Match best;
    const auto& token = draft.tokens[at];
    for (std::size_t c = 0; c < token.concept_count; ++c) {
        auto it = std::lower_bound(sequences.begin(), sequences.end(), token.concepts[c],
                                   [](const Sequence& sequence, std::uint32_t value) {
                                       return sequence.concepts.front() < value;
                                   });
        for (; it != sequences.end() && it->concepts.front() == token.concepts[c]; ++it) {
            const bool longer =
                best.sequence == nullptr || it->concepts.size() > best.sequence->concepts.size();
            if (!longer || it->meaning.concept_key == but) continue;
            if (const auto count = taken(draft, at, *it); count > 0) best = {&*it, count};
        }
    }
    return best;
}

std::optional<Name> short_name_but(const Draft& draft, std::string_view but) {
    Name out;
    bool any = false;
    std::vector<std::string_view> shorts;
    for (std::size_t i = 0; i < draft.tokens.size();) {
        const auto match = longest_at(draft, i, but);
        if (match.sequence == nullptr) {
            out.tokens.push_back(draft.tokens[i++].token);
            continue;
        }
        DraftToken token;
        token.token.in_lexicon = true;
        token.token.begin = draft.tokens[i].token.begin;
        token.token.end = draft.tokens[i + match.count - 1].token.end;
        add_meaning(token, match.sequence->meaning);
        const auto spellings = Lexicon::bundled().spellings(match.sequence->meaning);
        token.token.letters = letters_of(spellings.substr(0, spellings.find('|')));
        if (spellings.empty()) token.token.letters = letters_of(token.token.forms.front().term);
        out.tokens.push_back(std::move(token.token));
        shorts.push_back(match.sequence->meaning.concept_key);
        any = true;
        i += match.count;
    }
    if (!any) return std::nullopt;
    // "… of Defense Technology (NUDT)" says it twice.
    for (const auto key : shorts) {
        bool seen = false;
        std::erase_if(out.tokens, [&](const Token& token) {
            const auto says = [&](const Form& form) { return form.term == key; };
            if (!std::any_of(token.forms.begin(), token.forms.end(), says)) return false;
            const bool again = seen;
            seen = true;
            return again;
        });
    }
    out.derived = Derived::Short;
    out.printed = std::string(shorts.front().substr(1));
    return out;
}

}  // namespace

std::vector<Name> short_names(const Draft& draft) {
    std::vector<Name> out;
    if (auto whole = short_name_but(draft, {})) {
        auto within = short_name_but(draft, "@" + whole->printed);
        out.push_back(std::move(*whole));
        if (within) out.push_back(std::move(*within));
    }
    return out;
}

}  // namespace cordon::names
