// SPDX-License-Identifier: Apache-2.0
#include "law/load.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace cordon::law {
namespace {

constexpr const char* kHeader =
    "[provision]\nid = \"us.x\"\nname = \"x\"\ntitle = \"X\"\nkind = \"definition\"\ncite = \"15 "
    "CFR 1\"\n";
constexpr const char* kVersion =
    "[[version]]\nfrom = 2022-10-21\nsource = \"87 FR 1\"\nconfidence = \"P\"\nwhen = \"yes\"\n";
constexpr const char* kTests =
    "[[test]]\nname = \"yes\"\ndate = 2023-01-01\nfacts = {}\nexpect = \"applies\"\n"
    "[[test]]\nname = \"no\"\ndate = 2023-01-01\nfacts = {}\nexpect = \"does_not_apply\"\n";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    CHECK(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string good_rule() {
    return std::string(kHeader) + kVersion + kTests;
}

std::string in_words(const Error& error) {
    return fmt::format("{}:{}: {} | {} | {}", error.position.line, error.position.column,
                       error.message, error.expected, error.remedy);
}

std::vector<std::string> mistakes(const std::string& rule) {
    std::vector<std::string> out;
    for (const Error& error : load_files({{"us/x.toml", rule}}).errors) {
        EXPECT_EQ(error.position.file, "us/x.toml");
        out.push_back(in_words(error));
    }
    return out;
}

TEST(Load, a_good_rule_has_no_mistakes) {
    const Loaded loaded = load_files({{"us/x.toml", good_rule()}});
    ASSERT_TRUE(loaded.errors.empty()) << loaded.errors[0].to_text();
    ASSERT_EQ(loaded.provisions.size(), 1U);
    const Provision& provision = loaded.provisions[0];
    EXPECT_EQ(provision.id, "us.x");
    EXPECT_EQ(provision.per, Per::Transaction);
    EXPECT_EQ(provision.jurisdiction, "us");
    EXPECT_TRUE(provision.public_text);
    EXPECT_EQ(provision.versions.at(0).when, "yes");
    EXPECT_EQ(provision.versions.at(0).when_position.line, 11U);
    EXPECT_EQ(provision.versions.at(0).when_position.column, 9U);
    EXPECT_EQ(provision.tests.size(), 2U);
}

/// One edit of the good rule and the one report it must give.
struct Edit {
    const char* from;
    const char* to;
    const char* report;
};

class LoadMistakes : public testing::TestWithParam<Edit> {};

TEST_P(LoadMistakes, are_reported_with_place_and_remedy) {
    const std::string rule = replaced(good_rule(), GetParam().from, GetParam().to);
    EXPECT_EQ(mistakes(rule), std::vector<std::string>{GetParam().report}) << rule;
}

INSTANTIATE_TEST_SUITE_P(
    Header, LoadMistakes,
    testing::Values(
        Edit{"id = \"us.x\"\n", "", "1:1: `id` is missing |  | Add id = \"us.ear.3A090.a\""},
        Edit{"\"us.x\"", "\"us x\"",
             "2:6: \"us x\" cannot be an id |  | An id is made of letters, digits and . - _"},
        Edit{"\"us.x\"", "7", "2:6: `id` is a number | a text | "},
        Edit{"name = \"x\"\n", "",
             "1:1: `name` is missing |  | Add name = \"advanced_computing_a\""},
        Edit{
            "name = \"x\"", "name = \"party\"",
            "3:8: \"party\" cannot be called in a rule |  | A name begins with a small letter, has "
            "letters, digits and _, and is not a word of the rule language"},
        Edit{"title = \"X\"", "title = \" \"",
             "4:9: `title` is empty |  | Write what it is, e.g. title = \"Advanced computing ICs, "
             "paragraph a\""},
        Edit{"\"definition\"", "\"definitoin\"",
             "5:8: `kind` has no word \"definitoin\" | one of definition, classification, "
             "requirement, "
             "prohibition, exception, review_policy, overlay, flag and duty | Did you mean "
             "\"definition\"?"},
        Edit{"cite = \"15 CFR 1\"\n", "",
             "1:1: `cite` is missing |  | Add cite = \"15 CFR 742.6(a)(6)(iii)\""},
        Edit{"cite =", "per = \"planet\"\ncite =",
             "6:7: `per` has no word \"planet\" | one of transaction, item, device, party, listing "
             "and "
             "country | "},
        Edit{"cite =", "jurisdiction = \"usa\"\ncite =",
             "6:16: `jurisdiction` has no word \"usa\" | one of us, my, tw, jp, eu, uk, nl, sg, "
             "kr, cn "
             "and policy | Did you mean \"us\"?"},
        Edit{"cite =", "gate = \"item\"\ncite =",
             "6:8: `gate` does not belong to the kind definition |  | Remove it; it is for "
             "requirement, "
             "prohibition and overlay"},
        Edit{"cite =", "titel = \"item\"\ncite =",
             "6:1: there is no key `titel` here | one of id, kind, name, title, cite, public_text, "
             "per, jurisdiction and exclusive | Did you mean `title`?"},
        Edit{"cite =", "public_text = \"no\"\ncite =",
             "6:15: `public_text` is a text | true or false | "},
        Edit{"[[version]]", "[[verion]]\n[[version]]",
             "7:3: there is no key `verion` here | one of provision, version, status, gap and test "
             "| Did "
             "you mean `version`?"}));

INSTANTIATE_TEST_SUITE_P(
    Versions, LoadMistakes,
    testing::Values(
        Edit{"source = \"87 FR 1\"\n", "",
             "7:1: `source` is missing |  | Add source = \"88 FR 73458\""},
        Edit{"confidence = \"P\"\n", "",
             "7:1: `confidence` is missing |  | Add confidence = \"…\", one of P, S, R and "
             "unconfirmed"},
        Edit{
            "\"P\"", "\"p\"",
            "10:14: `confidence` has no word \"p\" | one of P, S, R and unconfirmed | Did you mean "
            "\"P\"?"},
        Edit{"\"P\"", "\"S\"",
             "10:14: confidence \"S\" needs `checked` |  | Add checked = \"what was compared with "
             "which "
             "copy\""},
        Edit{"\"P\"", "\"R\"\nchecked = \" \"",
             "11:11: `checked` is empty |  | Say what was compared with which copy"},
        Edit{"when = \"yes\"\n", "",
             "7:1: `when` is missing |  | Add when = \"a condition\", or when = \"yes\" when it "
             "always "
             "holds"},
        Edit{"when = \"yes\"", "when = \"\"",
             "11:8: `when` is empty |  | Write a condition, or \"yes\" when it always holds"},
        Edit{
            "2022-10-21", "\"21 October 2022\"",
            "8:8: \"21 October 2022\" is not a date | a day as year-month-day, e.g. 2024-02-29 | "},
        Edit{"from = 2022-10-21", "from = 2022-10-21\nuntil = 2022-10-21",
             "9:9: this ends on 2022-10-21, not after it begins on 2022-10-21 |  | `until` is the "
             "first "
             "day on which it no longer holds; it must be later than `from`"},
        Edit{"[[version]]\nfrom = 2022-10-21\nsource = \"87 FR 1\"\nconfidence = \"P\"\nwhen = "
             "\"yes\"\n",
             "",
             "1:1: there is no [[version]] |  | Add [[version]] with from, source, confidence and "
             "when"},
        Edit{"from =", "form =",
             "8:1: there is no key `form` here | one of from, until, source, confidence, checked, "
             "when, "
             "unless, says, note, reads_as, publication, compliance and savings_until | Did you "
             "mean "
             "`from`?"},
        Edit{"[[version]]", "[version]",
             "7:1: [version] is one table, but there may be several |  | Write [[version]]"}));

INSTANTIATE_TEST_SUITE_P(
    Parts, LoadMistakes,
    testing::Values(
        Edit{"[[test]]",
             "[[status]]\nfrom = 2025-05-13\nstate = \"stayd\"\nsource = \"a\"\nconfidence = "
             "\"P\"\n[[test]]",
             "14:9: `state` has no word \"stayd\" | one of in_force, stayed, not_enforced, "
             "unconfirmed "
             "and proposed | Did you mean \"stayed\"?"},
        Edit{"expect = \"applies\"", "expect = \"aplies\"",
             "16:10: `expect` has no word \"aplies\" | one of applies, does_not_apply and "
             "cannot_tell | "
             "Did you mean \"applies\"?"},
        Edit{"expect = \"applies\"", "expect = \"cannot_tell\"",
             "1:1: no [[test]] expects \"applies\" |  | Every rule has at least one test that "
             "applies "
             "and one that does not"},
        Edit{"expect = \"does_not_apply\"", "expect = \"applies\"",
             "1:1: no [[test]] expects \"does_not_apply\" |  | Every rule has at least one test "
             "that "
             "applies and one that does not"},
        Edit{"facts = {}", "facts = []", "15:9: `facts` is a list | a table | "},
        Edit{"facts = {}\n", "",
             "12:1: `facts` is missing |  | Add facts = { items = [ … ] }, or { } for no facts"},
        Edit{"expect = \"applies\"", "expect = \"applies\"\nreading = \"enforced\"",
             "17:11: `reading` has no word \"enforced\" | one of as_enforced and as_codified | "},
        Edit{"name = \"no\"", "name = \"yes\"",
             "17:1: two tests are named \"yes\" |  | Rename one of them"}));

TEST(Load, a_rule_file_begins_with_its_provision) {
    const auto found = mistakes(replaced(good_rule(), "[provision]", "[provisions]"));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(
        found[0],
        "1:1: there is no [provision] |  | Begin the file with [provision], id, title, kind and "
        "cite");
    EXPECT_EQ(found[1],
              "1:2: there is no key `provisions` here | one of provision, version, status, gap and "
              "test | Did you mean `provision`?");
}

TEST(Load, a_gap_says_why) {
    const auto found = mistakes(replaced(
        good_rule(), "[[test]]", "[[gap]]\nfrom = 2020-01-01\nuntil = 2020-02-01\n[[test]]"));
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0],
              "12:1: `why` is missing |  | Add why = \"the rule was vacated and not replaced\"");
}

/// The header of another kind in place of the definition's.
std::string rule_of(std::string_view kind, std::string_view keys) {
    return replaced(good_rule(), "kind = \"definition\"",
                    fmt::format("kind = \"{}\"\n{}", kind, keys));
}

TEST(Load, each_kind_asks_for_its_own_keys) {
    const auto first = [](std::string_view kind, std::string_view keys) {
        const auto found = mistakes(rule_of(kind, keys));
        return found.empty() ? std::string() : found[0];
    };
    EXPECT_EQ(
        first("requirement", ""),
        "1:1: `gate` is missing |  | Add gate = \"…\", one of item, destination, headquarters, "
        "lists, ownership, end_use and activity");
    EXPECT_EQ(first("requirement", "gate = \"lists\"\nreason = \"RS\"\nrecipient_only = true"), "");
    EXPECT_EQ(first("prohibition", "gate = \"end_use\""), "");
    EXPECT_EQ(first("prohibition", "gate = \"end_use\"\nreason = \"RS\""),
              "7:10: `reason` does not belong to the kind prohibition |  | Remove it; it is for "
              "requirement");
    EXPECT_EQ(first("exception", ""),
              "1:1: `cures` is missing |  | Add cures = [\"id of a requirement\"]");
    EXPECT_EQ(first("exception", "cures = []"),
              "6:9: `cures` names no requirement |  | Name the id of at least one requirement");
    EXPECT_EQ(first("review_policy", "of = [\"us.x\"]"),
              "1:1: `policy` is missing |  | Add policy = \"…\", one of presumption_of_approval, "
              "case_by_case, policy_of_denial, presumption_of_denial and per_entry");
    EXPECT_EQ(first("overlay", ""),
              "1:1: `effect` is missing |  | Add effect = \"…\", one of hold and note");
    EXPECT_EQ(first("overlay", "effect = \"note\""),
              "8:1: `says` is missing |  | Add says = \"one sentence for the officer\"");
    EXPECT_EQ(first("flag", ""),
              "1:1: `question` is missing |  | Add question = \"what to ask the customer\"");
    EXPECT_EQ(first("classification", "exclusive = \"3A090\"\neccn = \"3A090.a\""), "");
    EXPECT_EQ(
        first("requirement", "gate = \"lists\"\nper = \"country\""),
        "7:7: the kind requirement cannot be asked of a country |  | Only a definition has per = "
        "\"country\"; name a subject of the transaction");
}

TEST(Load, the_words_of_each_kind_become_its_values) {
    const Provision overlay =
        load_files({{"a.toml", rule_of("overlay", "effect = \"hold\"\ngate = \"ownership\"")}})
            .provisions.at(0);
    EXPECT_EQ(overlay.effect, Effect::Hold);
    EXPECT_EQ(overlay.gate, Gate::Ownership);
    const Provision policy =
        load_files(
            {{"a.toml", rule_of("review_policy", "policy = \"per_entry\"\nof = [\"us.x\"]")}})
            .provisions.at(0);
    EXPECT_EQ(policy.policy, Policy::PerEntry);
    const Provision first =
        load_files({{"a.toml", rule_of("review_policy", "policy = \"presumption_of_approval\"")}})
            .provisions.at(0);
    EXPECT_EQ(first.policy, Policy::PresumptionOfApproval);
    const Provision item =
        load_files({{"a.toml", rule_of("prohibition", "gate = \"item\"\nper = \"listing\"")}})
            .provisions.at(0);
    EXPECT_EQ(item.gate, Gate::Item);
    EXPECT_EQ(item.per, Per::Listing);
}

TEST(Load, only_a_definition_may_have_an_open_beginning) {
    const std::string from = "from = 2022-10-21\n";
    EXPECT_TRUE(mistakes(replaced(good_rule(), from, "")).empty());
    EXPECT_EQ(mistakes(replaced(rule_of("prohibition", "gate = \"item\""), from, "")),
              std::vector<std::string>{"8:1: `from` is missing |  | Add from = 2024-04-10"});
}

TEST(Load, ids_and_names_are_given_once) {
    const Loaded loaded = load_files({{"us/a.toml", good_rule()}, {"us/b.toml", good_rule()}});
    ASSERT_EQ(loaded.errors.size(), 2U);
    EXPECT_EQ(loaded.errors[0].message, "the id \"us.x\" is given twice");
    EXPECT_EQ(loaded.errors[1].message, "the name \"x\" is given twice");
    EXPECT_EQ(loaded.errors[0].position.to_text(), "us/b.toml:2:6: provision.id");
    ASSERT_EQ(loaded.errors[0].related.size(), 1U);
    EXPECT_EQ(loaded.errors[0].related[0].position.to_text(), "us/a.toml:2:6: provision.id");
}

TEST(Load, a_cure_names_a_requirement_that_exists) {
    const std::string requirement =
        replaced(rule_of("requirement", "gate = \"item\""), "name = \"x\"", "name = \"y\"");
    const auto cure = [&](std::string_view id) {
        const std::string exception = replaced(
            replaced(rule_of("exception", fmt::format("cures = [\"{}\"]", id)), "us.x", "us.nac"),
            "name = \"x\"\n", "");
        const Loaded loaded = load_files({{"a.toml", exception}, {"b.toml", requirement}});
        return loaded.errors.empty() ? std::string() : in_words(loaded.errors[0]);
    };
    EXPECT_EQ(cure("us.x"), "");
    EXPECT_EQ(cure("*"), "");  // every requirement of the same jurisdiction
    EXPECT_EQ(cure("us.y"),
              "5:10: there is no requirement \"us.y\" | the id of a requirement | Did you mean "
              "\"us.x\"?");
    EXPECT_EQ(cure("us.nac"),
              "5:10: \"us.nac\" is no requirement; its kind is exception | the id of a requirement "
              "| Correct "
              "the id");
}

TEST(Load, mistakes_of_all_files_come_sorted_by_place) {
    const std::string bad = replaced(replaced(good_rule(), "\"P\"", "\"S\""), "title =", "titel =");
    const Loaded loaded =
        load_files({{"b.toml", "x = \n"}, {"a.toml", bad}, {"facts/z.toml", "y"}});
    std::vector<std::string> places;
    for (const Error& error : loaded.errors) places.push_back(error.position.to_text());
    EXPECT_EQ(places, (std::vector<std::string>{
                          "a.toml:1:1: provision.title", "a.toml:4:1: provision.titel",
                          "a.toml:10:14: version.confidence", "b.toml:1:5", "facts/z.toml:1:2"}));
}

TEST(Load, provisions_are_sorted_by_id) {
    const std::string other = replaced(replaced(good_rule(), "us.x", "us.a"), "\"x\"", "\"a\"");
    const Loaded loaded = load_files({{"a.toml", good_rule()}, {"b.toml", other}});
    ASSERT_EQ(loaded.provisions.size(), 2U);
    EXPECT_EQ(loaded.provisions[0].id, "us.a");
    EXPECT_EQ(loaded.provisions[1].id, "us.x");
}

TEST(Load, facts_of_a_test_keep_digits_and_places) {
    const std::string rule = replaced(good_rule(), "facts = {}",
                                      "facts = { items = [ { devices = [ { tpp = 5.920 } ] } ] }");
    const ProvisionTest test = load_files({{"a.toml", rule}}).provisions.at(0).tests.at(0);
    EXPECT_EQ(write_json(test.facts), R"({"items":[{"devices":[{"tpp":5.920}]}]})");
    EXPECT_EQ(test.facts.find("items")->line, 15U);
}

TEST(Load, what_the_text_reads_is_kept_in_the_note) {
    const std::string rule =
        replaced(good_rule(), "when =", "note = \"n\"\nreads_as = \"600 or more\"\nwhen =");
    EXPECT_EQ(load_files({{"a.toml", rule}}).provisions.at(0).versions.at(0).note,
              "n\nReads: 600 or more");
}

}  // namespace
}  // namespace cordon::law
