// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "names/romanise.h"

namespace cordon::names {
namespace {

TEST(SoundKey, IsEqualForSpellingsOfOneName) {
    EXPECT_EQ(sound_key("mohammad"), "mhmd");
    for (const auto* way : {"muhammed", "mohamed", "muhammad", "mokhammad", "mhmd"}) {
        EXPECT_EQ(sound_key(way), "mhmd") << way;
    }
    EXPECT_EQ(sound_key(romanised("محمد")[0]), sound_key("mohammad"));
    EXPECT_EQ(sound_key("gromov"), sound_key("gromoff"));
    EXPECT_EQ(sound_key("gromow"), sound_key("gromov"));
    EXPECT_EQ(sound_key("abdullah"), sound_key("abdulla"));
    EXPECT_EQ(sound_key("dzhabrailov"), sound_key("jabrailov"));
    EXPECT_EQ(sound_key("khabibullin"), sound_key("habibulin"));
    EXPECT_EQ(sound_key("yakovlev"), sound_key("iakovlev"));
    EXPECT_EQ(sound_key("kasem"), "ksm");
    EXPECT_EQ(sound_key("qassem"), sound_key("kasim"));
    EXPECT_EQ(sound_key("philippov"), sound_key("filipov"));
    EXPECT_EQ(sound_key("tzvetkov"), sound_key("tsvetkov"));
    EXPECT_EQ(sound_key("alexey"), sound_key("aleksei"));
}

TEST(SoundKey, KeepsWhatTellsNamesApart) {
    EXPECT_NE(sound_key("ivanov"), sound_key("novakov"));
    EXPECT_NE(sound_key("ahmedov"), sound_key("hmedov"));  // a vowel stood first
    EXPECT_NE(sound_key("petrov"), sound_key("petrenko"));
    EXPECT_EQ(sound_key("mahmud"), sound_key("mohammad"));  // but not all: a bridge, no equality
}

TEST(SoundKey, IsEmptyForWordsOfFewConsonants) {
    for (const auto* word : {"", "a", "li", "wei", "huawei", "aaaa"}) {
        EXPECT_EQ(sound_key(word), "") << word;
    }
}

}  // namespace
}  // namespace cordon::names
