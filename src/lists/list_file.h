// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A list file as the store keeps it: one JSON object, every field of a listing under its name.
#include <string>
#include <string_view>

#include "base/json.h"
#include "lists/listing.h"

namespace cordon::lists {

Json to_json(const ListFile& file);
/// Fails on anything to_json would not have written, naming the row and field.
Result<ListFile> list_file_from_json(std::string_view text, const std::string& path);

}  // namespace cordon::lists
