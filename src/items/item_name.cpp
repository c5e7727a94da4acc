// SPDX-License-Identifier: Apache-2.0
// Taking a name apart.
//
// Idea: the ways to write one model differ in width, case, blanks, hyphens and in what stands
// around it; they agree in the sequence of letter runs and digit runs: "H100-SXM5-80GB", "h100 sxm
// 80g" and "H100（SXM）" all hold h, 100. So the text becomes a sequence of such atoms. Passes over
// it then give the atoms that are details their role, most certain first: part numbers go before
// anything else is read, memory before counts, counts before words.
//
// The subtlety is the times sign: "A100x8" may be eight A100 or an A100X; it stays open here
// (may_be_times) and both readings are kept by the matcher.
//
// Tested by item_name_test.cpp.
#include "items/item_name.h"

#include "items/item_atoms.h"
#include "items/item_details.h"

namespace cordon::items {

ItemName read_item_name(std::string_view text) {
    ItemName out;
    read_atoms(text, out);
    read_details(out);
    return out;
}

}  // namespace cordon::items
