// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Lines of JSON, and members of objects that may not be there.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/json.h"
#include "base/text.h"

namespace cordon::links {

/// Calls each(line, number) for every line that is not blank.
template <class Each>
void for_each_line(std::string_view text, Each&& each) {
    std::uint32_t number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = trimmed(text.substr(0, end));
        ++number;
        if (!line.empty()) each(line, number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// The member; nullptr also where there is no object.
inline const Json* member(const Json* object, std::string_view key) {
    return object == nullptr ? nullptr : object->find(key);
}
/// A text member, or "".
inline std::string text_at(const Json* object, std::string_view key) {
    const Json* value = member(object, key);
    return value != nullptr && value->kind == Json::Kind::Text ? value->text : "";
}
inline bool true_at(const Json* object, std::string_view key) {
    const Json* value = member(object, key);
    return value != nullptr && value->kind == Json::Kind::Bool && value->boolean;
}
/// A date, also the day of a timestamp.
inline std::optional<Date> day_at(const Json* object, std::string_view key) {
    const auto text = text_at(object, key);
    const auto day = Date::from_iso(std::string_view(text).substr(0, 10));
    return day ? std::optional(*day) : std::nullopt;
}

}  // namespace cordon::links
