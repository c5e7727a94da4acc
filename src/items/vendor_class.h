// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The class a maker's ECCN falls in, as rules name it (item.vendor_class).
#include <string>
#include <string_view>

namespace cordon::items {

struct VendorClass {
    std::string word;  ///< an option of item.vendor_class; "" when the ECCN does not tell
    bool on_ccl = true;
    std::string note;  ///< how it was read, where that is not plain
};

/// "4A090.a" -> 4A090.a, "5A992.z.2" -> z_b, "3A991.p" -> 3A991, "EAR99" -> EAR99 (not on the CCL).
VendorClass vendor_class_of(std::string_view eccn);

}  // namespace cordon::items
