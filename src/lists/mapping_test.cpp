// SPDX-License-Identifier: Apache-2.0
#include "lists/mapping.h"

#include <gtest/gtest.h>

#include "lists/bundled.h"
#include "lists/import.h"

namespace cordon::lists {
namespace {

const std::string kHead =
    "[mapping]\nid = \"t\"\ntitle = \"T\"\nsource = \"t\"\nformat = \"json\"\nrows = \"rows\"\n";
const std::string kName = "[field.name]\nfrom = \"n\"\n";

TEST(Mapping, EveryBundledMappingReads) {
    EXPECT_GE(bundled_mappings().size(), 15U);
    for (const auto& file : bundled_mappings()) {
        const auto mapping = read_mapping(file.bytes, std::string(file.path));
        ASSERT_TRUE(mapping) << mapping.error().to_text();
        EXPECT_EQ("mappings/" + mapping->id + ".toml", file.path);
    }
}

struct Broken {
    const char* what;
    std::string toml;
    const char* says;
};

class BrokenMappings : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenMappings, AreRefusedWithTheFieldAndWhatIsExpected) {
    const auto mapping = read_mapping(GetParam().toml, "my.toml");
    ASSERT_FALSE(mapping) << GetParam().what;
    const auto text = mapping.error().to_text();
    EXPECT_NE(text.find(GetParam().says), std::string::npos) << text;
    EXPECT_NE(text.find("my.toml"), std::string::npos) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Each, BrokenMappings,
    ::testing::Values(
        Broken{"no head", kName, "[mapping]"}, Broken{"not toml", "[mapping\n", "my.toml"},
        Broken{"no list", kHead + kName, "field.list"},
        Broken{"no name", kHead + "[field.list]\nalways = \"sdn\"\n", "field.name"},
        Broken{"unknown list", kHead + kName + "[field.list]\nalways = \"blacklist\"\n",
               "blacklist"},
        Broken{"unknown value",
               kHead + kName + "[field.list]\nfrom = \"l\"\nvalues = { A = \"zzz\" }\n", "zzz"},
        Broken{"misspelt key", kHead + kName + "[field.list]\nalwais = \"sdn\"\n", "always"},
        Broken{"misspelt field",
               kHead + kName + "[field.list]\nalways = \"sdn\"\n[field.adresses]\nfrom = \"a\"\n",
               "addresses"},
        Broken{"date form",
               kHead + kName +
                   "[field.list]\nalways = \"sdn\"\n[field.ended]\nfrom = \"e\"\ndates = "
                   "\"european\"\n",
               "d/m/y"},
        Broken{"no source of a field",
               kHead + kName + "[field.list]\nalways = \"sdn\"\n[field.note]\nsplit = \";\"\n",
               "field.note"},
        Broken{"format", "[mapping]\nid = \"t\"\ntitle = \"T\"\nsource = \"t\"\nformat = \"xml\"\n",
               "mapping.format"}));

}  // namespace
}  // namespace cordon::lists
