// SPDX-License-Identifier: Apache-2.0
#include "screening/matcher_readings.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "names/fold.h"
#include "names/han.h"
#include "names/lexicon.h"
#include "screening/index_layout.h"
#include "screening/matcher_seams.h"
#include "screening/matcher_vocabulary.h"

namespace cordon::screening {

namespace {

using names::Role;

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

/// A place of the name and what may have stood there.
struct Edit {
    std::size_t begin = 0, end = 0;
    std::string text;
};

/// All edits at once, and where there are a few each by itself: what one of them takes for a slip
/// may be a name. The edits stand in order and do not overlap.
std::vector<std::string> edited(std::string_view name, const std::vector<Edit>& edits) {
    const auto with = [&](std::size_t first, std::size_t last) {
        std::string out;
        std::size_t done = 0;
        for (std::size_t i = first; i < last; ++i) {
            out += name.substr(done, edits[i].begin - done);
            out += edits[i].text;
            done = edits[i].end;
        }
        return out + std::string(name.substr(done));
    };
    std::vector<std::string> out;
    if (!edits.empty()) out.push_back(with(0, edits.size()));
    constexpr std::size_t kFew = 8;
    if (edits.size() < 2 || edits.size() > kFew) return out;
    for (std::size_t i = 0; i < edits.size(); ++i) out.push_back(with(i, i + 1));
    return out;
}

std::vector<Edit> unglued(const Written& written) {
    std::vector<Edit> edits;
    const auto name = written.name;
    for (const auto& run : written.runs) {
        bool turned = false;
        const bool behind = run.begin > 0 && name[run.begin - 1] == '\'';  // "Int'lLogistics"
        for (std::size_t i = run.begin + (behind ? 1 : 2); i + 1 < run.end; ++i) {
            if (!is_upper(name[i]) || !is_lower(name[i - 1])) continue;
            edits.push_back({i, i, " "});
            turned = true;
        }
        if (turned) continue;
        auto seam = seam_before_dots(run.lower, name.substr(run.end));
        if (seam == 0 && behind) seam = seam_behind_apostrophe(run.lower);
        if (seam == 0 && run.may_be_glued()) seam = shared_seam_of(run);
        if (seam > 0) edits.push_back({run.begin + seam, run.begin + seam, " "});
    }
    return edits;
}

std::vector<Edit> unparted(const Written& written) {
    std::vector<Edit> edits;
    for (const auto& parted : written.parted) {
        if (parted.known) edits.push_back({parted.end, parted.begin, ""});
    }
    return edits;
}

/// Readings that only listed words suggest, each of one place in the name.
class ByListedWords {
public:
    ByListedWords(const Written& written, const Index& listed)
        : written_(written), layout_(listed.layout()) {}

    std::vector<Reading> readings() {
        const auto name = written_.name;
        std::string_view before;
        for (const auto& run : written_.runs) {
            if (run.may_be_glued()) {
                cut_at_phrase(run, before, word_behind(run.end));
                cut(run);
            }
            before = run.lower;
        }
        for (const auto& parted : written_.parted) {
            if (parted.known || !listed(parted.joined)) continue;
            out_.push_back(
                {std::string(name.substr(0, parted.end)) + std::string(name.substr(parted.begin)),
                 {parted.joined}});
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] bool listed(std::string_view word) const {
        return layout_.find(TermClass::Latin, word).has_value();
    }
    /// The word that one blank parts from what ends here, or "".
    [[nodiscard]] std::string word_behind(std::size_t end) const {
        const auto name = written_.name;
        if (end + 1 >= name.size() || name[end] != ' ') return {};
        std::size_t last = end + 1;
        while (last < name.size() && is_letter(name[last])) ++last;
        return to_lower_ascii(name.substr(end + 1, last - end - 1));
    }
    void add(std::size_t at, std::vector<std::string> needs) {
        std::string text(written_.name);
        text.insert(at, 1, ' ');
        out_.push_back({std::move(text), std::move(needs)});
    }
    /// "KUNLUNCO", "DELATLANTICO"; "MEKHANIKMAKARIN". Pinyin divides in too many ways for two
    /// unknown words; spans see to it.
    void cut(const Run& run) {
        const auto begin = run.begin;
        const std::string_view word = run.lower;
        constexpr std::size_t kLeast = 4;
        const bool any_two = word.size() >= 9 &&
                             layout_.any_begins(TermClass::Latin, word.substr(0, kLeast)) &&
                             !names::is_pinyin(word);
        for (std::size_t at = 2; at + 2 <= word.size(); ++at) {
            const auto left = word.substr(0, at);
            const auto right = word.substr(at);
            if (run.shared_back(at) && listed(left)) {
                add(begin + at, {std::string(left)});
            } else if (run.shared_front(at) && listed(right)) {
                add(begin + at, {std::string(right)});
            } else if (any_two && at >= kLeast && right.size() >= kLeast && listed(left) &&
                       listed(right)) {
                add(begin + at, {std::string(left), std::string(right)});
            }
        }
    }

    /// "BARGAWINEHONG KONG", "HONG KONGLIMITED": the phrase shows the seam.
    void cut_at_phrase(const Run& run, std::string_view before, const std::string& next) {
        const std::string_view word = run.lower;
        for (std::size_t at = 2; at + 2 <= word.size(); ++at) {
            const auto left = word.substr(0, at);
            const auto right = word.substr(at);
            const bool front = begins_phrase(before, left);
            if (!front && !begins_phrase(right, next)) continue;
            const auto other = front ? right : left;
            if (front ? run.shared_back(at) : run.shared_front(at)) {
                add(run.begin + at, {});
            } else if (listed(other)) {
                add(run.begin + at, {std::string(other)});
            }
        }
    }

    const Written& written_;
    const Index::Layout& layout_;
    std::vector<Reading> out_;
};

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

/// Words that slipped from one that many names share.
std::vector<Edit> respelled(const Written& written) {
    std::vector<Edit> edits;
    const auto& shared = SharedWords::bundled();
    for (const auto& run : written.runs) {
        std::string_view word = run.lower;
        while (!word.empty() && is_digit(word.front())) word.remove_prefix(1);  // "4Paradixm"
        if (std::any_of(word.begin(), word.end(), is_digit)) continue;
        if (word.size() == run.lower.size() ? run.known : is_known(word)) continue;
        std::string meant(shared.meant_by(word));
        if (const auto read = without_rn(std::string(word)); meant.empty() && read != word) {
            meant = is_known(read) ? read : std::string(shared.meant_by(read));
        }
        if (!meant.empty()) edits.push_back({run.end - word.size(), run.end, meant});
    }
    return edits;
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
    constexpr std::size_t kShortest = 2;
    std::size_t end = 0;  // the least noise: "KIM, Chol - Head Office" is more than a Kim
    for (const std::string_view sign : {", ", " - ", " – ", " (", " *", " /", " #"}) {
        const auto at = name.rfind(sign);
        if (at == std::string_view::npos || at < kShortest || at < end) continue;
        if (is_noise(name.substr(at + sign.size()))) end = at;
    }
    if (end > 0) return std::string(name.substr(0, end));
    return std::string(name);
}

}  // namespace

std::vector<Reading> readings_of(std::string_view name, const Index& listed) {
    std::vector<Reading> out;
    constexpr std::size_t kNameMax = 512;
    if (name.size() > kNameMax) return out;
    const auto add = [&](Reading reading) {
        const auto covered = [&](const Reading& other) {
            return other.text == reading.text &&
                   (other.needs.empty() || other.needs == reading.needs);
        };
        if (reading.text == name || std::any_of(out.begin(), out.end(), covered)) return;
        out.push_back(std::move(reading));
    };
    add({unscanned(name), {}});
    const Written written(name);
    for (const auto& edits : {unglued(written), unparted(written), respelled(written)}) {
        for (auto& reading : edited(name, edits)) add({std::move(reading), {}});
    }
    add({servant_of(name), {}});
    add({without_rn(std::string(name)), {}});
    add({with_and(name), {}});
    add({without_noise(name), {}});
    for (auto& reading : ByListedWords(written, listed).readings()) add(std::move(reading));
    return out;
}

std::vector<ListedName> names_with(const Index& listed, const std::vector<std::string>& words) {
    std::vector<ListedName> out;
    const auto& layout = listed.layout();
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::vector<ListedName> with;
        if (const auto term = layout.find(TermClass::Latin, words[i])) {
            layout.for_each_name(*term, listed.size(), [&](std::uint32_t name) {
                with.push_back({layout.names[name].listing, layout.names[name].name});
            });
        }
        std::sort(with.begin(), with.end());
        if (i == 0) {
            out = std::move(with);
        } else {
            std::erase_if(out, [&](const ListedName& name) {
                return !std::binary_search(with.begin(), with.end(), name);
            });
        }
    }
    return out;
}

}  // namespace cordon::screening
