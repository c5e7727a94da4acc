// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Random well-typed rules over the small law, and random partial cases, from one seed.
#include <cstdint>
#include <random>

#include "law/reference/sample.h"

namespace cordon::law::sample {

class Chance {
public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}
    /// 0 .. below-1; the same on every machine.
    std::uint32_t below(std::uint32_t limit) {
        return static_cast<std::uint32_t>(engine_() % limit);
    }
    bool percent(std::uint32_t chance) { return below(100) < chance; }
    template <class T>
    const T& one_of(const std::vector<T>& values) {
        return values[below(static_cast<std::uint32_t>(values.size()))];
    }

private:
    std::mt19937 engine_;
};

/// `count` rules of all subjects; later ones call earlier ones; some stayed, ended or unconfirmed.
std::vector<Rule> random_rules(Chance& chance, std::size_t count);
/// A case in which about a third of the facts are unknown and some numbers are intervals.
Case random_case(Chance& chance, const Schema& schema);
/// A case like `facts` in which one unknown thing became known. False when everything was known.
bool learn_one(Chance& chance, const Schema& schema, Case& facts);
Date random_day(Chance& chance);

}  // namespace cordon::law::sample
