// SPDX-License-Identifier: Apache-2.0
// The forms are looked up by their folded words, longest first, backwards from every place where a
// form may end and forwards from the start, again and again ("Holding Company Limited").
#include "names/analyse_legal.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/csv.h"
#include "names/analyse_parts.h"
#include "names/bundled.h"
#include "names/lexicon_index.h"

namespace cordon::names {

namespace {

constexpr std::size_t kFormWords = 6;
constexpr std::size_t kUnmistakable = 3;  ///< letters of a form that may stand inside a name

struct LegalForm {
    bool start = false, end = false, weak = true;
};

struct FormTable {
    std::vector<std::string> texts;
    TextIndex index{1024};
    std::vector<LegalForm> forms;
    std::vector<std::string_view> glued;

    FormTable() {
        const auto table = MUST(read_csv(bundled_file("catalogue/legal_forms.csv"),
                                         {"catalogue/legal_forms.csv", ',', true}));
        texts.reserve(table.rows.size());
        for (const auto& row : table.rows) add(row);
    }
    void add(const CsvRow& row) {
        // Han forms have no blank before them; the lexicon divides them off.
        const auto& script = row.cells.at(5);
        if (script == "Hans" || script == "Hant" || script == "Jpan") return;
        std::string joined;
        for (const auto& word : words_of(row.cells.at(0))) {
            if (!joined.empty()) joined += ' ';
            joined += word.text;
        }
        if (joined.empty()) return;
        texts.push_back(std::move(joined));
        if (script == "Hang" && letters_of(texts.back()) > 1) glued.push_back(texts.back());
        const auto at = index.add(texts.back());
        if (at == forms.size()) forms.emplace_back();
        auto& form = forms[at];
        form.start = form.start || row.cells.at(1) != "end";
        form.end = form.end || row.cells.at(1) != "start";
        form.weak = form.weak && row.cells.at(2) == "yes";
    }
    [[nodiscard]] const LegalForm* find(std::span<const Word> words) const {
        std::uint64_t hash = kHashSeed;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i > 0) hash = hash_on(hash, ' ');
            hash = hash_on(hash, words[i].text);
        }
        const auto is_it = [&](std::string_view text) {
            for (std::size_t i = 0; i < words.size(); ++i) {
                if (i > 0) {
                    if (!text.starts_with(' ')) return false;
                    text.remove_prefix(1);
                }
                if (!text.starts_with(words[i].text)) return false;
                text.remove_prefix(words[i].text.size());
            }
            return text.empty();
        };
        const auto at = index.find_hashed(hash, is_it);
        return at == TextIndex::kNone ? nullptr : &forms[at];
    }
    static const FormTable& bundled() {
        static const FormTable table;
        return table;
    }
};

/// May a form end after word `i`?
bool ends_after(std::span<const Word> words, std::string_view printed, std::size_t i) {
    if (i + 1 == words.size()) return true;
    const auto& next = words[i + 1];
    if (next.text == "of" || next.text == "for" || next.text == "the") return true;
    const auto between = printed.substr(words[i].end, next.begin - words[i].end);
    for (const char c : between) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '(' || c == ')' || c == '[' || c == ',' || c == ';' || c == '-' || c == '/') {
            return true;
        }
        if (byte == 0xEF || byte == 0xE3 || byte == 0xE2) return true;  // full-width marks, dashes
    }
    return false;
}

class Marks {
public:
    Marks(std::span<const Word> words, std::string_view printed, NameKind kind)
        : words_(words), printed_(printed), kind_(kind), marks_(words.size(), 0) {}

    std::vector<std::uint8_t> found() && {
        for (std::size_t end = words_.size(); end > 0;) {
            const std::size_t taken = backwards_from(end);
            end -= taken > 0 ? taken : 1;
        }
        for (std::size_t at = 0; at < words_.size();) {
            const std::size_t taken = forwards_from(at);
            if (taken == 0) break;
            at += taken;
        }
        const bool all = std::find(marks_.begin(), marks_.end(), 0) == marks_.end();
        if (all) std::fill(marks_.begin(), marks_.end(), std::uint8_t{0});
        return std::move(marks_);
    }

private:
    [[nodiscard]] std::size_t unmarked() const {
        return static_cast<std::size_t>(std::count(marks_.begin(), marks_.end(), 0));
    }
    void mark(std::size_t first, std::size_t count) {
        for (std::size_t i = 1; i < count; ++i) marks_[first + i] = kInside;
        marks_[first] = static_cast<std::uint8_t>(count);
    }
    [[nodiscard]] bool enough_stays(std::size_t count, bool weak) const {
        const std::size_t rest = unmarked() - count;
        return rest >= (weak && kind_ != NameKind::Organisation ? 2U : 1U);
    }
    std::size_t backwards_from(std::size_t end) {
        if (marks_[end - 1] != 0) return 1;
        const bool place =
            ends_after(words_, printed_, end - 1) || (end < words_.size() && marks_[end] != 0);
        const bool very_end =
            std::all_of(marks_.begin() + static_cast<std::ptrdiff_t>(end), marks_.end(),
                        [](std::uint8_t mark) { return mark != 0; });
        for (std::size_t n = std::min(end, kFormWords); n > 0; --n) {
            const auto words = words_.subspan(end - n, n);
            const LegalForm* form = table_.find(words);
            if (form == nullptr || !form->end) continue;
            if (form->weak ? !very_end : !(place || is_unmistakable(words))) continue;
            if (end == n && end < words_.size() && !form->start) continue;  // leads the name
            if (!enough_stays(n, form->weak)) continue;
            mark(end - n, n);
            return n;
        }
        return 0;
    }
    std::size_t forwards_from(std::size_t at) {
        if (marks_[at] != 0) return marks_[at] == kInside ? 1 : marks_[at];
        for (std::size_t n = std::min(words_.size() - at, kFormWords); n > 0; --n) {
            if (std::any_of(marks_.begin() + static_cast<std::ptrdiff_t>(at),
                            marks_.begin() + static_cast<std::ptrdiff_t>(at + n),
                            [](std::uint8_t mark) { return mark != 0; })) {
                continue;
            }
            const LegalForm* form = table_.find(words_.subspan(at, n));
            if (form == nullptr || !form->start || !enough_stays(n, form->weak)) continue;
            mark(at, n);
            return n;
        }
        return 0;
    }
    static bool is_unmistakable(std::span<const Word> words) {
        return words.size() > 1 || words.front().text.size() >= kUnmistakable;
    }

    const FormTable& table_ = FormTable::bundled();
    std::span<const Word> words_;
    std::string_view printed_;
    NameKind kind_;
    std::vector<std::uint8_t> marks_;
};

}  // namespace

std::vector<std::uint8_t> legal_words(std::span<const Word> words, std::string_view printed,
                                      NameKind kind) {
    return Marks(words, printed, kind).found();
}

Glued glued_form(std::string_view word) {
    Glued out;
    for (const auto form : FormTable::bundled().glued) {
        if (word.size() <= form.size()) continue;
        if (word.ends_with(form)) out.at_end = std::max(out.at_end, form.size());
        if (word.starts_with(form)) out.at_start = std::max(out.at_start, form.size());
    }
    if (out.at_start + out.at_end >= word.size()) out.at_end = 0;
    return out;
}

}  // namespace cordon::names
