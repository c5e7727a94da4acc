// SPDX-License-Identifier: Apache-2.0
#include "lists/bracketed_names.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "lists/entity_cell.h"

namespace cordon::lists {
namespace {

using Texts = std::vector<std::string>;

TEST(BracketedNames, EveryShapeOfTheSupplementGivesItsNames) {
    struct Case {
        std::string text, rest;
        Texts also, former;
    };
    const std::vector<Case> cases = {
        {"Gaz-Oil, OOO (f.k.a., Zakrytoe Aktsionernoe Obshchestvo Gaz Oil)",
         "Gaz-Oil, OOO",
         {},
         {"Zakrytoe Aktsionernoe Obshchestvo Gaz Oil"}},
        {"LTS Holding Limited (f.k.a. IPP-International Petroleum Products Ltd.), 1 Road",
         "LTS Holding Limited, 1 Road",
         {},
         {"IPP-International Petroleum Products Ltd."}},
        {"Mesbah Energy Company (a.k.a. \u201CMEC\u201D), 77 Street",
         "Mesbah Energy Company, 77 Street",
         {"MEC"},
         {}},
        {"Institute (a.k.a., China Academy of Engineering Physics (CAEP)'s 902 Institute)",
         "Institute",
         {"China Academy of Engineering Physics (CAEP)'s 902 Institute"},
         {}},
        {"Lim Yong Nam, (a.k.a. Lin Rongnan, Steven Lim and Yong Nam Lim), YuJing",
         "Lim Yong Nam, YuJing",
         {"Lin Rongnan, Steven Lim and Yong Nam Lim", "Lin Rongnan", "Steven Lim", "Yong Nam Lim"},
         {}},
        {"Parto (a.k.a., Rayan Parto System Tehran and Rayane Parto System Tehran), Unit 7",
         "Parto, Unit 7",
         {"Rayan Parto System Tehran and Rayane Parto System Tehran", "Rayan Parto System Tehran",
          "Rayane Parto System Tehran"},
         {}},
        {"OOO 'Zaliv' (f.k.a., AO 'Zaliv'; JSC 'Zaliv;' JSC Zaliv; and OJSC ZALIV)",
         "OOO 'Zaliv'",
         {},
         {"AO 'Zaliv'", "JSC 'Zaliv'", "JSC Zaliv", "OJSC ZALIV"}},
        {"Foo (a.k.a., the following two aliases: Bar; and Baz), 5 Road",
         "Foo, 5 Road",
         {"Bar", "Baz"},
         {}},
        {"Foo (a.k.a. Bar; f.k.a. Baz) Limited", "Foo Limited", {"Bar"}, {"Baz"}},
        {"Foo (a.k.a., Research and Development Institute, Beijing)",
         "Foo",
         {"Research and Development Institute, Beijing"},
         {}},
        {"Foo (Hong Kong) Limited (Fokada)", "Foo (Hong Kong) Limited (Fokada)", {}, {}},
        {"Foo (a.k.a. Bar", "Foo (a.k.a. Bar", {}, {}},
    };
    for (const auto& [text, rest, also, former] : cases) {
        const auto got = without_bracketed_names(text);
        EXPECT_EQ(got.rest, rest) << text;
        Texts plain, old;
        for (const auto& name : got.names) (name.former ? old : plain).push_back(name.name);
        EXPECT_EQ(plain, also) << text;
        EXPECT_EQ(old, former) << text;
    }
}

TEST(BracketedNames, AHeadWithBulletsKeepsItsBracketedFormerName) {
    const auto cell = parse_entity_cell(
        {"Gazprom Flot, OOO (f.k.a., Obshchestvo S Ogranichennoi Otvetstvennostyu Gazflot), "
         "a.k.a., the following two aliases:",
         "\u2014Gazprom Flot; and",
         "\u2014Obshchestvo S Ogranichennoi Otvetstvennostyu 'Gazprom Flot'.",
         "d. 12 A ul.Nametkina, Moscow 117420, Russia."});
    EXPECT_EQ(cell.entry.name, "Gazprom Flot, OOO");
    EXPECT_EQ(cell.entry.former_names,
              Texts{"Obshchestvo S Ogranichennoi Otvetstvennostyu Gazflot"});
    EXPECT_EQ(
        cell.entry.aliases,
        (Texts{"Gazprom Flot", "Obshchestvo S Ogranichennoi Otvetstvennostyu 'Gazprom Flot'"}));
    EXPECT_EQ(cell.entry.addresses, Texts{"d. 12 A ul.Nametkina, Moscow 117420, Russia"});
}

TEST(BracketedNames, ABulletMayPrintAnotherNameOrCloseTheBracketOfTheHead) {
    const auto cell = parse_entity_cell(
        {"IFDK, ZAO, a.k.a., the following four aliases:",
         "\u2014Zakrytoe Aktsionernoe Obshchestvo 'IFD Kapital' (f.k.a., IFD Karital);",
         "\u2014Thermal Processing Institute, a.k.a., Hot Working Institute;",
         "\u2014Yichang Institute a.k.a. Yichang Testing; and", "\u2014DBA Foo Information.",
         "6 naberezhnaya, Moscow 123100, Russia."});
    EXPECT_EQ(cell.entry.aliases,
              (Texts{"Zakrytoe Aktsionernoe Obshchestvo 'IFD Kapital'",
                     "Thermal Processing Institute", "Hot Working Institute", "Yichang Institute",
                     "Yichang Testing", "Foo Information"}));
    EXPECT_EQ(cell.entry.former_names, Texts{"IFD Karital"});
    EXPECT_EQ(cell.entry.addresses, Texts{"6 naberezhnaya, Moscow 123100, Russia"});
    const auto open =
        parse_entity_cell({"Foo JSC (a.k.a., the following two aliases:", "\u2014Bar Works; and",
                           "\u2014Baz Works (Tula)), 5 Prospect, Tula."});
    EXPECT_EQ(open.entry.name, "Foo JSC");
    EXPECT_EQ(open.entry.aliases, (Texts{"Bar Works", "Baz Works (Tula)"}));
    EXPECT_EQ(open.entry.addresses, Texts{"5 Prospect, Tula"});
}

TEST(BracketedNames, APartyInsideWithoutANameOfItsOwnIsCalledByItsAlias) {
    const auto cell = parse_entity_cell(
        {"Foo Works, 1 Road", "Subordinate institution", "; and a.k.a., Bar Institute, 5 Road"});
    ASSERT_EQ(cell.inside.size(), 1U);
    EXPECT_EQ(cell.inside[0].name, "Bar Institute");
    EXPECT_EQ(cell.inside[0].addresses, Texts{"5 Road"});
}

TEST(BracketedNames, AParseThatCutTheNameAtItsBracketIsMended) {
    Listing cut;
    cut.name = "Sabanican Company (a.k.a.";
    cut.addresses = {"Sabanican Pad Co.), Unit #23, Tehran"};
    take_bracketed_names(cut);
    EXPECT_EQ(cut.name, "Sabanican Company");
    EXPECT_EQ(cut.aliases, Texts{"Sabanican Pad Co."});
    EXPECT_EQ(cut.addresses, Texts{"Unit #23, Tehran"});
    Listing several;
    several.name = "OOO 'Zaliv' (f.k.a., AO 'Zaliv'";
    several.addresses = {"JSC 'Zaliv;' JSC Zaliv", "OJSC ZALIV)", "4 Tankistov Street"};
    take_bracketed_names(several);
    EXPECT_EQ(several.former_names,
              (Texts{"AO 'Zaliv'", "JSC 'Zaliv'", "JSC Zaliv", "OJSC ZALIV"}));
    EXPECT_EQ(several.addresses, Texts{"4 Tankistov Street"});
    Listing open;
    open.name = "Lukoil, OAO (a.k.a. Lukoil";
    open.addresses = {"Address: 11 Sretenski boulevard"};
    take_bracketed_names(open);
    EXPECT_EQ(open.name, "Lukoil, OAO");
    EXPECT_EQ(open.aliases, Texts{"Lukoil"});
    Listing address;
    address.name = "NEL Electronics";
    address.addresses = {"(a.k.a., NEL Electronics Pte Ltd),158 Kallang Way"};
    take_bracketed_names(address);
    EXPECT_EQ(address.aliases, Texts{"NEL Electronics Pte Ltd"});
    EXPECT_EQ(address.addresses, Texts{"158 Kallang Way"});
}

TEST(BracketedNames, LeaveAddressesAlone) {
    Listing listing;
    listing.name = "Foo Works (a.k.a. Bar Works";
    listing.addresses = {"12 Long Road, Beijing", "1) Unit 7"};
    take_bracketed_names(listing);
    EXPECT_EQ(listing.name, "Foo Works");
    EXPECT_EQ(listing.aliases, Texts{"Bar Works"});
    EXPECT_EQ(listing.addresses, (Texts{"12 Long Road, Beijing", "1) Unit 7"}));
}

TEST(BracketedNames, OfAWeakAliasAreWeak) {
    Listing listing;
    listing.name = "Foo Works";
    listing.aliases = {"The Shop (a.k.a. The Store)"};
    listing.weak_aliases = listing.aliases;
    take_bracketed_names(listing);
    EXPECT_EQ(listing.aliases, (Texts{"The Shop (a.k.a. The Store)", "The Store", "The Shop"}));
    EXPECT_EQ(listing.weak_aliases, listing.aliases);
}

TEST(BracketedNames, WantDbaAtTheBeginning) {
    EXPECT_EQ(names_of("Theta DBA Solutions", false).size(), 1U);
    EXPECT_EQ(names_of("DBA Solutions", false).at(0).name, "Solutions");
}

RC_GTEST_PROP(BracketedNamesProperty, NoWordOfTheTextIsLost, ()) {
    const auto piece = rc::gen::elementOf(Texts{"Qux", "(", ")", "(a.k.a., ", "(f.k.a. ", "; and ",
                                                ", ", "a.k.a. ", " Bar", "Co., Ltd.", ";' "});
    std::string text;
    for (const auto& one : *rc::gen::container<Texts>(piece)) text += one;
    const auto got = without_bracketed_names(text);
    std::string all = got.rest;
    for (const auto& name : got.names) all += "\n" + name.name;
    const auto count = [](const std::string& in) {
        std::size_t times = 0;
        for (auto at = in.find("Qux"); at != in.npos; at = in.find("Qux", at + 1)) ++times;
        return times;
    };
    RC_ASSERT(count(all) >= count(text));
}

}  // namespace
}  // namespace cordon::lists
