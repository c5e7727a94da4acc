// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace cordon {

namespace {

Error about(const std::string& path, std::string message, std::string remedy) {
    return Error{std::move(message), "", std::move(remedy), {path, 0, 0, ""}, {}};
}

Error too_large(const std::string& path, std::uint64_t limit) {
    return about(path, fmt::format("larger than the limit of {} bytes", limit),
                 "split the file, or raise --max-file-bytes");
}

/// Closes what it holds; standard input stays open.
struct Descriptor {
    int fd;
    ~Descriptor() {
        if (fd > STDERR_FILENO) close(fd);
    }
};

std::string system_reason() {
    return std::strerror(errno);
}

Result<std::string> read_all(int fd, const std::string& path, std::uint64_t limit,
                             std::size_t expected) {
    std::string out;
    out.reserve(expected);
    constexpr std::size_t kPiece = 1 << 18;
    std::size_t used = 0;
    while (true) {
        out.resize(used + kPiece);
        const auto got = read(fd, out.data() + used, kPiece);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return about(path, "cannot be read: " + system_reason(), "");
        used += static_cast<std::size_t>(got);
        if (used > limit) return too_large(path, limit);
        if (got == 0) break;
    }
    out.resize(used);
    return out;
}

/// A zlib stream over gzip bytes. A gzip file may be several streams one after the other; all of
/// them are unpacked, or the rest of a list would be lost in silence.
class Unpacker {
public:
    Unpacker() : ready_(inflateInit2(&stream_, kGzip) == Z_OK) {}
    ~Unpacker() { inflateEnd(&stream_); }
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    Result<std::string> unpack(const std::string& packed, const std::string& path,
                               std::uint64_t limit) {
        if (!ready_) return about(path, "cannot be unpacked: out of memory", "");
        std::string out;
        std::size_t fed = 0;
        do {
            if (stream_.avail_in == 0) {  // zlib counts in 32 bits: feed it in pieces
                const auto next = std::min<std::size_t>(packed.size() - fed, 1U << 30);
                stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data() + fed));
                stream_.avail_in = static_cast<uInt>(next);
                fed += next;
            }
            if (!step(out)) {
                return about(path, "a gzip file that is cut off or damaged", "fetch it again");
            }
            if (out.size() > limit) return too_large(path, limit);
            // The end of a stream is the end of the file only when nothing follows.
        } while (state_ != Z_STREAM_END || stream_.avail_in > 0 || fed < packed.size());
        return out;
    }

private:
    static constexpr int kGzip = 15 + 16;
    static constexpr std::size_t kPiece = 1 << 18;

    /// Unpacks one piece. False where the bytes are not gzip or more of them are missing.
    bool step(std::string& out) {
        if (state_ == Z_STREAM_END && inflateReset(&stream_) != Z_OK) return false;
        stream_.next_out = reinterpret_cast<Bytef*>(piece_.data());
        stream_.avail_out = static_cast<uInt>(piece_.size());
        state_ = inflate(&stream_, Z_NO_FLUSH);
        out.append(piece_.data(), piece_.size() - stream_.avail_out);
        return state_ == Z_OK || state_ == Z_STREAM_END;
    }

    z_stream stream_{};
    bool ready_;
    int state_ = Z_OK;
    std::string piece_ = std::string(kPiece, '\0');
};

/// Writes everything and puts it on the disk.
Status write_all(int fd, const std::string& path, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto wrote = write(fd, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) {
            return about(path, "cannot be written: " + system_reason(),
                         "check the space on the disk");
        }
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    if (fsync(fd) != 0) return about(path, "cannot be written: " + system_reason(), "");
    return std::monostate{};
}

}  // namespace

Result<std::string> read_file(const std::string& path, const ReadLimits& limits) {
    const bool standard_input = path == "-";
    const Descriptor file{standard_input ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.fd < 0) {
        if (errno == ENOENT) return about(path, "there is no such file", "check the path");
        return about(path, "cannot be opened: " + system_reason(), "check its permissions");
    }
    struct stat status{};
    if (fstat(file.fd, &status) != 0)
        return about(path, "cannot be examined: " + system_reason(), "");
    if (S_ISDIR(status.st_mode)) {
        const bool slash = path.ends_with('/');
        return about(path, "is a directory, not a file",
                     "name the files in it, for example " + path + (slash ? "*.json" : "/*.json"));
    }
    const auto size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
    if (size > limits.file_bytes_max) return too_large(path, limits.file_bytes_max);
    std::string bytes =
        TRY(read_all(file.fd, path, limits.file_bytes_max, static_cast<std::size_t>(size)));
    if (bytes.substr(0, 2) == "\x1F\x8B")
        return Unpacker().unpack(bytes, path, limits.file_bytes_max);
    return bytes;
}

Status write_file_atomically(const std::string& path, std::string_view bytes) {
    struct stat status{};
    const bool stands = stat(path.c_str(), &status) == 0;
    if (stands && !S_ISREG(status.st_mode)) {
        return about(path, "is not a regular file, so it cannot be replaced",
                     "name a file, or let the shell redirect the output");
    }
    static std::atomic<unsigned> count{0};
    const std::string beside = fmt::format("{}.new-{}-{}", path, getpid(), count++);
    const mode_t mode = stands ? status.st_mode & 07777U : 0666U;  // less the umask, as usual
    {
        const Descriptor file{
            open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)};
        if (file.fd < 0) {
            return about(path, "cannot be written: " + system_reason(),
                         "check the folder and its permissions");
        }
        if (auto written = write_all(file.fd, path, bytes); !written) {
            unlink(beside.c_str());
            return written;
        }
    }
    if (rename(beside.c_str(), path.c_str()) != 0) {
        const std::string why = system_reason();
        unlink(beside.c_str());
        return about(path, "cannot be replaced: " + why, "check the folder and its permissions");
    }
    // The new name is on the disk once its folder is.
    const auto folder = std::filesystem::path(path).parent_path();
    const Descriptor holder{
        open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (holder.fd >= 0) fsync(holder.fd);
    return std::monostate{};
}

Result<std::vector<std::string>> files_below(const std::string& folder, std::string_view suffix) {
    namespace fs = std::filesystem;
    std::error_code fault;
    std::vector<std::string> paths;
    for (auto entry = fs::recursive_directory_iterator(folder, fault);
         !fault && entry != fs::recursive_directory_iterator(); entry.increment(fault)) {
        const std::string path = entry->path().string();
        const bool ends = path.size() >= suffix.size() &&
                          path.compare(path.size() - suffix.size(), suffix.size(), suffix) == 0;
        std::error_code gone;
        if (ends && entry->is_regular_file(gone)) paths.push_back(path);
    }
    if (fault)
        return about(folder, "cannot be listed: " + fault.message(), "name an existing folder");
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace cordon
