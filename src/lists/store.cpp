// SPDX-License-Identifier: Apache-2.0
// The order of writing makes the switch atomic: the bytes that are kept and the new snapshot first,
// then the list it was made from and the line of the history, then `current`, each by a rename.
// Whoever reads sees the old state or the new. A lock file keeps two imports from losing each
// other's list; readers need none.
#include "lists/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/id.h"
#include "base/text.h"
#include "lists/list_file.h"
#include "lists/merge.h"

namespace cordon::lists {

namespace {

/// Held while it lives.
class Lock {
public:
    explicit Lock(const std::string& path)
        : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
        held_ = file_ >= 0 && flock(file_, LOCK_EX) == 0;
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock() {
        if (file_ >= 0) ::close(file_);
    }
    [[nodiscard]] bool held() const { return held_; }

private:
    int file_;
    bool held_ = false;
};

Error failed(const std::string& path, std::string message, std::string remedy) {
    return {std::move(message), "", std::move(remedy), {path, 0, 0, ""}, {}};
}

Error not_a_source(const std::string& id) {
    return {"\"" + id + "\" cannot be the name of a source.",
            "letters, digits, '.', '-' and '_', and not \"" + std::string(kStarterId) + "\"",
            "Give the source another name in the mapping (mapping.source).",
            {},
            {}};
}

std::string snapshot_path(const std::string& folder, const std::string& hash) {
    return folder + "/snapshot-" + hash + ".cordon";
}

std::string list_path(const std::string& folder, const std::string& source_id) {
    return folder + "/list-" + source_id + ".json";
}

bool is_hash(std::string_view text) {
    return text.size() == 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Status refuse_shrunken(const ListFile& file, const std::vector<SourceInfo>& known,
                       const std::string& folder) {
    for (const auto& source : known) {
        if (source.source_id != file.source_id) continue;
        if (file.listings.size() * 2 >= source.listings) continue;
        return failed(list_path(folder, file.source_id),
                      "The new copy of " + file.source_id + " has " +
                          std::to_string(file.listings.size()) + " rows; the one in use has " +
                          std::to_string(source.listings) + ". It may be cut off.",
                      "Check the file. If the list has really shrunk, say --accept-shrunken.");
    }
    return std::monostate{};
}

Result<Snapshot> starter_only() {
    return Snapshot::from_bytes(Snapshot::compile({TRY(starter_list())}));
}

}  // namespace

Store::Store(std::string folder) : folder_(std::move(folder)) {}

Result<std::vector<ListFile>> Store::imported_without(const std::string& source_id) const {
    std::vector<ListFile> files;
    std::error_code error;
    if (!std::filesystem::is_directory(folder_, error)) return files;
    for (const auto& path : TRY(files_below(folder_, ".json"))) {
        const auto name = std::filesystem::path(path).filename().string();
        const auto parent = std::filesystem::path(path).parent_path();
        if (!name.starts_with("list-") || name == "list-" + source_id + ".json") continue;
        if (!std::filesystem::equivalent(parent, folder_, error)) continue;
        const auto text = TRY(read_file(path));
        files.push_back(TRY(list_file_from_json(text, path)));
    }
    return files;
}

Result<std::string> Store::import(const ListFile& file, const ImportOptions& options) {
    if (!is_id_text(file.source_id) || file.source_id == kStarterId) {
        return not_a_source(file.source_id);
    }
    if (file.listings.empty()) {
        return failed(list_path(folder_, file.source_id), "The new list has no rows at all.",
                      "Check the file and the mapping; nothing was changed.");
    }
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) {
        return failed(folder_, "The folder cannot be made: " + error.message(),
                      "Choose another folder (CORDON_HOME).");
    }
    const Lock lock(folder_ + "/lock");
    if (!lock.held()) {
        return failed(folder_, "The folder cannot be locked for writing.",
                      "Check that you may write there.");
    }
    const auto past = TRY(history());
    if (options.origin) TRY(past.may_follow(options.origin->on));
    auto files = TRY(imported_without(file.source_id));
    if (!options.accept_shrunken) {
        // Where the snapshot in use cannot be read there is nothing to compare with.
        if (const auto known = sources()) TRY(refuse_shrunken(file, *known, folder_));
    }
    files.push_back(file);
    std::sort(files.begin(), files.end(),
              [](const ListFile& a, const ListFile& b) { return a.source_id < b.source_id; });
    files.insert(files.begin(), TRY(starter_list()));
    auto bytes = Snapshot::compile(files);
    const auto snapshot = TRY(Snapshot::from_bytes(std::move(bytes)));
    const auto& origin = options.origin;
    if (origin && !options.kept_from.empty()) {
        TRY(keep_bytes(folder_, options.kept_from, origin->sha256));
    }
    TRY(write_file_atomically(snapshot_path(folder_, snapshot.hash()), snapshot.bytes()));
    TRY(write_file_atomically(list_path(folder_, file.source_id), write_json(to_json(file))));
    if (origin) {
        TRY(History::append(folder_, {file.source_id, *origin, false, file.listings.size(),
                                      file.vintage, snapshot.hash()}));
    }
    TRY(write_file_atomically(folder_ + "/current", snapshot.hash() + "\n"));
    return snapshot.hash();
}

Result<Snapshot> Store::current() const {
    const auto path = folder_ + "/current";
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return starter_only();
    const auto text = TRY(read_file(path));
    const auto hash = std::string(trimmed(text));
    if (!is_hash(hash)) {
        return failed(path, "The file does not hold the hash of a snapshot.",
                      "Import any list again to write it anew.");
    }
    return by_hash(hash);
}

Result<Snapshot> Store::known_on(Date day) const {
    const auto past = TRY(history());
    const auto* version = past.known_on(day);
    return version == nullptr ? starter_only() : by_hash(version->snapshot);
}

Status Store::confirm(const std::string& source_id, Date day) {
    const Lock lock(folder_ + "/lock");
    if (!lock.held()) {
        return failed(folder_, "The folder cannot be locked for writing.",
                      "Check that you may write there.");
    }
    const auto past = TRY(history());
    TRY(past.may_follow(day));
    const auto* last = past.last_word(source_id);
    if (last == nullptr) return std::monostate{};
    auto word = *last;
    word.origin.on = day;
    word.unchanged = true;
    return History::append(folder_, word);
}

Result<std::vector<SourceInfo>> Store::sources() const {
    return TRY(current()).sources();
}

Result<Snapshot> Store::by_hash(const std::string& hash) const {
    if (!is_hash(hash)) {
        return failed(folder_, "\"" + hash + "\" is not the hash of a snapshot.",
                      "Give the 64 hexadecimal digits that a receipt records.");
    }
    const auto path = snapshot_path(folder_, hash);
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        auto starter = TRY(starter_only());
        if (starter.hash() == hash) return starter;
        return failed(path, "The snapshot of lists " + hash + " is gone.",
                      "Restore the file from a backup, or import the same list files again.");
    }
    auto snapshot = TRY(Snapshot::open(path));
    if (snapshot.hash() != hash) {
        return failed(path, "The file holds the snapshot " + snapshot.hash() + ", not its name's.",
                      "Import the lists again.");
    }
    return snapshot;
}

}  // namespace cordon::lists
