// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The law as a person reads it.
#include <optional>
#include <string>

#include "law/law.h"

namespace cordon::cli {

std::string law_list(const law::Law& law, const std::optional<Date>& day, const std::string& match);
/// Fails naming the nearest id.
Result<std::string> law_show(const law::Law& law, const std::string& id);
std::string law_facts(const law::Law& law, const std::string& match);

}  // namespace cordon::cli
