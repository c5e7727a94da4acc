// SPDX-License-Identifier: Apache-2.0
#include "screening/matcher_readings.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "names/fold.h"
#include "names/han.h"
#include "names/lexicon.h"
#include "screening/index_layout.h"
#include "screening/matcher_vocabulary.h"

namespace cordon::screening {

namespace {

using names::Role;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
    return is_upper(c) || is_lower(c);
}

/// Calls each(begin, end) for every run of ASCII letters and digits.
template <class Each>
void for_each_run(std::string_view text, const Each& each) {
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i]) && !is_digit(text[i])) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]))) ++i;
        each(begin, i);
    }
}

/// What a scanner reads as this digit.
char letter_for(char digit) {
    switch (digit) {
        case '0':
            return 'o';
        case '1':
            return 'l';
        case '5':
            return 's';
        case '8':
            return 'b';
        default:
            return 0;
    }
}

/// One or two digits with three letters or more about them: "H3C" and "4Paradigm" keep theirs.
std::string unscanned(std::string_view name) {
    std::string out(name);
    for_each_run(name, [&](std::size_t begin, std::size_t end) {
        std::size_t letters = 0;
        std::size_t digits = 0;
        bool readable = !is_digit(name[begin]);
        for (std::size_t i = begin; i < end; ++i) {
            if (is_letter(name[i])) ++letters;
            if (!is_digit(name[i])) continue;
            ++digits;
            readable = readable && letter_for(name[i]) != 0;
        }
        // A number at the end is a number: "Unit61".
        if (!readable || digits == 0 || digits > 2 || letters < 3) return;
        if (is_digit(name[end - 1]) && end - begin < 6) return;
        for (std::size_t i = begin; i < end; ++i) {
            if (is_digit(name[i])) out[i] = letter_for(name[i]);
        }
    });
    return out;
}

bool is_known(std::string_view word) {
    return !names::Lexicon::bundled().latin_word(word).empty() || SharedWords::bundled().has(word);
}

/// May be cut off a word, when what is left is a word as well.
bool is_shared(std::string_view word) {
    return SharedWords::bundled().is_small(word) || (word.size() >= 3 && is_known(word));
}

class Words {
public:
    explicit Words(const Index& listed) : layout_(listed.layout()) {}
    /// Stands in a listed name as a word of its own.
    [[nodiscard]] bool listed(std::string_view word) const {
        return layout_.find(TermClass::Latin, word).has_value();
    }
    [[nodiscard]] bool part_of_a_name(std::string_view word) const {
        return word.size() >= 2 && (listed(word) || (word.size() >= 3 && is_known(word)));
    }
    /// Where a word is cut in two, or 0. The most letters to the shared word; of equals the end of
    /// the word.
    [[nodiscard]] std::size_t seam_of(std::string_view word) const {
        if (word.size() < 5 || word.size() > 40 || is_known(word) || listed(word)) return 0;
        for (std::size_t shared = word.size() - 2; shared >= 2; --shared) {
            const std::size_t at = word.size() - shared;
            if (is_shared(word.substr(at)) && part_of_a_name(word.substr(0, at))) return at;
            if (is_shared(word.substr(0, shared)) && part_of_a_name(word.substr(shared))) {
                return shared;
            }
        }
        return seam_of_two(word);
    }

private:
    /// "MEKHANIKMAKARIN": two listed words. Pinyin divides in too many ways; spans see to it.
    [[nodiscard]] std::size_t seam_of_two(std::string_view word) const {
        constexpr std::size_t kLeast = 4;
        if (word.size() < 9 || names::is_pinyin(word)) return 0;
        std::size_t best = 0;
        for (std::size_t at = kLeast; at + kLeast <= word.size(); ++at) {
            const auto evenness = [&](std::size_t i) { return std::min(i, word.size() - i); };
            if ((best == 0 || evenness(at) > evenness(best)) && listed(word.substr(0, at)) &&
                listed(word.substr(at))) {
                best = at;
            }
        }
        return best;
    }
    const Index::Layout& layout_;
};

std::string unglued(std::string_view name, const Words& words) {
    std::string out;
    std::size_t done = 0;
    const auto cut_at = [&](std::size_t at) {
        out += name.substr(done, at - done);
        out.push_back(' ');
        done = at;
    };
    for_each_run(name, [&](std::size_t begin, std::size_t end) {
        bool turned = false;
        for (std::size_t i = begin + 2; i + 1 < end; ++i) {
            if (!is_upper(name[i]) || !is_lower(name[i - 1])) continue;
            cut_at(i);
            turned = true;
        }
        if (turned) return;
        const auto lower = to_lower_ascii(name.substr(begin, end - begin));
        if (const auto seam = words.seam_of(lower); seam > 0) cut_at(begin + seam);
    });
    if (done == 0) return std::string(name);
    return out + std::string(name.substr(done));
}

std::string unparted(std::string_view name, const Words& words) {
    std::string out(name);
    std::size_t before_begin = 0;
    std::size_t before_end = 0;
    std::size_t removed = 0;
    for_each_run(name, [&](std::size_t begin, std::size_t end) {
        const bool neighbours = before_end > 0 && begin == before_end + 1 &&
                                name[before_end] == ' ' && end - before_begin >= 6;
        if (neighbours) {
            const auto first = to_lower_ascii(name.substr(before_begin, before_end - before_begin));
            const auto second = to_lower_ascii(name.substr(begin, end - begin));
            if (is_known(first + second) || words.listed(first + second)) {
                out.erase(before_end - removed, 1);
                ++removed;
                before_begin = before_end = 0;
                return;
            }
        }
        before_begin = begin;
        before_end = end;
    });
    return out;
}

/// "Behnarn": a scanner sees rn where m was printed.
std::string without_rn(std::string text) {
    for (const auto& [seen, printed] :
         {std::pair<std::string_view, std::string_view>{"rn", "m"}, {"RN", "M"}}) {
        for (auto at = text.find(seen); at != std::string::npos; at = text.find(seen, at + 1)) {
            if (at > 0 && is_letter(text[at - 1])) text.replace(at, seen.size(), printed);
        }
    }
    return text;
}

/// Words that slipped from one that many names share. A listed word may be a slip of the list, so
/// it is left alone or not as the caller says.
std::string respelled(std::string_view name, const Words& words, bool leave_listed) {
    const auto& shared = SharedWords::bundled();
    std::string out;
    std::size_t done = 0;
    for_each_run(name, [&](std::size_t begin, std::size_t end) {
        while (begin < end && is_digit(name[begin])) ++begin;  // "4Paradixm"
        const auto word = to_lower_ascii(name.substr(begin, end - begin));
        if (std::any_of(word.begin(), word.end(), is_digit)) return;
        if (is_known(word) || (leave_listed && words.listed(word))) return;
        std::string meant(shared.meant_by(word));
        if (const auto read = without_rn(word); meant.empty() && read != word) {
            meant = is_known(read) ? read : std::string(shared.meant_by(read));
        }
        if (meant.empty()) return;
        out += name.substr(done, begin - done);
        out += meant;
        done = end;
    });
    return done == 0 ? std::string(name) : out + std::string(name.substr(done));
}

/// "Abd al-Ghafar", "Abdul Qadeer": one name, so that a slip in its second half stays a slip.
std::string servant_of(std::string_view name) {
    const auto lower = to_lower_ascii(name);
    std::string out;
    std::size_t done = 0;
    for (auto at = lower.find("abd"); at != std::string::npos; at = lower.find("abd", at + 1)) {
        if (at < done || (at > 0 && is_letter(name[at - 1]))) continue;
        std::size_t end = at + 3;
        for (const std::string_view more : {"ul", "al", "el", "ur"}) {
            if (lower.compare(end, 2, more) == 0) end += 2;
        }
        std::string joined(name.substr(at, end - at));
        for (int i = 0; i < 2 && end + 1 < name.size(); ++i) {
            if ((name[end] != ' ' && name[end] != '-') || !is_letter(name[end + 1])) break;
            std::size_t next = end + 1;
            while (next < name.size() && is_letter(name[next])) ++next;
            joined += name.substr(end + 1, next - end - 1);
            const bool article = next - end - 1 == 2;
            end = next;
            if (!article) break;
        }
        out += name.substr(done, at - done);
        out += joined;
        done = end;
    }
    return done == 0 ? std::string(name) : out + std::string(name.substr(done));
}

/// Phrases of the lexicon say "and".
std::string with_and(std::string_view name) {
    std::string out(name);
    if (const auto at = out.find(" & "); at != std::string::npos) out.replace(at, 3, " and ");
    return out;
}

bool is_noise(std::string_view tail) {
    constexpr std::array<std::string_view, 21> kNoise = {
        "attn",       "attention", "dept", "department", "purchasing",   "procurement", "accounts",
        "accounting", "finance",   "head", "hq",         "headquarters", "duplicate",   "inactive",
        "closed",     "blocked",   "old",  "vendor",     "customer",     "supplier",    "test"};
    const auto words = names::words_of(tail);
    constexpr std::size_t kLongest = 4;
    if (words.size() > kLongest) return false;
    if (words.empty()) return true;
    return std::any_of(words.begin(), words.end(), [&](const names::Word& word) {
        return std::find(kNoise.begin(), kNoise.end(), word.text) != kNoise.end();
    });
}

std::string without_noise(std::string_view name) {
    constexpr std::size_t kShortest = 4;
    for (const std::string_view sign : {", ", " - ", " – ", " (", " *", " /", " #"}) {
        const auto at = name.rfind(sign);
        if (at == std::string_view::npos || at < kShortest) continue;
        if (is_noise(name.substr(at + sign.size()))) return std::string(name.substr(0, at));
    }
    return std::string(name);
}

}  // namespace

std::vector<std::string> readings_of(std::string_view name, const Index& listed) {
    std::vector<std::string> out;
    constexpr std::size_t kNameMax = 512;
    if (name.size() > kNameMax) return out;
    const Words words(listed);
    for (auto& reading :
         {unscanned(name), unglued(name, words), unparted(name, words),
          respelled(name, words, true), respelled(name, words, false), servant_of(name),
          without_rn(std::string(name)), with_and(name), without_noise(name)}) {
        if (reading != name && std::find(out.begin(), out.end(), reading) == out.end()) {
            out.push_back(reading);
        }
    }
    return out;
}

}  // namespace cordon::screening
