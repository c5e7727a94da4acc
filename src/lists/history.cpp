// SPDX-License-Identifier: Apache-2.0
// A line is written with one call of write and then synced. One that was cut off by a power failure
// is refused by its number rather than guessed at: the history is evidence.
#include "lists/history.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "base/file.h"
#include "base/json.h"
#include "base/mapped_file.h"
#include "base/sha256.h"
#include "base/text.h"

namespace cordon::lists {

namespace {

std::string path_of(const std::string& folder) {
    return folder + "/history.ndjson";
}

Error failed(const std::string& path, std::string message, std::string remedy) {
    return {std::move(message), "", std::move(remedy), {path, 0, 0, ""}, {}};
}

Json json_of(const Version& version) {
    Json line = Json::object();
    const auto text = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) line.add(key, Json::of_text(value));
    };
    text("source", version.source);
    line.add("on", Json::of_text(version.origin.on.to_iso()));
    text("file", version.origin.file);
    text("url", version.origin.url);
    text("etag", version.origin.etag);
    text("last_modified", version.origin.last_modified);
    text("sha256", version.origin.sha256);
    if (version.unchanged) line.add("unchanged", Json::of_bool(true));
    if (!version.unchanged) {
        line.add("bytes", Json::of_number(static_cast<std::int64_t>(version.origin.bytes)));
    }
    line.add("rows", Json::of_number(static_cast<std::int64_t>(version.rows)));
    text("vintage", version.vintage);
    text("snapshot", version.snapshot);
    return line;
}

Error damaged(const Json& line, const std::string& path, const std::string& field) {
    return {"This line of the history is damaged.",
            "a text or number for \"" + field + "\"",
            "Restore the file from a backup; the lists in use do not depend on it.",
            {path, line.line, line.column, field},
            {}};
}

Result<std::uint64_t> number(const Json& line, const std::string& path, const char* key) {
    const Json* value = line.find(key);
    if (value == nullptr) return std::uint64_t{0};
    const auto& digits = value->text;
    if (value->kind != Json::Kind::Number || digits.empty() || digits.size() > 18 ||
        digits.find_first_not_of("0123456789") != std::string::npos) {
        return damaged(line, path, key);
    }
    std::uint64_t sum = 0;
    for (const char c : digits) sum = sum * 10 + static_cast<std::uint64_t>(c - '0');
    return sum;
}

Result<Version> version_of(const Json& line, const std::string& path) {
    Version version;
    const std::pair<const char*, std::string*> texts[] = {
        {"source", &version.source},
        {"file", &version.origin.file},
        {"url", &version.origin.url},
        {"etag", &version.origin.etag},
        {"last_modified", &version.origin.last_modified},
        {"sha256", &version.origin.sha256},
        {"vintage", &version.vintage},
        {"snapshot", &version.snapshot}};
    for (const auto& [key, into] : texts) {
        const Json* value = line.find(key);
        if (value == nullptr) continue;
        if (value->kind != Json::Kind::Text) return damaged(line, path, key);
        *into = value->text;
    }
    const Json* on = line.find("on");
    if (version.source.empty()) return damaged(line, path, "source");
    if (on == nullptr || on->kind != Json::Kind::Text) return damaged(line, path, "on");
    const auto day = Date::from_iso(on->text);
    if (!day) return damaged(line, path, "on");
    version.origin.on = *day;
    version.origin.bytes = TRY(number(line, path, "bytes"));
    version.rows = TRY(number(line, path, "rows"));
    const Json* unchanged = line.find("unchanged");
    version.unchanged = unchanged != nullptr && unchanged->boolean;
    return version;
}

bool is_gzip(std::string_view bytes) {
    return bytes.size() > 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

}  // namespace

Result<History> History::read(const std::string& folder) {
    History history;
    const auto path = path_of(folder);
    history.path_ = path;
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return history;
    const auto text = TRY(read_file(path));
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        ++number;
        const auto line =
            TRY(parse_json(std::string_view(text).substr(at, end - at), {path, number}));
        history.versions_.push_back(TRY(version_of(line, path)));
        at = end + 1;
    }
    return history;
}

Status History::may_follow(Date day) const {
    const auto later = [&](const Version& version) { return day < version.origin.on; };
    const auto found = std::find_if(versions_.rbegin(), versions_.rend(), later);
    if (found == versions_.rend()) return std::monostate{};
    const auto first = std::find_if(versions_.begin(), versions_.end(), later);
    const auto from = std::to_string(first - versions_.begin() + 1);
    const auto to = std::to_string(versions_.rend() - found);
    const auto where =
        (from == to ? "line " + from : "lines " + from + " to " + to) + " of " + path_;
    return Error{"The copy is said to have come in on " + day.to_iso() + ", but " + found->source +
                     " came in on " + found->origin.on.to_iso() + " already.",
                 "a day not before the last one of the history",
                 "Leave --received out; the day of the copy itself is told with --copied-on. What "
                 "was known on a past day cannot change. Where the later day is wrong, as one "
                 "still to come is, correct \"on\" in " +
                     where + " to the day it came in.",
                 {"", 0, 0, "--received"},
                 {}};
}

Status History::append(const std::string& folder, const Version& version) {
    const auto path = path_of(folder);
    const auto line = write_json(json_of(version)) + "\n";
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    const bool written =
        file >= 0 && ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
        ::fsync(file) == 0;
    const std::string reason = std::strerror(errno);
    if (file >= 0) ::close(file);
    if (written) return std::monostate{};
    return failed(path, "The history of the lists cannot be written: " + reason,
                  "Make room there, or allow writing.");
}

const Version* History::known_on(Date day) const {
    const Version* last = nullptr;
    for (const auto& version : versions_) {
        if (!version.unchanged && version.origin.on <= day) last = &version;
    }
    return last;
}

const Version* History::before_change_to(std::string_view snapshot) const {
    std::vector<const Version*> taken;
    for (const auto& version : versions_) {
        if (!version.unchanged) taken.push_back(&version);
    }
    // The same copies once more change nothing: the change is where the snapshot first stood.
    const auto is_it = [&](std::size_t at) { return taken[at]->snapshot == snapshot; };
    auto at = taken.size();
    while (at > 1 && is_it(at - 1) && is_it(at - 2)) --at;
    if (at > 0 && is_it(at - 1)) {
        const auto day = taken[at - 1]->origin.on;
        std::set<std::string_view> sources;
        while (at > 0 && taken[at - 1]->origin.on == day &&
               sources.insert(taken[at - 1]->source).second) {
            --at;
        }
    }
    while (at > 0 && is_it(at - 1)) --at;
    return at == 0 ? nullptr : taken[at - 1];
}

const Version* History::last_word(std::string_view source) const {
    const Version* last = nullptr;
    for (const auto& version : versions_) {
        if (version.source == source) last = &version;
    }
    return last;
}

std::vector<const Version*> History::of(std::string_view source) const {
    std::vector<const Version*> out;
    for (const auto& version : versions_) {
        if (version.source == source && !version.unchanged) out.push_back(&version);
    }
    return out;
}

Status fill_origin(Origin& origin, const std::string& path) {
    const auto file = TRY(MappedFile::open(path));
    origin.sha256 = sha256_hex(file.bytes());
    origin.bytes = file.bytes().size();
    return std::monostate{};
}

std::string kept_path(const std::string& folder, const std::string& sha256) {
    return folder + "/kept/" + sha256 + ".gz";
}

Status keep_bytes(const std::string& folder, const std::string& path, const std::string& sha256) {
    const auto kept = kept_path(folder, sha256);
    std::error_code error;
    if (std::filesystem::exists(kept, error)) return std::monostate{};
    std::filesystem::create_directories(folder + "/kept", error);
    const auto file = TRY(MappedFile::open(path));
    if (is_gzip(file.bytes())) return write_file_atomically(kept, file.bytes());
    const auto beside = kept + ".part";
    gzFile packed = gzopen(beside.c_str(), "wb6");
    bool good = packed != nullptr;
    constexpr std::size_t kPiece = 1U << 20U;
    for (std::size_t at = 0; good && at < file.bytes().size(); at += kPiece) {
        const auto piece = file.bytes().substr(at, kPiece);
        good = gzwrite(packed, piece.data(), static_cast<unsigned>(piece.size())) ==
               static_cast<int>(piece.size());
    }
    if (packed != nullptr && gzclose(packed) != Z_OK) good = false;
    if (good) std::filesystem::rename(beside, kept, error);
    if (good && !error) return std::monostate{};
    std::filesystem::remove(beside, error);
    return failed(kept, "The bytes of the list cannot be kept.",
                  "Make room there, or allow writing.");
}

}  // namespace cordon::lists
