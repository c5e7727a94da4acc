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
/// Two edits (both at least eight, not Han). Cut t at h = n / 2 into a front A and a back B. Take a
/// best alignment of q and t and cut q where the cut of t falls, if no swap straddles it. The sides
/// then have a and b edits with a + b <= 2, so either a = 0 and q begins with A, or b = 0 and q
/// ends with B, or a = b = 1 and a beginning of q is one edit from A. If a swap straddles the cut,
/// A = A'x, B = yB', and q has yx between what became of A' and of B'; at most one more edit is
/// left. Without one in A', q begins with A'yx, which less its letter before the last is A; without
/// one in B', q ends with yxB', which less its second letter is B. Always |n - m| <= 2. So the
/// listed side gives A, A less each letter, and B, keyed with n. The asking side gives for each n
/// its beginning of h letters and its end of n - h letters; and for an edit in A, and the swap,
/// what the lengths leave possible:
///
///   A lost a letter (n >= m)              the beginning of h - 1 letters
///   A got a letter (n <= m)               the beginning of h + 1 letters less each
///   another letter in A (|n - m| <= 1)    the beginning of h letters less each
///   the swap (|n - m| <= 1)               the beginning of h + 1 letters less the last but one,
///   and
///                                         the end of n - h + 1 letters less the second
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
    void less(std::size_t out, const Family& family, std::size_t first, std::size_t count,
              std::vector<std::uint64_t>& keys) const;
    static std::uint64_t key(const Family& family, std::uint64_t hash, std::size_t letters);
    [[nodiscard]] std::uint64_t hash_of(std::size_t first, std::size_t count) const;

    std::u32string letters_;
    std::vector<std::uint64_t> sums_;  ///< hash of the first i letters
    std::vector<std::uint64_t> powers_;
};

/// Of each letter whether a word has it an odd number of times, and the length modulo 4.
std::uint32_t letter_signature(std::string_view utf8);

/// Without the instruction, which not every processor has, and without a call.
constexpr unsigned ones_of(std::uint32_t bits) {
    bits -= bits >> 1U & 0x55555555U;
    bits = (bits & 0x33333333U) + (bits >> 2U & 0x33333333U);
    return ((bits + (bits >> 4U)) & 0x0F0F0F0FU) * 0x01010101U >> 24U;
}

/// Can words of these signatures be within so many edits, one or two? A replacement makes two
/// letters odd or even, an insertion or deletion one, a swap none; so of e edits between words
/// whose lengths differ by d at most 2 e - d letters show.
constexpr bool may_be_near(std::uint32_t a, std::uint32_t b, unsigned edits) {
    const unsigned apart = ((a >> 30U) - (b >> 30U)) & 3U;
    const unsigned lengths = apart == 3 ? 1 : apart;
    return ones_of((a ^ b) & 0x3FFFFFFFU) + lengths <= 2 * edits;
}

}  // namespace cordon::screening
