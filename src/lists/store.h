// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Where imported lists live: a folder with one list-<source>.json a source, the compiled
/// snapshots by hash, and `current` naming the one in use. Old snapshots stay for replay, and the
/// history says which came when (docs/reference/lists-store.md).
#include <optional>
#include <string>
#include <vector>

#include "lists/history.h"
#include "lists/import.h"
#include "lists/snapshot.h"

namespace cordon::lists {

class Store {
public:
    /// `folder` need not exist yet. Default of the CLI: $CORDON_HOME or ~/.local/share/cordon.
    explicit Store(std::string folder);
    /// Adds or replaces a source, compiles a new snapshot (starter list included) and switches to
    /// it atomically. Refuses a file with under half the rows of the one it replaces unless
    /// `accept_shrunken`. With an origin the history gets a line; `kept_from` is the file whose
    /// bytes are kept. Refuses a day before the last of the history.
    struct ImportOptions {
        bool accept_shrunken = false;
        std::optional<Origin> origin = std::nullopt;
        std::string kept_from = {};
    };
    Result<std::string> import(const ListFile& file, const ImportOptions& options);
    /// The current snapshot; the starter list alone when nothing was imported.
    [[nodiscard]] Result<Snapshot> current() const;
    /// What the current snapshot is made of, for a status report.
    [[nodiscard]] Result<std::vector<SourceInfo>> sources() const;
    /// A snapshot by hash, for replay. Fails naming what is gone.
    [[nodiscard]] Result<Snapshot> by_hash(const std::string& hash) const;

    /// The snapshot that was in use at the end of this day; the starter list alone before the first
    /// import.
    [[nodiscard]] Result<Snapshot> known_on(Date day) const;
    [[nodiscard]] Result<History> history() const { return History::read(folder_); }
    /// Notes that the publisher was asked on this day and its copy is still the one in use.
    Status confirm(const std::string& source_id, Date day);
    [[nodiscard]] const std::string& folder() const { return folder_; }

private:
    [[nodiscard]] Result<std::vector<ListFile>> imported_without(
        const std::string& source_id) const;
    std::string folder_;
};

}  // namespace cordon::lists
