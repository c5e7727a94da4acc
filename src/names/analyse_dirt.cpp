// SPDX-License-Identifier: Apache-2.0
// What customer masters write around a name: "(do not use)", "c/o", "Attn: Purchasing", "*** OLD".
// Three kinds (stopwords.csv): dirt wherever it stands; an aside only when signs set it off, since
// "New" and "Test" begin names; and words that open a remark which runs to the next comma, bracket
// or the end. A name of nothing else is kept.
#include <algorithm>

#include "names/analyse_parts.h"

namespace cordon::names {

namespace {

constexpr std::size_t kPhraseWords = 3;

class Dirt {
public:
    Dirt(std::string_view printed, const std::vector<Word>& words)
        : printed_(printed), words_(words), dropped_(words.size(), false) {}

    std::vector<bool> found() && {
        for (std::size_t i = 0; i < words_.size();) i += at(i);
        return std::move(dropped_);
    }

private:
    /// As in the table: "c/o" keeps its sign, which folding takes away.
    [[nodiscard]] std::string text(std::size_t i) const {
        const auto slice = printed_.substr(words_[i].begin, words_[i].end - words_[i].begin);
        if (slice.find('/') == std::string_view::npos) return words_[i].text;
        std::string out(slice);
        for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return out;
    }
    std::size_t at(std::size_t i) {
        for (std::size_t n = std::min(kPhraseWords, words_.size() - i); n > 0; --n) {
            std::string phrase = text(i);
            for (std::size_t k = i + 1; k < i + n; ++k) {
                phrase += (before(k) == "/" ? '/' : ' ') + text(k);
            }
            const auto kind = remark(phrase);
            if (kind == Remark::None || (kind == Remark::Aside && !set_off(i, n))) continue;
            const std::size_t end = kind == Remark::Until ? end_of_remark(i + n) : i + n;
            for (std::size_t k = i; k < end; ++k) dropped_[k] = true;
            return end - i;
        }
        return 1;
    }
    [[nodiscard]] std::string_view between(std::size_t left_end, std::size_t right_begin) const {
        return printed_.substr(left_end, right_begin - std::min(left_end, right_begin));
    }
    [[nodiscard]] std::string_view before(std::size_t i) const {
        return between(i == 0 ? 0 : words_[i - 1].end, words_[i].begin);
    }
    [[nodiscard]] bool set_off(std::size_t i, std::size_t count) const {
        const std::size_t next = i + count;
        const auto behind = between(words_[next - 1].end,
                                    next < words_.size() ? words_[next].begin : printed_.size());
        const auto front = before(i);
        const auto is_sign = [](std::string_view text) {
            return text.find_first_of("([{*!<") != std::string_view::npos ||
                   text.find("- ") != std::string_view::npos ||
                   text.find("（") != std::string_view::npos;
        };
        // "LTD-USD": a hyphen sets off what ends the name.
        if (next == words_.size() && i > 0 && front.find('-') != std::string_view::npos)
            return true;
        return is_sign(front) || behind.find('*') != std::string_view::npos;
    }
    [[nodiscard]] std::size_t end_of_remark(std::size_t i) const {
        while (i < words_.size() && before(i).find_first_of(",;()[]|") == std::string_view::npos) {
            ++i;
        }
        return i;
    }

    std::string_view printed_;
    const std::vector<Word>& words_;
    std::vector<bool> dropped_;
};

}  // namespace

void drop_dirt(std::string_view printed, std::vector<Word>& words) {
    const auto dropped = Dirt(printed, words).found();
    if (std::find(dropped.begin(), dropped.end(), false) == dropped.end()) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (dropped[i]) continue;
        if (kept != i) words[kept] = std::move(words[i]);
        ++kept;
    }
    words.resize(kept);
}

}  // namespace cordon::names
