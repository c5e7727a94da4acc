// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Applies a mapping to a parsed document.
#include "base/csv.h"
#include "base/json.h"
#include "lists/import.h"
#include "lists/mapping.h"

namespace cordon::lists {

/// Does the document look like what the mapping reads?
bool recognises(const Mapping& mapping, const Json& document);
bool recognises(const Mapping& mapping, const CsvTable& table);

Result<Imported> apply(const Mapping& mapping, const Json& document, const std::string& path,
                       const ImportLimits& limits);
Result<Imported> apply(const Mapping& mapping, const CsvTable& table, const std::string& path,
                       const ImportLimits& limits);

}  // namespace cordon::lists
