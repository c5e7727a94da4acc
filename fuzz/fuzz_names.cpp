// SPDX-License-Identifier: Apache-2.0
// Any bytes as a name. Folding twice changes nothing, words stand in order inside the text, and
// every form made of a word is bounded and plain.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/text.h"
#include "names/fold.h"
#include "names/han.h"
#include "names/identifier.h"
#include "names/number.h"
#include "names/romanise.h"
#include "names/script.h"
#include "names/spelling.h"

namespace {

using namespace cordon;
using namespace cordon::names;

void check_latin(std::string_view text) {
    CHECK(!text.empty());
    CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
}

void check_word(const Word& word) {
    CHECK(!word.text.empty() && is_valid_utf8(word.text));
    CHECK(folded(word.text) == word.text);
    for (const auto& latin : romanised(word.text)) check_latin(latin);
    (void)sound_key(word.text);
    (void)is_pinyin(word.text);
    if (main_script(word.text) != Script::Han) return;
    const auto readings = readings_of(word.text);
    CHECK(readings.glued.size() <= 48);
    for (const auto& latin : readings.glued) check_latin(latin);
    if (const auto number = han_number_at(word.text)) {
        CHECK(number->bytes > 0 && number->bytes <= word.text.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto once = folded(text);
    CHECK(is_valid_utf8(once));
    CHECK(folded(once) == once);
    const auto words = words_of(text);
    std::uint32_t begin = 0;
    for (const auto& word : words) {
        CHECK(word.begin >= begin && word.begin < word.end && word.end <= size);
        begin = word.begin;
        check_word(word);
    }
    if (const auto number = number_at(words)) {
        CHECK(number->words > 0 && number->words <= words.size());
    }
    for (std::size_t i = 1; i < words.size() && i < 16; ++i) {
        const auto& a = words[i - 1].text;
        const auto& b = words[i].text;
        CHECK(spelling_similarity(a, b) == spelling_similarity(b, a));
        CHECK((spelling_similarity(a, b) == 1000) == (a == b));
    }
    const auto id = identifier(text.substr(0, size / 2), text.substr(size / 2), "");
    CHECK(same_party(id, id) != Truth::No);
    return 0;
}
