// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
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

struct Descriptor {
    int fd;
    ~Descriptor() {
        if (fd > STDERR_FILENO) close(fd);
    }
};

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
        if (got < 0)
            return about(path, fmt::format("cannot be read: {}", std::strerror(errno)), "");
        used += static_cast<std::size_t>(got);
        if (used > limit) return too_large(path, limit);
        if (got == 0) break;
    }
    out.resize(used);
    return out;
}

Result<std::string> unpacked(const std::string& packed, const std::string& path,
                             std::uint64_t limit) {
    z_stream stream{};
    constexpr int kGzip = 15 + 16;
    if (inflateInit2(&stream, kGzip) != Z_OK) return about(path, "cannot be unpacked", "");
    std::string out;
    int state = Z_OK;
    constexpr std::size_t kPiece = 1 << 18;
    std::string piece(kPiece, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    // zlib counts in 32 bits: feed it in pieces.
    std::size_t fed = 0;
    while (state != Z_STREAM_END) {
        if (stream.avail_in == 0) {
            const auto next = std::min<std::size_t>(packed.size() - fed, 1U << 30);
            if (next == 0) break;
            stream.avail_in = static_cast<uInt>(next);
            fed += next;
        }
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END) break;
        out.append(piece.data(), piece.size() - stream.avail_out);
        if (out.size() > limit) {
            inflateEnd(&stream);
            return too_large(path, limit);
        }
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END)
        return about(path, "a gzip file that is cut off or damaged", "fetch it again");
    return out;
}

}  // namespace

Result<std::string> read_file(const std::string& path, const ReadLimits& limits) {
    const bool standard_input = path == "-";
    const Descriptor file{standard_input ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.fd < 0) {
        if (errno == ENOENT) return about(path, "there is no such file", "check the path");
        return about(path, fmt::format("cannot be opened: {}", std::strerror(errno)),
                     "check its permissions");
    }
    struct stat status{};
    if (fstat(file.fd, &status) != 0)
        return about(path, fmt::format("cannot be examined: {}", std::strerror(errno)), "");
    if (S_ISDIR(status.st_mode))
        return about(path, "is a directory, not a file",
                     "name the files in it, for example " + path + "/*.json");
    const auto size = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
    if (size > limits.file_bytes_max) return too_large(path, limits.file_bytes_max);
    std::string bytes =
        TRY(read_all(file.fd, path, limits.file_bytes_max, static_cast<std::size_t>(size)));
    if (bytes.substr(0, 2) == "\x1F\x8B") return unpacked(bytes, path, limits.file_bytes_max);
    return bytes;
}

Status write_file_atomically(const std::string& path, std::string_view bytes) {
    const std::string beside = path + ".new-" + std::to_string(getpid());
    {
        const Descriptor file{open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)};
        if (file.fd < 0)
            return about(beside, fmt::format("cannot be written: {}", std::strerror(errno)),
                         "check the folder and its permissions");
        for (std::size_t done = 0; done < bytes.size();) {
            const auto wrote = write(file.fd, bytes.data() + done, bytes.size() - done);
            if (wrote < 0 && errno == EINTR) continue;
            if (wrote < 0) {
                unlink(beside.c_str());
                return about(beside, fmt::format("cannot be written: {}", std::strerror(errno)),
                             "check the space on the disk");
            }
            done += static_cast<std::size_t>(wrote);
        }
        if (fsync(file.fd) != 0)
            return about(beside, fmt::format("cannot be written: {}", std::strerror(errno)), "");
    }
    if (rename(beside.c_str(), path.c_str()) != 0) {
        const std::string why = std::strerror(errno);
        unlink(beside.c_str());
        return about(path, "cannot be replaced: " + why, "check the folder and its permissions");
    }
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
        if (ends && entry->is_regular_file()) paths.push_back(path);
    }
    if (fault)
        return about(folder, "cannot be listed: " + fault.message(), "name an existing folder");
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace cordon
