// SPDX-License-Identifier: Apache-2.0
#include "cli/mistakes.h"

#include <cstdio>

#include "cli/command.h"
#include "cli/exit_code.h"

namespace cordon::cli {

namespace {

std::string further(std::size_t number) {
    return std::to_string(number) + " further mistake" + (number == 1 ? " is" : "s are") +
           " not shown; mend the first ones and run again";
}

}  // namespace

void Mistakes::add(const Error& error) {
    if (++count_ <= kShown)
        std::fputs(("cordon: " + shortened(error).to_text() + "\n").c_str(), stderr);
}

void Mistakes::add(const std::vector<Error>& errors) {
    for (const auto& error : errors) add(error);
}

void Mistakes::finish() const {
    if (count_ <= kShown) return;
    std::fputs(("cordon: " + further(count_ - kShown) + "\n").c_str(), stderr);
}

Error shortened(Error error) {
    if (error.related.size() <= Mistakes::kShown) return error;
    const auto left = error.related.size() - Mistakes::kShown;
    error.related.resize(Mistakes::kShown);
    error.related.push_back({further(left), {}});
    return error;
}

int complain(const Error& error, int code) {
    Mistakes mistakes;
    mistakes.add(error);
    return code;
}

int complain(const std::vector<Error>& errors, int code) {
    Mistakes mistakes;
    mistakes.add(errors);
    mistakes.finish();
    return code;
}

}  // namespace cordon::cli
