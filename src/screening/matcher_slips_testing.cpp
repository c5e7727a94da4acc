// SPDX-License-Identifier: Apache-2.0
#include "screening/matcher_slips_testing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace cordon::screening {

namespace {

using names::Role;
using Random = std::mt19937_64;

struct Range {
    std::size_t begin = 0, end = 0;
};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
char lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
char like(char c, char model) {
    return is_upper(model) ? static_cast<char>(c - 'a' + 'A') : c;
}

/// A name with a slip, while it is made.
class Slipping {
public:
    Slipping(std::string_view name, names::NameKind kind, Random& random)
        : name_(name), random_(random), person_(kind == names::NameKind::Person) {
        for (std::size_t i = 0; i < name.size();) {
            if (!in_word(i)) {
                ++i;
                continue;
            }
            const std::size_t begin = i;
            while (i < name.size() && in_word(i)) ++i;
            const bool inside =
                (begin > 0 && name[begin - 1] < 0) || (i < name.size() && name[i] < 0);
            if (!inside) words_.push_back({begin, i});
        }
        auto set = names::analysed(name, kind);
        for (auto& token : set.names.front().tokens) {
            if (token.begin < token.end) tokens_.push_back(std::move(token));
        }
    }

    std::optional<std::string> with(Slip slip) {
        switch (slip) {
            case Slip::Letter:
            case Slip::Missing:
            case Slip::Added:
            case Slip::Swapped:
            case Slip::Doubled:
                return in_long_word(slip);
            case Slip::Scanner:
                return scanned();
            case Slip::Homoglyph:
                return replaced_all({{"a", "а"}, {"e", "е"}, {"o", "о"}, {"c", "с"}});
            case Slip::Case:
                return std::nullopt;
            case Slip::Punctuation:
                return punctuated();
            case Slip::Accents:
                return replaced_all({{"a", "á"}, {"e", "é"}, {"u", "ü"}, {"i", "í"}});
            case Slip::Invisible:
                return invisible();
            case Slip::NoForm:
                return without_form("");
            case Slip::OtherForm:
                return without_form(pick({" LLC", " Limited", " Company", " Inc.", " Corp."}));
            case Slip::WordsMoved:
                return words_moved();
            case Slip::Merged:
                return merged();
            case Slip::Divided:
                return divided();
            case Slip::NoGeneric:
                return without_generic();
            case Slip::Shortened:
                return shortened();
            case Slip::Ampersand:
                return ampersand();
            case Slip::Noise:
                return std::string(name_) +
                       pick({" (China)", " - Head Office", ", Purchasing Dept.", " *", " / "});
        }
        return std::nullopt;
    }
    [[nodiscard]] std::string other_case() {
        std::string out(name_);
        const bool up = random_() % 2U == 0;
        for (char& c : out)
            c = up && is_letter(c) && !is_upper(c) ? like(c, 'A') : up ? c : lower(c);
        return out;
    }

private:
    /// "L'Hadi" is one word.
    [[nodiscard]] bool in_word(std::size_t i) const {
        if (is_letter(name_[i])) return true;
        return name_[i] == '\'' && i > 0 && i + 1 < name_.size() && is_letter(name_[i - 1]) &&
               is_letter(name_[i + 1]);
    }
    /// By itself, and no part of a phrase with one meaning.
    [[nodiscard]] bool is_whole(const Range& word) const {
        return std::any_of(tokens_.begin(), tokens_.end(), [&](const names::Token& token) {
            return token.begin == word.begin && token.end == word.end;
        });
    }
    template <class T>
    const T& any(const std::vector<T>& of) {
        return of[random_() % of.size()];
    }
    std::string pick(std::initializer_list<std::string_view> of) {
        return std::string(*(of.begin() + random_() % of.size()));
    }
    std::optional<Range> long_word(std::size_t letters) {
        std::vector<Range> found;
        for (const auto& word : words_) {
            if (word.end - word.begin >= letters) found.push_back(word);
        }
        if (found.empty()) return std::nullopt;
        return any(found);
    }
    std::optional<std::string> in_long_word(Slip slip) {
        const auto word = long_word(6);
        if (!word) return std::nullopt;
        const std::size_t size = word->end - word->begin;
        const std::size_t at = word->begin + 1 + random_() % (size - 2);
        std::string out(name_);
        const char letter = like(static_cast<char>('a' + random_() % 26U), out[at]);
        switch (slip) {
            case Slip::Letter:
                out[at] = letter;
                break;
            case Slip::Missing:
                out.erase(at, 1);
                break;
            case Slip::Added:
                out.insert(at, 1, letter);
                break;
            case Slip::Swapped:
                std::swap(out[at], out[at + 1]);
                break;
            default: {
                std::size_t twice = word->begin + 1;
                while (twice < word->end && lower(out[twice]) != lower(out[twice - 1])) ++twice;
                if (twice < word->end && random_() % 2U == 0) {
                    out.erase(twice, 1);
                } else {
                    out.insert(at, 1, out[at]);
                }
            }
        }
        return out;
    }
    std::optional<std::string> scanned() {
        const auto word = long_word(6);
        if (!word) return std::nullopt;
        constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kMisread = {
            {{"o", "0"},
             {"l", "1"},
             {"i", "l"},
             {"m", "rn"},
             {"s", "5"},
             {"b", "8"},
             {"e", "c"},
             {"u", "v"}}};
        std::string out(name_);
        const std::size_t start = random_() % kMisread.size();
        for (std::size_t i = 0; i < kMisread.size(); ++i) {
            const auto& [from, to] = kMisread[(start + i) % kMisread.size()];
            for (std::size_t at = word->begin + 1; at < word->end; ++at) {
                if (lower(out[at]) != from[0]) continue;
                std::string put(to);
                for (char& c : put) c = is_letter(c) ? like(c, out[at]) : c;
                return out.replace(at, 1, put);
            }
        }
        return std::nullopt;
    }
    /// Every small letter with a counterpart, in one word: nobody forges half a word.
    std::optional<std::string> replaced_all(
        std::initializer_list<std::pair<std::string_view, std::string_view>> table) {
        const auto word = long_word(4);
        if (!word) return std::nullopt;
        std::string out;
        bool changed = false;
        for (std::size_t i = word->begin; i < word->end; ++i) {
            const auto found = std::find_if(table.begin(), table.end(), [&](const auto& pair) {
                return pair.first[0] == name_[i];
            });
            changed = changed || found != table.end();
            if (found == table.end()) out.push_back(name_[i]);
            if (found != table.end()) out += found->second;
        }
        if (!changed) return std::nullopt;
        return std::string(name_.substr(0, word->begin)) + out +
               std::string(name_.substr(word->end));
    }
    std::optional<std::string> punctuated() {
        std::string out;
        bool changed = false;
        const bool hyphens = random_() % 3U == 0;
        for (const char c : name_) {
            const bool stop = c == '.' || c == ',' || c == '\'' || c == '"';
            // "KIM, Jong" without its comma is still "KIM Jong"; "U.S.A." is "USA".
            changed = changed || stop || c == '-' || (hyphens && c == ' ');
            if (stop) continue;
            out.push_back(c == '-' ? ' ' : c == ' ' && hyphens ? '-' : c);
        }
        return changed ? std::optional(out) : std::nullopt;
    }
    std::optional<std::string> invisible() {
        std::string out;
        const auto how = random_() % 3U;
        for (const char c : name_) {
            if (how == 0 && c == ' ') {
                out += "\u00A0";
            } else if (how == 1 && is_letter(c)) {
                const auto wide = 0xFF21 + (c - (is_upper(c) ? 'A' : 'a' - 32));
                out += "\xEF";
                out += static_cast<char>(0x80 + ((wide >> 6) & 0x3F));
                out += static_cast<char>(0x80 + (wide & 0x3F));
            } else {
                out.push_back(c);
                if (how == 2 && out.size() % 3 == 0 && is_letter(c)) out += "\u200B";
            }
        }
        return out;
    }

    [[nodiscard]] std::vector<Range> with_roles(std::initializer_list<Role> roles) const {
        std::vector<Range> found;
        for (const auto& token : tokens_) {
            if (std::find(roles.begin(), roles.end(), token.role) == roles.end()) continue;
            found.push_back({token.begin, token.end});
        }
        return found;
    }
    [[nodiscard]] std::string without(std::size_t begin, std::size_t end) const {
        while (begin > 0 && (name_[begin - 1] == ' ' || name_[begin - 1] == ',')) --begin;
        while (end < name_.size() && (name_[end] == '.' || name_[end] == ',')) ++end;
        return std::string(name_.substr(0, begin)) + std::string(name_.substr(end));
    }
    std::optional<std::string> without_form(const std::string& instead) {
        const auto forms = with_roles({Role::LegalForm});
        const bool at_end =
            !forms.empty() && forms.back().end + 2 >= name_.size() && forms.front().begin > 0;
        if (!at_end) {
            if (instead.empty() || !forms.empty() || !has_generic()) return std::nullopt;
            return std::string(name_) + instead;
        }
        std::size_t begin = forms.back().begin;
        for (auto form = forms.rbegin(); form != forms.rend() && form->end + 3 >= begin; ++form) {
            begin = form->begin;
        }
        if (begin == 0) return std::nullopt;
        return without(begin, name_.size()) + instead;
    }
    [[nodiscard]] bool has_generic() const {
        return !with_roles({Role::Industry, Role::Organisation}).empty();
    }
    [[nodiscard]] bool is_brand(const Range& word) const {
        return std::any_of(tokens_.begin(), tokens_.end(), [&](const names::Token& token) {
            return token.begin <= word.begin && word.end <= token.end && token.role == Role::Brand;
        });
    }
    [[nodiscard]] bool has_brand() const {
        return std::any_of(tokens_.begin(), tokens_.end(), [](const names::Token& token) {
            return token.role == Role::Brand && token.letters >= 4;
        });
    }
    std::optional<std::string> words_moved() {
        // Brands among themselves have an order, except in persons; other words may stand anywhere.
        std::vector<std::size_t> movable;
        for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
            if (!is_whole(words_[i]) || !is_whole(words_[i + 1])) continue;
            if (person_ || !is_brand(words_[i]) || !is_brand(words_[i + 1])) movable.push_back(i);
        }
        if (movable.empty()) return std::nullopt;
        const std::size_t i = any(movable);
        const auto& a = words_[i];
        const auto& b = words_[i + 1];
        return std::string(name_.substr(0, a.begin)) + text(b) +
               std::string(name_.substr(a.end, b.begin - a.end)) + text(a) +
               std::string(name_.substr(b.end));
    }
    std::optional<std::string> merged() {
        std::vector<std::size_t> blanks;
        for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
            const auto gap = name_.substr(words_[i].end, words_[i + 1].begin - words_[i].end);
            if (gap == " ") blanks.push_back(words_[i].end);
        }
        if (blanks.empty()) return std::nullopt;
        std::string out(name_);
        return out.erase(any(blanks), 1);
    }
    std::optional<std::string> divided() {
        const auto word = long_word(8);
        if (!word) return std::nullopt;
        std::string out(name_);
        const std::size_t size = word->end - word->begin;
        return out.insert(word->begin + 3 + random_() % (size - 5), 1, ' ');
    }
    std::optional<std::string> without_generic() {
        const auto generic = with_roles({Role::Industry, Role::Organisation, Role::Qualifier});
        if (generic.empty() || !has_brand()) return std::nullopt;
        const auto& range = any(generic);
        return without(range.begin, range.end);
    }
    std::optional<std::string> shortened() {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kShort = {
            {{"technology", "Tech."},
             {"technologies", "Tech"},
             {"international", "Intl"},
             {"company", "Co."},
             {"corporation", "Corp"},
             {"limited", "Ltd"},
             {"industries", "Inds"},
             {"industry", "Ind."},
             {"electronics", "Elec."},
             {"trading", "Trdg"},
             {"engineering", "Engrg"},
             {"development", "Dev."},
             {"university", "Univ."},
             {"institute", "Inst."},
             {"manufacturing", "Mfg"},
             {"equipment", "Equip."}}};
        for (const auto& word : words_) {
            if (!is_whole(word)) continue;
            std::string small = text(word);
            for (char& c : small) c = lower(c);
            for (const auto& [full, brief] : kShort) {
                if (small != full) continue;
                return std::string(name_.substr(0, word.begin)) + std::string(brief) +
                       std::string(name_.substr(word.end));
            }
        }
        return std::nullopt;
    }
    std::optional<std::string> ampersand() {
        std::string out(name_);
        if (const auto at = out.find(" & "); at != std::string::npos) {
            return out.replace(at, 3, " and ");
        }
        for (const std::string_view word : {" and ", " AND ", " And "}) {
            const auto at = out.find(word);
            if (at != std::string::npos) return out.replace(at, word.size(), " & ");
        }
        return std::nullopt;
    }
    [[nodiscard]] std::string text(const Range& range) const {
        return std::string(name_.substr(range.begin, range.end - range.begin));
    }

    std::string_view name_;
    Random& random_;
    bool person_;
    std::vector<Range> words_;  ///< of ASCII letters
    std::vector<names::Token> tokens_;
};

}  // namespace

std::string_view to_text(Slip slip) {
    constexpr std::array<std::string_view, kSlips> kTexts = {
        "letter", "missing", "added",      "swapped",   "doubled",   "scanner",    "homoglyph",
        "case",   "stops",   "accents",    "invisible", "no form",   "other form", "moved",
        "merged", "divided", "no generic", "shortened", "ampersand", "noise"};
    return kTexts[static_cast<std::size_t>(slip)];
}

std::string slipped(std::string_view name, names::NameKind kind, Slip slip, Random& random) {
    Slipping slipping(name, kind, random);
    if (auto out = slipping.with(slip)) return *out;
    return slipping.other_case();
}

}  // namespace cordon::screening
