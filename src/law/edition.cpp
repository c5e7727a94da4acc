// SPDX-License-Identifier: Apache-2.0
#include "law/evaluation.h"
#include "law/program.h"
#include "law/reads.h"

namespace cordon::law {
namespace {

/// Whether the answer can differ between two cases or two days.
bool depends_on_case(const Edition::Compiled& c, std::uint32_t at) {
    const Code& code = c.code[at];
    const Reads what = reads(code.op);
    if (reads_own_fact(code.op) || what == Reads::Definition || what == Reads::Subjects ||
        what == Reads::Counts || what == Reads::Day) {
        return true;
    }
    bool depends = what == Reads::Country && depends_on_case(c, c.roots[code.second].code);
    for_each_part(c, code,
                  [&](std::uint32_t part) { depends = depends || depends_on_case(c, part); });
    return depends;
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
