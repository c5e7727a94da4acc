// SPDX-License-Identifier: Apache-2.0
#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace cordon {

namespace {

Error cannot_open(const std::string& path, std::string why) {
    return {"Cannot open: " + std::move(why),
            "a file that may be read",
            "Check the path and its permissions.",
            {path, 0, 0, ""},
            {}};
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return cannot_open(path, std::generic_category().message(errno));
    struct stat status{};
    MappedFile mapped;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(file);
        return cannot_open(path, "not a regular file");
    }
    mapped.size_ = static_cast<std::size_t>(status.st_size);
    if (mapped.size_ != 0) {
        void* start = mmap(nullptr, mapped.size_, PROT_READ, MAP_PRIVATE, file, 0);
        if (start == MAP_FAILED) {
            const int error = errno;
            ::close(file);
            mapped.size_ = 0;
            return cannot_open(path, std::generic_category().message(error));
        }
        mapped.start_ = start;
    }
    ::close(file);
    return mapped;
}

MappedFile::~MappedFile() {
    if (start_ != nullptr) munmap(start_, size_);
}

}  // namespace cordon
