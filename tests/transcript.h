// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Sessions at a shell as text: commands behind "$ ", what they print, and how they end.
///
///     # What this shows.
///     $ cordon screen missing.json
///     ! cordon: missing.json: there is no such file
///     [exit 65]
///
/// Standard output stands as it is, standard error behind "! "; a line of output that would read as
/// one of the marks has a backslash before it. Hashes are masked, so that a transcript changes only
/// when something that a person reads does.
#include <string>
#include <string_view>
#include <vector>

namespace cordon::golden {

struct Session {
    std::string opening;  ///< comment lines before the first command
    std::vector<std::string> commands;
};
/// The commands of a transcript, without what they print.
Session read_session(std::string_view transcript);

struct Shown {
    std::string out, err;
    int code = -1;
};
/// Runs one line in bash in `folder`, with this build's cordon first on the PATH and imported lists
/// in `home`.
Shown run_line(const std::string& line, const std::string& folder,
               const std::string& home = "home");
/// The transcript as it is now.
std::string played(const Session& session, const std::string& folder);

/// SHA-256 hashes, whole and short, and the temporary folder of the test become words.
std::string masked(std::string text, const std::string& folder);

}  // namespace cordon::golden
