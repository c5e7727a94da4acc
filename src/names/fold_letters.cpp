// SPDX-License-Identifier: Apache-2.0
// One character after another to its folded letters.
//
// A character with the marks that belong to it is normalised by itself (NFKC_Casefold), because
// every letter must know its bytes: Unicode says before which characters a text may be cut without
// changing the result, and that is where it is cut. Blocks whose letters fold alone by a rule of
// one line (ASCII, Han, syllables of Hangul, plain kana, Cyrillic, Greek, Arabic, Hebrew) skip the
// library, which would cost more than the rest of a name together.
//
// The one subtlety: characters that vanish (invisible ones, apostrophes) vanish before the text is
// cut, or what they kept apart would join only when a folded text is folded again.
#include "names/fold_letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <string>

#include "base/code_points.h"
#include "base/result.h"
#include "names/han.h"
#include "names/script.h"

namespace cordon::names {

namespace {

struct Normalizers {
    const icu::Normalizer2* casefold;
    const icu::Normalizer2* apart;
    const icu::Normalizer2* together;

    static const Normalizers& instance() {
        static const Normalizers normalizers = [] {
            UErrorCode status = U_ZERO_ERROR;
            const Normalizers made{icu::Normalizer2::getNFKCCasefoldInstance(status),
                                   icu::Normalizer2::getNFDInstance(status),
                                   icu::Normalizer2::getNFCInstance(status)};
            CHECK(U_SUCCESS(status));  // The tables are part of the library.
            return made;
        }();
        return normalizers;
    }
};

/// Letters that have no accent to take off but are written plain all the same.
const char* plain_letters(char32_t c) {
    switch (c) {
        case 0x0142:  // ł
            return "l";
        case 0x00F8:  // ø
            return "o";
        case 0x0111:  // đ
        case 0x00F0:  // ð
        case 0x0257:  // ɗ
            return "d";
        case 0x00FE:  // þ
            return "th";
        case 0x00E6:  // æ
            return "ae";
        case 0x0153:  // œ
            return "oe";
        case 0x0131:  // ı
            return "i";
        case 0x0127:  // ħ
            return "h";
        case 0x0167:  // ŧ
            return "t";
        case 0x014B:  // ŋ
            return "ng";
        case 0x0138:  // ĸ
        case 0x0199:  // ƙ
            return "k";
        case 0x0259:  // ə
        case 0x01DD:  // ǝ
            return "a";
        case 0x0253:  // ɓ
            return "b";
        case 0x0192:  // ƒ
            return "f";
        default:
            return nullptr;
    }
}

/// Letters of Arabic script that keyboards and countries write differently.
char32_t usual_arabic(char32_t c) {
    switch (c) {
        case 0x0649:  // alef maksura
        case 0x06CC:  // Farsi yeh
        case 0x06D2:  // Urdu yeh
            return 0x064A;
        case 0x06A9:  // keheh
            return 0x0643;
        case 0x0671:  // alef wasla
            return 0x0627;
        case 0x0629:  // teh marbuta
        case 0x06BE:
        case 0x06C1:
        case 0x06D5:
            return 0x0647;
        case 0x06BA:  // noon ghunna
            return 0x0646;
        default:
            return c;
    }
}

bool is_apostrophe(char32_t c) {
    switch (c) {
        case '\'':
        case '`':
        case 0x00B4:
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x2032:
        case 0x2035:
        case 0x05F3:  // geresh
        case 0x0640:  // Arabic stretching
        case 0x1FBD:
        case 0x1FBF:
        case 0x1FFE:
        case 0xFF07:
        case 0xFF40:
            return true;
        default:
            return (c >= 0x02B9 && c <= 0x02C1) || c == 0x02C8 || c == 0x02EE;
    }
}

bool vanishes(char32_t c) {
    if (is_apostrophe(c)) return true;
    if (c < 0x00AD) return false;
    const auto code = static_cast<UChar32>(c);
    return u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
           u_charType(code) == U_FORMAT_CHAR;
}

bool is_mark(char32_t c) {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

/// Is the mark on this letter an accent, not a part of the letter as in "й", "ガ" or Thai?
bool accent_to_drop(char32_t base) {
    switch (script_of(base)) {
        case Script::Common:
        case Script::Latin:
        case Script::Greek:
        case Script::Arabic:
        case Script::Hebrew:
        case Script::Han:
        case Script::Hangul:
            return true;
        case Script::Cyrillic:
        case Script::Kana:
        case Script::Other:
            return false;
    }
    return false;
}

/// Is a mark that normalising left by itself a part of its letter, as in Thai? A mark that found
/// no letter to melt with ("а" with a Hebrew vowel) is none.
bool is_part_of(char32_t mark, char32_t base) {
    const auto script = script_of(mark);
    return script_of(base) == Script::Other &&
           (script == Script::Other || script == Script::Common);
}

/// Letters of Western and Central Europe from U+00C0 that are one plain letter; '?': ask the
/// library.
constexpr std::string_view kAccented =
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkkllllll??llnnnnnn???oooooo??rrrrrr"
    "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kAccented.size() == 0x180 - 0xC0);

/// The folded letter of a character that folds alone by a plain rule; 0: ask the library.
char32_t simple_letter(char32_t c) {
    if (c < 0x0180) {
        const char plain = c >= 0xC0 ? kAccented[c - 0xC0] : '?';
        return plain == '?' ? char32_t{0} : static_cast<char32_t>(plain);
    }
    if (c >= 0x3400 && c <= 0x9FFF) return c == 0x4DC0 ? 0 : c;
    if (c >= 0xAC00 && c <= 0xD7A3) return c;
    if (c >= 0x0430 && c <= 0x045F) return c;
    if (c >= 0x0410 && c <= 0x042F) return c + 0x20;
    if (c >= 0x0400 && c <= 0x040F) return c + 0x50;
    if (c >= 0x03B1 && c <= 0x03C9) return c == 0x03C2 ? 0x03C3 : c;
    if (c >= 0x0391 && c <= 0x03A9) return c == 0x03A2 ? 0 : c + 0x20;
    if (c >= 0x0627 && c <= 0x064A) return c <= 0x063A || c >= 0x0641 ? usual_arabic(c) : 0;
    if (c >= 0x05D0 && c <= 0x05EA) return c;
    if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC) return c;
    return 0;
}

class Cutter {
public:
    explicit Cutter(std::string_view printed) : printed_(printed) {
        letters_.reserve(printed.size());
    }

    std::vector<Letter> run() {
        while (at_ < printed_.size()) {
            const auto byte = static_cast<unsigned char>(printed_[at_]);
            if (byte < 0x80) {
                ascii(byte);
            } else {
                const auto begin = at_;
                take(next_code_point(printed_, at_), begin);
            }
        }
        flush();
        return std::move(letters_);
    }

private:
    void ascii(unsigned char byte) {
        const auto begin = at_++;
        if (byte == '\'' || byte == '`') return;
        flush();
        held_ = byte;
        held_begin_ = begin;
        held_end_ = at_;
    }

    void take(char32_t c, std::size_t begin) {
        if (c == kFault) {
            flush();
            put(kBlank, begin, at_, false);
            return;
        }
        const bool simple = simple_letter(c) != 0;
        if (!simple && vanishes(c)) return;
        if (simple || starts(c)) flush();
        if (held_ == 0) {
            held_ = c;
            held_begin_ = begin;
        } else {
            more_.push_back(c);
        }
        held_end_ = at_;
    }

    static bool starts(char32_t c) {
        // A second part of Hangul or kana, or a mark, belongs to the character before.
        return !is_mark(c) &&
               Normalizers::instance().casefold->hasBoundaryBefore(static_cast<UChar32>(c)) != 0;
    }

    void flush() {
        if (held_ == 0) return;
        if (more_.empty() && held_ < 0x80) {
            flush_ascii();
        } else if (const auto letter = more_.empty() ? simple_letter(held_) : 0; letter != 0) {
            const bool capital =
                letter != held_ && held_ < 0x0430 && u_isupper(static_cast<UChar32>(held_)) != 0;
            put(letter, held_begin_, held_end_, capital);
        } else {
            flush_normalised();
        }
        held_ = 0;
        more_.clear();
    }

    void flush_ascii() {
        const char32_t lower = held_ | 0x20U;
        if (lower >= 'a' && lower <= 'z') {
            put(lower, held_begin_, held_end_, held_ != lower);
        } else {
            put(is_digit(held_) || is_separator(held_) ? held_ : kBlank, held_begin_, held_end_,
                false);
        }
    }

    void flush_normalised() {
        // Signs of ownership fold to letters by the standard, which would join the name.
        if (held_ == 0x2122 || held_ == 0x2120 || held_ == 0x00AE || held_ == 0x00A9) {
            put(kBlank, held_begin_, held_end_, false);
            return;
        }
        if (held_ == 0x2116) {  // №, whose number may follow at once
            for (const char32_t c : {U'n', U'o', kBlank}) put(c, held_begin_, held_end_, false);
            return;
        }
        const auto& normalizers = Normalizers::instance();
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString text(static_cast<UChar32>(held_));
        for (const char32_t c : more_) text.append(static_cast<UChar32>(c));
        text = normalizers.apart->normalize(normalizers.casefold->normalize(text, status), status);
        icu::UnicodeString kept;
        char32_t base = 0;
        for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
            const auto c = static_cast<char32_t>(text.char32At(i));
            if (!is_mark(c)) base = c;
            if (!is_mark(c) || !accent_to_drop(base)) kept.append(static_cast<UChar32>(c));
        }
        kept = normalizers.together->normalize(kept, status);
        CHECK(U_SUCCESS(status));
        const bool capital = u_isupper(static_cast<UChar32>(held_)) != 0;
        for (std::int32_t i = 0; i < kept.length(); i = kept.moveIndex32(i, 1)) {
            const auto c = static_cast<char32_t>(kept.char32At(i));
            if (!is_mark(c)) base = c;
            if (!is_mark(c) || is_part_of(c, base)) put_folded(c, capital);
        }
    }

    void put_folded(char32_t c, bool capital) {
        const auto digit = u_charDigitValue(static_cast<UChar32>(c));
        if (const char* plain = plain_letters(c)) {
            for (; *plain != 0; ++plain) {
                put(static_cast<char32_t>(*plain), held_begin_, held_end_, capital);
            }
        } else if (is_apostrophe(c)) {
            return;
        } else if (c == 0x05F4) {  // gershayim
            put(kQuote, held_begin_, held_end_, false);
        } else if (u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER && digit >= 0) {
            put('0' + static_cast<char32_t>(digit), held_begin_, held_end_, false);
        } else if (u_isalpha(static_cast<UChar32>(c)) != 0 || is_mark(c) || c == 0x3007) {  // 〇
            put(usual_arabic(c), held_begin_, held_end_, capital);
        } else {
            put(is_separator(c) ? c : kBlank, held_begin_, held_end_, false);
        }
    }

    void put(char32_t c, std::size_t begin, std::size_t end, bool capital) {
        const auto before = letters_.empty() ? kBlank : letters_.back().c;
        if (c == 0x3005 && script_of(before) == Script::Han) c = before;  // 佐々木 is 佐佐木
        if (c == 0x3005) c = kBlank;
        if (c >= 0x2E80 && script_of(c) == Script::Han) c = simplified(c);
        letters_.push_back(
            {c, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), capital});
    }

    std::string_view printed_;
    std::size_t at_ = 0;
    char32_t held_ = 0;  ///< the character whose marks may still follow
    std::size_t held_begin_ = 0, held_end_ = 0;
    std::u32string more_;
    std::vector<Letter> letters_;
};

}  // namespace

std::vector<Letter> folded_letters(std::string_view printed) {
    return Cutter(printed).run();
}

}  // namespace cordon::names
