// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An item alone: what it may be, its figures, and its class under the text of a day.
#include <string>
#include <vector>

#include "base/json.h"
#include "determination/engine.h"

namespace cordon::cli {

/// An item object of an order file, and where it was read.
struct ItemAsked {
    Json item;
    Position place;
};
/// What a person asked about.
struct ItemsAsked {
    std::vector<ItemAsked> items;
    std::vector<Error> refused;
};
/// "tpp=2368, performance_density=2.91, designed_for_datacenter=yes": facts of a device or an item.
Result<Json> item_from_spec(const std::string& spec, const law::Schema& schema);
/// JSON (array, {"items": […]} or one object), NDJSON or CSV with fact names as headers.
Result<ItemsAsked> items_from_file(const std::string& text, const std::string& path,
                                   const law::Schema& schema);

/// One item under the text of a day, as JSON: its meanings with figures and worksheet, and every
/// class with conditions and distances. An item whose facts cannot be read is refused.
tl::expected<Json, std::vector<Error>> classified(const determination::Engine& engine,
                                                  const ItemAsked& asked, Date day);

}  // namespace cordon::cli
