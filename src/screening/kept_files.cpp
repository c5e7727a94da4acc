// SPDX-License-Identifier: Apache-2.0
// Time is that of the file system, and now is when the new file was written. Where reading leaves
// no trace (noatime) a file that another build still uses may go; that build makes it anew.
#include "screening/kept_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <system_error>

namespace cordon::screening {

namespace {

constexpr std::int64_t kForgottenAfter = std::int64_t{30} * 24 * 60 * 60;

/// Seconds; nothing for what is no regular file.
std::optional<std::int64_t> last_touched(const std::string& path) {
    struct stat about{};
    if (::lstat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
    return std::max<std::int64_t>(about.st_mtim.tv_sec, about.st_atim.tv_sec);
}

}  // namespace

void remove_forgotten(const std::string& written, const std::string& beginning) {
    namespace fs = std::filesystem;
    const fs::path self(written);
    const auto now = last_touched(written);
    if (!now || self.filename().string().find(beginning) != 0) return;
    std::error_code error;
    for (fs::directory_iterator at(self.parent_path(), error), end; !error && at != end;
         at.increment(error)) {
        const auto path = at->path();
        const auto name = path.filename().string();
        if (name == self.filename() || !name.starts_with(beginning)) continue;
        if (path.extension() != self.extension()) continue;
        const auto touched = last_touched(path.string());
        if (!touched || *now - *touched <= kForgottenAfter) continue;
        std::error_code stays;
        fs::remove(path, stays);
    }
}

}  // namespace cordon::screening
