// SPDX-License-Identifier: Apache-2.0
#include "lists/identities.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/file.h"

namespace cordon::lists {
namespace {

TEST(Identities, FindACompanyUnderAnySpellingOfItsNames) {
    const auto identities = MUST(Identities::bundled());
    EXPECT_EQ(identities.of("NVIDIA Corporation"), "nvidia");
    EXPECT_EQ(identities.of("nvidia corp."), "nvidia");
    EXPECT_EQ(identities.of("NVIDIA SINGAPORE PTE LTD"), "nvidia");
    EXPECT_EQ(identities.of("英伟达"), "nvidia");
    EXPECT_EQ(identities.of("Advanced Micro Devices, Inc."), "amd");
    EXPECT_EQ(identities.of("台灣積體電路製造股份有限公司"), "tsmc");
    EXPECT_EQ(identities.of("Anthropic PBC"), "anthropic");
    EXPECT_EQ(identities.of("Core42"), "core42");
    EXPECT_EQ(identities.of("Microsoft Corp"), "us_ai_company_uae");
    EXPECT_EQ(identities.of("xAI"), "us_ai_company_uae");
}

TEST(Identities, NeverGuess) {
    const auto identities = MUST(Identities::bundled());
    EXPECT_FALSE(identities.of("Nvidia Resellers of Shenzhen Co., Ltd."));
    EXPECT_FALSE(identities.of("Inteltech"));
    EXPECT_FALSE(identities.of(""));
}

TEST(Identities, RefuseANameOfTwoCompanies) {
    const auto read = Identities::from_csv(
        "identity,name,aliases,chinese_names,basis\nnvidia,Foo Inc,,,\namd,Foo LLC,,,\n", "x.csv");
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message.find("two identities"), std::string::npos);
    EXPECT_EQ(read.error().position.line, 3U);
}

TEST(Identities, EveryIdentityIsAnOptionOfTheFact) {
    const auto root = std::string(CORDON_SOURCE_DIR);
    const auto schema = MUST(read_file(root + "/rules/facts/party.toml"));
    const auto table = MUST(read_file(root + "/catalogue/identities.csv"));
    std::size_t at = table.find('\n') + 1;
    while (at < table.size()) {
        const auto identity = table.substr(at, table.find(',', at) - at);
        EXPECT_NE(schema.find("\"" + identity + "\""), std::string::npos) << identity;
        at = table.find('\n', at) + 1;
    }
}

}  // namespace
}  // namespace cordon::lists
