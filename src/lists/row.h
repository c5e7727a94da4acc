// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One row of a JSON or CSV document, asked for texts by path.
#include <string>
#include <vector>

#include "base/csv.h"
#include "base/json.h"
#include "lists/mapping.h"

namespace cordon::lists {

class RowView {
public:
    explicit RowView(const Json& json) : json_(&json) {}
    RowView(const std::vector<std::string>& header, const CsvRow& row)
        : header_(&header), csv_(&row) {}

    /// Every text at the path, lists flattened, blanks run together, empty texts left out.
    /// With `join`, an object there is one text: its members' texts with ", " between.
    [[nodiscard]] std::vector<std::string> texts(const FieldPath& path,
                                                 const std::vector<std::string>& join) const;
    [[nodiscard]] std::vector<std::string> texts(const FieldPath& path) const;
    /// Every object at the path, lists flattened; none in a CSV.
    [[nodiscard]] std::vector<const Json*> objects(const FieldPath& path) const;
    [[nodiscard]] bool has(const FieldPath& path) const;
    [[nodiscard]] std::uint32_t line() const;

private:
    const Json* json_ = nullptr;
    const std::vector<std::string>* header_ = nullptr;
    const CsvRow* csv_ = nullptr;
};

/// The value at a path of a document, or nullptr.
const Json* at_path(const Json& document, const FieldPath& path);
/// Line breaks and runs of blanks become one blank; none at the ends.
std::string tidy(std::string_view text);
/// The parts that are not empty, with this between them.
std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace cordon::lists
