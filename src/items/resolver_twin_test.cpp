// SPDX-License-Identifier: Apache-2.0
// Every name of every entry leads back to it, and the index agrees with trying everything.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "items/resolver.h"

namespace cordon::items {
namespace {

const Catalogue& catalogue() {
    static const Catalogue bundled = MUST(Catalogue::bundled());
    return bundled;
}
const Resolver& resolver() {
    static const Resolver resolver(catalogue());
    return resolver;
}

std::vector<std::string> all_names() {
    std::vector<std::string> out;
    for (const Chip& chip : catalogue().chips()) {
        out.push_back(chip.name);
        out.insert(out.end(), chip.aliases.begin(), chip.aliases.end());
    }
    for (const System& system : catalogue().systems()) {
        out.push_back(system.name);
        out.insert(out.end(), system.aliases.begin(), system.aliases.end());
    }
    return out;
}

bool has_chip(const Resolution& found, const Chip& chip) {
    return std::any_of(found.candidates.begin(), found.candidates.end(), [&](const Candidate& one) {
        return one.system == nullptr && one.chip == &chip;
    });
}
bool has_system(const Resolution& found, const System& system) {
    return std::any_of(found.candidates.begin(), found.candidates.end(),
                       [&](const Candidate& one) { return one.system == &system; });
}

TEST(WholeCatalogue, EveryNameOfAChipLeadsToIt) {
    for (const Chip& chip : catalogue().chips()) {
        EXPECT_TRUE(has_chip(resolver().resolve(chip.name), chip)) << chip.id << ": " << chip.name;
        for (const std::string& alias : chip.aliases) {
            EXPECT_TRUE(has_chip(resolver().resolve(alias), chip)) << chip.id << ": " << alias;
        }
        for (const std::string& number : chip.part_numbers) {
            EXPECT_TRUE(has_chip(resolver().resolve("", number), chip)) << number;
        }
    }
}

TEST(WholeCatalogue, EveryNameOfASystemLeadsToIt) {
    for (const System& system : catalogue().systems()) {
        EXPECT_TRUE(has_system(resolver().resolve(system.name), system))
            << system.id << ": " << system.name;
        for (const std::string& alias : system.aliases) {
            EXPECT_TRUE(has_system(resolver().resolve(alias), system))
                << system.id << ": " << alias;
        }
        for (const std::string& number : system.part_numbers) {
            EXPECT_TRUE(has_system(resolver().resolve("", number), system)) << number;
        }
    }
}

/// Something a person might have done to a name: case, separators, details, words around it.
std::string mangled(std::string name) {
    static const std::vector<std::string> kBefore{"",    "NVIDIA ", "8x ", "华为",
                                                  "8卡", "used ",   "2 "};
    static const std::vector<std::string> kAfter{"",     " 80GB", " GPU", "D",      " Ti",
                                                 " SXM", " x8",   "s",    " PCIe",  "×4",
                                                 "显卡", "X",     " Ada", " 特供版"};
    const auto change = *rc::gen::inRange(0, 4);
    for (char& c : name) {
        if (change == 1 && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (change == 2 && c == ' ') c = '-';
        if (change == 3 && c == '-') c = ' ';
    }
    return *rc::gen::elementOf(kBefore) + name + *rc::gen::elementOf(kAfter);
}

RC_GTEST_PROP(ResolverTwin, TheIndexAgreesWithTryingEverything, ()) {
    static const std::vector<std::string> names = all_names();
    std::string text = mangled(*rc::gen::elementOf(names));
    if (*rc::gen::inRange(0, 3) == 0) text += " + " + mangled(*rc::gen::elementOf(names));
    const Resolution fast = resolver().resolve(text);
    const Resolution slow = resolver().resolve_by_scan(text);
    RC_LOG() << text;
    RC_ASSERT(fast.candidates.size() == slow.candidates.size());
    for (std::size_t i = 0; i < fast.candidates.size(); ++i) {
        RC_ASSERT(fast.candidates[i].chip == slow.candidates[i].chip);
        RC_ASSERT(fast.candidates[i].system == slow.candidates[i].system);
    }
    RC_ASSERT(fast.notes == slow.notes);
    RC_ASSERT(fast.count == slow.count);
}

RC_GTEST_PROP(ResolverTwin, AnyBytesAreReadWithoutHarm, (const std::string& bytes)) {
    const Resolution found = resolver().resolve(bytes, bytes);
    RC_ASSERT(found.candidates.size() <= catalogue().chips().size() + catalogue().systems().size());
}

}  // namespace
}  // namespace cordon::items
