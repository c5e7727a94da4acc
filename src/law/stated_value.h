// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What one field of an order says: the bare value, its source, and how to read it. Internal to
/// the case reader.
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "law/fact.h"

namespace cordon::law {

/// A field without its wrapping {"value": …, "source": …, "known_since": …}.
struct Stated {
    const Json* value = nullptr;
    std::string source;
    std::optional<Date> known_since;
};

/// Fails on a wrapping without "value", with another key, or with a wrong day.
Result<Stated> unwrap(const Json& json, const Fact& fact);
/// null, and the word "unknown" for anything but text.
bool says_unknown(const Json& json, const Fact& fact);
/// REQUIRES: Text or Texts. Empty when nothing is said.
Result<std::vector<std::string>> read_texts(const Json& json, const Fact& fact);
/// REQUIRES: Number. In the canonical unit, exactly converted.
Result<Interval> read_number(const Json& json, const Fact& fact);

/// "a number", "a text", …
std::string_view kind_name(Json::Kind kind);
/// An error at this value; file and field are for the caller to fill in.
Error value_error(const Json& json, std::string message, std::string expected = "",
                  std::string remedy = "");

}  // namespace cordon::law
