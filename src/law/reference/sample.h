// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A small law for tests: a handful of facts of every type, two sets, Hong Kong read as China.
#include <string>
#include <string_view>
#include <vector>

#include "law/case.h"
#include "law/law.h"

namespace cordon::law::sample {

/// facts/ and sets/ of the small law.
std::vector<RuleFile> basics();

struct Rule {
    std::string name;
    std::string per = "transaction";
    std::string when;
    std::string unless;
    std::string from = "2019-01-01";
    std::string until;   ///< "" for ever
    std::string status;  ///< TOML of [[status]] tables
};
/// The rule as the text of its file.
std::string toml_of(const Rule& rule);

/// A law with these rules. CHECKs that it loads.
Law law_with(const std::vector<Rule>& rules);
/// The mistakes of one rule, each as "line:column: message | expected | remedy".
std::vector<std::string> mistakes_of(const Rule& rule);

/// A case of the small law with nothing known: `items` items of one device, `parties` parties.
Case unknown_case(const Schema& schema, std::size_t items, std::size_t parties);
/// Sets a fact of a set of the case by name: "CN", "4800", "yes", "2024-01-01", "a b" for several.
void set(const Law& law, FactSet& facts, SubjectKind kind, std::string_view name,
         std::string_view value);

}  // namespace cordon::law::sample
