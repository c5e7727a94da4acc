// SPDX-License-Identifier: Apache-2.0
#include "lists/entity_cell.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>

namespace cordon::lists {
namespace {

using Texts = std::vector<std::string>;

TEST(EntityCell, ANameEndsBeforeItsAddress) {
    const std::vector<std::pair<std::string, std::string>> cells = {
        {"Abdul Satar Ghoura, 501, 5th Floor, Kabul", "Abdul Satar Ghoura"},
        {"Foo Electronics Co., Ltd., No. 5 Road, Beijing", "Foo Electronics Co., Ltd."},
        {"Daltransgaz, OAO, d. 1 ul.Solnechnaya", "Daltransgaz, OAO"},
        {"Address 01, Unit D, 16/F One Capital Place", "Address 01"},
        {"A. Leib Ltd.; HA'Assif 19, Haifa", "A. Leib Ltd."},
        {"Foo (Hong Kong, China) Limited, 5 Road", "Foo (Hong Kong, China) Limited"},
        {"Academy of Military Medical Sciences, Institute of Basic Medicine, 27 Taiping Road, "
         "Beijing",
         "Academy of Military Medical Sciences, Institute of Basic Medicine"},
        {"Foo Trading, Institute Road, Beijing", "Foo Trading"},
        {"Benico Limited, Valiant Industrial Center, 10th Floor, Sha Tin", "Benico Limited"},
        {"Hamid Sepehrian, Jaber Ibn Hayan Research Institute, Tehran", "Hamid Sepehrian"},
        {"Poly Asia Pacific Ltd., (PAPL), Room 1103, Hang Seng Mongkok Building",
         "Poly Asia Pacific Ltd., (PAPL)"},
        {"54th Research Institute of China", "54th Research Institute of China"},
    };
    for (const auto& [cell, name] : cells) {
        EXPECT_EQ(parse_entity_cell({cell}).entry.name, name) << cell;
    }
}

TEST(EntityCell, BulletsAreAliasesAndTheLineBehindThemIsTheAddress) {
    const auto cell = parse_entity_cell(
        {"Suma Techology Co., Ltd., a.k.a., the following two aliases:", "—Suma; and",
         "—Zhongke Controllable (Hunan) Information Co., Ltd.",
         "No. 88, Nansong Rd., Kunshan, China; and Room 2, Kowloon Bay, Hong Kong."});
    EXPECT_EQ(cell.entry.name, "Suma Techology Co., Ltd.");  // the official text's own typo
    EXPECT_EQ(cell.entry.aliases,
              (Texts{"Suma", "Zhongke Controllable (Hunan) Information Co., Ltd."}));
    EXPECT_EQ(cell.entry.addresses,
              (Texts{"No. 88, Nansong Rd., Kunshan, China", "Room 2, Kowloon Bay, Hong Kong"}));
    EXPECT_TRUE(cell.inside.empty());
}

TEST(EntityCell, WithoutLineBreaksTheDashesAndTheEndOfTheLastNameDivide) {
    const auto cell = parse_entity_cell(
        {"Beijing Zhipu Huazhang Technology Co., Ltd., a.k.a., the following two aliases: —Zhipu "
         "AI; and —Beijing Knowledge Atlas Technology Co., Ltd. Floor 10, Building 9, No. 1, "
         "Zhongguancun East Road, Beijing, China."});
    EXPECT_EQ(cell.entry.name, "Beijing Zhipu Huazhang Technology Co., Ltd.");
    EXPECT_EQ(cell.entry.aliases,
              (Texts{"Zhipu AI", "Beijing Knowledge Atlas Technology Co., Ltd."}));
    EXPECT_EQ(cell.entry.addresses,
              Texts{"Floor 10, Building 9, No. 1, Zhongguancun East Road, Beijing, China"});
}

TEST(EntityCell, SubordinateInstitutionsArePartiesOfTheirOwn) {
    const auto cell = parse_entity_cell(
        {"China Electronics Technology Group Corporation 14th Research Institute (CETC 14), "
         "a.k.a., the following two aliases:",
         "—Nanjing Research Institute of Electronics Technology; and", "—NRIET.",
         "Subordinate institution", "Nanjing SunSea Industry Corporation.",
         "Subordinate institution Brainware Terahertz.",
         "The following addresses apply to the entity and to the two subordinate institutions: No "
         "1 Dinghuaimen, Nanjing, China; and No 4 Guping Gang, Nanjing, China."});
    EXPECT_EQ(cell.entry.aliases,
              (Texts{"Nanjing Research Institute of Electronics Technology", "NRIET"}));
    ASSERT_EQ(cell.inside.size(), 2U);
    EXPECT_EQ(cell.inside[0].name, "Nanjing SunSea Industry Corporation");
    EXPECT_EQ(cell.inside[1].name, "Brainware Terahertz");
    for (const auto& party : {cell.entry, cell.inside[0], cell.inside[1]}) {
        EXPECT_EQ(party.addresses,
                  (Texts{"No 1 Dinghuaimen, Nanjing, China", "No 4 Guping Gang, Nanjing, China"}));
    }
}

TEST(EntityCell, AffiliatedEntitiesHaveNamesAndAddressesOfTheirOwn) {
    const auto cell = parse_entity_cell(
        {"Huawei Technologies Co., Ltd., a.k.a., the following two aliases:",
         "—Shenzhen Huawei Technologies; and",
         "—Huawei Technology, and to include the following "
         "addresses and the following 2 affiliated entities:",
         "Addresses for Huawei Technologies Co., Ltd.: Bantian Huawei Base, Shenzhen, 518129, "
         "China; and No. 1899 Xi Yuan Road, Chengdu, China.",
         "Affiliated entities:", "—Beijing Huawei Digital Technologies Co., Ltd., Beijing, China.",
         "—Chengdu Huawei High-Tech Investment Co., Ltd., Chengdu, Sichuan, China."});
    EXPECT_EQ(cell.entry.aliases, (Texts{"Shenzhen Huawei Technologies", "Huawei Technology"}));
    EXPECT_EQ(cell.entry.addresses.size(), 2U);
    ASSERT_EQ(cell.inside.size(), 2U);
    EXPECT_EQ(cell.inside[0].name, "Beijing Huawei Digital Technologies Co., Ltd.");
    EXPECT_EQ(cell.inside[0].addresses, Texts{"Beijing, China"});
    EXPECT_EQ(cell.inside[1].addresses, Texts{"Chengdu, Sichuan, China"});
}

TEST(EntityCell, PartiesInsideMayHaveAliasesThatAreCounted) {
    const auto cell = parse_entity_cell(
        {"Pakistan Atomic Energy Commission (PAEC), and the following two subordinate entities:",
         "—National Development Complex (NDC), a.k.a., the following two aliases:",
         "—National Development Centre; and", "—National Defense Complex;",
         "Fateh Jang, Punjab, Pakistan; andHouse #453, Islamabad, Pakistan.",
         "—Institute for Nuclear Science and Technology (PINSTECH), Nilore, Islamabad."});
    EXPECT_EQ(cell.entry.name, "Pakistan Atomic Energy Commission (PAEC)");
    ASSERT_EQ(cell.inside.size(), 2U);
    EXPECT_EQ(cell.inside[0].name, "National Development Complex (NDC)");
    EXPECT_EQ(cell.inside[0].aliases,
              (Texts{"National Development Centre", "National Defense Complex"}));
    EXPECT_EQ(cell.inside[0].addresses,
              (Texts{"Fateh Jang, Punjab, Pakistan", "House #453, Islamabad, Pakistan"}));
    EXPECT_EQ(cell.inside[1].name, "Institute for Nuclear Science and Technology (PINSTECH)");
    EXPECT_EQ(cell.inside[1].addresses, Texts{"Nilore, Islamabad"});
}

TEST(EntityCell, OtherHabitsOfTheText) {
    const auto former = parse_entity_cell(
        {"Foo LLC, f.k.a., the following one alias:", "—Old Foo Trading.", "P.O. Box 1, Dubai."});
    EXPECT_EQ(former.entry.former_names, Texts{"Old Foo Trading"});
    EXPECT_TRUE(former.entry.aliases.empty());
    const auto inline_alias = parse_entity_cell(
        {"Beijing Foo Optics Co., Ltd., a.k.a., Foo Optics, Building 5, Beijing"});
    EXPECT_EQ(inline_alias.entry.name, "Beijing Foo Optics Co., Ltd.");
    EXPECT_EQ(inline_alias.entry.aliases, Texts{"Foo Optics"});
    EXPECT_EQ(inline_alias.entry.addresses, Texts{"Building 5, Beijing"});
    const auto brackets =
        parse_entity_cell({"Foo Design Bureau, JSC (a.k.a., Bar Bureau; and Baz), 16 Prospect"});
    EXPECT_EQ(brackets.entry.name, "Foo Design Bureau, JSC");
    EXPECT_EQ(brackets.entry.aliases, (Texts{"Bar Bureau", "Baz"}));
    EXPECT_EQ(brackets.entry.addresses, Texts{"16 Prospect"});
    const auto whole = parse_entity_cell(
        {"Chinese Academy of Sciences, Institute of Physics, "
         "a.k.a., the following three aliases:",
         "—M.A.G. Tech. Development Co., Ltd.;", "—Foo Company Limited; and", "—Baz Works."});
    EXPECT_EQ(whole.entry.name, "Chinese Academy of Sciences, Institute of Physics");
    EXPECT_EQ(whole.entry.aliases,
              (Texts{"M.A.G. Tech. Development Co., Ltd.", "Foo Company Limited", "Baz Works"}));
    const auto group = parse_entity_cell({"The following Department of Atomic Energy entities:",
                                          "—Bhabha Atomic Research Center (BARC); and",
                                          "—Nuclear Fuel Complex (NFC)."});
    EXPECT_EQ(group.entry.name, "Department of Atomic Energy");
    ASSERT_EQ(group.inside.size(), 2U);
    EXPECT_EQ(group.inside[1].name, "Nuclear Fuel Complex (NFC)");
}

TEST(EntityCell, ACellAsLongAsOneMayBeIsReadAtOnce) {
    for (const std::string piece :
         {"Academy, Institute, ", "Foo. ", "a.k.a. Foo ", "((", "(a.k.a. ", ", Ltd", "Foo; "}) {
        std::string cell = "Academy Corp";
        while (cell.size() < 250'000) cell += piece;
        const auto start = std::chrono::steady_clock::now();
        (void)parse_entity_cell({"Foo, a.k.a., the following one alias:", "\u2014" + cell});
        (void)parse_entity_cell({cell});
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << piece;
    }
}

TEST(EntityCell, LooksForAnotherNameBehindTheNameAndNotInItsAddress) {
    const auto alpha = parse_entity_cell(
        {"Alpha Micro Co., Ltd., 5 Long Road, formerly known as Short Street, Beijing, China."});
    EXPECT_EQ(alpha.entry.name, "Alpha Micro Co., Ltd.");
    EXPECT_TRUE(alpha.entry.former_names.empty());
    const auto gamma = parse_entity_cell(
        {"Gamma Micro Co., Ltd., 5 Long Road, Beijing, China; and Unit 2, d.b.a. Delta, Shanghai"});
    EXPECT_EQ(gamma.entry.name, "Gamma Micro Co., Ltd.");
    const auto foo = parse_entity_cell({"Foo DBA Technology Co., Ltd., 5 Road, Beijing, China"});
    EXPECT_EQ(foo.entry.name, "Foo DBA Technology Co., Ltd.");
    EXPECT_TRUE(foo.entry.aliases.empty());
    const auto zeta =
        parse_entity_cell({"Zeta Micro, a.k.a., Zeta One, f.k.a., Zeta Two, 5 Road, Beijing"});
    EXPECT_EQ(zeta.entry.name, "Zeta Micro");
    EXPECT_EQ(zeta.entry.aliases, Texts{"Zeta One"});
    EXPECT_EQ(zeta.entry.former_names, Texts{"Zeta Two"});
    EXPECT_EQ(zeta.entry.addresses, Texts{"5 Road, Beijing"});
}

TEST(EntityCell, TakesAStrayBracketForAnEndOnlyWhereOneIsOpen) {
    const auto numbered = parse_entity_cell(
        {"Iota, a.k.a., the following one alias:", "—1) Iota One Systems.", "5 Road, Beijing"});
    EXPECT_EQ(numbered.entry.aliases, Texts{"1) Iota One Systems"});
    EXPECT_EQ(numbered.entry.addresses, Texts{"5 Road, Beijing"});
}

RC_GTEST_PROP(EntityCellProperty, AnyLinesAreReadWithoutHarm,
              (const std::vector<std::string>& lines)) {
    (void)parse_entity_cell(lines);
}

RC_GTEST_PROP(EntityCellProperty, NoLetterOfTheCellIsLost, ()) {
    // Words in any order with the marks that the machine acts on.
    const auto piece =
        rc::gen::elementOf(Texts{"Foo", "Bar Co., Ltd.", "—", "; and ", ", ",
                                 "a.k.a., the following two aliases:", "Subordinate institution",
                                 "(f.k.a. ", "Affiliated entities:", "No. 5 Road", " ", "(", ")",
                                 "andHouse", "the following one alias:", "Qux"});
    Texts lines;
    for (const auto& pieces : *rc::gen::scale(
             0.1, rc::gen::container<std::vector<Texts>>(rc::gen::container<Texts>(piece)))) {
        std::string line;
        for (const auto& one : pieces) line += one;
        lines.push_back(line);
    }
    const auto cell = parse_entity_cell(lines);
    std::string all;
    const auto add = [&](const EntityCell::Party& party) {
        all += party.name + "\n";
        for (const auto* texts : {&party.aliases, &party.former_names, &party.addresses}) {
            for (const auto& text : *texts) all += text + "\n";
        }
    };
    add(cell.entry);
    for (const auto& party : cell.inside) add(party);
    for (const auto& word : {"Qux", "Road", "House"}) {
        const auto count = [&](const std::string& text) {
            std::size_t times = 0;
            for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
                ++times;
            }
            return times;
        };
        std::size_t given = 0;
        for (const auto& line : lines) given += count(line);
        RC_ASSERT(count(all) >= given);
    }
}

}  // namespace
}  // namespace cordon::lists
