// SPDX-License-Identifier: Apache-2.0
#include "cli/bug.h"

#include <unistd.h>

#include <csignal>
#include <string_view>

#include "cli/exit_code.h"

namespace cordon::cli {

namespace {

/// Only what a signal handler may do: write and leave.
void leave(int) {
    constexpr std::string_view kWords =
        "cordon: this is a bug in cordon, not in your input. What was printed before is not "
        "complete.\n  remedy: please report it, with the message above and the command\n";
    [[maybe_unused]] const auto written = write(STDERR_FILENO, kWords.data(), kWords.size());
    _exit(kOurBug);
}

}  // namespace

void own_up_to_bugs() {
    struct sigaction action{};
    action.sa_handler = leave;
    sigaction(SIGABRT, &action, nullptr);
}

}  // namespace cordon::cli
