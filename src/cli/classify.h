// SPDX-License-Identifier: Apache-2.0
#pragma once
/// An item alone: what it may be, its figures, and its class under the text of a day.
#include <string>
#include <vector>

#include "base/json.h"
#include "determination/engine.h"

namespace cordon::cli {

/// What a person asked about, as item objects of an order file.
struct ItemsAsked {
    std::vector<Json> items;
    std::vector<Error> refused;
};
/// "tpp=2368, performance_density=2.91, designed_for_datacenter=yes": facts of a device or an item.
Result<Json> item_from_spec(const std::string& spec, const law::Schema& schema);
/// JSON (array, {"items": […]} or one object), NDJSON or CSV with fact names as headers.
Result<ItemsAsked> items_from_file(const std::string& text, const std::string& path,
                                   const law::Schema& schema);

/// One meaning of an item under the text of a day, as JSON: id, figures, worksheet, classes with
/// conditions and distances. An item that may be several things has several meanings; `agreed`
/// holds the classes all of them share.
Json classified(const determination::Engine& engine, const Json& item, Date day);

}  // namespace cordon::cli
