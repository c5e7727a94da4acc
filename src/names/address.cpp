// SPDX-License-Identifier: Apache-2.0
// From the words of an address to tokens.
//
// A number is a token of its own; what stands beside it says what it counts and is then left out,
// because half of all addresses leave it out too ("Room 803", "803"). A floor is told apart: where
// a room is given it says nothing more, where none is it is the door.
//
// Of the places that the lexicon knows one is the city and may contradict: the last below the
// country in Latin order (small to large), the first in Han order (large to small). The others are
// districts, which one address gives and the next leaves out.
//
// A run of Han is cut behind its endings (路, 号, 大厦); what stands before one is its name.
#include "names/address.h"

#include <algorithm>

#include "names/address_words.h"
#include "names/analyse_parts.h"
#include "names/fold.h"
#include "names/han.h"
#include "names/number.h"
#include "names/script.h"

namespace cordon::names {

namespace {

constexpr std::size_t kPrintedMax = 1024;
constexpr std::size_t kWordsMax = 96;
constexpr std::string_view kBox = "@addr:box";

bool is_number(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class AddressReader {
public:
    explicit AddressReader(std::string_view printed) : words_(words_of(printed)) {
        draft_.printed = printed;
        draft_.cut = words_.size() > kWordsMax;
        if (words_.size() > kWordsMax) words_.resize(kWordsMax);
        numbers_ = static_cast<std::size_t>(std::count_if(
            words_.begin(), words_.end(), [](const Word& word) { return is_number(word.text); }));
    }

    Draft read() {
        while (at_ < words_.size()) {
            if (number() || country() || ending() || latin_place() || script()) continue;
            word();
        }
        settle();
        return std::move(draft_);
    }

private:
    [[nodiscard]] std::string_view text(std::size_t i) const {
        return i < words_.size() ? std::string_view(words_[i].text) : std::string_view();
    }
    [[nodiscard]] AddressWord what(std::size_t i) const {
        const auto meaning = address_word(text(i));
        if (meaning.what != AddressWord::None) return meaning.what;
        return address_ending(text(i)).what;
    }
    void add(DraftToken token) { push(draft_, std::move(token)); }
    [[nodiscard]] DraftToken start(std::size_t first, std::size_t count) const {
        DraftToken out;
        out.token.begin = words_[first].begin;
        out.token.end = words_[first + count - 1].end;
        out.first_word = static_cast<std::uint16_t>(first);
        return out;
    }

    /// Five or six digits that nothing calls a house, where other numbers are given.
    [[nodiscard]] bool is_postal(std::size_t i) const {
        const auto digits = text(i).size();
        if (digits < 5 || digits > 6 || numbers_ < 2) return digits >= 9;
        if (i == 0 && digits == 5) return false;
        const auto before = i > 0 ? what(i - 1) : AddressWord::None;
        return before != AddressWord::Mark && before != AddressWord::Room && text(i + 1) != "hao" &&
               !text(i + 1).starts_with("号");
    }

    bool number() {
        const auto rest = std::span<const Word>(words_).subspan(at_);
        if (is_number(text(at_)) && is_postal(at_)) {
            ++at_;
            return true;
        }
        const auto read = number_at(rest);
        if (!read || read->words == 0) return false;
        auto out = start(at_, read->words);
        const auto digits = std::to_string(read->value);
        out.token.role = Role::Number;
        out.token.letters = static_cast<std::uint16_t>(digits.size());
        add_form(out.token, FormKind::Number, "#" + digits);
        const auto before = at_ > 0 ? what(at_ - 1) : AddressWord::None;
        at_ += read->words;
        const auto ahead = han_ending(text(at_)).meaning.what;
        const auto behind = ahead == AddressWord::None ? what(at_) : ahead;
        if (behind == AddressWord::Floor || before == AddressWord::Floor) {
            floors_.push_back(draft_.tokens.size());
            out.token.in_lexicon = true;
            add_form(out.token, FormKind::Concept, "@addr:floor" + digits);
        }
        rooms_ = rooms_ || before == AddressWord::Room || behind == AddressWord::Room;
        add(std::move(out));
        return true;
    }

    /// A country the lexicon may not know, at the end.
    bool country() {
        const std::size_t left = words_.size() - at_;
        if (left > 3 || at_ == 0) return false;
        std::string phrase;
        for (std::size_t i = at_; i < words_.size(); ++i) {
            phrase += (phrase.empty() ? "" : " ") + words_[i].text;
        }
        if (!is_country(phrase)) return false;
        auto out = start(at_, left);
        out.token.role = Role::LegalForm;
        out.token.in_lexicon = true;
        add_form(out.token, FormKind::Spelling, without_blanks(phrase));
        if (left == 1) add_meanings(out, Lexicon::bundled().latin_word(phrase));
        at_ = words_.size();
        add(std::move(out));
        return true;
    }
    static void add_meanings(DraftToken& out, std::span<const Meaning> meanings) {
        for (const auto& meaning : meanings) add_meaning(out, meaning);
    }

    /// "road" anywhere, "lu" behind a word.
    bool ending() {
        auto meaning = address_word(text(at_));
        const bool alone = text(at_).size() == 1;
        const auto before = at_ > 0 ? what(at_ - 1) : AddressWord::None;
        // "Block E" is no direction.
        if (alone && (before == AddressWord::Mark || before == AddressWord::Room)) meaning = {};
        if (meaning.what == AddressWord::None && at_ > 0) meaning = address_ending(text(at_));
        switch (meaning.what) {
            case AddressWord::None:
                return false;
            case AddressWord::Floor:
                if (at_ > 0 && is_number(text(at_ - 1))) break;
                if (!number_at(std::span<const Word>(words_).subspan(at_ + 1))) return false;
                break;
            case AddressWord::Room:
            case AddressWord::Mark:
            case AddressWord::Filler:
                break;
            case AddressWord::Kind:
            case AddressWord::Direction: {
                auto out = start(at_, 1);
                out.token.in_lexicon = true;
                out.token.role =
                    meaning.what == AddressWord::Kind ? Role::Organisation : Role::Qualifier;
                add_form(out.token, FormKind::Concept, meaning.concept_key);
                add(std::move(out));
                break;
            }
        }
        ++at_;
        return true;
    }

    /// Words the lexicon knows: places, brands, trades.
    bool latin_place() {
        const auto found = Lexicon::bundled().latin_at(std::span<const Word>(words_).subspan(at_));
        if (!found || found->length == 0 || found->respelled || found->shortened) return false;
        const auto role = found->meanings.front().role;
        auto out = start(at_, found->length);
        out.token.in_lexicon = true;
        add_meanings(out, found->meanings);
        std::string phrase;
        for (std::size_t i = 0; i < found->length; ++i) {
            phrase += (i == 0 ? "" : " ") + words_[at_ + i].text;
        }
        at_ += found->length;
        out.token.role = Role::Organisation;
        if (role == Role::Brand) out.token.role = Role::Brand;
        if (role == Role::Brand || role == Role::Place) {
            add_form(out.token, FormKind::Spelling, without_blanks(phrase));
        }
        if (role == Role::Place) place(out, phrase);
        add(std::move(out));
        return true;
    }
    void place(DraftToken& out, std::string_view phrase) {
        if (is_country(phrase)) {
            out.token.role = Role::LegalForm;
        } else {
            places_.push_back(draft_.tokens.size());
        }
    }

    bool script() {
        const auto script = main_script(text(at_));
        if (script == Script::Latin || script == Script::Common) return false;
        const Word word = words_[at_];
        if (script == Script::Han) {
            han(word);
        } else {
            append_foreign(draft_, word, at_);
        }
        ++at_;
        return true;
    }

    void han(const Word& word) {
        const std::string_view text = word.text;
        const bool exact = word.end - word.begin == text.size();
        std::size_t from = 0;
        for (std::size_t i = 0; i < text.size();) {
            const auto ending = han_ending(text.substr(i));
            const bool opens = i == from && ending.meaning.what == AddressWord::Kind;
            if (ending.bytes == 0 || opens) {
                i += 3;  // a Han letter; those of four bytes begin no ending
                while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80) {
                    ++i;
                }
                i = std::min(i, text.size());
                continue;
            }
            const auto offset = [&](std::size_t at) {
                return exact ? word.begin + static_cast<std::uint32_t>(at) : word.begin;
            };
            han_name({std::string(text.substr(from, i - from)), offset(from),
                      exact ? offset(i) : word.end});
            han_kind(ending.meaning, word);
            i += ending.bytes;
            from = i;
        }
        const auto begin = exact ? word.begin + static_cast<std::uint32_t>(from) : word.begin;
        han_name({std::string(text.substr(from)), begin, word.end});
    }
    void han_name(const Word& stem) {
        if (stem.text.empty()) return;
        const std::size_t first = draft_.tokens.size();
        append_han(draft_, stem, at_);
        for (std::size_t i = first; i < draft_.tokens.size(); ++i) {
            auto& token = draft_.tokens[i].token;
            if (token.role == Role::Place) {
                const auto slice = draft_.printed.substr(token.begin, token.end - token.begin);
                token.role = Role::Organisation;
                if (is_country(slice)) {
                    token.role = Role::LegalForm;
                } else {
                    places_.push_back(i);
                    han_order_ = true;
                }
            } else if (token.role != Role::Brand && token.role != Role::Number) {
                token.role = Role::Organisation;
            }
        }
    }
    void han_kind(const AddressMeaning& meaning, const Word& word) {
        if (meaning.what != AddressWord::Kind) return;
        DraftToken out;
        out.token.begin = word.begin;
        out.token.end = word.end;
        out.token.in_lexicon = true;
        out.token.role = Role::Organisation;
        out.first_word = static_cast<std::uint16_t>(at_);
        add_form(out.token, FormKind::Concept, meaning.concept_key);
        add(std::move(out));
    }

    void word() {
        const Word& one = words_[at_];
        if (is_stopword(one.text)) {
            ++at_;
            return;
        }
        auto out = start(at_, 1);
        add_form(out.token, FormKind::Spelling, one.text);
        // "Zhichunlu" is Zhichun Lu.
        const auto size = one.text.size();
        if (size >= 6 && one.text.ends_with("lu") && is_pinyin(one.text)) {
            add_form(out.token, FormKind::Spelling, one.text.substr(0, size - 2));
        }
        add(std::move(out));
        ++at_;
    }

    void settle() {
        if (!places_.empty()) {
            const std::size_t city = han_order_ ? places_.front() : places_.back();
            if (city < draft_.tokens.size()) draft_.tokens[city].token.role = Role::Place;
        }
        if (!rooms_) return;
        for (const auto floor : floors_) {
            if (floor < draft_.tokens.size()) draft_.tokens[floor].token.role = Role::LegalForm;
        }
    }

    std::vector<Word> words_;
    Draft draft_;
    std::size_t at_ = 0, numbers_ = 0;
    std::vector<std::size_t> floors_, places_;  ///< tokens
    bool rooms_ = false, han_order_ = false;
};

bool has_concept(const Token& token, std::string_view key) {
    return std::any_of(token.forms.begin(), token.forms.end(),
                       [&](const Form& form) { return form.term == key; });
}

}  // namespace

NameSet address(std::string_view printed) {
    std::size_t end = std::min(printed.size(), kPrintedMax);
    while (end < printed.size() && end > 0 &&
           (static_cast<unsigned char>(printed[end]) & 0xC0U) == 0x80) {
        --end;
    }
    const auto text = without_letter_codes(printed.substr(0, end));
    auto draft = AddressReader(text).read();
    NameSet set;
    set.cut = draft.cut || end < printed.size();
    Name name;
    name.printed = std::string(printed);
    for (auto& token : draft.tokens) name.tokens.push_back(std::move(token.token));
    name.brandless = std::none_of(name.tokens.begin(), name.tokens.end(), [](const Token& token) {
        return token.role == Role::Brand || token.role == Role::Number;
    });
    add_spans(name, set.cut);
    set.names.push_back(std::move(name));
    return set;
}

bool is_specific(const Name& address) {
    const auto any = [&](auto&& test) {
        return std::any_of(address.tokens.begin(), address.tokens.end(), test);
    };
    const bool number = any([](const Token& token) { return token.role == Role::Number; });
    return number && any([](const Token& token) {
               return (token.role == Role::Brand && token.letters >= 3) || has_concept(token, kBox);
           });
}

std::string city_of(const Name& address) {
    std::string country;
    for (const auto& token : address.tokens) {
        const bool floor = !token.forms.empty() && token.forms.front().kind == FormKind::Number;
        if (token.role != Role::Place && (token.role != Role::LegalForm || floor)) continue;
        auto slice = address.printed.substr(token.begin, token.end - token.begin);
        if (token.role == Role::Place) return slice;
        country = std::move(slice);
    }
    return country;
}

}  // namespace cordon::names
