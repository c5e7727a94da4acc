// SPDX-License-Identifier: Apache-2.0
#include "law/types.h"

#include <fmt/format.h>

#include "base/quantity.h"

namespace cordon::law {

Dictionary::Dictionary(const Schema& the_schema, const std::vector<DatedSet>& the_sets,
                       const std::vector<ReadAs>& the_read_as,
                       const std::vector<Provision>& the_provisions)
    : schema(the_schema), sets(the_sets), read_as(the_read_as), provisions(the_provisions) {
    for (std::size_t i = 0; i < provisions.size(); ++i) {
        if (provisions[i].name.empty()) continue;
        named.emplace(provisions[i].name, static_cast<ProvisionIndex>(i));
    }
}

std::string describe(const Type& type, const Schema& schema) {
    switch (type.base) {
        case Type::Base::None:
            return "nothing";
        case Type::Base::YesNo:
            return "a yes/no condition";
        case Type::Base::Number:
            break;
        case Type::Base::Date:
            return "a date";
        case Type::Base::Country:
            return "a country";
        case Type::Base::Countries:
            return "a set of countries";
        case Type::Base::Choice:
        case Type::Base::Choices: {
            const Fact& fact = schema.fact(type.options.subject, type.options.slot);
            const bool one = type.base == Type::Base::Choice;
            return fmt::format("{} of {}", one ? "an option" : "options", fact.full_name());
        }
    }
    if (type.dimension != Dimension{}) {
        return fmt::format("an amount in {}", canonical_unit_name(type.dimension));
    }
    return type.sort == Type::Sort::Share ? "a share in %" : "a plain number";
}

Type type_of(const Fact& fact, FactRef ref) {
    Type type;
    type.options = ref;
    switch (fact.type) {
        case FactType::YesNo:
            type.base = Type::Base::YesNo;
            break;
        case FactType::Number:
            type.base = Type::Base::Number;
            type.dimension = fact.unit.dimension;
            if (is_part(fact.unit)) type.sort = Type::Sort::Share;
            break;
        case FactType::Date:
            type.base = Type::Base::Date;
            break;
        case FactType::Country:
            type.base = Type::Base::Country;
            break;
        case FactType::Countries:
            type.base = Type::Base::Countries;
            break;
        case FactType::Choice:
            type.base = Type::Base::Choice;
            break;
        case FactType::Choices:
            type.base = Type::Base::Choices;
            break;
        case FactType::Text:
        case FactType::Texts:
        case FactType::Table:
            break;
    }
    return type;
}

bool compatible(const Type& a, const Type& b) {
    if (a.base != b.base) return false;
    if (a.base != Type::Base::Number) return true;
    if (a.dimension != b.dimension) return false;
    return a.dimension != Dimension{} || a.sort == b.sort || a.sort == Type::Sort::Ratio ||
           b.sort == Type::Sort::Ratio;
}

}  // namespace cordon::law
