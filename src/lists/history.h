// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The memory of a store: which copy of which list came in when, and what it was.
///
/// history.ndjson in the folder of the store has a line for each list that was taken in, and one
/// for each time its publisher said that nothing had changed. Lines are only ever added. The bytes
/// a list was read from stay beside it, packed, named by their hash.
///
/// Two clocks meet here. What a list says of a day stands in its listings; what was known on a day
/// is the version that was the last to come in by then.
/// Fails when: a line is damaged (with file and line), the folder cannot be written to.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace cordon::lists {

/// Where a copy came from.
struct Origin {
    std::string file;      ///< as the person named it; "" for a download
    std::string url;       ///< "" for a file
    Date on = kFirstDate;  ///< the day it came in, told by the caller
    std::string etag;      ///< as the server gave them
    std::string last_modified;
    std::string sha256;  ///< of the bytes as they came
    std::uint64_t bytes = 0;
};

struct Version {
    std::string source;  ///< "csl"
    Origin origin;
    bool unchanged = false;  ///< the publisher was asked and the copy before is still the newest
    std::uint64_t rows = 0;
    std::string vintage;   ///< day of the copy by its own account, or ""
    std::string snapshot;  ///< in use from then on
};

class History {
public:
    /// A missing file is an empty history.
    static Result<History> read(const std::string& folder);
    /// Adds one line; the folder must be there. The caller holds the lock of the store.
    static Status append(const std::string& folder, const Version& version);

    /// Refuses a day before the last one: a copy that came in now was not known then, and
    /// known_on() of a past day must go on answering what it answered. The lines that say a later
    /// day are named: one with a day still to come would refuse every copy there is.
    [[nodiscard]] Status may_follow(Date day) const;

    /// In the order they came in.
    [[nodiscard]] const std::vector<Version>& versions() const { return versions_; }
    /// The last that came in by this day, of any source. Not the "unchanged" ones.
    [[nodiscard]] const Version* known_on(Date day) const;
    /// What was in use before the change that led to this snapshot. Copies of several sources that
    /// came in one after the other on one day are one change, as an update brings them. Null where
    /// nothing was.
    [[nodiscard]] const Version* before_change_to(std::string_view snapshot) const;
    /// The last line of a source, "unchanged" or not.
    [[nodiscard]] const Version* last_word(std::string_view source) const;
    /// Those of a source, oldest first, without "unchanged" ones.
    [[nodiscard]] std::vector<const Version*> of(std::string_view source) const;

private:
    std::string path_;
    std::vector<Version> versions_;  ///< one a line of the file
};

/// Hash and size of a file that a list was read from. Of OFAC's tables the main one stands for all.
Status fill_origin(Origin& origin, const std::string& path);
/// Keeps the bytes of a file as kept/<sha256>.gz, once.
Status keep_bytes(const std::string& folder, const std::string& path, const std::string& sha256);
/// Where keep_bytes puts them.
std::string kept_path(const std::string& folder, const std::string& sha256);

}  // namespace cordon::lists
