// SPDX-License-Identifier: Apache-2.0
#include "base/unit.h"

#include <gtest/gtest.h>

namespace cordon {
namespace {

Unit unit(std::string_view name) {
    return MUST(unit_named(name));
}

TEST(Unit, FactorsAreExact) {
    EXPECT_EQ(unit("TB/s").factor, Decimal::from_int(1000));
    EXPECT_EQ(unit("TB/s").dimension, unit("GB/s").dimension);
    EXPECT_EQ(unit("PFLOPS").factor, Decimal::from_int(1000));
    EXPECT_EQ(unit("PFLOPS").dimension, unit("TOPS").dimension);
    EXPECT_EQ(unit("W").factor.to_text(), "0.001");
    EXPECT_EQ(unit("MW").factor, Decimal::from_int(1000));
    EXPECT_EQ(unit("%").factor.to_text(), "0.01");
    EXPECT_EQ(unit("GB").factor, Decimal::from_int(1));
}

TEST(Unit, DimensionsMultiplyAndDivide) {
    EXPECT_EQ(unit("TOPS").dimension * unit("bit").dimension, unit("TPP").dimension);
    EXPECT_EQ(unit("TPP").dimension / unit("mm2").dimension, unit("TPP/mm2").dimension);
    EXPECT_EQ(unit("GB/s").dimension / unit("mm2").dimension, unit("GB/s/mm2").dimension);
    EXPECT_EQ(unit("TPP").dimension / unit("TPP").dimension, unit("").dimension);
    EXPECT_NE(unit("TPP").dimension, unit("TOPS").dimension);
    EXPECT_NE(unit("ops").dimension, unit("TOPS").dimension);
    EXPECT_EQ(unit("%").dimension, unit("share").dimension);
}

TEST(Unit, CanonicalUnitsNameThemselves) {
    for (const auto* name : {"TPP", "TPP/mm2", "TOPS", "bit", "mm2", "GB/s", "GB", "GB/s/mm2", "kW",
                             "USD", "days", "ops", "ft3"}) {
        EXPECT_EQ(canonical_unit_name(unit(name).dimension), name);
        EXPECT_EQ(unit(name).factor, Decimal::from_int(1)) << name;
    }
    EXPECT_EQ(canonical_unit_name(unit("%").dimension), "");
    EXPECT_EQ(canonical_unit_name(unit("MW").dimension), "kW");
    const Dimension odd = unit("TPP").dimension * unit("bit").dimension / unit("days").dimension;
    EXPECT_EQ(canonical_unit_name(odd), "TOPS*bit^2/days");
    EXPECT_EQ(canonical_unit_name(Dimension{} / unit("kW").dimension), "1/kW");
}

TEST(Unit, AnUnknownUnitNamesTheNearest) {
    EXPECT_EQ(unit_named("GB/S").error().remedy, "did you mean \"GB/s\"?");
    EXPECT_EQ(unit_named("TPPs").error().remedy, "did you mean \"TPP\"?");
    EXPECT_EQ(unit_named("furlong per fortnight").error().remedy, "");
    EXPECT_FALSE(unit_named(" ").has_value());
}

}  // namespace
}  // namespace cordon
