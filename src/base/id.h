// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Strong ids: a ProvisionId is not a ListId, though both are text.
#include <compare>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace cordon {

/// A non-empty name of letters, digits, '.', '-', '_' (checked by parse).
template <class Tag>
class Id {
public:
    static Result<Id> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return text_; }
    friend auto operator<=>(const Id&, const Id&) = default;

private:
    explicit Id(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

bool is_id_text(std::string_view text);
Error not_an_id(std::string_view text);

template <class Tag>
Result<Id<Tag>> Id<Tag>::parse(std::string_view text) {
    if (!is_id_text(text)) return not_an_id(text);
    return Id(std::string(text));
}

}  // namespace cordon
