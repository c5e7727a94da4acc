// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Conditions of rules as formulas of an SMT solver, for cases in which every fact is known.
///
/// A case is bounded: one transaction, one item with one device, one party with one listing. Within
/// that bound the translation is exact: amounts are reals, days and options integers, sets of
/// options and of countries bit vectors.
#include <z3++.h>

#include <map>
#include <optional>
#include <string>

#include "law/program.h"

namespace cordon::consistency {

class Translator {
public:
    Translator(z3::context& context, const law::Law& law, Date day)
        : z3_(context), law_(law), day_(day) {}

    /// From now on `date` in a condition is any day of this period, not only the one day.
    void ask_any_day_of(const Period& period);
    /// Provisions that are codified but not enforced count as well.
    void read_as_codified() { reading_ = law::Reading::AsCodified; }

    /// The condition of a provision on the day; false where it has no version then.
    z3::expr provision(law::ProvisionIndex index, const z3::expr* country = nullptr);
    /// What holds of every value: options exist, amounts of things are not negative.
    [[nodiscard]] const z3::expr_vector& bounds() const { return bounds_; }

private:
    z3::expr condition(const law::Expression& e, law::NodeIndex at, const z3::expr* country);
    z3::expr compare(const law::Expression& e, const law::Node& node, const z3::expr* country);
    z3::expr member(const law::Expression& e, const law::Node& node, const z3::expr* country);
    z3::expr quantified(const law::Expression& e, const law::Node& node, const z3::expr* country);
    z3::expr operand(const law::Expression& e, law::NodeIndex at, const z3::expr* country);
    z3::expr fact(const law::FactRef& ref);
    z3::expr real(const Decimal& number);
    z3::expr in_countries(const z3::expr& country, const CountrySet& set);
    CountrySet countries_of(const law::Expression& e, law::NodeIndex at);
    std::uint64_t options_of(const law::Expression& e, law::NodeIndex at);

    z3::context& z3_;
    const law::Law& law_;
    Date day_;
    law::Reading reading_ = law::Reading::AsEnforced;
    std::optional<z3::expr> any_day_;
    z3::expr_vector bounds_{z3_};
    std::map<std::string, z3::expr> facts_;
};

}  // namespace cordon::consistency
