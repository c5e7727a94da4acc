// SPDX-License-Identifier: Apache-2.0
// A row of the best ways so far is extended place by place and cut to its cheapest entries. Prices
// only add up, so what is cut could never have come back: the row holds exactly the cheapest.
// Texts are put together for the entries that stay, not for those that are cut.
#include "names/choices.h"

#include <algorithm>

namespace cordon::names {

namespace {

struct Step {
    std::uint32_t price, so_far, choice;
};

/// The cheapest steps from the row through these choices, in order.
std::vector<Step> steps(const Choices& row, const Choices& here) {
    std::vector<Step> out;
    out.reserve(row.size() * here.size());
    for (std::uint32_t i = 0; i < row.size(); ++i) {
        for (std::uint32_t k = 0; k < here.size(); ++k) {
            out.push_back({row[i].price + here[k].price, i, k});
        }
    }
    return out;
}

bool before(const Step& a, const Step& b) {
    if (a.price != b.price) return a.price < b.price;
    return a.so_far != b.so_far ? a.so_far < b.so_far : a.choice < b.choice;
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
        auto next = steps(row, here);
        std::sort(next.begin(), next.end(), before);
        if (next.size() > most) {
            next.resize(most);
            cut = true;
        }
        Choices longer;
        longer.reserve(next.size());
        for (const auto& step : next) {
            longer.push_back({row[step.so_far].text + here[step.choice].text, step.price});
        }
        row = std::move(longer);
    }
    std::vector<std::string> out;
    out.reserve(row.size());
    for (auto& choice : row) out.push_back(std::move(choice.text));
    return out;
}

}  // namespace cordon::names
