// SPDX-License-Identifier: Apache-2.0
// Printed names, as other matchers got them wrong: at `balanced`, which are possible matches and
// which are not.
#include <gtest/gtest.h>

#include "names/name.h"
#include "screening/score.h"

namespace cordon::screening {
namespace {

using names::NameKind;

const Profile& balanced() {
    static const Profile kProfile = MUST(profile("balanced"));
    return kProfile;
}

std::uint16_t shown(const std::string& query, const std::string& listed,
                    NameKind kind = NameKind::Organisation) {
    return balanced().shown(
        score(names::analysed(query, kind), names::analysed(listed, kind), balanced()));
}

struct Case {
    std::string query, listed;
};

void PrintTo(const Case& a_case, std::ostream* out) {
    *out << a_case.query << " | " << a_case.listed;
}

class Same : public ::testing::TestWithParam<Case> {};
class Different : public ::testing::TestWithParam<Case> {};

TEST_P(Same, IsAPossibleMatch) {
    EXPECT_GE(shown(GetParam().query, GetParam().listed), balanced().possible);
}
TEST_P(Different, IsNoPossibleMatch) {
    EXPECT_LT(shown(GetParam().query, GetParam().listed), balanced().possible);
}

INSTANTIATE_TEST_SUITE_P(
    Names, Same,
    ::testing::Values(
        Case{"GUANGZHOU HAIGE COMM GRP", "Guangzhou Haige Communications Group"},
        Case{"HAIGE GUANGZHOU", "Guangzhou Haige Communications Group"},
        Case{"CNOOC ENERGY TECH & SRVCES LTD", "CNOOC Energy Technology & Services Limited"},
        Case{"LUKOIL OIL COMP", "Lukoil Oil Company"},
        Case{"Huawai Investment", "Huawei Investment & Holding"},
        Case{"曙光信息产业", "Sugon Information Industry"},
        Case{"曙光信息产业股份有限公司", "Dawning Information Industry Co., Ltd."},
        Case{"华为技术有限公司", "Huawei Technologies Co., Ltd."}, Case{"中科可控", "Suma"},
        Case{"CETC 54", "54th Research Institute of China Electronics Technology Group"},
        Case{"NUDT", "National University of Defense Technology"}));

INSTANTIATE_TEST_SUITE_P(
    Names, Different,
    ::testing::Values(Case{"11420 CORP", "CORP"},
                      Case{"Nanjing University",
                           "Nanjing University of Aeronautics and Astronautics"},
                      Case{"CETC 13th Research Institute", "CETC 14th Research Institute"},
                      Case{"第十三研究所", "14th Research Institute"},
                      Case{"Harbin Medical University", "Harbin Institute of Technology"},
                      Case{"Beijing Technology Co., Ltd.", "Beijing Electronics Co., Ltd."}));

TEST(Persons, AreNotToldByTheFirstNameAlone) {
    EXPECT_LT(shown("George Bush", "George Habbash", NameKind::Person), balanced().possible);
    EXPECT_GE(shown("Habash, George", "George Habbash", NameKind::Person), balanced().possible);
}

TEST(PrintedNames, AreLikeThemselvesInEveryScript) {
    for (const std::string name :
         {"Huawei Technologies Co., Ltd.", "华为技术有限公司", "中国电子科技集团公司第五十四研究所",
          "Лукойл", "محمد علی", "三菱重工業株式会社", "Αθήνα", "삼성전자"}) {
        EXPECT_EQ(score(names::analysed(name, NameKind::Organisation),
                        names::analysed(name, NameKind::Organisation), balanced()),
                  10000)
            << name;
    }
}

}  // namespace
}  // namespace cordon::screening
