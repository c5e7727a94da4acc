// SPDX-License-Identifier: Apache-2.0
#include "cli/law_diff.h"

#include <cstdio>

#include "base/text.h"
#include "cli/exit_code.h"
#include "cli/explain.h"
#include "cli/mistakes.h"
#include "cli/table.h"
#include "trade/read.h"

namespace cordon::cli {

namespace {

std::string version_text(const law::Provision& provision, Date day) {
    const auto* version = provision.version_on(day);
    if (version == nullptr) return "none";
    const auto* status = provision.status_on(day);
    std::string text = version->source + ": " + version->says;
    if (status != nullptr && status->state != law::State::InForce) {
        text += " [" + std::string(law::to_text(status->state)) + ", " + status->source + "]";
    }
    return text;
}

std::string codes(const CountrySet& set) {
    std::vector<std::string> codes;
    for (std::uint16_t i = 0; i < country_count(); ++i) {
        if (set.test(i))
            codes.emplace_back(Country::from_index(static_cast<std::uint8_t>(i)).code());
    }
    return codes.empty() ? "nobody" : list_of(codes);
}

}  // namespace

std::string law_changes(const law::Law& law, Date from, Date to) {
    Table provisions({"provision", "on " + from.to_iso(), "on " + to.to_iso()});
    for (const auto& provision : law.provisions()) {
        const auto before = version_text(provision, from), after = version_text(provision, to);
        if (before != after) provisions.add({provision.id, before, after});
    }
    Table sets({"country group", "added", "removed"});
    for (const auto& name : law.set_names()) {
        const auto before = law.set_on(name, from).value_or(CountrySet{});
        const auto after = law.set_on(name, to).value_or(CountrySet{});
        if (before != after) sets.add({name, codes(after & ~before), codes(before & ~after)});
    }
    std::string text;
    if (provisions.empty() && sets.empty()) text = "Nothing changed between these days.\n";
    if (!provisions.empty()) text += provisions.to_text(terminal_width());
    if (!sets.empty()) text += "\n" + sets.to_text(terminal_width());
    return text;
}

int outcome_changes(const Common& common, const determination::Engine& engine,
                    const std::vector<std::string>& files, Date from, Date to) {
    Table table({"transaction", "law of " + from.to_iso(), "law of " + to.to_iso()});
    determination::Desk desk;
    std::size_t asked = 0;
    Mistakes mistakes;
    for (const auto& file : files) {
        auto text = read_file(file, common.limits);
        if (!text) {
            mistakes.add(text.error());
            continue;
        }
        trade::ReadOptions how;
        how.file = file;
        how.limits = common.limits;
        auto batch = trade::read_orders(*text, engine.law().schema(), how);
        if (!batch) {
            mistakes.add(batch.error());
            continue;
        }
        mistakes.add(batch->refused);
        for (const auto& transaction : batch->transactions) {
            determination::Clocks before, after;
            before.law = from;
            after.law = to;
            // The law alone is compared: the lists stay those of the transaction's own day.
            const auto day = engine.prepare(transaction, {}).lists_day;
            before.lists = after.lists = day;
            const auto was = engine.decide(engine.prepare(transaction, before), desk).outcome;
            const auto is = engine.decide(engine.prepare(transaction, after), desk).outcome;
            ++asked;
            if (was == is) continue;
            table.add({transaction.id, verdict_words(determination::to_text(was)),
                       verdict_words(determination::to_text(is))});
            table.colour(2, verdict_colour(determination::to_text(is)));
        }
    }
    std::printf("\n%zu transactions asked under both days.\n", asked);
    if (!table.empty()) std::fputs(table.to_text(terminal_width()).c_str(), stdout);
    mistakes.finish();
    return mistakes.count() == 0 ? kClear : kBadInput;
}

}  // namespace cordon::cli
