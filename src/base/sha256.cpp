// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.h"

#include <openssl/evp.h>

#include <array>

#include "base/result.h"

namespace cordon {

std::string hex_of(std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    out.reserve(2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 15U];
    }
    return out;
}

std::string sha256_hex(std::string_view bytes) {
    std::array<char, 32> digest{};
    unsigned int length = 0;
    CHECK(EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()),
                     &length, EVP_sha256(), nullptr) == 1);
    CHECK(length == digest.size());
    return hex_of({digest.data(), digest.size()});
}

}  // namespace cordon
