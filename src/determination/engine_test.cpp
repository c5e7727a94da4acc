// SPDX-License-Identifier: Apache-2.0
// The engine end to end on the bundled rules, catalogue and starter list.
#include <gtest/gtest.h>

#include "base/file.h"
#include "base/text.h"
#include "determination/counterfactual.h"
#include "determination/replay.h"
#include "lists/import.h"
#include "trade/read.h"

namespace cordon::determination {
namespace {

Engine make_engine(std::vector<lists::ListFile> more = {}) {
    auto law = law::Law::load(law::Law::bundled_files());
    CHECK(law);
    more.push_back(MUST(lists::starter_list()));
    auto snapshot = MUST(lists::Snapshot::from_bytes(lists::Snapshot::compile(more)));
    return MUST(Engine::create(
        {std::move(*law), MUST(items::Catalogue::bundled()), std::move(snapshot), Profile{}, {}}));
}

const Engine& engine() {
    static const Engine made = make_engine();
    return made;
}

/// An order for 64 H20 to a company with these particulars, by NVIDIA, everything else answered.
trade::Transaction order(const std::string& date, const std::string& party) {
    const std::string text = R"({"date": ")" + date + R"(", "route": {"from": "US", "to": "CN"},
        "end_use": {"certified_none_of": ["supercomputer", "advanced_node",
          "ic_facility_node_unknown",
          "advanced_node_design", "sme_production", "military", "military_intelligence", "wmd",
          "us_person_support", "trains_restricted_model", "violation_known"]},
        "items": [{"name": "H20", "quantity": 64, "vendor_eccn": "3A991.p"}],
        "parties": [{"name": "NVIDIA Corporation", "role": "exporter", "country": "US",
                     "headquarters": "US",
                     "ultimate_parent": "self"}, {)" +
                             party + R"(,
                     "roles": ["purchaser", "ultimate_consignee", "end_user"], 
                     "ultimate_parent": "self",
                     "military_end_user": "no",
                     "military_intelligence_end_user": "no"}]})";
    return MUST(
        trade::transaction_from_json(MUST(parse_json(text, {})), engine().law().schema(), {}));
}

Outcome outcome_of(const trade::Transaction& transaction, const Clocks& clocks = {}) {
    Desk desk;
    return engine().decide(engine().prepare(transaction, clocks), desk).outcome;
}

constexpr const char* kUnlisted =
    R"("name": "Example Cloud", "country": "CN", "headquarters": "CN")";

std::string nettrix_in(const std::string& country) {
    return R"("name": "Nettrix Information Industry Co., Ltd.", "country": ")" + country +
           R"(", "headquarters": ")" + country + "\"";
}

TEST(Engine, APersonDecidesAPossibleMatch) {
    // The name of a listed company of China, in Germany: a possible match.
    const auto asked = [](const std::string& more) {
        return engine().prepare(order("2025-06-01", nettrix_in("DE") + more), {});
    };
    const auto& schema = engine().law().schema();
    const auto confirmed = schema.slot(law::SubjectKind::Listing, "confirmed");
    const auto of = [&](const Prepared& prepared) {
        return prepared.facts.parties.at(1).listings.at(0).at(confirmed);
    };
    EXPECT_FALSE(of(asked("")).known());
    EXPECT_EQ(of(asked(R"(, "same_as_listed": "no")")), law::Value::of(false));
    EXPECT_EQ(of(asked(R"(, "same_as_listed": "yes")")), law::Value::of(true));
    EXPECT_EQ(outcome_of(order("2025-06-01", nettrix_in("DE") + R"(, "same_as_listed": "yes")")),
              outcome_of(order("2025-06-01", nettrix_in("CN"))));
}

TEST(Engine, ReadsTheLawOfTheDayOfTheActivityUnlessToldOtherwise) {
    const auto june = order("2024-06-12", kUnlisted);
    EXPECT_EQ(outcome_of(june), Outcome::NoLicenceRequired);
    Clocks clocks;
    clocks.law = MUST(Date::from_iso("2025-05-20"));
    EXPECT_EQ(outcome_of(june, clocks), Outcome::LicenceRequired);
}

TEST(Engine, TakesListsAsTheyStoodOnTheDayGiven) {
    const auto nettrix = order("2024-06-12", nettrix_in("CN"));
    EXPECT_EQ(outcome_of(nettrix), Outcome::NoLicenceRequired);
    Clocks clocks;
    clocks.lists = MUST(Date::from_iso("2025-03-25"));
    EXPECT_EQ(outcome_of(nettrix, clocks), Outcome::LicenceRequired);
}

TEST(Engine, HoldsWhereTheNameIsListedButTheCountryIsAnother) {
    EXPECT_EQ(outcome_of(order("2025-04-01", nettrix_in("BR"))), Outcome::Hold);
}

/// One listing of this party on this list since 2023.
lists::ListFile list_of_one(const std::string& list, const std::string& name) {
    lists::Listing listing;
    listing.id = "test";
    listing.list = list;
    listing.name = name;
    listing.countries = {"CN"};
    listing.effective = MUST(Date::from_iso("2023-01-01"));
    listing.citation = "a list of this test";
    return {"test", "a list of this test", "2023-01-01", {listing}};
}

std::string named(const std::string& name, const std::string& country) {
    return R"("name": ")" + name + R"(", "country": ")" + country + R"(", "headquarters": ")" +
           country + "\"";
}

TEST(Engine, KnowsAListedPartyMisspeltOrInAnotherScriptWhereTheCountryAgrees) {
    for (const auto* name : {"Netrix Information Industy", "NETTRlX INFORMATION INDUSTRY CO LTD",
                             "曙光信息產業股份有限公司", "Shuguang Xinxi Chanye"}) {
        EXPECT_EQ(outcome_of(order("2025-04-01", named(name, "CN"))), Outcome::LicenceRequired)
            << name;
    }
}

TEST(Engine, HoldsForALikenessInAnotherCountryUntilAPersonDecides) {
    const auto alike = named("Netrix Information Industy", "BR");
    EXPECT_EQ(outcome_of(order("2025-04-01", alike)), Outcome::Hold);
    EXPECT_NE(outcome_of(order("2025-04-01", alike + R"(, "same_as_listed": "no")")),
              Outcome::Hold);
}

TEST(Engine, LeavesUnlikeNamesAlone) {
    for (const auto* name : {"Example Cloud", "Bosch GmbH", "Hubei Example Trading Co., Ltd."}) {
        EXPECT_EQ(outcome_of(order("2024-06-12", named(name, "CN"))), Outcome::NoLicenceRequired)
            << name;
    }
}

TEST(Engine, TakesAnIdentifierOverAnyName) {
    auto file = list_of_one("entity_list", "Anything Else Industries");
    file.listings[0].identifiers = {{"LEI", "5493001KJTIIGC8Y1R12", ""}};
    const auto made = make_engine({std::move(file)});
    Desk desk;
    const auto party = named("Quite Another Company", "CN") +
                       R"(, "identifiers": [{"scheme": "LEI", "value": "5493001KJTIIGC8Y1R12"}])";
    const auto prepared = made.prepare(order("2025-04-01", party), {});
    ASSERT_EQ(prepared.listings.at(1).size(), 1U);
    EXPECT_EQ(prepared.listings[1][0].confirmed, Truth::Yes);
}

/// An engine with one listing, "Northern Lights Computing", and a file of reviewers' decisions.
class Reviewed : public testing::Test {
protected:
    Reviewed()
        : path_(testing::TempDir() + "/engine_test_" +
                testing::UnitTest::GetInstance()->current_test_info()->name() + ".ndjson") {
        std::remove(path_.c_str());
    }
    void decide(const std::string& name, bool same, const std::string& on) const {
        const auto snapshot = compiled();
        const auto listing = snapshot.listing(0);
        const auto party = party_query({name}, {"BR"}, Json::object());
        ASSERT_TRUE(screening::Reviews::append(path_, {screening::party_key(party),
                                                       name,
                                                       listing.id,
                                                       screening::entry_hash(listing),
                                                       same,
                                                       "the registry of Recife",
                                                       "a reviewer",
                                                       MUST(Date::from_iso(on)),
                                                       {}}));
    }
    [[nodiscard]] Engine engine() const {
        auto law = law::Law::load(law::Law::bundled_files());
        CHECK(law);
        Screening screening;
        screening.reviews = MUST(screening::Reviews::read(path_));
        return MUST(Engine::create({std::move(*law), MUST(items::Catalogue::bundled()), compiled(),
                                    Profile{}, std::move(screening)}));
    }
    static lists::Snapshot compiled() {
        return MUST(lists::Snapshot::from_bytes(
            lists::Snapshot::compile({list_of_one("entity_list", "Northern Lights Computing")})));
    }
    static trade::Transaction order_of(const std::string& name) {
        return order("2025-04-01", named(name, "BR"));
    }
    std::string path_;
};

TEST_F(Reviewed, PairThatIsDifferentIsSetAsideAlone) {
    decide("Northern Light Computing", false, "2025-01-10");
    const auto made = engine();
    const auto decided = made.prepare(order_of("Northern Light Computing"), {});
    EXPECT_TRUE(decided.listings.at(1).empty());
    ASSERT_FALSE(decided.notes.empty());
    EXPECT_EQ(decided.notes.back(),
              "\"Northern Light Computing\" and \"Northern Lights Computing\" (entity_list): set "
              "aside, a reviewer decided on 2025-01-10: different, the registry of Recife.");
    Clocks earlier;
    earlier.known = MUST(Date::from_iso("2025-01-09"));
    EXPECT_EQ(made.prepare(order_of("Northern Light Computing"), earlier).listings.at(1).size(),
              1U);
    EXPECT_EQ(made.prepare(order_of("Northern Lighst Computing"), {}).listings.at(1).size(), 1U);
}

TEST_F(Reviewed, PairThatIsTheSameIsConfirmedHoweverUnlike) {
    decide("Aurora Servidores", true, "2025-01-10");
    const auto made = engine();
    const auto prepared = made.prepare(order_of("Aurora Servidores"), {});
    ASSERT_EQ(prepared.listings.at(1).size(), 1U);
    EXPECT_EQ(prepared.listings[1][0].confirmed, Truth::Yes);
    Desk desk;
    EXPECT_EQ(made.decide(prepared, desk).outcome, Outcome::CannotTell) << "its entry is bare";
}

TEST_F(Reviewed, DecisionThatLapsedIsTold) {
    decide("Northern Light Computing", false, "2025-01-10");
    auto text = MUST(read_file(path_, {}));
    const auto hash = text.find("\"listing_hash\":\"") + 16;
    text[hash] = text[hash] == '0' ? '1' : '0';
    ASSERT_TRUE(write_file_atomically(path_, text));
    const auto prepared = engine().prepare(order_of("Northern Light Computing"), {});
    EXPECT_EQ(prepared.listings.at(1).size(), 1U);
    ASSERT_FALSE(prepared.notes.empty());
    EXPECT_NE(prepared.notes.back().find("lapsed"), std::string::npos) << prepared.notes.back();
}

TEST_F(Reviewed, DeterminationIsReplayedAfterMoreWasDecided) {
    decide("Northern Light Computing", false, "2025-01-10");
    Desk desk;
    const Json stored = report(engine(), order_of("Northern Light Computing"), {}, {}, desk);
    decide("Northern Light Computing", true, "2025-01-11");
    const auto again = MUST(replay(engine(), stored, desk));
    EXPECT_TRUE(again.identical);
    std::remove(path_.c_str());
    const auto without = MUST(replay(engine(), stored, desk));
    ASSERT_EQ(without.gone.size(), 1U);
    EXPECT_EQ(without.gone[0].substr(0, 10), "reviewers'");
}

TEST(Engine, TakesTheSeatOfTheWholeCompanyForNoCountryOfTheParty) {
    const std::string name = R"("name": "Nettrix Information Industry Co., Ltd.")";
    EXPECT_EQ(outcome_of(order("2025-04-01", name + R"(, "headquarters": "DE")")),
              outcome_of(order("2025-04-01", name)));
}

TEST(Engine, FlagsANameOnAListThatNoRuleReads) {
    const auto made = make_engine({list_of_one("debarred", "Example Cloud")});
    const auto& schema = made.law().schema();
    const auto slot = schema.slot(law::SubjectKind::Party, "possible_match_elsewhere");
    const auto prepared = made.prepare(order("2024-06-12", kUnlisted), {});
    EXPECT_EQ(prepared.facts.parties.at(1).party.at(slot), law::Value::of(true));
    Desk desk;
    EXPECT_EQ(made.decide(prepared, desk).outcome, Outcome::Hold);
    const auto settled = std::string(kUnlisted) + R"(, "same_as_listed": "no")";
    EXPECT_EQ(made.prepare(order("2024-06-12", settled), {}).facts.parties.at(1).party.at(slot),
              law::Value::of(true))
        << "the very name, which nothing contradicts, is settled by a reviewer only";
}

/// Does a rule say "listing.list == LIST" or "listing.list in {…, LIST}"?
bool asked_for(const std::string& rules, const std::string& list) {
    const std::string fact = "listing.list ";
    for (auto at = rules.find(fact); at != std::string::npos; at = rules.find(fact, at + 1)) {
        auto said = rules.substr(at + fact.size(), 200);
        if (said.starts_with("== ")) {
            said = said.substr(3, said.find_first_of(" )\n\"", 3) - 3);
        } else if (said.starts_with("in {")) {
            said = said.substr(4, said.find('}') - 4);
        } else {
            continue;
        }
        for (const auto word : split(said, ',')) {
            if (trimmed(word) == list) return true;
        }
    }
    return false;
}

TEST(Engine, FlagsNamesOnEveryListThatNoRuleReadsButSection1286) {
    std::string rules;
    for (const auto& file : law::Law::bundled_files()) rules += file.text;
    const auto& schema = engine().law().schema();
    const auto list = schema.slot(law::SubjectKind::Listing, "list");
    const auto slot = schema.slot(law::SubjectKind::Party, "possible_match_elsewhere");
    for (const auto& option : schema.fact(law::SubjectKind::Listing, list).options) {
        const bool read = asked_for(rules, option);
        const auto made = make_engine({list_of_one(option, "Example Cloud")});
        const auto prepared = made.prepare(order("2024-06-12", kUnlisted), {});
        EXPECT_EQ(prepared.facts.parties.at(1).party.at(slot),
                  law::Value::of(!read && option != "section_1286"))
            << option;
    }
}

TEST(Engine, KeepsEveryEntryThatHasTheVeryName) {
    auto file = list_of_one("entity_list", "Northbridgelab");
    auto other = file.listings[0];
    other.id = "other";
    other.name = "Northbridgelabs";
    other.aliases = {"Northbridgelab"};
    file.listings.push_back(other);
    const auto made = make_engine({file});
    const auto prepared = made.prepare(order("2024-06-12", R"("name": "Northbridgelab")"), {});
    EXPECT_EQ(prepared.listings.at(1).size(), 2U);
}

TEST(Engine, LetsAPersonSettleAnOwnerThatMayBeListed) {
    const auto owned = [](const std::string& more) {
        const auto party = std::string(kUnlisted) + R"(, "owners": [{"name":
            "Netrix Information Industy", "share": "60%")" +
                           more + "}]";
        const auto& schema = engine().law().schema();
        const auto slot = schema.slot(law::SubjectKind::Party, "listed_owner_known");
        return engine().prepare(order("2026-11-20", party), {}).facts.parties.at(1).party.at(slot);
    };
    EXPECT_FALSE(owned("").known());
    EXPECT_EQ(owned(R"(, "same_as_listed": "yes")"), law::Value::of(true));
    EXPECT_EQ(owned(R"(, "same_as_listed": "no")"), law::Value::of(false));
}

TEST(Engine, TakesHongKongAndChinaForTheSamePlaceWhenItComparesCountries) {
    EXPECT_EQ(outcome_of(order("2025-04-01", nettrix_in("HK"))), Outcome::LicenceRequired);
}

TEST(Engine, ProhibitsADeniedPersonWhateverTheItem) {
    const Engine denied = make_engine({list_of_one("denied_persons", "Example Cloud")});
    Desk desk;
    const auto transaction = order("2024-06-12", kUnlisted);
    EXPECT_EQ(denied.decide(denied.prepare(transaction, {}), desk).outcome, Outcome::Prohibited);
}

TEST(Engine, AsksForTheStatementOfAnUnverifiedParty) {
    const Engine unverified = make_engine({list_of_one("unverified", "Example Cloud")});
    Desk desk;
    const auto transaction = order("2024-06-12", kUnlisted);
    EXPECT_EQ(unverified.decide(unverified.prepare(transaction, {}), desk).outcome,
              Outcome::CannotTell);
}

TEST(Counterfactuals, FindTheDayOnWhichTheLetterCame) {
    const auto transaction = order("2025-05-20", kUnlisted);
    Desk desk;
    const auto prepared = engine().prepare(transaction, {});
    const auto decision = engine().decide(prepared, desk);
    const auto changes =
        single_changes(engine(), {transaction, {}, prepared, decision.outcome}, desk);
    bool found = false;
    for (const auto& change : changes) {
        EXPECT_NE(change.outcome, decision.outcome) << change.fact;
        found = found || (change.fact == "date" && change.instead.front() == "2025-04-08");
    }
    EXPECT_TRUE(found);
}

TEST(Report, IsTheSameBytesFromAnotherEngine) {
    const Engine other = make_engine();
    Desk desk;
    const auto transaction = order("2025-05-20", kUnlisted);
    EXPECT_EQ(write_json(report(engine(), transaction, {}, {}, desk)),
              write_json(report(other, transaction, {}, {}, desk)));
}

TEST(Replay, IsIdenticalAndSeesAnAlteration) {
    Desk desk;
    Json stored = report(engine(), order("2025-05-20", kUnlisted), {}, {}, desk);
    EXPECT_TRUE(MUST(replay(engine(), stored, desk)).identical);
    for (auto& [key, value] : stored.members) {
        if (key == "outcome") value = Json::of_text("no_licence_required");
    }
    const auto again = MUST(replay(engine(), stored, desk));
    EXPECT_FALSE(again.identical);
    EXPECT_TRUE(again.altered);
    ASSERT_FALSE(again.differences.empty());
    EXPECT_NE(again.differences.front().find("outcome"), std::string::npos);
}

TEST(Replay, NamesTheInputThatIsGone) {
    Desk desk;
    Json stored = report(engine(), order("2025-05-20", kUnlisted), {}, {}, desk);
    for (auto& [key, value] : stored.members) {
        if (key != "receipt") continue;
        for (auto& [name, hash] : value.members) {
            if (name == "rules") hash = Json::of_text(std::string(64, '0'));
        }
    }
    const auto again = MUST(replay(engine(), stored, desk));
    ASSERT_EQ(again.gone.size(), 1U);
    EXPECT_EQ(again.gone.front().substr(0, 6), "rules ");
}

TEST(Replay, RefusesADocumentWithoutReceipt) {
    Desk desk;
    const auto refused = replay(engine(), Json::object(), desk);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("receipt"), std::string::npos);
}

}  // namespace
}  // namespace cordon::determination
