// SPDX-License-Identifier: Apache-2.0
#include "screening/review.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "screening/matcher.h"

namespace cordon::screening {
namespace {

Date day(std::string_view iso) {
    return MUST(Date::from_iso(iso));
}

lists::Listing suma() {
    lists::Listing listing;
    listing.id = "el-suma";
    listing.list = "entity_list";
    listing.name = "Suma Techology Co., Ltd.";
    listing.aliases = {"Zhongke Kekong", "Suma"};
    listing.countries = {"CN"};
    listing.addresses = {"Kunshan, China"};
    listing.footnotes = {{"4", day("2022-10-07")}};
    return listing;
}

PartyQuery party(const std::string& name) {
    PartyQuery out;
    out.names = {name};
    out.countries = {"CN"};
    return out;
}

Review decision(bool same, std::string_view on) {
    Review out;
    out.party = party_key(party("Suma Trading"));
    out.party_name = "Suma Trading";
    out.listing = "el-suma";
    out.listing_hash = entry_hash(suma());
    out.same = same;
    out.reason = "registered in 2021 under another number";
    out.by = "A. Officer";
    out.on = day(on);
    return out;
}

class ReviewFile : public testing::Test {
protected:
    ReviewFile() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        path_ = (std::filesystem::temp_directory_path() /
                 ("cordon-" + std::string(test->name()) + "-" + std::to_string(getpid())))
                    .string();
        std::filesystem::remove(path_);
    }
    ~ReviewFile() override { std::filesystem::remove(path_); }
    void write(std::string_view text) const { (void)MUST(write_file_atomically(path_, text)); }
    [[nodiscard]] Reviews::Found find(std::string_view on, const lists::Listing& listing) const {
        read_ = MUST(Reviews::read(path_));
        return read_.find(party_key(party("Suma Trading")), listing, {day(on), day(on)});
    }
    std::string path_;
    mutable Reviews read_;
};

TEST(PartyKey, IsOfFoldedNamesInAnyOrderAndOfCountries) {
    EXPECT_EQ(party_key(party("Suma Trading")), party_key(party("  SUMA  trading.")));
    EXPECT_NE(party_key(party("Suma Trading")), party_key(party("Suma Tradings")));
    auto two = party("Suma");
    two.names.push_back("曙光");
    auto turned = two;
    std::swap(turned.names[0], turned.names[1]);
    EXPECT_EQ(party_key(two), party_key(turned));
    turned.countries = {"HK"};
    EXPECT_NE(party_key(two), party_key(turned));
}

TEST(EntryHash, ChangesWithTheEntryAndNotWithTheCopy) {
    const auto before = entry_hash(suma());
    auto copy = suma();
    copy.seen = day("2026-01-01");
    copy.source = "another file, row 7";
    copy.note = "seen again";
    std::swap(copy.aliases[0], copy.aliases[1]);
    EXPECT_EQ(entry_hash(copy), before);
    const auto changes = {
        +[](lists::Listing& l) { l.name += "x"; },
        +[](lists::Listing& l) { l.aliases.push_back("Sugon"); },
        +[](lists::Listing& l) { l.weak_aliases = {"Suma"}; },
        +[](lists::Listing& l) { l.countries = {"HK"}; },
        +[](lists::Listing& l) { l.addresses.clear(); },
        +[](lists::Listing& l) { l.kind = "company"; },
        +[](lists::Listing& l) { l.footnotes[0].from = Date::from_days(0); },
        +[](lists::Listing& l) { l.requirement = "all_ear"; },
        +[](lists::Listing& l) { l.review_policy = "other"; },
        +[](lists::Listing& l) { l.programmes = {"SDGT"}; },
        +[](lists::Listing& l) { l.ended = Date::from_days(0); },
        +[](lists::Listing& l) { l.effective = Date::from_days(0); },
        +[](lists::Listing& l) { l.identifiers = {{"LEI", "1", ""}}; },
        +[](lists::Listing& l) { l.born = {{kFirstDate, kFirstDate, false}}; },
        +[](lists::Listing& l) { l.birthplaces = {"Kunshan"}; },
    };
    for (const auto& change : changes) {
        auto changed = suma();
        change(changed);
        EXPECT_NE(entry_hash(changed), before);
    }
}

TEST_F(ReviewFile, ThatIsMissingHasNoDecisions) {
    const auto reviews = MUST(Reviews::read(path_));
    EXPECT_TRUE(reviews.all().empty());
    EXPECT_EQ(reviews.hash(), "");
    EXPECT_EQ(find("2026-01-01", suma()).state, Reviews::State::None);
}

TEST_F(ReviewFile, KeepsWhatWasDecidedAndTheLastDecisionHolds) {
    ASSERT_TRUE(Reviews::append(path_, decision(false, "2026-02-01")));
    ASSERT_TRUE(Reviews::append(path_, decision(true, "2026-03-01")));
    const auto reviews = MUST(Reviews::read(path_));
    ASSERT_EQ(reviews.all().size(), 2U);
    EXPECT_EQ(reviews.all()[0].reason, "registered in 2021 under another number");
    EXPECT_EQ(reviews.hash().size(), 64U);
    EXPECT_EQ(reviews.hash(2), reviews.hash());
    EXPECT_EQ(reviews.hash(3), "") << "there are not so many";
    EXPECT_EQ(find("2026-01-31", suma()).state, Reviews::State::None);
    EXPECT_EQ(find("2026-02-01", suma()).state, Reviews::State::Different);
    EXPECT_EQ(find("2026-03-01", suma()).state, Reviews::State::Same);
}

TEST_F(ReviewFile, ReadsAsItWasBeforeMoreWasDecided) {
    ASSERT_TRUE(Reviews::append(path_, decision(false, "2026-02-01")));
    const auto before = MUST(Reviews::read(path_)).hash();
    ASSERT_TRUE(Reviews::append(path_, decision(true, "2026-02-01")));
    const auto reviews = MUST(Reviews::read(path_));
    EXPECT_EQ(reviews.hash(1), before);
    EXPECT_NE(reviews.hash(), before);
    const auto as_of = Reviews::AsOf{day("2026-02-01"), day("2026-02-01"), 1};
    const auto found = reviews.find(party_key(party("Suma Trading")), suma(), as_of);
    EXPECT_EQ(found.state, Reviews::State::Different);
}

TEST_F(ReviewFile, IsForOnePairAlone) {
    ASSERT_TRUE(Reviews::append(path_, decision(false, "2026-02-01")));
    auto other = suma();
    other.id = "el-sugon";
    EXPECT_EQ(find("2026-02-02", other).state, Reviews::State::None);
    EXPECT_EQ(
        read_.find(party_key(party("Suma")), suma(), {day("2026-02-02"), day("2026-02-02")}).state,
        Reviews::State::None);
}

TEST_F(ReviewFile, LapsesWhenTheEntryChangesAndWhenItsTimeIsOver) {
    auto limited = decision(false, "2026-02-01");
    limited.until = day("2026-06-30");
    ASSERT_TRUE(Reviews::append(path_, limited));
    EXPECT_EQ(find("2026-06-30", suma()).state, Reviews::State::Different);
    EXPECT_EQ(find("2026-07-01", suma()).state, Reviews::State::Lapsed);
    auto changed = suma();
    changed.aliases.emplace_back("Suma Trading");
    EXPECT_EQ(find("2026-02-02", changed).state, Reviews::State::Lapsed);
}

TEST_F(ReviewFile, WithAFaultIsRefusedWithItsPlace) {
    ASSERT_TRUE(Reviews::append(path_, decision(false, "2026-02-01")));
    const auto good = MUST(read_file(path_));
    const auto refused_after = [&](std::string_view from, std::string_view to) {
        auto bad = good;
        bad.replace(bad.find(from), from.size(), to);
        write(good + bad);
        const auto read = Reviews::read(path_);
        return read ? Error{} : read.error();
    };
    auto error = refused_after("\"different\"", "\"perhaps\"");
    EXPECT_EQ(error.position.line, 2U);
    EXPECT_EQ(error.position.field, "decision");
    EXPECT_EQ(refused_after("2026-02-01", "2026-02-30").position.field, "on");
    EXPECT_EQ(refused_after("\"by\"", "\"who\"").position.field, "by");
    EXPECT_EQ(refused_after("\"el-suma\"", "\" \"").position.field, "listing");
    EXPECT_EQ(refused_after("\"el-suma\"", "7").position.field, "listing");
    EXPECT_EQ(refused_after("{", "{\"colour\":\"red\",").position.field, "colour");
    EXPECT_EQ(refused_after("\"party\":\"", "\"party\":\"x").position.field, "party");
    EXPECT_EQ(refused_after("}", ",\"until\":\"2025-01-01\"}").position.field, "until");
    EXPECT_EQ(refused_after("{", "[{").position.line, 2U);
    write(good + "\n  \n");
    EXPECT_TRUE(Reviews::read(path_));
}

TEST_F(ReviewFile, IsNotAddedToBehindALineThatBrokeOff) {
    write("{\"party\":\"");
    const auto status = Reviews::append(path_, decision(true, "2026-02-01"));
    ASSERT_FALSE(status);
    EXPECT_NE(status.error().message.find("broken off"), std::string::npos);
    EXPECT_EQ(MUST(read_file(path_)), "{\"party\":\"");
}

TEST_F(ReviewFile, IsNotGivenADecisionThatCouldNotBeReadBack) {
    auto nobody = decision(true, "2026-02-01");
    nobody.by = "";
    const auto status = Reviews::append(path_, nobody);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().position.field, "by");
    EXPECT_FALSE(std::filesystem::exists(path_));
}

}  // namespace
}  // namespace cordon::screening
