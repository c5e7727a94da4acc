// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Running the cordon program as a person would, with an empty home of its own.
#include <string>
#include <vector>

namespace cordon::golden {

struct Ran {
    int code = -1;
    std::string out, err;
};

/// `arguments` go to the program as they are; `input` to its standard input.
Ran run_cordon(const std::vector<std::string>& arguments, const std::string& input = "",
               const std::string& folder = "");
/// A new empty folder, removed when the test program ends.
std::string new_folder();

}  // namespace cordon::golden
