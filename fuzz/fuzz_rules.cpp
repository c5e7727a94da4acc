// SPDX-License-Identifier: Apache-2.0
// A rule file, or a condition in an otherwise sound rule (first byte: whose), must load or be
// refused with a place; a condition that loads must be answered as the slow twin answers it.
#include <cstddef>
#include <cstdint>

#include "law/evaluation.h"
#include "law/reference/random_law.h"
#include "law/reference/twin.h"

using namespace cordon;
using namespace cordon::law;

namespace {

void ask(const Law& law) {
    sample::Chance chance(7);
    Evaluation evaluation;
    for (int round = 0; round < 3; ++round) {
        const Case facts = sample::random_case(chance, law.schema());
        const Date day = sample::random_day(chance);
        const Edition& edition = law.on(day, Reading::AsEnforced);
        evaluation.restart(edition, facts, day);
        for (const Edition::Entry& entry : edition.entries()) {
            for (const auto& subject : subjects(facts, law.provisions()[entry.provision].per)) {
                const Truth fast = evaluation.holds(entry, subject);
                CHECK(fast == reference::holds(law, Reading::AsEnforced, day, facts,
                                               entry.provision, subject));
                CHECK(evaluation.trace(entry, subject).truth == fast);
                (void)evaluation.missing(entry, subject);
            }
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    auto files = sample::basics();
    if (data[0] == 'f') {
        files.push_back({"fuzzed.toml", text});
    } else {
        constexpr std::string_view kPers[] = {"transaction", "item",    "device",
                                              "party",       "listing", "country"};
        sample::Rule rule;
        rule.name = "fuzzed";
        rule.per = kPers[data[0] % 6];
        rule.when = text;
        files.push_back({"fuzzed.toml", sample::toml_of(rule)});
    }
    const auto law = Law::load(std::move(files));
    if (law) {
        ask(*law);
        return 0;
    }
    for (const Error& error : law.error().errors) CHECK(!error.position.file.empty());
    return 0;
}
