// SPDX-License-Identifier: Apache-2.0
#pragma once
/// One file from one address, whole or not at all.
///
/// Invariants
///  1. `path` is written only when every byte has come; until then the bytes stand in `path`.part
///     and the next call goes on from there, if the server still has the same file.
///  2. Nothing but https is spoken, also after a redirect; http only to this machine itself.
///  3. Size, redirects, silence and the whole time are bounded.
/// Fails when: no answer, an answer that is an error, one that is cut off, too long or too slow;
/// the message names the address and what to do.
#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"

namespace cordon::lists {

struct DownloadLimits {
    std::uint64_t bytes_max = 2'000'000'000;
    std::uint32_t connect_seconds = 30;
    std::uint32_t silence_seconds = 60;  ///< fewer than 100 bytes a second for so long
    std::uint32_t total_seconds = 3600;
    std::uint32_t redirects_max = 5;
    std::uint32_t attempts = 3;      ///< of a connection that breaks; each goes on where it broke
    std::uint32_t wait_seconds = 2;  ///< before the next attempt
};

struct DownloadRequest {
    std::string url, path;
    std::string etag, last_modified;  ///< of the copy at hand; "" to have the file anyhow
    DownloadLimits limits;
    /// Told the bytes so far and those expected (0: not known). May be empty.
    std::function<void(std::uint64_t, std::uint64_t)> progress;
};

struct Downloaded {
    bool unchanged = false;  ///< 304: the copy at hand is the newest, and nothing was written
    std::string etag, last_modified;
    std::uint64_t bytes = 0;
    std::uint64_t resumed_from = 0;  ///< bytes that were there from an earlier attempt
};

/// What the server said, for callers that try another address after "not found".
struct DownloadFailure {
    Error error;
    std::uint32_t status = 0;  ///< of HTTP; 0 where no answer came
};

tl::expected<Downloaded, DownloadFailure> download(const DownloadRequest& request);

}  // namespace cordon::lists
