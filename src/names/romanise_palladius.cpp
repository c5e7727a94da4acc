// SPDX-License-Identifier: Apache-2.0
// Chinese written in Cyrillic, read back as pinyin: Цзиньпин is jinping, Хуавэй is huawei.
//
// The system is that of Palladius: an initial and a final make a syllable, ь after н parts -n from
// -ng. Newspapers write е for э and drop the ь; both are read, at a price. Many Russian words
// divide into such syllables by chance, so pinyin is one more reading, never the first.
#include <algorithm>
#include <array>
#include <map>

#include "base/code_points.h"
#include "names/choices.h"
#include "names/han_table.h"
#include "names/romanise_letters.h"

namespace cordon::names {

namespace {

struct Pair {
    std::u32string_view cyrillic;
    std::string_view pinyin;
};
// "j|z": before i and ü, elsewhere.
constexpr std::array kInitials{
    Pair{U"б", "b"},  Pair{U"п", "p"},   Pair{U"м", "m"},  Pair{U"ф", "f"},  Pair{U"д", "d"},
    Pair{U"т", "t"},  Pair{U"н", "n"},   Pair{U"л", "l"},  Pair{U"г", "g"},  Pair{U"к", "k"},
    Pair{U"х", "h"},  Pair{U"чж", "zh"}, Pair{U"ч", "ch"}, Pair{U"ш", "sh"}, Pair{U"ж", "r"},
    Pair{U"ц", "qc"}, Pair{U"с", "xs"},  Pair{U"цз", "jz"}};
constexpr std::array kFinals{
    Pair{U"а", "a"},      Pair{U"ай", "ai"},    Pair{U"ань", "an"},   Pair{U"ан", "ang"},
    Pair{U"ао", "ao"},    Pair{U"э", "e"},      Pair{U"эй", "ei"},    Pair{U"энь", "en"},
    Pair{U"эн", "eng"},   Pair{U"и", "i"},      Pair{U"я", "ia"},     Pair{U"ян", "iang"},
    Pair{U"янь", "ian"},  Pair{U"яо", "iao"},   Pair{U"е", "ie"},     Pair{U"инь", "in"},
    Pair{U"ин", "ing"},   Pair{U"ю", "iu"},     Pair{U"юн", "iong"},  Pair{U"о", "uo"},
    Pair{U"о", "o"},      Pair{U"оу", "ou"},    Pair{U"у", "u"},      Pair{U"уа", "ua"},
    Pair{U"уай", "uai"},  Pair{U"уань", "uan"}, Pair{U"уан", "uang"}, Pair{U"уй", "ui"},
    Pair{U"уэй", "ui"},   Pair{U"унь", "un"},   Pair{U"ун", "ong"},   Pair{U"юй", "v"},
    Pair{U"юань", "van"}, Pair{U"юэ", "ve"},    Pair{U"юнь", "vn"}};
constexpr std::array kWhole{
    Pair{U"а", "a"},       Pair{U"ай", "ai"},    Pair{U"ань", "an"},   Pair{U"ан", "ang"},
    Pair{U"ао", "ao"},     Pair{U"э", "e"},      Pair{U"энь", "en"},   Pair{U"эр", "er"},
    Pair{U"оу", "ou"},     Pair{U"и", "yi"},     Pair{U"я", "ya"},     Pair{U"ян", "yang"},
    Pair{U"янь", "yan"},   Pair{U"яо", "yao"},   Pair{U"е", "ye"},     Pair{U"инь", "yin"},
    Pair{U"ин", "ying"},   Pair{U"ю", "you"},    Pair{U"юн", "yong"},  Pair{U"юй", "yu"},
    Pair{U"юань", "yuan"}, Pair{U"юэ", "yue"},   Pair{U"юнь", "yun"},  Pair{U"ва", "wa"},
    Pair{U"вай", "wai"},   Pair{U"вань", "wan"}, Pair{U"ван", "wang"}, Pair{U"вэй", "wei"},
    Pair{U"вэнь", "wen"},  Pair{U"вэн", "weng"}, Pair{U"во", "wo"},    Pair{U"у", "wu"},
    Pair{U"цзы", "zi"},    Pair{U"цы", "ci"},    Pair{U"сы", "si"},    Pair{U"ши", "shi"},
    Pair{U"хуэй", "hui"}};

class Syllables {
public:
    std::map<std::u32string, Choices, std::less<>> pinyin;

    Syllables() {
        for (const auto& whole : kWhole) add(std::u32string(whole.cyrillic), whole.pinyin);
        for (const auto& initial : kInitials) {
            for (const auto& last : kFinals) join(initial, last);
        }
    }
    static const Syllables& instance() {
        static const Syllables syllables;
        return syllables;
    }

private:
    void join(const Pair& initial, const Pair& last) {
        const bool two = initial.pinyin == "jz" || initial.pinyin == "qc" || initial.pinyin == "xs";
        std::string tail(last.pinyin);
        const bool palatal = tail[0] == 'i' || tail[0] == 'v';
        std::string text(two ? initial.pinyin.substr(palatal ? 0 : 1, 1) : initial.pinyin);
        if (tail[0] == 'v' && (two || tail.size() > 1)) tail[0] = 'u';
        text += tail;
        if (text == "nv" || text == "lv") text.back() = 'u';
        const auto& known = HanTable::instance().syllables();
        if (!std::binary_search(known.begin(), known.end(), text)) return;
        add(std::u32string(initial.cyrillic) + std::u32string(last.cyrillic), text);
    }
    void add(const std::u32string& cyrillic, std::string_view text) {
        offer(pinyin[cyrillic], text, 0);
        auto loose = cyrillic;
        std::replace(loose.begin(), loose.end(), U'э', U'е');
        offer(pinyin[loose], text, 1);
        if (!loose.ends_with(U"нь")) return;
        loose.pop_back();
        offer(pinyin[loose], text, 2);
        offer(pinyin[cyrillic.substr(0, cyrillic.size() - 1)], text, 2);
    }
};

/// The longest syllables first; false when the rest does not divide.
bool divide(std::u32string_view word, std::vector<Choices>& out) {
    constexpr std::size_t kLongest = 6;
    if (word.empty()) return true;
    const auto& table = Syllables::instance().pinyin;
    for (std::size_t n = std::min(kLongest, word.size()); n > 0; --n) {
        const auto found = table.find(word.substr(0, n));
        if (found == table.end()) continue;
        out.push_back(found->second);
        if (divide(word.substr(n), out)) return true;
        out.pop_back();
    }
    return false;
}

}  // namespace

std::vector<std::string> pinyin_of_cyrillic(std::u32string_view word, std::size_t most) {
    constexpr std::size_t kLettersMost = 16;
    std::vector<Choices> choices;
    if (word.size() > kLettersMost || !divide(word, choices)) return {};
    bool cut = false;
    return cheapest(choices, most, cut);
}

}  // namespace cordon::names
