// SPDX-License-Identifier: Apache-2.0
#include "screening/matcher.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "lists/born.h"
#include "screening/matcher_parts.h"

namespace cordon::screening {
namespace {

lists::Listing listed(const std::string& name, const std::string& country) {
    lists::Listing out;
    out.id = "t-" + name;
    out.list = "entity_list";
    out.name = name;
    if (!country.empty()) out.countries = {country};
    out.kind = "company";
    out.citation = "84 FR 29373";
    return out;
}

/// A small list with its matcher.
class Desk {
public:
    explicit Desk(std::vector<lists::Listing> listings,
                  const std::string& profile_name = "balanced", const Reviews* reviews = nullptr)
        : listings_(std::move(listings)),
          snapshot_(MUST(lists::Snapshot::from_bytes(
              lists::Snapshot::compile({{"test", "Test", "2026-01-01", listings_}})))),
          profile_(MUST(profile(profile_name))),
          corpus_(MUST(Corpus::of(snapshot_, profile_.weights))),
          matcher_(snapshot_, corpus_, profile_, reviews) {}

    std::vector<Match> match(const PartyQuery& party) { return matcher_.match(party); }
    std::vector<Match> match(const std::string& name, const std::string& country = "") {
        PartyQuery party;
        party.names = {name};
        if (!country.empty()) party.countries = {country};
        return match(party);
    }
    [[nodiscard]] std::string name_of(const Match& match) const {
        return snapshot_.listing(match.listing).name;
    }
    [[nodiscard]] Matcher& matcher() { return matcher_; }

private:
    std::vector<lists::Listing> listings_;
    lists::Snapshot snapshot_;
    Profile profile_;
    Corpus corpus_;
    Matcher matcher_;
};

const Support* support(const Match& match, Support::Kind kind) {
    for (const auto& one : match.supports) {
        if (one.kind == kind) return &one;
    }
    return nullptr;
}

PartyQuery party(const std::string& name) {
    PartyQuery out;
    out.names = {name};
    return out;
}

// Names that other matchers are known to miss, or to find everywhere.
TEST(Matcher, FindsWhatOthersMiss) {
    Desk desk({listed("Guangzhou Haige Communications Group Co., Ltd.", "CN"),
               listed("CNOOC Energy Technology & Services Limited", "CN"),
               listed("Lukoil Oil Company", "RU"), listed("Huawei Investment & Holding", "CN"),
               listed("11420 CORP", "PA"),
               listed("China Electronics Technology Group Corporation "
                      "13th Research Institute",
                      "CN")});
    const auto finds = [&](const std::string& query, const std::string& name) {
        const auto matches = desk.match(query);
        return !matches.empty() && desk.name_of(matches.front()) == name;
    };
    EXPECT_TRUE(
        finds("GUANGZHOU HAIGE COMM GRP", "Guangzhou Haige Communications Group Co., Ltd."));
    EXPECT_TRUE(finds("HAIGE GUANGZHOU", "Guangzhou Haige Communications Group Co., Ltd."));
    EXPECT_TRUE(
        finds("CNOOC ENERGY TECH & SRVCES LTD", "CNOOC Energy Technology & Services Limited"));
    EXPECT_TRUE(finds("LUKOIL OIL COMP", "Lukoil Oil Company"));
    EXPECT_TRUE(finds("Huawai Investment", "Huawei Investment & Holding"));
    EXPECT_TRUE(finds("11420 Corp.", "11420 CORP"));
    EXPECT_TRUE(desk.match("CORP").empty());
    EXPECT_TRUE(desk.match("Company Limited").empty());
    EXPECT_TRUE(desk.match("Research Institute").empty());
    for (const auto& match : desk.match("China Electronics Technology Group 14th Research "
                                        "Institute")) {
        EXPECT_EQ(match.strength, Strength::Possible) << "the 14th is not the 13th";
    }
}

TEST(Matcher, NamesAloneMakeAMatchProbable) {
    Desk desk({listed("Nettrix Information Industry Co., Ltd.", "CN")});
    const auto matches = desk.match("NETTRIX INFORMATION INDUSTRY");
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(matches[0].strength, Strength::Probable);
    EXPECT_EQ(matches[0].matched_name, "Nettrix Information Industry Co., Ltd.");
    EXPECT_FALSE(matches[0].alias);
    EXPECT_TRUE(matches[0].supports.empty());
    EXPECT_EQ(matches[0].question,
              "Is Nettrix Information Industry Co., Ltd. (Entity List, 84 FR 29373), China, the "
              "same as NETTRIX INFORMATION INDUSTRY? Ask for its registration number (USCC) and "
              "registered address.");
}

TEST(Matcher, CountryWeakensAMatchAndNeverRemovesIt) {
    Desk desk({listed("Nettrix Information Industry Co., Ltd.", "CN")});
    const auto in = [&](const std::string& country) {
        return desk.match("Nettrix Information Industry", country).at(0);
    };
    EXPECT_EQ(in("CN").strength, Strength::Probable);
    EXPECT_EQ(support(in("CN"), Support::Kind::Country)->because, "both CN");
    EXPECT_EQ(in("HK").strength, Strength::Probable) << "lists print Hong Kong under China";
    EXPECT_EQ(in("MO").strength, Strength::Probable);
    EXPECT_EQ(in("TW").strength, Strength::Probable);
    EXPECT_EQ(support(in("TW"), Support::Kind::Country)->agrees, Truth::Unknown);
    EXPECT_EQ(in("DE").strength, Strength::Possible);
    EXPECT_EQ(support(in("DE"), Support::Kind::Country)->because, "listed in CN, party in DE");
    EXPECT_NE(in("DE").question.find("Against it: listed in CN, party in DE."), std::string::npos);
}

TEST(Matcher, IdentifiersDecideWhateverTheNames) {
    auto entry = listed("Nettrix Information Industry Co., Ltd.", "CN");
    entry.identifiers = {{"LEI", "5493001KJTIIGC8Y1R12", ""}};
    Desk desk({entry, listed("Nettrix", "CN")});
    auto equal = party("Somebody Else GmbH");
    equal.countries = {"DE"};
    equal.identifiers = {names::identifier("LEI", "5493 001K JTII GC8Y 1R12", "")};
    auto matches = desk.match(equal);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(matches[0].strength, Strength::Confirmed);
    EXPECT_EQ(matches[0].matched_name, "");
    EXPECT_EQ(matches[0].raw, 0);
    EXPECT_EQ(matches[0].question, "");

    auto other = party("Nettrix Information Industry Co., Ltd.");
    other.identifiers = {names::identifier("LEI", "529900T8BM49AURSDO55", "")};
    matches = desk.match(other);
    ASSERT_FALSE(matches.empty());
    const auto same_name = std::find_if(matches.begin(), matches.end(),
                                        [](const Match& match) { return match.raw == 10000; });
    ASSERT_NE(same_name, matches.end());
    EXPECT_EQ(same_name->strength, Strength::Possible);
    EXPECT_EQ(support(*same_name, Support::Kind::Identifier)->agrees, Truth::No);
}

TEST(Matcher, AddressesSupportAndAloneOnlyAsk) {
    auto company = listed("Bright Vision Trading", "HK");
    company.addresses = {
        "Room 1605, Ho King Commercial Center, 2-16 Fa Yuen Street, Mong Kok, "
        "Kowloon, Hong Kong"};
    auto door = listed("Address 18", "HK");
    door.kind = "address";
    door.addresses = {"Unit 04, 7/F Bright Way Tower, No. 33 Mong Kok Road, Kowloon, Hong Kong"};
    Desk desk({company, door});

    auto own = party("Bright Vision Trading Ltd");
    own.addresses = {"Rm 1605, Ho King Comm'l Ctr, 2-16 Fayuen St., Mongkok, HK"};
    auto matches = desk.match(own);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(matches[0].strength, Strength::Probable);
    EXPECT_EQ(support(matches[0], Support::Kind::Address)->agrees, Truth::Yes);

    auto stranger = party("Golden Pearl Electronics");
    stranger.addresses = own.addresses;
    matches = desk.match(stranger);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(matches[0].strength, Strength::Possible);
    EXPECT_EQ(matches[0].raw, 0);
    EXPECT_NE(matches[0].question.find("Many parties can share one address"), std::string::npos);

    stranger.addresses = {"Unit 4, 7th Floor, Bright Way Tower, 33 Mong Kok Rd, Hong Kong"};
    matches = desk.match(stranger);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(desk.name_of(matches[0]), "Address 18");
    EXPECT_NE(matches[0].question.find("The entry is the address itself"), std::string::npos);

    for (const auto* elsewhere :
         {"Room 2309, Ho King Commercial Center, 2-16 Fa Yuen Street, Mong Kok, Hong Kong",
          "Unit 04, 7/F Bright Way Tower, No. 35 Mong Kok Road, Hong Kong", "Hong Kong",
          "Room 1605, Ho King Commercial Center, 2-16 Fa Yuen Street, Beijing"}) {
        stranger.addresses = {elsewhere};
        EXPECT_TRUE(desk.match(stranger).empty()) << elsewhere;
    }
    EXPECT_TRUE(desk.match("Address 18").empty()) << "nobody is called that";
}

TEST(Matcher, HanAddressesMeetRomanisedOnes) {
    auto entry = listed("Cambricon Technologies", "CN");
    entry.addresses = {"No. 7 Zhichun Road, Haidian District, Beijing, China"};
    Desk desk({entry});
    auto stranger = party("某某贸易有限公司");
    stranger.addresses = {"北京市海淀区知春路7号"};
    ASSERT_EQ(desk.match(stranger).size(), 1U);
    stranger.addresses = {"北京市海淀区知春路9号"};
    EXPECT_TRUE(desk.match(stranger).empty());
    stranger.addresses = {"7 Zhichunlu, Haidian, Beijing 100191"};
    EXPECT_EQ(desk.match(stranger).size(), 1U);
}

TEST(Matcher, BirthsSupportAndContradict) {
    auto entry = listed("KIM, Jong Chol", "KP");
    entry.kind = "person";
    entry.born = {*lists::born_of("1962-05-12")};
    entry.birthplaces = {"Pyongyang, North Korea"};
    Desk desk({entry});
    auto person = party("Jong Chol Kim");
    person.kind = names::NameKind::Person;
    const auto born = [&](const char* printed) {
        person.born = {*lists::born_of(printed)};
        return desk.match(person).at(0);
    };
    EXPECT_EQ(support(born("1962"), Support::Kind::Birth)->agrees, Truth::Yes);
    EXPECT_EQ(support(born("1962-12-05"), Support::Kind::Birth)->agrees, Truth::Unknown);
    EXPECT_EQ(born("1963-05-12").strength, Strength::Probable) << "a year is within a slip";
    EXPECT_EQ(born("1971").strength, Strength::Possible);
    EXPECT_EQ(support(born("1971"), Support::Kind::Birth)->because,
              "listed born 1962-05-12, party 1971");
    person.birthplaces = {"Pyongyang"};
    EXPECT_EQ(support(born("1962"), Support::Kind::Birthplace)->agrees, Truth::Yes);
    EXPECT_NE(born("1962").question.find("passport"), std::string::npos);
}

TEST(Matcher, FindsPersonsWhoseNamesMeanSomething) {
    auto chen = listed("CHEN, Quanguo", "CN");
    auto li = listed("LI, Yi", "CN");
    chen.kind = li.kind = "person";
    Desk desk({chen, li});
    EXPECT_EQ(desk.match("chen quanguo").size(), 1U) << "quanguo is also \"national\"";
    EXPECT_EQ(desk.match("Quanguo Chen").size(), 1U);
    EXPECT_EQ(desk.match("Yi Li").size(), 1U) << "yi is also one";
}

TEST(Matcher, WeakAliasesAndAliasesOfOneWordNeedTheCountry) {
    auto entry = listed("Chengdu Haiguang Integrated Circuit", "CN");
    entry.aliases = {"Hygon", "Grey Heron Circuits"};
    entry.weak_aliases = {"Grey Heron Circuits"};
    Desk desk({entry});
    EXPECT_EQ(desk.match("Hygon").at(0).strength, Strength::Possible);
    EXPECT_NE(support(desk.match("Hygon").at(0), Support::Kind::OneWord), nullptr);
    EXPECT_EQ(desk.match("Hygon", "CN").at(0).strength, Strength::Probable);
    EXPECT_EQ(desk.match("Grey Heron Circuits").at(0).strength, Strength::Possible);
    EXPECT_EQ(desk.match("Grey Heron Circuits", "CN").at(0).strength, Strength::Probable);
    PartyQuery both;
    both.names = {"Hygon", "Chengdu Haiguang Integrated Circuit"};
    const auto match = desk.match(both).at(0);
    EXPECT_EQ(match.strength, Strength::Probable) << "the plain name makes the stronger case";
    EXPECT_EQ(match.matched_name, "Chengdu Haiguang Integrated Circuit");
    EXPECT_EQ(match.party_name, "Chengdu Haiguang Integrated Circuit");
}

TEST(Matcher, TriesThePartsOfAFieldThatHoldsSeveralNames) {
    Desk desk({listed("Nettrix Information Industry Co., Ltd.", "CN"),
               listed("Lukoil Oil Company", "RU")});
    for (const auto* field :
         {"Golden Pearl Electronics a.k.a. Nettrix Information Industry",
          "Golden Pearl Electronics, formerly known as Nettrix Information Industry Co., Ltd.",
          "Golden Pearl Electronics / Nettrix Information Industry",
          "Golden Pearl Electronics (Nettrix Information Industry)",
          "Golden Pearl Electronics; Nettrix Information Industry",
          "金珠电子 Nettrix Information Industry"}) {
        const auto matches = desk.match(field);
        ASSERT_EQ(matches.size(), 1U) << field;
        EXPECT_EQ(matches[0].strength, Strength::Probable) << field;
        EXPECT_EQ(matches[0].party_name, field);
        EXPECT_TRUE(matches[0].read_as.starts_with("Nettrix")) << matches[0].read_as;
    }
}

TEST(Parts, OfAFieldWithOneNameAreNone) {
    using names::NameKind;
    for (const auto* field :
         {"Cambricon (Kunshan) Information Technology Co., Ltd.", "Huawei Import/Export Co.",
          "TCL 科技集团", "Maersk A/S", "Bank Saderat Iran (Private) Ltd", "", "()", "a.k.a.", "/",
          "Smith (Group) Ltd"}) {
        EXPECT_TRUE(parts_of(field, NameKind::Unknown).empty()) << field;
    }
    const auto parts = parts_of("华为技术有限公司（Huawei Technologies）", NameKind::Unknown);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0], "华为技术有限公司");
    EXPECT_EQ(parts[1], "Huawei Technologies");
}

class Reviewed : public testing::Test {
protected:
    Reviewed()
        : path_((std::filesystem::temp_directory_path() /
                 ("cordon-matcher-reviews-" + std::to_string(getpid())))
                    .string()) {
        std::filesystem::remove(path_);
    }
    ~Reviewed() override { std::filesystem::remove(path_); }
    const Reviews& decided(const PartyQuery& about, const lists::Listing& entry, bool same) {
        Review review{party_key(about),
                      about.names.front(),
                      entry.id,
                      entry_hash(entry),
                      same,
                      "compared papers",
                      "B. Officer",
                      MUST(Date::from_iso("2026-02-01")),
                      {}};
        EXPECT_TRUE(Reviews::append(path_, review));
        reviews_ = MUST(Reviews::read(path_));
        return reviews_;
    }
    std::string path_;
    Reviews reviews_;
};

TEST_F(Reviewed, ADifferentPartyIsNoMatchAndOnlyThatParty) {
    const auto entry = listed("Nettrix Information Industry Co., Ltd.", "CN");
    const auto about = party("Nettrix Information Industry");
    Desk desk({entry}, "balanced", &decided(about, entry, false));
    EXPECT_TRUE(desk.match(about).empty());
    EXPECT_EQ(desk.match("Nettrix Information Industries").size(), 1U);
    auto before = about;
    before.decisions.made_by = MUST(Date::from_iso("2026-01-31"));
    EXPECT_EQ(desk.match(before).size(), 1U) << "the decision had not been made";
}

TEST_F(Reviewed, TheSamePartyIsConfirmedUnderAnyName) {
    const auto entry = listed("Nettrix Information Industry Co., Ltd.", "CN");
    const auto about = party("Golden Pearl Electronics");
    Desk desk({entry}, "strict", &decided(about, entry, true));
    const auto matches = desk.match(about);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(matches[0].strength, Strength::Confirmed);
    EXPECT_EQ(support(matches[0], Support::Kind::Reviewer)->because,
              "B. Officer decided on 2026-02-01: the same, compared papers");
}

TEST_F(Reviewed, ALapsedDecisionIsToldAndNotUsed) {
    auto entry = listed("Nettrix Information Industry Co., Ltd.", "CN");
    const auto about = party("Nettrix Information Industry");
    const auto& reviews = decided(about, entry, false);
    entry.aliases = {"Nettrix"};
    Desk desk({entry}, "balanced", &reviews);
    const auto matches = desk.match(about);
    ASSERT_EQ(matches.size(), 1U);
    const auto* told = support(matches[0], Support::Kind::Reviewer);
    ASSERT_NE(told, nullptr);
    EXPECT_EQ(told->agrees, Truth::Unknown);
    EXPECT_NE(told->because.find("lapsed"), std::string::npos);
}

TEST_F(Reviewed, ALapsedDecisionOnUnlikeNamesIsAskedAboutAndNoAddressIsMadeUp) {
    auto entry = listed("Nettrix Information Industry Co., Ltd.", "CN");
    const auto about = party("Golden Pearl Electronics");
    const auto& reviews = decided(about, entry, true);
    entry.aliases = {"Nettrix"};
    Desk desk({entry}, "balanced", &reviews);
    const auto matches = desk.match(about);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(matches[0].strength, Strength::Possible);
    EXPECT_EQ(matches[0].question.find("gives the address"), std::string::npos);
    EXPECT_NE(matches[0].question.find("They met by this: B. Officer decided"), std::string::npos)
        << matches[0].question;
}

TEST(Matcher, KnowsTheVeryNameThatIsAlsoAPartOfAnotherOne) {
    Desk desk({listed("Nettrix Information Industry Co., Ltd.", "CN")});
    PartyQuery query;
    query.names = {"Golden Pearl a.k.a. Nettrix Information Industry Co., Ltd.",
                   "Nettrix Information Industry Co., Ltd."};
    const auto matches = desk.match(query);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_TRUE(matches[0].same_name);
}

TEST(Matcher, SaysThatADoubtfulNameOfTheEntryIsTheVeryName) {
    auto entry = listed("Northbridgelabs", "CN");
    entry.aliases = {"Northbridgelab"};
    Desk desk({entry});
    const auto matches = desk.match("Northbridgelab");
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_FALSE(matches[0].same_name) << "an alias of one word, and no country";
    EXPECT_TRUE(matches[0].has_same_name);
}

TEST_F(Reviewed, ACorrectedDecisionIsNotAskedAboutWhenTheEntryChanges) {
    auto entry = listed("Nettrix Information Industry Co., Ltd.", "CN");
    const auto about = party("Golden Pearl Electronics");
    decided(about, entry, true);
    const auto& reviews = decided(about, entry, false);
    entry.aliases = {"Nettrix"};
    Desk desk({entry}, "balanced", &reviews);
    EXPECT_TRUE(desk.match(about).empty());
    EXPECT_TRUE(desk.matcher().set_aside().empty());
}

TEST(Matcher, ShowsTheScoreOfTheVeryNameAsWhatItScoresMost) {
    auto person = listed("TAUBER, Marina", "MD");
    person.kind = "person";
    Desk desk({person});
    const auto matches = desk.match("tauber, marina");
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_TRUE(matches[0].same_name);
    EXPECT_EQ(matches[0].raw, 10000);
}

TEST(Matcher, PutsTheStrongestFirstAndOneMatchAListing) {
    auto twice = listed("Nettrix Information Industry Co., Ltd.", "CN");
    twice.aliases = {"Nettrix Information Industry", "Nettrix Industry"};
    Desk desk({listed("Nettrix Industry", "DE"), twice}, "wide");
    const auto matches = desk.match("Nettrix Information Industry", "CN");
    ASSERT_EQ(matches.size(), 2U);
    EXPECT_EQ(desk.name_of(matches[0]), twice.name);
    EXPECT_GE(matches[0].strength, matches[1].strength);
    EXPECT_GE(matches[0].raw, matches[1].raw);
}

TEST(Matcher, ExplainsTheNamesThatMet) {
    Desk desk({listed("Huawei Investment & Holding", "CN")});
    const auto matches = desk.match("Huawai Investment");
    ASSERT_EQ(matches.size(), 1U);
    const auto told = desk.matcher().explain(matches[0]);
    ASSERT_TRUE(told);
    EXPECT_EQ(told->alignment.raw, matches[0].raw);
    EXPECT_FALSE(told->alignment.aligned.empty());
    EXPECT_FALSE(desk.matcher().explain(Match{}));
}

TEST(Matcher, FindsNothingForAPartyThatSaysNothing) {
    Desk desk({listed("Nettrix Information Industry Co., Ltd.", "CN")}, "wide");
    EXPECT_TRUE(desk.match(PartyQuery{}).empty());
    EXPECT_TRUE(desk.match("").empty());
    EXPECT_TRUE(desk.match(" . ").empty());
}

}  // namespace
}  // namespace cordon::screening
