// SPDX-License-Identifier: Apache-2.0
// Kana: a row of consonants by five vowels, with small letters that change the vowel, doubled
// consonants, and long vowels that most names leave out (東京 is Tokyo, not Toukyou).
#include <algorithm>
#include <array>

#include "names/romanise_letters.h"

namespace cordon::names {

namespace {

struct Kana {
    char32_t katakana;
    const char* hepburn;
    const char* kunrei;
};
constexpr std::array kKana{
    Kana{U'ア', "a", "a"},    Kana{U'イ', "i", "i"},    Kana{U'ウ', "u", "u"},
    Kana{U'エ', "e", "e"},    Kana{U'オ', "o", "o"},    Kana{U'カ', "ka", "ka"},
    Kana{U'キ', "ki", "ki"},  Kana{U'ク', "ku", "ku"},  Kana{U'ケ', "ke", "ke"},
    Kana{U'コ', "ko", "ko"},  Kana{U'ガ', "ga", "ga"},  Kana{U'ギ', "gi", "gi"},
    Kana{U'グ', "gu", "gu"},  Kana{U'ゲ', "ge", "ge"},  Kana{U'ゴ', "go", "go"},
    Kana{U'サ', "sa", "sa"},  Kana{U'シ', "shi", "si"}, Kana{U'ス', "su", "su"},
    Kana{U'セ', "se", "se"},  Kana{U'ソ', "so", "so"},  Kana{U'ザ', "za", "za"},
    Kana{U'ジ', "ji", "zi"},  Kana{U'ズ', "zu", "zu"},  Kana{U'ゼ', "ze", "ze"},
    Kana{U'ゾ', "zo", "zo"},  Kana{U'タ', "ta", "ta"},  Kana{U'チ', "chi", "ti"},
    Kana{U'ツ', "tsu", "tu"}, Kana{U'テ', "te", "te"},  Kana{U'ト', "to", "to"},
    Kana{U'ダ', "da", "da"},  Kana{U'ヂ', "ji", "zi"},  Kana{U'ヅ', "zu", "zu"},
    Kana{U'デ', "de", "de"},  Kana{U'ド', "do", "do"},  Kana{U'ナ', "na", "na"},
    Kana{U'ニ', "ni", "ni"},  Kana{U'ヌ', "nu", "nu"},  Kana{U'ネ', "ne", "ne"},
    Kana{U'ノ', "no", "no"},  Kana{U'ハ', "ha", "ha"},  Kana{U'ヒ', "hi", "hi"},
    Kana{U'フ', "fu", "hu"},  Kana{U'ヘ', "he", "he"},  Kana{U'ホ', "ho", "ho"},
    Kana{U'バ', "ba", "ba"},  Kana{U'ビ', "bi", "bi"},  Kana{U'ブ', "bu", "bu"},
    Kana{U'ベ', "be", "be"},  Kana{U'ボ', "bo", "bo"},  Kana{U'パ', "pa", "pa"},
    Kana{U'ピ', "pi", "pi"},  Kana{U'プ', "pu", "pu"},  Kana{U'ペ', "pe", "pe"},
    Kana{U'ポ', "po", "po"},  Kana{U'マ', "ma", "ma"},  Kana{U'ミ', "mi", "mi"},
    Kana{U'ム', "mu", "mu"},  Kana{U'メ', "me", "me"},  Kana{U'モ', "mo", "mo"},
    Kana{U'ヤ', "ya", "ya"},  Kana{U'ユ', "yu", "yu"},  Kana{U'ヨ', "yo", "yo"},
    Kana{U'ラ', "ra", "ra"},  Kana{U'リ', "ri", "ri"},  Kana{U'ル', "ru", "ru"},
    Kana{U'レ', "re", "re"},  Kana{U'ロ', "ro", "ro"},  Kana{U'ワ', "wa", "wa"},
    Kana{U'ヰ', "i", "i"},    Kana{U'ヱ', "e", "e"},    Kana{U'ヲ', "o", "o"},
    Kana{U'ヴ', "vu", "vu"},  Kana{U'ヶ', "ga", "ga"},  Kana{U'ヵ', "ka", "ka"}};

constexpr std::u32string_view kSmall = U"ァィゥェォャュョヮ";
constexpr std::array<const char*, 9> kSmallSounds{"a", "i", "u", "e", "o", "ya", "yu", "yo", "a"};

char32_t to_katakana(char32_t c) {
    return c >= 0x3041 && c <= 0x3096 ? c + 0x60 : c;
}

std::string plain(char32_t kana, bool kunrei) {
    const auto* found =
        std::find_if(kKana.begin(), kKana.end(), [&](const Kana& k) { return k.katakana == kana; });
    return found == kKana.end() ? std::string() : kunrei ? found->kunrei : found->hepburn;
}

/// The sound with a small letter behind it: キャ kya, シャ sha, ファ fa, ティ ti.
std::string with_small(std::string sound, std::string_view small, bool kunrei) {
    if (sound.empty()) return std::string(small);
    const char vowel = sound.back();
    sound.pop_back();
    if (small.size() == 2 && vowel == 'i') {
        const bool hissing = sound == "sh" || sound == "ch" || sound == "j";
        return sound + std::string(hissing && !kunrei ? small.substr(1) : small);
    }
    if (sound.empty()) return (vowel == 'u' ? "w" : vowel == 'i' ? "y" : "") + std::string(small);
    if (vowel == 'u' && (sound == "k" || sound == "g") && small.size() == 1) sound += 'w';
    return sound + std::string(small);
}

/// One system over the whole word; a vector of its sounds.
std::vector<std::string> sounds(std::u32string_view word, bool kunrei) {
    std::vector<std::string> out;
    bool doubled = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char32_t c = to_katakana(word[i]);
        if (c == U'ッ') {
            doubled = true;
            continue;
        }
        if (c == U'ー') {
            out.emplace_back("-");
            continue;
        }
        std::string sound = c == U'ン' ? "n" : plain(c, kunrei);
        const auto small =
            i + 1 < word.size() ? kSmall.find(to_katakana(word[i + 1])) : std::u32string_view::npos;
        if (small != std::u32string_view::npos && c != U'ン') {
            sound = with_small(sound, kSmallSounds[small], kunrei);
            ++i;
        } else if (const auto alone = kSmall.find(c); alone != std::u32string_view::npos) {
            sound = kSmallSounds[alone];
        }
        if (sound.empty()) continue;
        if (doubled)
            sound = (sound.starts_with("ch") && !kunrei ? "t" : sound.substr(0, 1)) + sound;
        doubled = false;
        out.push_back(sound);
    }
    return out;
}

/// Does this sound only lengthen the vowel before it (ou, oo, uu, or the long mark)?
bool lengthens(const std::string& before, const std::string& sound) {
    if (sound == "-") return true;
    if (before.empty()) return false;
    const char vowel = before.back();
    return (vowel == 'o' && (sound == "u" || sound == "o")) || (vowel == 'u' && sound == "u");
}

/// A long mark written out repeats the vowel before it.
std::string written_out(const std::string& before, const std::string& sound) {
    if (sound != "-") return sound;
    return before.empty() || before.back() == '-' ? std::string()
                                                  : before.substr(before.size() - 1);
}

}  // namespace

Units kana_units(std::u32string_view word) {
    const auto hepburn = sounds(word, false);
    const auto kunrei = sounds(word, true);
    Units out;
    for (std::size_t i = 0; i < hepburn.size(); ++i) {
        const std::string before = i > 0 ? hepburn[i - 1] : std::string();
        const bool is_long = i > 0 && lengthens(before, hepburn[i]);
        const auto full = written_out(before, hepburn[i]);
        const auto usual = is_long ? std::string() : full == "-" ? std::string() : full;
        const auto next = i + 1 < hepburn.size() ? hepburn[i + 1].substr(0, 1) : std::string();
        const bool lips = hepburn[i] == "n" && (next == "b" || next == "p" || next == "m");
        const auto or_nothing = [](const std::string& text) { return text.empty() ? "_" : text; };
        out.push_back(or_nothing(usual) + "|" + or_nothing(full) + "|" +
                      (is_long || hepburn[i] == "-" ? "_" : kunrei[i]) + "|" +
                      (lips ? "m" : or_nothing(usual)) +
                      (is_long && before.ends_with('o') ? "|h" : ""));
    }
    return out;
}

}  // namespace cordon::names
