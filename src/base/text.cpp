// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <numeric>

#include "base/code_points.h"

namespace cordon {

namespace {

/// Code points for comparing and measuring; a byte that is not UTF-8 stands for itself.
std::u32string lenient_code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const char32_t point = next_code_point(text, at);
        out += point == kFault ? byte : point;
    }
    return out;
}

/// How many there are, without the cost of keeping them.
std::size_t count_of_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
    return count;
}

/// The edit distance, or `limit` where it is not below that.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b, std::size_t limit) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        std::size_t smallest = row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
            smallest = std::min(smallest, row[j + 1]);
        }
        if (smallest >= limit) return limit;  // rows never get smaller again
    }
    return std::min(row[b.size()], limit);
}

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

std::size_t utf8_valid_prefix(std::string_view bytes) {
    std::size_t at = 0;
    for (std::size_t next = 0; next < bytes.size(); at = next) {
        if (next_code_point(bytes, next) == kFault) break;
    }
    return at;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t end = text.find(separator);
        pieces.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return pieces;
        text.remove_prefix(end + 1);
    }
}

std::string to_lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t kLongest = 200;  // a suggestion for a longer word helps nobody
    if (word.size() > kLongest) return "";
    const std::u32string wanted = lenient_code_points(to_lower_ascii(word));
    const std::string* best = nullptr;
    // Below the length of the word itself, or every short word would be near every other.
    const std::size_t limit =
        std::min(std::max<std::size_t>(2, wanted.size() / 3) + 1, wanted.size());
    std::size_t best_distance = limit;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > 2 * kLongest) continue;
        // Letters left over on either side must be edited: most candidates end here, undecoded.
        const std::size_t letters = count_of_code_points(candidate);
        if (std::max(letters, wanted.size()) - std::min(letters, wanted.size()) >= best_distance) {
            continue;
        }
        const std::size_t distance =
            edit_distance(wanted, lenient_code_points(to_lower_ascii(candidate)), best_distance);
        if (distance >= best_distance) continue;
        best_distance = distance;
        best = &candidate;
    }
    return best == nullptr ? "" : *best;
}

std::string list_of(const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
        out += words[i];
    }
    return out;
}

std::uint32_t display_width(std::string_view text) {
    std::uint32_t columns = 0;
    for (const char32_t point : lenient_code_points(text)) {
        const auto code = static_cast<UChar32>(point);
        const int category = u_charType(code);
        const bool unseen = category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
                            category == U_FORMAT_CHAR || category == U_CONTROL_CHAR;
        if (unseen) continue;
        const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
        columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
    }
    return columns;
}

}  // namespace cordon
