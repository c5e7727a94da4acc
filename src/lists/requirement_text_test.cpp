// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "lists/listing.h"

namespace cordon::lists {
namespace {

using Footnotes = std::vector<std::string>;

struct Printed {
    const char* text;
    const char* requirement;
    Footnotes footnotes;
};

class RequirementTexts : public ::testing::TestWithParam<Printed> {};

TEST_P(RequirementTexts, GiveRequirementAndFootnotes) {
    const auto& printed = GetParam();
    const auto parsed = parse_requirement(printed.text);
    EXPECT_EQ(parsed.requirement, printed.requirement) << printed.text;
    EXPECT_EQ(parsed.footnotes, printed.footnotes) << printed.text;
}

// One of each shape in which the official text and the consolidated list print it.
INSTANTIATE_TEST_SUITE_P(
    AsPrinted, RequirementTexts,
    ::testing::Values(
        Printed{"For all items subject to the EAR. (See §744.11 of the EAR).", "all_ear", {}},
        Printed{"All Items Subject to the EAR", "all_ear", {}},
        Printed{"For all items subject to the EAR. (See §§ 734.9(e) and 744.11 of the EAR)4",
                "all_ear",
                {"4"}},
        Printed{"For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR) 4",
                "all_ear",
                {"4"}},
        Printed{"For All Items Subject to the EAR (See §734.9(e)(2), and §744.11 of the EAR)4.",
                "all_ear",
                {"4"}},
        Printed{"For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)",
                "all_ear",
                {"4"}},
        Printed{"For all items subject to the EAR. (See §734.9(e) and §744.11 of the EAR)",
                "all_ear",
                {"4"}},
        Printed{"For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2",
                "all_ear",
                {"1", "2"}},
        Printed{"For all items subject to the EAR, see §§ 734.9(e) 1 and 744.11 of the EAR 2",
                "all_ear",
                {"1", "2"}},
        Printed{"For All Items Subject to the EAR (See §734.9(e)1, and §744.11 of the EAR)2.",
                "all_ear",
                {"1", "2"}},
        Printed{"For all items subject to the EAR. (See §§734.4(a)(9), 734.9(e)(3), and 744.11 of "
                "the EAR)5",
                "all_ear",
                {"5"}},
        Printed{"For all items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) "
                "of the EAR)",
                "all_ear",
                {"3"}},
        Printed{"For all items subject to the EAR (See §§734.9(g)3, 746.8(a)(3), and 744.2l(b) of "
                "the EAR",
                "all_ear",
                {"3"}},
        Printed{"For all items subject to the EAR (See §§ 734.9(g), 746.8(a)(3), and 744.21(b) of "
                "the EAR)",
                "all_ear",
                {"3"}},
        Printed{"For all items subject to the EAR. (See §§744.8(b), 744.11, 734.9(g),3 "
                "746.8(a)(3), and 744.21(b) of the EAR)",
                "all_ear",
                {"3"}},
        Printed{"For All Items Subject to the EAR (See §744.11 of the EAR), except for "
                "EAR99-designated technology for the operation, maintenance, or repair of UAVs.",
                "all_ear",
                {}},
        Printed{"For all items subject to the EAR. (See §744.2 (d) of the EAR)", "all_ear", {}},
        Printed{"For all items subject to the EAR except EAR99 items", "all_ear_except_ear99", {}},
        Printed{"For all items on the CCL", "on_ccl", {}},
        Printed{"For items on the CCL and EAR99 items listed in supplement no. 7 to part 746 of "
                "the EAR.",
                "specified",
                {}},
        Printed{"For any item subject to the EAR listed in supplement no. 2 to part 744.",
                "specified",
                {}},
        Printed{"For all items subject to the EAR when used in projects specified in § "
                "746.8(a)(4) of the EAR",
                "specified",
                {}},
        Printed{
            "For all items subject to the EAR. (See § 746.8(a)(4) of the EAR)", "specified", {}},
        Printed{"", "", {}}));

TEST(RequirementText, AFollowingSentenceDoesNotHideTheFootnote) {
    const auto parsed = parse_requirement(
        "For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4. This "
        "license requirement may be overcome by License Exception GOV under § 740.11(b)(2).");
    EXPECT_EQ(parsed.footnotes, Footnotes{"4"});
}

TEST(ReviewPolicy, IsTheOneThatMeetsAnAiChip) {
    EXPECT_EQ(parse_review_policy("Presumption of denial."), "presumption_of_denial");
    EXPECT_EQ(parse_review_policy("Presumption for denial"), "presumption_of_denial");
    EXPECT_EQ(parse_review_policy("Policy of Denial. Case-by-case basis for items for U.S. "
                                  "Government supported use in the ISS."),
              "policy_of_denial");
    EXPECT_EQ(parse_review_policy("Case-by-case review for ECCNs 1A004.c, 1A004.d; and "
                                  "presumption of denial for all other items subject to the EAR."),
              "presumption_of_denial");
    EXPECT_EQ(parse_review_policy("Presumption of denial except case-by-case for items not "
                                  "described in ECCN 3B001.a.4"),
              "presumption_of_denial");
    EXPECT_EQ(parse_review_policy("Case-by-case for all items listed on the CCL. Presumption of "
                                  "approval for EAR99 items"),
              "case_by_case");
    EXPECT_EQ(parse_review_policy("Presumption of approval for EAR99 items"), "other");
    EXPECT_EQ(parse_review_policy("See §§ 744.2(d) and 744.3(d) of the EAR"), "other");
    EXPECT_EQ(parse_review_policy("The license application procedure and license review policy "
                                  "is specified in §744.21(d) and (e)."),
              "presumption_of_denial");
    EXPECT_EQ(parse_review_policy(""), "");
}

}  // namespace
}  // namespace cordon::lists
