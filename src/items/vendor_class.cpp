// SPDX-License-Identifier: Apache-2.0
#include "items/vendor_class.h"

#include <array>
#include <cstdint>
#include <vector>

#include "base/text.h"
#include "items/item_name.h"

namespace cordon::items {
namespace {

// 15 CFR Part 774 Supp. No. 1, eCFR 2026-07-23: which .z paragraphs hold items like 3A090.a and
// which hold items like 3A090.b. Of `lettered` ones z.N.a and z.N.b for N up to `last`; of the
// others z.1 is the a type and z.2 the b type.
struct ZFamily {
    std::string_view eccn;
    bool lettered;
    std::uint32_t last;
};
constexpr std::array kZFamilies{
    ZFamily{"3A001", true, 4},  ZFamily{"4A003", true, 2}, ZFamily{"4A004", false, 2},
    ZFamily{"4A005", false, 2}, ZFamily{"5A002", true, 5}, ZFamily{"5A004", true, 2},
    ZFamily{"5A992", false, 2}, ZFamily{"5D002", true, 9}, ZFamily{"5D992", false, 2},
};

VendorClass in_z(const ZFamily& family, const std::vector<std::string_view>& parts) {
    VendorClass out;
    const std::uint32_t number =
        parts.size() > 2 && parts[2].size() == 1 && parts[2][0] >= '1' && parts[2][0] <= '9'
            ? static_cast<std::uint32_t>(parts[2][0] - '0')
            : 0;
    if (number == 0) {
        out.note = "the paragraph below .z is not given, so its type is not known";
        return out;
    }
    if (number > family.last) {
        out.word = "other";
        out.note = "this paragraph is not one of the .z family for advanced computing";
        return out;
    }
    if (!family.lettered) {
        out.word = number == 1 ? "z_a" : "z_b";
        return out;
    }
    const std::string_view letter = parts.size() > 3 ? parts[3] : std::string_view();
    if (letter == "B") {
        out.word = "z_b";
    } else {
        out.word = "z_a";
        if (letter != "A") {
            out.note = "the last letter is not given; read as the stricter, 'a' type";
        }
    }
    return out;
}

/// 15 CFR 772.1, "600 series": entries of the form xY6zz, once on the Munitions List.
bool is_series_600(std::string_view entry) {
    return entry.size() == 5 && entry[2] == '6';
}

}  // namespace

VendorClass vendor_class_of(std::string_view eccn) {
    const std::string folded = folded_part_number(eccn);  // upper case, no blanks
    const std::vector<std::string_view> parts = split(folded, '.');
    VendorClass out;
    if (folded.empty()) return out;
    if (folded == "EAR99") return {"EAR99", false, ""};
    const std::string_view head = parts[0];
    const std::string_view paragraph = parts.size() > 1 ? parts[1] : std::string_view();
    if (paragraph == "Z") {
        for (const ZFamily& family : kZFamilies) {
            if (family.eccn == head) return in_z(family, parts);
        }
    }
    if (head == "3A090" || head == "4A090") {
        const bool known =
            paragraph == "A" || paragraph == "B" || (paragraph == "C" && head[0] == '3');
        if (known) {
            out.word = std::string(head) + "." + to_lower_ascii(paragraph);
        } else {
            out.note = "the paragraph of " + std::string(head) + " is not given";
        }
        return out;
    }
    for (const std::string_view plain : {"4E091", "3A991", "4A994", "5A992"}) {
        if (head == plain) out.word = plain;
    }
    if (out.word.empty()) out.word = is_series_600(head) ? "series_600" : "other";
    return out;
}

}  // namespace cordon::items
