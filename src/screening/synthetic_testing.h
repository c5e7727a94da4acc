// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Made-up names with the shape of real ones: brands of a growing vocabulary, places, trades, legal
/// forms, persons with common and rare names. For benches and tests at scale.
#include <random>
#include <string>

namespace cordon::screening {

std::string synthetic_name(std::mt19937_64& random);

}  // namespace cordon::screening
