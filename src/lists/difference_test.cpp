// SPDX-License-Identifier: Apache-2.0
#include "lists/difference.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace cordon::lists {
namespace {

Listing listed(const std::string& id, const std::string& name) {
    Listing listing;
    listing.id = id;
    listing.list = "entity_list";
    listing.name = name;
    listing.source = "read " + id;
    return listing;
}

TEST(Difference, TellsWhatCameWentAndChangedFieldByField) {
    auto suma = listed("1", "Suma Techology Co., Ltd.");
    suma.addresses = {"Kunshan", "Beijing"};
    auto later = suma;
    later.addresses = {"Kunshan", "Tianjin"};
    later.footnotes = {{"4", MUST(Date::from_iso("2022-10-07"))}};
    const auto diff = difference({suma, listed("2", "Gone Ltd"), listed("3", "Stays Ltd")},
                                 {listed("9", "Stays Ltd"), listed("4", "New Ltd"), later});
    ASSERT_EQ(diff.added.size(), 1U);
    EXPECT_EQ(diff.added[0].name, "New Ltd");
    ASSERT_EQ(diff.removed.size(), 1U);
    EXPECT_EQ(diff.removed[0].name, "Gone Ltd");
    EXPECT_EQ(diff.unchanged, 1U) << "another id and place in the file is no change";
    ASSERT_EQ(diff.changed.size(), 1U);
    const auto& fields = diff.changed[0].fields;
    ASSERT_EQ(fields.size(), 2U);
    EXPECT_EQ(fields[0].field, "addresses");
    EXPECT_EQ(fields[0].before, std::vector<std::string>{"Beijing"});
    EXPECT_EQ(fields[0].after, std::vector<std::string>{"Tianjin"});
    EXPECT_EQ(fields[1].field, "footnotes");
    EXPECT_EQ(fields[1].after, std::vector<std::string>{"4 from 2022-10-07"});
}

TEST(Difference, CorrectedTypoIsAChangeWhereIdOrAliasSaysSo) {
    auto by_alias = listed("8", "Suma Technology Co., Ltd.");
    by_alias.aliases = {"Suma Techology Co., Ltd."};
    const auto one = difference({listed("1", "Suma Techology Co., Ltd.")}, {by_alias});
    ASSERT_EQ(one.changed.size(), 1U);
    EXPECT_EQ(one.changed[0].fields[0].field, "name");
    const auto two = difference({listed("1", "Suma Techology")}, {listed("1", "Suma Technology")});
    EXPECT_EQ(two.changed.size(), 1U);
    const auto neither =
        difference({listed("1", "Suma Techology")}, {listed("2", "Suma Technology")});
    EXPECT_EQ(neither.added.size(), 1U);
    EXPECT_EQ(neither.removed.size(), 1U);
}

TEST(Difference, SameNameOnAnotherListIsAnotherEntry) {
    auto other = listed("1", "A Ltd");
    other.list = "meu";
    const auto diff = difference({listed("1", "A Ltd")}, {other});
    EXPECT_EQ(diff.added.size(), 1U);
    EXPECT_EQ(diff.removed.size(), 1U);
}

TEST(Difference, TwoRowsOfOneNameThatTradePlacesAreUnchanged) {
    auto one = listed("a", "Twin Ltd"), two = listed("a-2", "Twin Ltd");
    one.addresses = {"Minsk"};
    two.addresses = {"Brest"};
    auto swapped_one = two, swapped_two = one;
    swapped_one.id = "a";
    swapped_two.id = "a-2";
    const auto diff = difference({one, two}, {swapped_one, swapped_two});
    EXPECT_TRUE(diff.empty());
    EXPECT_EQ(diff.unchanged, 2U);
}

RC_GTEST_PROP(Difference, EveryEntryIsCountedOnceAndTurningItRoundTurnsTheAnswerRound, ()) {
    const auto some = [] {
        const auto numbers = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
        std::vector<Listing> listings;
        for (const int number : numbers) {
            auto listing = listed(std::to_string(number % 5), "Name " + std::to_string(number % 4));
            listing.note = std::to_string(number / 4);
            if (number % 3 == 0) listing.aliases = {"Name " + std::to_string(number % 7)};
            listings.push_back(listing);
        }
        return listings;
    };
    const auto before = some(), after = some();
    const auto there = difference(before, after);
    const auto back = difference(after, before);
    RC_ASSERT(there.unchanged + there.removed.size() + there.changed.size() == before.size());
    RC_ASSERT(there.unchanged + there.added.size() + there.changed.size() == after.size());
    RC_ASSERT(there.unchanged == back.unchanged);
    for (const auto& changed : there.changed) RC_ASSERT(!changed.fields.empty());
    RC_ASSERT(difference(before, before).empty());
}

}  // namespace
}  // namespace cordon::lists
