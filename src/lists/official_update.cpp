// SPDX-License-Identifier: Apache-2.0
// A download is a guest until it has been read: it lies in incoming/, is looked at (a page of HTML
// under a status of 200 is the usual way a publisher's site says that it is down), is read whole
// with every limit of an import, and only then goes to the store, which refuses what has shrunk.
// A document of several lists (part 744) must bring every list it is known for; one that is missing
// is told.
#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "lists/byte_source.h"
#include "lists/official.h"

namespace cordon::lists {

namespace {

constexpr std::string_view kDay = "{date}";
constexpr int kDaysBack = 10;

struct Fetched {
    Downloaded got;
    std::string path, url;
};

std::string with_day(std::string url, Date day) {
    const auto at = url.find(kDay);
    if (at != std::string::npos) url.replace(at, kDay.size(), day.to_iso());
    return url;
}

/// The copy at hand, if every list of the document is still the one from this address.
const Version* in_use_from(const History& history, const OfficialList& list,
                           const std::string& url) {
    const Version* last = nullptr;
    for (const auto& source : list.sources) {
        const auto copies = history.of(source);
        if (copies.empty() || copies.back()->origin.url != url) return nullptr;
        last = copies.back();
    }
    return last;
}

Result<Fetched> fetch(const Store& store, const History& history, const OfficialList& list,
                      const UpdateOptions& options) {
    const auto folder = store.folder() + "/incoming";
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const bool dated = list.url.find(kDay) != std::string::npos;
    for (int back = 0;; ++back) {
        const auto day = Date::from_days(options.today.days() - back);
        DownloadRequest request;
        request.url = with_day(list.url, day);
        request.path =
            folder + "/" + list.id + (dated ? "-" + day.to_iso() : "") + "." + list.format;
        request.limits = options.download;
        request.progress = options.progress;
        const auto* last = in_use_from(history, list, request.url);
        if (last != nullptr && !options.anew && !options.accept_shrunken) {
            request.etag = last->origin.etag;
            request.last_modified = last->origin.last_modified;
            // The text of a day does not change: what was read under this address is the file.
            if (dated) return Fetched{{true, "", "", 0, 0}, request.path, request.url};
        }
        auto got = download(request);
        if (got) return Fetched{std::move(*got), request.path, request.url};
        if (!dated || got.error().status != 404 || back >= kDaysBack) return got.error().error;
    }
}

/// Does it begin as its format does?
Status look_at(const std::string& path, const OfficialList& list, const ImportLimits& limits) {
    const auto head = TRY(head_of(path, limits));
    std::string_view text = head;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto start = to_lower_ascii(trimmed(text.substr(0, 200)));
    const auto refused = [&](const std::string& what) {
        return Error{
            list.title + ": the server sent " + what + " instead of the list.",
            list.format,
            "The publisher's site may be down or may have moved the file; try again later. "
            "The list in use stays.",
            {path, 0, 0, ""},
            {}};
    };
    if (start.empty()) return refused("nothing");
    if (start.starts_with("<!doctype html") || start.starts_with("<html")) {
        return refused("a web page");
    }
    if (list.format == "json" && start[0] != '{' && start[0] != '[') {
        return refused("something that is no JSON");
    }
    if (list.format == "xml" && start[0] != '<') return refused("something that is no XML");
    return std::monostate{};
}

Result<Updated> confirmed(Store& store, const History& history, const OfficialList& list,
                          const UpdateOptions& options) {
    Updated out;
    out.unchanged = true;
    for (const auto& source : list.sources) {
        if (const auto* last = history.last_word(source)) out.versions.push_back(*last);
        TRY(store.confirm(source, options.today));
    }
    return out;
}

}  // namespace

Result<Updated> update(Store& store, const OfficialList& list, const UpdateOptions& options) {
    const auto history = TRY(store.history());
    const auto fetched = TRY(fetch(store, history, list, options));
    if (fetched.got.unchanged) return confirmed(store, history, list, options);
    Updated out;
    out.bytes = fetched.got.bytes;
    out.resumed_from = fetched.got.resumed_from;
    TRY(look_at(fetched.path, list, options.import));
    auto imported = TRY(import_file(fetched.path, options.import));
    Origin origin;
    origin.url = fetched.url;
    origin.on = options.today;
    origin.etag = fetched.got.etag;
    origin.last_modified = fetched.got.last_modified;
    TRY(fill_origin(origin, fetched.path));
    std::vector<std::string> missing = list.sources;
    for (auto& one : imported) {
        std::erase(missing, one.file.source_id);
        out.notes.insert(out.notes.end(), one.notes.begin(), one.notes.end());
        out.refused.insert(out.refused.end(), one.refused.begin(), one.refused.end());
        const auto hash = store.import(one.file, {options.accept_shrunken, origin, fetched.path});
        if (!hash) {
            out.refused.push_back(hash.error());
            continue;
        }
        out.versions.push_back(
            {one.file.source_id, origin, false, one.file.listings.size(), one.file.vintage, *hash});
    }
    for (const auto& source : missing) {
        out.refused.push_back({"The file holds no " + source + "; the copy in use stays.",
                               list_of(list.sources),
                               "Look at the file; the publisher may have changed its form.",
                               {fetched.path, 0, 0, ""},
                               {}});
    }
    if (out.versions.empty()) return out.refused.front();
    std::error_code error;
    std::filesystem::remove(fetched.path, error);  // Its bytes are kept under their hash.
    return out;
}

}  // namespace cordon::lists
