// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>

#include "base/sha256.h"
#include "cli/command_lists.h"
#include "cli/exit_code.h"
#include "lists/byte_source.h"
#include "screening/corpus.h"

namespace cordon::cli {

namespace {

struct Read {
    std::vector<lists::Imported> lists;  ///< a document may hold several, as part 744 does
    lists::Origin origin;
    std::string kept_from;  ///< "" where there is no one file
};

Result<Read> read_lists(const Common& common, const ListOptions& options, const std::string& path) {
    Read read;
    read.origin.file = path;
    std::error_code error;
    if (path != "-" && !std::filesystem::is_directory(path, error)) read.kept_from = path;
    if (options.mapping.empty() && path != "-") {
        read.lists = TRY(lists::import_file(path, import_limits(common)));
    } else {
        // The bytes are kept and hashed besides: a pipe could be read only once.
        if (path != "-") (void)TRY(lists::open_source(path, import_limits(common)));
        const std::string text = TRY(read_file(path, common.limits));
        if (options.mapping.empty()) {
            read.lists.push_back(TRY(lists::import_any(text, path)));
        } else {
            const std::string mapping = TRY(read_file(options.mapping, common.limits));
            read.lists.push_back(TRY(
                lists::import_mapped(text, path, mapping, options.mapping, import_limits(common))));
        }
        read.origin.sha256 = sha256_hex(text);
        read.origin.bytes = text.size();
    }
    if (!read.kept_from.empty()) TRY(lists::fill_origin(read.origin, path));
    return read;
}

/// Puts one list into the store and says what came of it.
void keep(lists::Store& store, const lists::Imported& imported, const Read& read,
          bool accept_shrunken, Mistakes& mistakes) {
    mistakes.add(imported.refused);
    for (const auto& note : imported.notes)
        std::fprintf(stderr, "cordon: note: %s\n", note.c_str());
    auto hash = store.import(imported.file, {accept_shrunken, read.origin, read.kept_from});
    if (!hash) return mistakes.add(hash.error());
    std::printf("%s: %zu listings of %s (as of %s), %zu refused; snapshot %s\n",
                read.origin.file.c_str(), imported.file.listings.size(),
                imported.file.source_id.c_str(),
                imported.file.vintage.empty() ? "no date" : imported.file.vintage.c_str(),
                imported.refused.size(), hash->substr(0, 12).c_str());
}

/// The index of names is made now, so that the first question need not wait for it.
void prepare_search(const Common& common, const lists::Store& store, Mistakes& mistakes) {
    const auto snapshot = store.current();
    if (!snapshot) return;  // Whatever is wrong with it has been told.
    const auto profile = MUST(screening::profile("balanced"));
    const auto corpus = screening::Corpus::open(*snapshot, profile.weights, common.home);
    if (!corpus) mistakes.add(corpus.error());
}

}  // namespace

int lists_import(const Common& common, const ListOptions& options) {
    auto day = day_option(options.copied_on, "--copied-on");
    if (!day) return complain(day.error(), kUsage);
    const auto received = received_on(options);
    if (!received) return complain(received.error(), kUsage);
    lists::Store store(common.home);
    Mistakes mistakes;
    for (const auto& path : options.files) {
        auto read = read_lists(common, options, path);
        if (!read) {
            mistakes.add(read.error());
            continue;
        }
        read->origin.on = *received;
        for (auto& one : read->lists) {
            if (*day) {
                if (auto dated = lists::date_copy(one, **day, path); !dated) {
                    mistakes.add(dated.error());
                    continue;
                }
            }
            keep(store, one, *read, options.accept_shrunken, mistakes);
        }
    }
    prepare_search(common, store, mistakes);
    mistakes.finish();
    return mistakes.count() == 0 ? kClear : kBadInput;
}

}  // namespace cordon::cli
