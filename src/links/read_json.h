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
#include "lists/born.h"
#include "lists/row.h"

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
/// The same without line breaks, runs of blanks and blanks at the ends: every text that is kept is
/// read so, ids too, so that one text is one text in all formats.
inline std::string tidy_at(const Json* object, std::string_view key) {
    return lists::tidy(text_at(object, key));
}
inline bool true_at(const Json* object, std::string_view key) {
    const Json* value = member(object, key);
    return value != nullptr && value->kind == Json::Kind::Bool && value->boolean;
}
/// A date, also the day of a timestamp.
inline std::optional<Date> day_at(const Json* object, std::string_view key) {
    const auto text = text_at(object, key);
    if (text.empty()) return std::nullopt;
    const auto day = Date::from_iso(std::string_view(text).substr(0, 10));
    return day ? std::optional(*day) : std::nullopt;
}

/// A day or timestamp; all days of a month or year. Nothing for "about" one.
inline std::optional<lists::Born> days_in(std::string_view text) {
    text = text.substr(0, text.find('T'));
    if (text.empty()) return std::nullopt;
    if (const auto day = Date::from_iso(text)) return lists::Born{*day, *day, false};
    const auto days = lists::born_of(text);
    return days && !days->about ? days : std::nullopt;
}

}  // namespace cordon::links
