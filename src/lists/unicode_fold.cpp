// SPDX-License-Identifier: Apache-2.0
// Names beyond ASCII, through ICU.
//
// Compatibility forms and case first (NFKC_Casefold: full width, ligatures, "ẞ"), then accents off
// Latin and Greek letters only: in Cyrillic, kana or Thai the mark is the letter ("й", "ガ"), and
// there it stays. Blanks and signs between Han or kana characters do not count, because nobody
// writes them the same way twice. Traditional and simplified characters stay two spellings: which
// pairs are one name is a question for screening, not for an exact key.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "base/result.h"
#include "lists/name_key.h"

namespace cordon::lists {

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

UScriptCode script_of(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status);
}

bool written_without_blanks(UChar32 c) {
    const auto script = script_of(c);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

bool is_mark(UChar32 c) {
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

/// Letters that have no accent to take off but are written plain all the same.
const char* plain_letters(UChar32 c) {
    switch (c) {
        case 0x0142:
            return "l";  // ł
        case 0x00F8:
            return "o";  // ø
        case 0x0111:
            return "d";  // đ
        case 0x00F0:
            return "d";  // ð
        case 0x00FE:
            return "th";  // þ
        case 0x00E6:
            return "ae";  // æ
        case 0x0153:
            return "oe";  // œ
        case 0x0131:
            return "i";  // ı
        case 0x0127:
            return "h";  // ħ
        case 0x0167:
            return "t";  // ŧ
        default:
            return nullptr;
    }
}

bool vanishes(UChar32 c) {
    if (u_charType(c) == U_FORMAT_CHAR) return true;
    switch (c) {
        case 0x2018:  // ‘ ’ and the other shapes an apostrophe takes
        case 0x2019:
        case 0x201B:
        case 0x02B9:
        case 0x02BB:
        case 0x02BC:
        case 0x02BE:
        case 0x02BF:
        case 0x2032:
        case 0x05F3:
        case 0x0640:  // Arabic stretching
            return true;
        default:
            return false;
    }
}

/// Accents of Latin and Greek, and the optional vowel signs of Arabic and Hebrew.
bool accent_to_drop(UChar32 mark, UChar32 base) {
    if ((mark >= 0x064B && mark <= 0x065F) || mark == 0x0670) return true;
    if (mark >= 0x0591 && mark <= 0x05C7) return true;
    if (base == 0) return true;
    const auto script = script_of(base);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_COMMON;
}

class Folder {
public:
    void take(UChar32 c) {
        if (is_mark(c)) {
            if (!accent_to_drop(c, base_)) out_.append(c);
        } else if (vanishes(c)) {
            return;
        } else if (u_isalnum(c)) {
            letter(c);
        } else if (c == '.' || c == '/' || c == '&' || c == '\'') {
            flush_blank();
            out_.append(c);
            base_ = 0;
        } else {
            blank_ = true;
        }
    }
    [[nodiscard]] const icu::UnicodeString& text() const { return out_; }

private:
    void flush_blank() {
        if (blank_) out_.append(static_cast<UChar32>(' '));
        blank_ = false;
    }
    void letter(UChar32 c) {
        if (blank_ && base_ != 0 && written_without_blanks(base_) && written_without_blanks(c)) {
            blank_ = false;
        }
        flush_blank();
        const auto digit = u_charDigitValue(c);
        if (const char* plain = plain_letters(c)) {
            out_.append(icu::UnicodeString(plain, -1, US_INV));
        } else if (digit >= 0 && digit <= 9) {
            out_.append(static_cast<UChar32>('0' + digit));
        } else {
            out_.append(c);
        }
        base_ = c;
    }

    icu::UnicodeString out_;
    UChar32 base_ = 0;
    bool blank_ = false;
};

/// "(株)", "(有)" and "(주)" are legal forms in one character before they are folded apart.
void drop_circled_forms(icu::UnicodeString& text) {
    for (const char16_t* form : {u"(株)", u"(有)", u"(주)"}) {
        text.findAndReplace(icu::UnicodeString(form), icu::UnicodeString(u" "));
    }
}

}  // namespace

std::string folded_beyond_ascii(std::string_view name) {
    const auto& normalizers = Normalizers::instance();
    UErrorCode status = U_ZERO_ERROR;
    const icu::StringPiece bytes(name.data(), static_cast<std::int32_t>(name.size()));
    auto text = normalizers.casefold->normalize(icu::UnicodeString::fromUTF8(bytes), status);
    drop_circled_forms(text);
    text = normalizers.apart->normalize(text, status);
    Folder folder;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        folder.take(text.char32At(i));
    }
    std::string out;
    normalizers.together->normalize(folder.text(), status).toUTF8String(out);
    CHECK(U_SUCCESS(status));
    return out;
}

}  // namespace cordon::lists
