// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Several names written in one field: "A a.k.a. B", "A / B", "A (B)", "华为 Huawei". For this
/// folder only.
#include <string>
#include <string_view>
#include <vector>

#include "names/name.h"

namespace cordon::screening {

/// The names a field holds besides the whole of it; none for a field that is one name. A part must
/// tell somebody apart by itself: "(Shenzhen)", "Import/Export Co." and "TCL 科技集团" are no
/// parts.
std::vector<std::string> parts_of(std::string_view field, names::NameKind kind);

}  // namespace cordon::screening
