// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "cli/matching.h"

namespace cordon::cli {
namespace {

names::Identifier read(const std::string& text) {
    MatchOptions options;
    options.identifiers = {text};
    const auto party = MUST(given_party(options, "Suma Trading"));
    return party.query.identifiers.at(0);
}

TEST(GivenIdentifiers, KeepTheirWholeLabel) {
    using names::IdentifierKind;
    struct Case {
        const char* text;
        IdentifierKind kind;
        const char* value;
    };
    for (const Case& c :
         {Case{"Tax ID No. 12 345-678", IdentifierKind::Tax, "12345678"},
          Case{"Company Number 00445790", IdentifierKind::Registration, "00445790"},
          Case{"LEI 5493 001K JTII GC8Y 1R12", IdentifierKind::Lei, "5493001KJTIIGC8Y1R12"},
          Case{"5493 001K JTII GC8Y 1R12", IdentifierKind::Lei, "5493001KJTIIGC8Y1R12"},
          Case{"ИНН  7707083893", IdentifierKind::Inn, "7707083893"},
          Case{"VAT DE123456789", IdentifierKind::Tax, "DE123456789"},
          Case{"Commercial Register ABCDEF", IdentifierKind::Registration, "ABCDEF"},
          Case{"7707083894", IdentifierKind::Other, "7707083894"}}) {
        const auto id = read(c.text);
        EXPECT_EQ(id.kind, c.kind) << c.text;
        EXPECT_EQ(id.value, c.value) << c.text;
    }
}

}  // namespace
}  // namespace cordon::cli
