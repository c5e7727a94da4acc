// SPDX-License-Identifier: Apache-2.0
#include "determination/summary.h"

#include "determination/parts.h"

namespace cordon::determination {

namespace {

std::vector<std::string> names_of(const law::Case& facts, const law::Schema& schema) {
    const auto name = schema.slot(law::SubjectKind::Item, "name");
    std::vector<std::string> names;
    for (std::uint16_t i = 0; i < facts.items.size(); ++i) {
        names.push_back(facts.items[i].alternatives.front().item.text(name));
        if (names.back().empty()) names.back() = law::to_text({law::SubjectKind::Item, i, 0, 0});
    }
    return names;
}

}  // namespace

Summary summary(const Engine& engine, const trade::Transaction& transaction, const Clocks& clocks,
                Desk& desk) {
    const Prepared prepared = engine.prepare(transaction, clocks);
    const Decision decision = engine.decide(prepared, desk);
    Summary summary;
    summary.transaction = transaction.id;
    summary.law_day = prepared.law_day;
    summary.outcome = decision.outcome;
    summary.headline = headline(engine.law(), decision);
    summary.items = names_of(prepared.facts, engine.law().schema());
    if (const Json* route = transaction.input.find("route")) {
        summary.has_route = true;
        if (const Json* to = route->find("to")) summary.destination = to->text;
    }
    return summary;
}

}  // namespace cordon::determination
