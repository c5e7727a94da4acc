// SPDX-License-Identifier: Apache-2.0
// Resuming asks for "the rest, if the file is still the one with this tag" (Range with If-Range).
// A server that cannot, or has another file by now, answers with the whole, and the part at hand
// is dropped; one that answers with another range than asked for is not believed. What the part
// belongs to stands beside it, in .part.tag.
//
// The one subtlety is a connection that ends early: libcurl reports it when the server had said how
// long the file is. When it had not, nobody can tell here; the reader of the list will.
#include "lists/download.h"

#include <curl/curl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/file.h"
#include "base/text.h"

namespace cordon::lists {

namespace {

using Failure = tl::unexpected<DownloadFailure>;

constexpr std::uint32_t kNotModified = 304, kPartial = 206, kOk = 200, kNoSuchRange = 416;
constexpr long kSlowBytes = 100;

/// Asked of the parser that libcurl goes by: "http://127.0.0.1:80@example.org/" is not here.
bool is_this_machine(const std::string& url) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parts(curl_url(), curl_url_cleanup);
    if (!parts || curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
        return false;
    }
    const auto part = [&](CURLUPart which) {
        char* text = nullptr;
        curl_url_get(parts.get(), which, &text, 0);
        std::string copy(text == nullptr ? "" : text);
        curl_free(text);
        return to_lower_ascii(copy);
    };
    if (!part(CURLUPART_USER).empty() || !part(CURLUPART_PASSWORD).empty()) return false;
    const auto host = part(CURLUPART_HOST);
    return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// One request and all that comes back.
class Transfer {
public:
    Transfer(const DownloadRequest& request, CURL* handle) : request_(request), curl_(handle) {}
    tl::expected<Downloaded, DownloadFailure> run();
    [[nodiscard]] bool may_go_on() const { return may_go_on_; }

private:
    static std::size_t on_header(char* text, std::size_t one, std::size_t size, void* self);
    static std::size_t on_body(char* bytes, std::size_t one, std::size_t size, void* self);
    static int on_progress(void* self, curl_off_t total, curl_off_t now, curl_off_t, curl_off_t);
    static int before_asking(void* self, char*, char*, int, int);
    void header(std::string_view line);
    bool body(std::string_view bytes);
    bool begin_body();
    void set_limits();
    curl_slist* headers();
    [[nodiscard]] std::uint32_t status() const;
    [[nodiscard]] DownloadFailure failure(CURLcode code, const char* reason) const;
    [[nodiscard]] DownloadFailure refused(std::string message, std::string remedy) const;
    tl::expected<Downloaded, DownloadFailure> finish();
    [[nodiscard]] std::string part() const { return request_.path + ".part"; }
    [[nodiscard]] std::string tag_path() const { return request_.path + ".part.tag"; }
    void drop_part() const {
        std::error_code error;
        std::filesystem::remove(part(), error);
        std::filesystem::remove(tag_path(), error);
    }

    const DownloadRequest& request_;
    CURL* curl_;
    File file_;
    Downloaded got_;
    std::uint64_t have_ = 0;  ///< bytes of the part at hand when the request went out
    std::string range_;       ///< Content-Range
    std::string said_;        ///< the first bytes of an answer that is no file
    std::string trouble_;     ///< why we broke off ourselves
    std::string remedy_;
    bool may_go_on_ = false;
};

std::uint32_t Transfer::status() const {
    long code = 0;
    curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &code);
    return static_cast<std::uint32_t>(code);
}

std::size_t Transfer::on_header(char* text, std::size_t, std::size_t size, void* self) {
    static_cast<Transfer*>(self)->header({text, size});
    return size;
}

std::size_t Transfer::on_body(char* bytes, std::size_t, std::size_t size, void* self) {
    return static_cast<Transfer*>(self)->body({bytes, size}) ? size : 0;
}

int Transfer::on_progress(void* self, curl_off_t total, curl_off_t now, curl_off_t, curl_off_t) {
    const auto& transfer = *static_cast<Transfer*>(self);
    if (transfer.request_.progress && now > 0 && transfer.file_) {
        const auto before = transfer.got_.resumed_from;
        const auto whole = total > 0 ? static_cast<std::uint64_t>(total) + before : 0;
        transfer.request_.progress(static_cast<std::uint64_t>(now) + before, whole);
    }
    return 0;
}

/// Before anything is sent, also after a redirect: this machine may send us on to another.
int Transfer::before_asking(void* self, char*, char*, int, int) {
    auto& transfer = *static_cast<Transfer*>(self);
    const char* url = nullptr;
    curl_easy_getinfo(transfer.curl_, CURLINFO_EFFECTIVE_URL, &url);
    const std::string asked(url == nullptr ? "" : url);
    if (to_lower_ascii(asked).starts_with("https://") || is_this_machine(asked)) {
        return CURL_PREREQFUNC_OK;
    }
    transfer.trouble_ = "only https is spoken with other machines, and " + asked + " is none";
    transfer.remedy_ = "Give an address that begins with https:// and stays with it.";
    return CURL_PREREQFUNC_ABORT;
}

void Transfer::header(std::string_view line) {
    if (line.starts_with("HTTP/")) {  // The answer before was a redirect.
        got_.etag.clear();
        got_.last_modified.clear();
        range_.clear();
        return;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const auto name = to_lower_ascii(line.substr(0, colon));
    const auto value = std::string(trimmed(line.substr(colon + 1)));
    if (name == "etag") got_.etag = value;
    if (name == "last-modified") got_.last_modified = value;
    if (name == "content-range") range_ = value;
}

/// Opens the part for what comes: at its end for the rest, anew for the whole.
bool Transfer::begin_body() {
    const bool rest = status() == kPartial;
    if (rest && !range_.starts_with(fmt::format("bytes {}-", have_))) {
        trouble_ = "the server sent another part of the file than it was asked for";
        remedy_ = "Run the update again; it starts from the beginning.";
        drop_part();
        return false;
    }
    got_.resumed_from = rest ? have_ : 0;
    got_.bytes = got_.resumed_from;
    file_.reset(std::fopen(part().c_str(), rest ? "ab" : "wb"));
    if (!file_) {
        trouble_ = "the file " + part() + " cannot be written";
        remedy_ = "Make room there, or allow writing.";
        return false;
    }
    // A weak tag does not promise the same bytes; without a promise the part cannot be added to.
    const auto& tag =
        !got_.etag.empty() && !got_.etag.starts_with("W/") ? got_.etag : got_.last_modified;
    if (!tag.empty()) return static_cast<bool>(write_file_atomically(tag_path(), tag + "\n"));
    std::error_code error;
    std::filesystem::remove(tag_path(), error);
    return true;
}

bool Transfer::body(std::string_view bytes) {
    if (status() != kOk && status() != kPartial) {
        constexpr std::size_t kEnough = 200;
        said_ += bytes.substr(0, kEnough - std::min(kEnough, said_.size()));
        return true;
    }
    if (!file_ && !begin_body()) return false;
    got_.bytes += bytes.size();
    if (got_.bytes > request_.limits.bytes_max) {
        trouble_ = fmt::format("the file is larger than {} bytes, and no list is",
                               request_.limits.bytes_max);
        remedy_ = "Check the address; if the list has really grown, say --max-file-bytes.";
        file_.reset();
        drop_part();
        return false;
    }
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size()) return true;
    trouble_ = "the file " + part() + " cannot be written to its end";
    remedy_ = "Make room there and run the update again; it goes on where it stopped.";
    return false;
}

void Transfer::set_limits() {
    const auto& limits = request_.limits;
    const char* spoken = is_this_machine(request_.url) ? "http,https" : "https";
    curl_easy_setopt(curl_, CURLOPT_PROTOCOLS_STR, spoken);
    curl_easy_setopt(curl_, CURLOPT_REDIR_PROTOCOLS_STR, spoken);
    curl_easy_setopt(curl_, CURLOPT_PREREQFUNCTION, before_asking);
    curl_easy_setopt(curl_, CURLOPT_PREREQDATA, this);
    curl_easy_setopt(curl_, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl_, CURLOPT_MAXREDIRS, static_cast<long>(limits.redirects_max));
    curl_easy_setopt(curl_, CURLOPT_CONNECTTIMEOUT, static_cast<long>(limits.connect_seconds));
    curl_easy_setopt(curl_, CURLOPT_TIMEOUT, static_cast<long>(limits.total_seconds));
    curl_easy_setopt(curl_, CURLOPT_LOW_SPEED_LIMIT, kSlowBytes);
    curl_easy_setopt(curl_, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.silence_seconds));
    curl_easy_setopt(curl_, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl_, CURLOPT_USERAGENT, "cordon (list update)");
}

curl_slist* Transfer::headers() {
    curl_slist* list = nullptr;
    const auto add = [&](const std::string& line) { list = curl_slist_append(list, line.c_str()); };
    std::error_code error;
    const auto size = std::filesystem::file_size(part(), error);
    const auto tag = read_file(tag_path());
    have_ = 0;
    if (!error && size > 0 && tag && !trimmed(*tag).empty()) {
        have_ = size;
        add(fmt::format("Range: bytes={}-", have_));
        add("If-Range: " + std::string(trimmed(*tag)));
    } else {
        if (!request_.etag.empty()) add("If-None-Match: " + request_.etag);
        if (!request_.last_modified.empty()) add("If-Modified-Since: " + request_.last_modified);
    }
    return list;
}

DownloadFailure Transfer::refused(std::string message, std::string remedy) const {
    return {{request_.url + ": " + std::move(message), "", std::move(remedy), {}, {}}, status()};
}

DownloadFailure Transfer::failure(CURLcode code, const char* reason) const {
    if (!trouble_.empty()) return refused(trouble_, remedy_);
    const std::string again = "Run the update again; it goes on where it stopped.";
    if (code == CURLE_TOO_MANY_REDIRECTS) {
        return refused(fmt::format("the server sends from one address to the next, more than {} "
                                   "times",
                                   request_.limits.redirects_max),
                       "Check the address with the publisher.");
    }
    if (code == CURLE_UNSUPPORTED_PROTOCOL) {
        return refused("only https is spoken with other machines",
                       "Give an address that begins with https://.");
    }
    if (code == CURLE_PARTIAL_FILE) {
        return refused(
            fmt::format("the connection ended before the file did, after {} bytes", got_.bytes),
            again);
    }
    if (code == CURLE_OPERATION_TIMEDOUT) {
        return refused(fmt::format("too slow: {}", reason), again);
    }
    return refused(reason, "Check the address and the network. " + again);
}

tl::expected<Downloaded, DownloadFailure> Transfer::finish() {
    const auto code = status();
    if (code == kNotModified) {
        got_.unchanged = true;
        return got_;
    }
    if (code == kNoSuchRange && have_ > 0) {  // The part at hand is of another file.
        drop_part();
        may_go_on_ = true;
        return Failure(refused("the part at hand does not fit the file any more",
                               "Run the update again; it starts from the beginning."));
    }
    if (code != kOk && code != kPartial) {
        may_go_on_ = code >= 500;
        return Failure(refused(fmt::format("the server answered {}", code),
                               code == 404 ? "The publisher may have moved the file; look for its "
                                             "new address and put it into a list of your own "
                                             "(--official)."
                                           : "Try again later."));
    }
    if (!file_ && !begin_body()) return Failure(failure(CURLE_WRITE_ERROR, ""));  // An empty file.
    const bool whole = std::fflush(file_.get()) == 0 && ::fsync(fileno(file_.get())) == 0;
    file_.reset();
    std::error_code error;
    if (whole) std::filesystem::rename(part(), request_.path, error);
    if (!whole || error) {
        return Failure(refused("the file " + request_.path + " cannot be written",
                               "Make room there, or allow writing."));
    }
    std::filesystem::remove(tag_path(), error);
    return got_;
}

tl::expected<Downloaded, DownloadFailure> Transfer::run() {
    char reason[CURL_ERROR_SIZE] = "";
    set_limits();
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> lines(headers(),
                                                                            curl_slist_free_all);
    curl_easy_setopt(curl_, CURLOPT_URL, request_.url.c_str());
    curl_easy_setopt(curl_, CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(curl_, CURLOPT_ERRORBUFFER, reason);
    curl_easy_setopt(curl_, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(curl_, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(curl_, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(curl_, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(curl_, CURLOPT_XFERINFODATA, this);
    curl_easy_setopt(curl_, CURLOPT_NOPROGRESS, 0L);
    const auto code = curl_easy_perform(curl_);
    if (code == CURLE_OK) return finish();
    if (file_) std::fflush(file_.get());
    file_.reset();
    const bool broke = code == CURLE_PARTIAL_FILE || code == CURLE_RECV_ERROR ||
                       code == CURLE_GOT_NOTHING || code == CURLE_HTTP2_STREAM;
    may_go_on_ = trouble_.empty() && broke;
    return Failure(failure(code, reason[0] != '\0' ? reason : curl_easy_strerror(code)));
}

}  // namespace

tl::expected<Downloaded, DownloadFailure> download(const DownloadRequest& request) {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    std::optional<DownloadFailure> last;
    for (std::uint32_t attempt = 0; attempt < std::max(1U, request.limits.attempts); ++attempt) {
        if (last) sleep(request.limits.wait_seconds);
        const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(
            ready ? curl_easy_init() : nullptr, curl_easy_cleanup);
        if (!handle) return Failure(DownloadFailure{{"libcurl does not start", "", "", {}, {}}, 0});
        Transfer transfer(request, handle.get());
        auto done = transfer.run();
        if (done || !transfer.may_go_on()) return done;
        last = done.error();
    }
    return Failure(*last);
}

}  // namespace cordon::lists
