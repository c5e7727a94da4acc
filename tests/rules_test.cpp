// SPDX-License-Identifier: Apache-2.0
// The rules themselves: the tests beside them, and what every rule must have.
#include <gtest/gtest.h>

#include "cli/opening.h"
#include "law/rule_tests.h"

namespace cordon {
namespace {

const law::Law& bundled() {
    static const auto law = [] {
        auto loaded = law::Law::load(law::Law::bundled_files());
        if (!loaded) std::fputs(loaded.error().to_text().c_str(), stderr);
        CHECK(loaded);
        return std::move(*loaded);
    }();
    return law;
}

TEST(Rules, PassTheTestsBesideThem) {
    const auto results = law::run_rule_tests(bundled());
    EXPECT_GT(results.size(), 200U);
    for (const auto& result : results) {
        EXPECT_TRUE(result.passed)
            << result.position.to_text() << ": " << result.provision << ": " << result.test
            << "\nexpected " << result.expected << ", got " << result.got << "\n"
            << result.explanation;
    }
}

TEST(Rules, CiteAndSayInASentence) {
    for (const auto& provision : bundled().provisions()) {
        EXPECT_FALSE(provision.cite.empty()) << provision.id;
        for (const auto& version : provision.versions) {
            EXPECT_FALSE(version.says.empty()) << provision.id;
            EXPECT_EQ(version.says.back(), '.') << provision.id << ": " << version.says;
        }
    }
}

}  // namespace
}  // namespace cordon
