// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A name taken apart: tokens with roles, and every form under which a token can be met.
///
/// A token is a word or a phrase with one meaning. Its forms are terms: plain texts that mean the
/// same token when they are equal (or spelled nearly the same). Two names are compared through the
/// terms of their tokens alone, so everything a bridge needs is in a term:
///
///   spelling    huawei        Latin letters as written
///   reading     huawei        Latin letters that a word of another script is read as
///   han         华为           the Han run itself, simplified
///   concept     @technology   the meaning by lexicon: technology, tech, technologies, 科技
///   number      #54
///   sound       ~mhmd         consonants without spelling habits
///
/// Spelling and reading terms look alike on purpose: that is the bridge from Han to Latin.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

/// What a token does in the name. Companies differ by brand, number and place, not by legal form.
enum class Role : std::uint8_t {
    Brand,  ///< and every word nobody knows; parts of a person's name too
    Place,
    Industry,      ///< technology, electronics, aerospace
    Organisation,  ///< university, institute, bureau, group
    Qualifier,     ///< new, international, advanced, general
    LegalForm,
    Number,
};
constexpr std::size_t kRoleCount = 7;
std::string_view to_text(Role role);

enum class FormKind : std::uint8_t { Spelling, Reading, Han, Concept, Number, Sound, Initialism };
constexpr std::size_t kFormKinds = 7;
std::string_view to_text(FormKind kind);

struct Form {
    FormKind kind = FormKind::Spelling;
    std::string term;
    friend bool operator==(const Form&, const Form&) = default;
};

struct Token {
    Role role = Role::Brand;
    bool in_lexicon = false;    ///< a concept says what it is; otherwise it weighs by its letters
    std::uint16_t letters = 0;  ///< of the first spelling or reading
    std::uint32_t begin = 0, end = 0;  ///< bytes of the printed name
    std::vector<Form> forms;           ///< at least one; no term twice
};

/// Neighbouring tokens written as one word: "hua" "wei" is "huawei", "zhong" "ke" "ke" "kong" is
/// one. Made of tokens outside the lexicon, and of a short known word before one. Its forms are
/// spellings and readings.
struct Span {
    std::uint16_t first = 0, count = 0;
    std::vector<Form> forms;
};

/// How a name was come by; derived names match less surely.
enum class Derived : std::uint8_t {
    No,     ///< as printed
    Short,  ///< as sure as printed: a full name given as what it is known as (CETC, Beihang), a
            ///< phrase that names one company given in its words, a common word given as a brand
    Initialism,  ///< the first letters: NUDT, ZKSG
};

struct Name {
    std::string printed;
    Derived derived = Derived::No;
    std::vector<Token> tokens;
    std::vector<Span> spans;
    bool brandless = false;  ///< no brand and no number: place and industry must tell it apart
};

/// Bounds on what one name may cost. A name beyond them is cut and `cut` in NameSet says so.
constexpr std::size_t kTokensMax = 48;
constexpr std::size_t kFormsMax = 64;
constexpr std::size_t kSpansMax = 96;

/// A printed name with the names derived from it; the first is the name as printed.
struct NameSet {
    std::vector<Name> names;
    bool cut = false;
};

enum class NameKind : std::uint8_t { Unknown, Organisation, Person };

/// Takes a name apart. Never fails: any text gives a name, an empty one gives no tokens.
/// Deterministic; needs no locale. Thread safety: the tables are immutable after the first call.
NameSet analysed(std::string_view printed, NameKind kind);

}  // namespace cordon::names
