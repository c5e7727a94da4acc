// SPDX-License-Identifier: Apache-2.0
// A row of the best ways so far is extended place by place and cut to its cheapest entries. Prices
// only add up, so what is cut could never have come back: the row holds exactly the cheapest.
#include "names/choices.h"

#include <algorithm>

namespace cordon::names {

namespace {

void sort_by_price(Choices& choices) {
    std::stable_sort(choices.begin(), choices.end(),
                     [](const Choice& a, const Choice& b) { return a.price < b.price; });
}

}  // namespace

void offer(Choices& choices, std::string_view text, std::uint32_t price) {
    const auto same = std::find_if(choices.begin(), choices.end(),
                                   [&](const Choice& choice) { return choice.text == text; });
    if (same == choices.end()) choices.push_back({std::string(text), price});
}

std::vector<std::string> cheapest(const std::vector<Choices>& choices, std::size_t most,
                                  bool& cut) {
    Choices row{{"", 0}};
    for (const auto& here : choices) {
        if (here.size() == 1) {
            for (auto& so_far : row) so_far.text += here[0].text;
            continue;
        }
        Choices next;
        next.reserve(row.size() * here.size());
        for (const auto& so_far : row) {
            for (const auto& choice : here) {
                next.push_back({so_far.text + choice.text, so_far.price + choice.price});
            }
        }
        sort_by_price(next);
        if (next.size() > most) {
            next.resize(most);
            cut = true;
        }
        row = std::move(next);
    }
    std::vector<std::string> out;
    out.reserve(row.size());
    for (auto& choice : row) out.push_back(std::move(choice.text));
    return out;
}

}  // namespace cordon::names
