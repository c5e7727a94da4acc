// SPDX-License-Identifier: Apache-2.0
#include "lists/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace cordon::lists {

namespace {

constexpr std::size_t kPiece = 1 << 16;
constexpr std::size_t kHead = 1 << 16;

Error about(const std::string& path, std::string message, std::string expected,
            std::string remedy) {
    return {std::move(message), std::move(expected), std::move(remedy), {path, 0, 0, ""}, {}};
}

class TextSource final : public ByteSource {
public:
    explicit TextSource(std::string_view text) : rest_(text) {}
    Result<std::size_t> read(char* into, std::size_t size) override {
        const auto count = std::min(size, rest_.size());
        std::memcpy(into, rest_.data(), count);
        rest_.remove_prefix(count);
        return count;
    }

private:
    std::string_view rest_;
};

class FileSource final : public ByteSource {
public:
    FileSource(int file, std::string path) : file_(file), path_(std::move(path)) {}
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource() override { ::close(file_); }
    Result<std::size_t> read(char* into, std::size_t size) override {
        while (true) {
            const auto got = ::read(file_, into, size);
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno == EINTR) continue;
            return about(path_, "cannot be read: " + std::string(std::strerror(errno)), "", "");
        }
    }

private:
    int file_;
    std::string path_;
};

/// Unpacks another source. A gzip file may be several streams; all are unpacked, or the rest of a
/// list would be lost in silence.
class Unpacked final : public ByteSource {
public:
    Unpacked(std::unique_ptr<ByteSource> packed, std::string path, const ImportLimits& limits)
        : packed_(std::move(packed)), path_(std::move(path)), limits_(limits) {
        ready_ = inflateInit2(&stream_, 15 + 16) == Z_OK;
    }
    Unpacked(const Unpacked&) = delete;
    Unpacked& operator=(const Unpacked&) = delete;
    ~Unpacked() override { inflateEnd(&stream_); }

    Result<std::size_t> read(char* into, std::size_t size) override {
        if (!ready_) return about(path_, "cannot be unpacked: out of memory", "", "");
        while (true) {
            if (stream_.avail_in == 0) TRY(feed());
            if (stream_.avail_in == 0) {
                if (state_ == Z_STREAM_END) return std::size_t{0};
                return damaged();
            }
            if (state_ == Z_STREAM_END && inflateReset(&stream_) != Z_OK) return damaged();
            const auto room = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30));
            stream_.next_out = reinterpret_cast<Bytef*>(into);
            stream_.avail_out = room;
            state_ = inflate(&stream_, Z_NO_FLUSH);
            if (state_ != Z_OK && state_ != Z_STREAM_END) return damaged();
            const std::size_t made = room - stream_.avail_out;
            out_ += made;
            TRY(bounded());
            if (made > 0) return made;
        }
    }

private:
    Status feed() {
        const auto got = TRY(packed_->read(piece_.data(), piece_.size()));
        in_ += got;
        stream_.next_in = reinterpret_cast<Bytef*>(piece_.data());
        stream_.avail_in = static_cast<uInt>(got);
        return std::monostate{};
    }

    [[nodiscard]] Error damaged() const {
        return about(path_, "a gzip file that is cut off or damaged", "", "Fetch it again.");
    }

    [[nodiscard]] Status bounded() const {
        if (out_ <= limits_.ratio_from || out_ / limits_.unpack_ratio_max <= in_) {
            return std::monostate{};
        }
        return about(path_,
                     "the file unpacks to more than " + std::to_string(limits_.unpack_ratio_max) +
                         " times its size: " + std::to_string(out_) + " bytes out of " +
                         std::to_string(in_) + " so far",
                     "a list, packed as lists are (about 10 times)",
                     "Fetch it from its publisher; if it is right, unpack it yourself first.");
    }

    std::unique_ptr<ByteSource> packed_;
    std::string path_;
    ImportLimits limits_;
    z_stream stream_{};
    bool ready_ = false;
    int state_ = Z_OK;
    std::string piece_ = std::string(kPiece, '\0');
    std::uint64_t in_ = 0, out_ = 0;
};

/// Puts back what was read to see whether the file is gzip, and counts.
class Counted final : public ByteSource {
public:
    Counted(std::string first, std::unique_ptr<ByteSource> rest, std::string path,
            std::uint64_t limit)
        : first_(std::move(first)), rest_(std::move(rest)), path_(std::move(path)), limit_(limit) {}
    Result<std::size_t> read(char* into, std::size_t size) override {
        std::size_t count = std::min(size, first_.size() - given_);
        if (count > 0) {
            std::memcpy(into, first_.data() + given_, count);
            given_ += count;
        } else {
            count = TRY(rest_->read(into, size));
        }
        total_ += count;
        if (total_ <= limit_) return count;
        return about(
            path_,
            "larger than an import may be: over " + std::to_string(limit_) + " bytes when unpacked",
            "", "Split the file, or take a smaller collection of the same publisher.");
    }

private:
    std::string first_;
    std::unique_ptr<ByteSource> rest_;
    std::string path_;
    std::uint64_t limit_;
    std::size_t given_ = 0;
    std::uint64_t total_ = 0;
};

Result<std::string> up_to(ByteSource& source, std::size_t most) {
    std::string text;
    while (text.size() < most) {
        const auto used = text.size();
        text.resize(used + std::min(kPiece, most - used));
        const auto got = TRY(source.read(text.data() + used, text.size() - used));
        text.resize(used + got);
        if (got == 0) break;
    }
    return text;
}

Result<std::unique_ptr<ByteSource>> open_with_limit(const std::string& path,
                                                    const ImportLimits& limits,
                                                    std::uint64_t most) {
    // A pipe without a writer must not hang; for files the flag means nothing.
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        if (errno == ENOENT) return about(path, "there is no such file", "", "check the path");
        return about(path, "cannot be opened: " + std::string(std::strerror(errno)), "",
                     "check its permissions");
    }
    std::unique_ptr<ByteSource> bytes = std::make_unique<FileSource>(file, path);
    struct stat status{};
    if (fstat(file, &status) != 0 || S_ISDIR(status.st_mode)) {
        return about(path, "is a directory, not a file", "",
                     "name the files in it, for example " + path + "/*.json");
    }
    // A list is recognised by its head and then read from its beginning; a pipe would have lost it.
    if (!S_ISREG(status.st_mode)) {
        return about(path, "is a pipe or a device, not a file", "a file",
                     "write it to a file first, or give - and send the list to standard input");
    }
    auto first = TRY(up_to(*bytes, 2));
    const bool packed = first == "\x1F\x8B";
    bytes = std::make_unique<Counted>(std::move(first), std::move(bytes), path,
                                      packed ? limits.stream_bytes_max : most);
    if (!packed) return bytes;
    bytes = std::make_unique<Unpacked>(std::move(bytes), path, limits);
    return std::unique_ptr<ByteSource>(std::make_unique<Counted>("", std::move(bytes), path, most));
}

}  // namespace

std::unique_ptr<ByteSource> source_over(std::string_view text) {
    return std::make_unique<TextSource>(text);
}

Result<std::unique_ptr<ByteSource>> open_source(const std::string& path,
                                                const ImportLimits& limits) {
    return open_with_limit(path, limits, limits.stream_bytes_max);
}

Result<std::string> head_of(const std::string& path, const ImportLimits& limits) {
    const auto source = TRY(open_source(path, limits));
    return up_to(*source, kHead);
}

Result<std::string> whole_of(const std::string& path, const ImportLimits& limits) {
    const auto source = TRY(open_with_limit(path, limits, limits.whole_bytes_max));
    return up_to(*source, static_cast<std::size_t>(-1));
}

}  // namespace cordon::lists
