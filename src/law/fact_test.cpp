// SPDX-License-Identifier: Apache-2.0
#include "law/fact.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "law/case.h"

namespace cordon::law {
namespace {

Fact number_in(std::string_view unit) {
    Fact fact;
    fact.name = "amount";
    fact.subject = SubjectKind::Device;
    fact.type = FactType::Number;
    fact.unit = MUST(unit_named(unit));
    return fact;
}

Interval exact(std::string_view digits) {
    return Interval::exactly(MUST(Decimal::from_text(digits)));
}

TEST(Fact, is_named_with_its_subject_except_for_the_transaction) {
    Fact fact = number_in("TPP");
    EXPECT_EQ(fact.full_name(), "device.amount");
    fact.subject = SubjectKind::Transaction;
    EXPECT_EQ(fact.full_name(), "amount");
}

TEST(Fact, amounts_are_printed_in_the_unit_of_the_fact) {
    EXPECT_EQ(to_text(Value::of(exact("4800")), number_in("TPP")), "4800 TPP");
    EXPECT_EQ(to_text(Value::of(exact("0.5")), number_in("%")), "50 %");
    EXPECT_EQ(to_text(Value::of(exact("100000")), number_in("PFLOPS")), "100 PFLOPS");
    EXPECT_EQ(to_text(Value::of(exact("8")), number_in("count")), "8");
    const auto bounds =
        Interval::between(MUST(Decimal::from_text("1600")), MUST(Decimal::from_text("1700")));
    EXPECT_EQ(to_text(Value::of(*bounds), number_in("TPP")), "1600 to 1700 TPP");
}

TEST(Fact, an_amount_that_does_not_fit_its_unit_is_printed_in_the_canonical_one) {
    EXPECT_EQ(to_text(Value::of(exact("0.000000001")), number_in("PFLOPS")), "0.000000001 TOPS");
}

TEST(Fact, every_kind_of_value_has_a_text) {
    Fact fact = number_in("TPP");
    fact.options = {"exporter", "end_user", "payer"};
    CountrySet countries;
    countries.set(MUST(Country::from_code("CN")).index());
    countries.set(MUST(Country::from_code("MO")).index());
    EXPECT_EQ(to_text(Value{}, fact), "unknown");
    EXPECT_EQ(to_text(Value::of(true), fact), "yes");
    EXPECT_EQ(to_text(Value::of(false), fact), "no");
    EXPECT_EQ(to_text(Value::of(MUST(Date::from_iso("2024-04-10"))), fact), "2024-04-10");
    EXPECT_EQ(to_text(Value::of(MUST(Country::from_code("CN"))), fact), "CN");
    EXPECT_EQ(to_text(Value::of(countries), fact), "CN, MO");
    EXPECT_EQ(to_text(Value::of(CountrySet{}), fact), "none");
    EXPECT_EQ(to_text(Value::of_choice(1), fact), "end_user");
    EXPECT_EQ(to_text(Value::of_choices(0b101), fact), "exporter, payer");
    EXPECT_EQ(to_text(Value::of_choices(0), fact), "none");
}

TEST(Value, sets_of_countries_are_equal_when_their_members_are) {
    CountrySet one;
    one.set(3);
    CountrySet other;
    other.set(4);
    EXPECT_EQ(Value::of(one), Value::of(one));
    EXPECT_FALSE(Value::of(one) == Value::of(other));
    EXPECT_FALSE(Value::of(true) == Value{});
    EXPECT_FALSE(Value::of(true) == Value::of(false));
}

RC_GTEST_PROP(Value, what_was_put_in_is_what_is_there, (bool yes, std::uint64_t bits)) {
    RC_ASSERT(Value::of(yes).yes == yes);
    RC_ASSERT(Value::of_choices(bits).choices == bits);
    RC_ASSERT(Value::of_choices(bits).known());
}

TEST(FactSet, remembers_where_a_value_came_from) {
    FactSet facts(3);
    EXPECT_FALSE(facts.at(1).known());
    EXPECT_EQ(facts.origin(1), nullptr);
    facts.set(1, Value::of(true), {Origin::Kind::Catalogue, "nv-h100-sxm", {}});
    ASSERT_NE(facts.origin(1), nullptr);
    EXPECT_EQ(facts.origin(1)->source, "nv-h100-sxm");
    facts.set(1, Value::of(false), {Origin::Kind::Stated, "data sheet", {}});
    EXPECT_EQ(facts.origin(1)->source, "data sheet");
    EXPECT_EQ(facts.origin(0), nullptr);
}

TEST(FactSet, keeps_texts_beside_the_values) {
    FactSet facts(2);
    EXPECT_EQ(facts.text(0), "");
    facts.set_texts(0, {"H100", "H800"});
    EXPECT_TRUE(facts.at(0).known());
    EXPECT_EQ(facts.text(0), "H100");
    EXPECT_EQ(facts.texts(0), (std::vector<std::string>{"H100", "H800"}));
    facts.set_texts(0, {"A100"});
    EXPECT_EQ(facts.texts(0), std::vector<std::string>{"A100"});
    EXPECT_EQ(facts.text(1), "");
}

TEST(SubjectRef, is_counted_from_one_for_people) {
    EXPECT_EQ(to_text(SubjectRef{}), "transaction");
    EXPECT_EQ(to_text(SubjectRef{SubjectKind::Item, 1, 0, 0}), "item 2");
    EXPECT_EQ(to_text(SubjectRef{SubjectKind::Device, 0, 2, 1}), "item 1, device 3");
    EXPECT_EQ(to_text(SubjectRef{SubjectKind::Party, 0, 0, 0}), "party 1");
    EXPECT_EQ(to_text(SubjectRef{SubjectKind::Listing, 4, 1, 0}), "party 5, listing 2");
}

}  // namespace
}  // namespace cordon::law
