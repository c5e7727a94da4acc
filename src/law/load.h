// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Rule files to values: everything short of the expressions, which law.cpp types and compiles.
///
/// Every mistake of every file is collected. Checked here: TOML itself, unknown keys, unknown words
/// of kinds/gates/states, missing source or confidence, bad ids and dates, overlapping versions,
/// undeclared gaps, status outside any version, S and R versions without `checked`, duplicate ids
/// and names (with the place of the first), cures/of that name no requirement, fewer than one test
/// that applies and one that does not.
#include <vector>

#include "law/law.h"

namespace cordon::law {

struct SetVersion {
    Period period;
    CountrySet members;
    std::string source;
    Confidence confidence = Confidence::Primary;
    std::string note;
    Position position;
};

/// A set of countries that changes by date: a country group.
struct DatedSet {
    std::string name, title, cite;
    std::vector<SetVersion> versions;
    Position position;
};

/// From a day on, one country reads as another: Hong Kong as China.
struct ReadAs {
    Country country, as;
    Date from;
    std::string source;
    Position position;
};

struct Loaded {
    Schema schema;
    std::vector<DatedSet> sets;
    std::vector<ReadAs> read_as;
    std::vector<Provision> provisions;  ///< sorted by id
    std::vector<Error> errors;
};

/// Paths starting "facts/" are schema, "sets/" dated sets, all others provisions (one a file).
Loaded load_files(const std::vector<RuleFile>& files, RuleTests tests = RuleTests::Read);

}  // namespace cordon::law
