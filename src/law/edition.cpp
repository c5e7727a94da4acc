// SPDX-License-Identifier: Apache-2.0
#include "law/evaluation.h"
#include "law/program.h"

namespace cordon::law {
namespace {

/// Whether the answer can differ between two cases or two days.
bool depends_on_case(const Edition::Compiled& c, std::uint32_t at) {
    const Code& code = c.code[at];
    switch (code.op) {
        case Op::Constant:
        case Op::Constantly:
        case Op::OfCountry:
            return false;
        case Op::Both:
        case Op::Either:
        case Op::Implies:
            for (std::uint32_t i = 0; i < code.count; ++i) {
                if (depends_on_case(c, c.children[code.first + i])) return true;
            }
            return false;
        case Op::Not:
        case Op::InCountry:
            return depends_on_case(c, code.first);
        case Op::SameTruth:
        case Op::SameCountry:
            return depends_on_case(c, code.first) || depends_on_case(c, code.second);
        case Op::CallCountry:
            return depends_on_case(c, code.first) || depends_on_case(c, c.roots[code.second].code);
        case Op::YesNo:
        case Op::Number:
        case Op::OneCountry:
        case Op::OneChoice:
        case Op::SomeCountry:
        case Op::SomeChoice:
        case Op::Amounts:
        case Op::Days:
        case Op::CountryIn:
        case Op::Meet:
        case Op::SameChoice:
        case Op::ChoiceIn:
        case Op::MeetChoice:
        case Op::Call:
        case Op::Any:
        case Op::All:
        case Op::NoneOf:
        case Op::FactOf:
        case Op::Asked:
        case Op::Add:
        case Op::Subtract:
        case Op::Multiply:
        case Op::Divide:
        case Op::Max:
        case Op::Min:
        case Op::Between:
        case Op::Later:
        case Op::Earlier:
        case Op::Count:
        case Op::CountInner:
            break;
    }
    return true;
}

}  // namespace

/// A definition over a country that asks nothing of the case is answered for every country now:
/// afterwards calling it is looking at one bit.
Edition::Edition(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {
    Case nothing;
    nothing.transaction = FactSet(law().schema().facts(SubjectKind::Transaction).size());
    Evaluation evaluation;
    std::vector<std::pair<std::size_t, CountrySet>> settled;
    evaluation.restart(*this, nothing, compiled_->first_day);
    for (std::size_t i = 0; i < compiled_->entries.size(); ++i) {
        if (compiled_->roots[i].per != Per::Country) continue;
        if (depends_on_case(*compiled_, compiled_->roots[i].code)) continue;
        CountrySet holds;
        for (unsigned country = 0; country < country_count(); ++country) {
            const auto one = Country::from_index(static_cast<std::uint8_t>(country));
            holds[country] = evaluation.holds_for_country(compiled_->entries[i], one) == Truth::Yes;
        }
        settled.emplace_back(i, holds);
    }
    for (const auto& [entry, holds] : settled) {
        compiled_->roots[entry].countries = static_cast<std::uint32_t>(compiled_->countries.size());
        compiled_->countries.push_back(holds);
    }
}

Edition::~Edition() = default;

const std::vector<Edition::Entry>& Edition::entries() const {
    return compiled_->entries;
}
const Law& Edition::law() const {
    return **compiled_->law;
}
Reading Edition::reading() const {
    return compiled_->reading;
}

const Edition::Entry* Edition::entry(ProvisionIndex provision) const {
    if (provision >= compiled_->entry_of.size()) return nullptr;
    const std::uint32_t index = compiled_->entry_of[provision];
    return index == kNoNode ? nullptr : &compiled_->entries[index];
}

}  // namespace cordon::law
