// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One entry of Supplements 4, 6 and 7 to part 744, taken apart: a cell of running text that holds
/// a name, aliases, addresses, and sometimes other parties with names and addresses of their own.
///
/// Invariant: no text of the cell is lost: what is no name is an address, whatever it says.
#include <string>
#include <string_view>
#include <vector>

namespace cordon::lists {

struct EntityCell {
    struct Party {
        std::string name;  ///< as printed, typos kept
        std::vector<std::string> aliases;
        std::vector<std::string> former_names;  ///< printed as "f.k.a."; not among the aliases
        std::vector<std::string> addresses;
    };
    Party entry;
    std::vector<Party> inside;  ///< subordinate institutions and affiliated entities, in order
};

/// `lines` are the lines of the cell, an alias a line where the source breaks them.
EntityCell parse_entity_cell(const std::vector<std::string>& lines);
/// Where the name ends in "Foo Co., Ltd., No. 5, Beijing": before the address.
std::size_t end_of_name(std::string_view text);

}  // namespace cordon::lists
