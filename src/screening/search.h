// SPDX-License-Identifier: Apache-2.0
#pragma once
/// All listed names that score at least so much against a name: exactly those, by index or by hand.
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "names/name.h"
#include "screening/profile.h"

namespace cordon::screening {

/// A printed name on a list: which listing, and which of its names (0 the name, n alias n - 1).
struct ListedName {
    std::uint32_t listing = 0;
    std::uint16_t name = 0;
    friend auto operator<=>(const ListedName&, const ListedName&) = default;
};

struct Hit {
    ListedName listed;
    std::uint16_t raw = 0;
    friend bool operator==(const Hit&, const Hit&) = default;
};
/// Highest score first; then by listing, then by name. One hit a listed name.
void arrange(std::vector<Hit>& hits);

/// The slow twin: every name scored against every query. Recall 1 by construction.
class Exhaustive {
public:
    void add(ListedName listed, names::NameSet names);
    [[nodiscard]] std::vector<Hit> search(const names::NameSet& query, std::uint16_t raw_threshold,
                                          const Profile& profile) const;

private:
    struct Entry {
        ListedName listed;
        names::NameSet names;
    };
    std::vector<Entry> entries_;
};

/// The compiled index: immutable bytes, mapped into memory. The essay in searcher.cpp proves that
/// search equals Exhaustive::search for every query and threshold.
/// Format: docs/reference/index-format.md.
class Index {
public:
    class Builder {
    public:
        explicit Builder(const Weights& weights);
        Builder(Builder&&) noexcept;
        ~Builder();
        void add(ListedName listed, const names::NameSet& names);
        /// Same additions in the same order, same bytes.
        std::string finish();

    private:
        struct State;
        std::unique_ptr<State> state_;
    };
    /// Refuses a damaged or foreign file, and one built for other weights, with the remedy.
    static Result<Index> open(const std::string& path, const Weights& weights);
    static Result<Index> from_bytes(std::string bytes, const Weights& weights);
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;
    ~Index();

    [[nodiscard]] std::uint32_t size() const;  ///< names, derived ones too
    [[nodiscard]] std::string_view bytes() const;

    struct Layout;
    [[nodiscard]] const Layout& layout() const;

private:
    explicit Index(std::unique_ptr<Layout> layout);
    std::unique_ptr<Layout> layout_;
};

/// What one search did, for benches and for explaining a slow one.
struct SearchCounts {
    std::uint64_t probes = 0, near_terms = 0, postings = 0, bounded = 0, scored = 0;
};

/// One thread's working space over a shared index. Not thread-safe; make one a thread.
class Searcher {
public:
    /// Borrows both.
    Searcher(const Index& index, const Profile& profile);
    ~Searcher();
    [[nodiscard]] std::vector<Hit> search(const names::NameSet& query, std::uint16_t raw_threshold);
    [[nodiscard]] const SearchCounts& counts() const;  ///< of the last search

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cordon::screening
