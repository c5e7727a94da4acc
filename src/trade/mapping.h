// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A mapping file: what the odd headers and cells of somebody's export mean. The form is
/// docs/reference/order-mapping.md.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cordon::trade {

/// How a date is written, e.g. "dd.mm.yyyy" or "yyyy年m月d日".
class DateForm {
public:
    /// Fails unless year, month and day come once each: yyyy; mm or m; dd or d.
    static Result<DateForm> parse(std::string_view form);
    /// The ISO form of a date so written. Fails on anything else, and on days that do not exist.
    [[nodiscard]] Result<std::string> to_iso(std::string_view text) const;

private:
    explicit DateForm(std::string form) : form_(std::move(form)) {}
    std::string form_;
};

struct Mapping {
    std::map<std::string, std::string> columns;    ///< header to our name
    std::vector<std::string> ignore;               ///< headers
    std::map<std::string, std::string> constants;  ///< our name to a cell for every row
    /// Our name to {their word to ours}.
    std::map<std::string, std::map<std::string, std::string>> values;
    std::optional<DateForm> date_form;
    char separator = 0;  ///< of the columns; 0: sniff
    char decimal_mark = '.';
    char thousands_mark = 0;  ///< 0: none
    std::string list_separators = ";|";
};

/// Fails on text that is not TOML and on unknown keys, naming the nearest.
Result<Mapping> read_mapping(std::string_view toml_text, const std::string& file);

}  // namespace cordon::trade
