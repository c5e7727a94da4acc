// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Keys by which two words within the allowed edits are sure to meet.
///
/// Let t be a listed word of n letters, q a word asked of m letters, both at least four, and let
/// k = edits_allowed(min(m, n)).
///
/// One edit (min under eight, or Han). Then n <= 8 or t is Han, and m likewise. Both sides give the
/// word and the word without each one of its letters. Words at distance one share one of these: an
/// insertion or deletion makes one equal to the other less a letter; a replacement, and a swap of
/// neighbours, leave equal rests when the letter at the place is taken out of both.
///
/// Two edits (both at least eight, not Han). Cut t at h = n / 2 into a front and a back. Take a
/// best alignment of q and t and cut q where the cut of t falls. A swap that straddles the cut is
/// replaced by a replacement on either side. If there is such a swap the sides have 1 + a and 1 + b
/// edits with a + b <= 1, so one side has exactly one; if not, they have a + b <= 2, so one side
/// has at most one. So a prefix of q is within one edit of the front or a suffix of q within one
/// edit of the back, and |n - m| <= 2. The listed side gives, for front and back, the part and the
/// part less each letter, keyed with n. The asking side gives for each n from m - 2 to m + 2 the
/// prefixes and suffixes of length h - 1 (itself), h (itself and less a letter) and h + 1 (less a
/// letter): by the case of one edit they meet.
///
/// Two different words may share a key; callers measure the distance. Tested against the plain
/// distance.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::screening {

/// The letters (code points) of a word and sums that give the hash of any part less one letter.
class VariantSource {
public:
    explicit VariantSource(std::string_view utf8);
    [[nodiscard]] std::size_t size() const { return letters_.size(); }
    /// Keys the listed word is stored under. No order; a key may come twice.
    void listed_keys(bool han, std::vector<std::uint64_t>& keys) const;
    /// Keys under which a listed word within the allowance of this word is sure to be stored.
    void asked_keys(bool han, std::vector<std::uint64_t>& keys) const;

private:
    struct Family {
        std::uint64_t part = 0;    ///< whole, front or back
        std::uint64_t length = 0;  ///< of the listed word; 0 for whole
    };
    void whole_keys(std::vector<std::uint64_t>& keys) const;
    /// The part from `first` of `count` letters, itself and less one letter.
    void itself(const Family& family, std::size_t first, std::size_t count,
                std::vector<std::uint64_t>& keys) const;
    void less_one(const Family& family, std::size_t first, std::size_t count,
                  std::vector<std::uint64_t>& keys) const;
    [[nodiscard]] std::uint64_t hash_of(std::size_t first, std::size_t count) const;

    std::u32string letters_;
    std::vector<std::uint64_t> sums_;  ///< hash of the first i letters
    std::vector<std::uint64_t> powers_;
};

/// Which letters a word has, as bits. One edit changes at most two of them.
std::uint32_t letter_mask(std::string_view utf8);

}  // namespace cordon::screening
