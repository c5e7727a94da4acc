// SPDX-License-Identifier: Apache-2.0
// Identifiers: what kind, and does the check digit hold.
//
// The label decides first, because whoever wrote it knew. Where it only says "registration" or
// "tax number", the country and a holding check digit may make it a better known kind: a Chinese
// registration number of 18 signs whose check holds is a USCC whatever it was called. A value that
// is labelled as a kind and does not pass keeps the kind and says No: a slip of the pen in a USCC
// is still meant to be one.
//
// Sources: GB 32100-2015 annex; ISO 17442-1 with ISO 7064 MOD 97-10; orders of the Russian tax
// service for OGRN (remainder by 11, by 13 for sole traders) and INN; IMO circulars on ship and on
// company numbers.
#include "names/identifier.h"

#include <algorithm>
#include <array>

#include "names/fold.h"

namespace cordon::names {

namespace {

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::uint32_t digit_at(std::string_view text, std::size_t i) {
    return static_cast<std::uint32_t>(text[i] - '0');
}

/// GB 32100-2015: 31 signs without I, O, S, V, Z; weights are powers of 3 modulo 31.
Truth uscc_holds(std::string_view value) {
    constexpr std::string_view kSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    if (value.size() != 18) return Truth::No;
    std::uint32_t sum = 0;
    std::uint32_t weight = 1;
    for (std::size_t i = 0; i < 17; ++i) {
        const auto sign = kSigns.find(value[i]);
        if (sign == std::string_view::npos) return Truth::No;
        sum += static_cast<std::uint32_t>(sign) * weight;
        weight = weight * 3 % 31;
    }
    return truth_of(kSigns.find(value[17]) == (31 - sum % 31) % 31);
}

/// ISO 7064 MOD 97-10 over letters as 10 … 35; the last two are digits.
Truth lei_holds(std::string_view value) {
    if (value.size() != 20 || !all_digits(value.substr(18))) return Truth::No;
    std::uint32_t rest = 0;
    for (const char c : value) {
        const bool digit = c >= '0' && c <= '9';
        const auto worth = static_cast<std::uint32_t>(digit ? c - '0' : c - 'A' + 10);
        rest = (rest * (digit ? 10 : 100) + worth) % 97;
    }
    return truth_of(rest == 1);
}

/// 13 digits for companies, 15 for sole traders.
Truth ogrn_holds(std::string_view value) {
    if (!all_digits(value) || (value.size() != 13 && value.size() != 15)) return Truth::No;
    std::uint64_t body = 0;
    for (std::size_t i = 0; i + 1 < value.size(); ++i) body = body * 10 + digit_at(value, i);
    const std::uint64_t divisor = value.size() == 13 ? 11 : 13;
    return truth_of(body % divisor % 10 == digit_at(value, value.size() - 1));
}

std::uint32_t inn_digit(std::string_view value, std::size_t count) {
    constexpr std::array<std::uint32_t, 11> kWeights{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum += digit_at(value, i) * kWeights[kWeights.size() - count + i];
    }
    return sum % 11 % 10;
}

/// 10 digits for companies, 12 for people.
Truth inn_holds(std::string_view value) {
    if (!all_digits(value)) return Truth::No;
    if (value.size() == 10) return truth_of(inn_digit(value, 9) == digit_at(value, 9));
    if (value.size() != 12) return Truth::No;
    return both(truth_of(inn_digit(value, 10) == digit_at(value, 10)),
                truth_of(inn_digit(value, 11) == digit_at(value, 11)));
}

/// Ships and the companies that own or manage them have numbers of one form and a check each.
Truth imo_holds(std::string_view value) {
    constexpr std::array<std::uint32_t, 6> kCompany{8, 6, 4, 2, 9, 7};
    if (value.size() != 7 || !all_digits(value)) return Truth::No;
    std::uint32_t ship = 0;
    std::uint32_t company = 0;
    for (std::size_t i = 0; i < 6; ++i) {
        ship += digit_at(value, i) * static_cast<std::uint32_t>(7 - i);
        company += digit_at(value, i) * kCompany[i];
    }
    const auto last = digit_at(value, 6);
    return truth_of(ship % 10 == last || (11 - company % 11) % 10 == last);
}

Truth holds(IdentifierKind kind, std::string_view value) {
    switch (kind) {
        case IdentifierKind::Uscc:
            return uscc_holds(value);
        case IdentifierKind::Lei:
            return lei_holds(value);
        case IdentifierKind::Ogrn:
            return ogrn_holds(value);
        case IdentifierKind::Inn:
            return inn_holds(value);
        case IdentifierKind::Imo:
            return imo_holds(value);
        case IdentifierKind::Registration:
        case IdentifierKind::Tax:
        case IdentifierKind::Passport:
        case IdentifierKind::Other:
            return Truth::Unknown;
    }
    return Truth::Unknown;
}

struct Label {
    std::string_view text;  ///< folded; a phrase within the label
    IdentifierKind kind;
};
// The first that is found decides: exact names before general words.
constexpr std::array kLabels{Label{"uscc", IdentifierKind::Uscc},
                             Label{"unified social credit", IdentifierKind::Uscc},
                             Label{"uniform social credit", IdentifierKind::Uscc},
                             Label{"社会信用代码", IdentifierKind::Uscc},
                             Label{"lei", IdentifierKind::Lei},
                             Label{"legal entity identifier", IdentifierKind::Lei},
                             Label{"ogrnip", IdentifierKind::Ogrn},
                             Label{"ogrn", IdentifierKind::Ogrn},
                             Label{"огрн", IdentifierKind::Ogrn},
                             Label{"огрнип", IdentifierKind::Ogrn},
                             Label{"main state registration number", IdentifierKind::Ogrn},
                             Label{"inn", IdentifierKind::Inn},
                             Label{"инн", IdentifierKind::Inn},
                             Label{"imo", IdentifierKind::Imo},
                             Label{"passport", IdentifierKind::Passport},
                             Label{"护照", IdentifierKind::Passport},
                             Label{"паспорт", IdentifierKind::Passport},
                             Label{"tax", IdentifierKind::Tax},
                             Label{"vat", IdentifierKind::Tax},
                             Label{"tin", IdentifierKind::Tax},
                             Label{"税号", IdentifierKind::Tax},
                             Label{"fiscal", IdentifierKind::Tax},
                             Label{"nit", IdentifierKind::Tax},
                             Label{"registration", IdentifierKind::Registration},
                             Label{"registry", IdentifierKind::Registration},
                             Label{"company number", IdentifierKind::Registration},
                             Label{"company no", IdentifierKind::Registration},
                             Label{"business number", IdentifierKind::Registration},
                             Label{"commercial register", IdentifierKind::Registration},
                             Label{"注册号", IdentifierKind::Registration},
                             Label{"enterprise number", IdentifierKind::Registration}};

/// Whole words of Latin or Cyrillic, any part of a Han text.
bool says(std::string_view label, std::string_view text) {
    const auto letter = [](char c) { return c != ' '; };
    const bool han = static_cast<unsigned char>(text[0]) >= 0xE0;
    for (auto at = label.find(text); at != std::string_view::npos; at = label.find(text, at + 1)) {
        const auto end = at + text.size();
        const bool whole =
            (at == 0 || !letter(label[at - 1])) && (end == label.size() || !letter(label[end]));
        if (han || whole) return true;
    }
    return false;
}

IdentifierKind kind_by_label(std::string_view label) {
    const auto text = folded(label);
    const auto* found = std::find_if(kLabels.begin(), kLabels.end(),
                                     [&](const Label& l) { return says(text, l.text); });
    return found == kLabels.end() ? IdentifierKind::Other : found->kind;
}

/// Upper case letters and digits of Latin script.
std::string plain(std::string_view value) {
    std::string out;
    for (const char c : folded(value)) {
        const bool lower = c >= 'a' && c <= 'z';
        if (lower) out.push_back(static_cast<char>(c - 0x20));
        if (c >= '0' && c <= '9') out.push_back(c);
    }
    return out;
}

/// A better known kind that a general label turns out to be.
IdentifierKind kind_by_value(const Identifier& id) {
    const auto country = [&](std::string_view code) {
        return id.country.empty() || id.country == code;
    };
    const auto passes = [&](IdentifierKind kind) { return holds(kind, id.value) == Truth::Yes; };
    if (id.kind == IdentifierKind::Passport) return id.kind;
    if (country("CN") && passes(IdentifierKind::Uscc)) return IdentifierKind::Uscc;
    if (id.kind == IdentifierKind::Other && passes(IdentifierKind::Lei)) {
        return IdentifierKind::Lei;
    }
    if (id.country == "RU" && id.kind != IdentifierKind::Tax && passes(IdentifierKind::Ogrn)) {
        return IdentifierKind::Ogrn;
    }
    if (id.country == "RU" && id.kind == IdentifierKind::Tax && passes(IdentifierKind::Inn)) {
        return IdentifierKind::Inn;
    }
    return id.kind;
}

bool is_checked(IdentifierKind kind) {
    switch (kind) {
        case IdentifierKind::Uscc:
        case IdentifierKind::Lei:
        case IdentifierKind::Ogrn:
        case IdentifierKind::Inn:
        case IdentifierKind::Imo:
            return true;
        case IdentifierKind::Registration:
        case IdentifierKind::Tax:
        case IdentifierKind::Passport:
        case IdentifierKind::Other:
            return false;
    }
    return false;
}

}  // namespace

Identifier identifier(std::string_view label, std::string_view value, std::string_view country) {
    Identifier out{kind_by_label(label), plain(value), std::string(country), Truth::Unknown};
    if (out.value.starts_with("IMO") && out.value.size() == 10) {
        out.kind = IdentifierKind::Imo;
        out.value.erase(0, 3);
    }
    if (!is_checked(out.kind)) out.kind = kind_by_value(out);
    out.check = holds(out.kind, out.value);
    return out;
}

Truth same_party(const Identifier& a, const Identifier& b) {
    if (a.kind != b.kind || a.value.empty() || b.value.empty()) return Truth::Unknown;
    const bool countries = !a.country.empty() && !b.country.empty();
    if (a.value == b.value) {
        // One number is given out anew in every country; without a country only a long one says
        // something.
        constexpr std::size_t kLong = 8;
        if (is_checked(a.kind)) return Truth::Yes;
        if (countries) return a.country == b.country ? Truth::Yes : Truth::Unknown;
        return a.value.size() >= kLong ? Truth::Yes : Truth::Unknown;
    }
    return is_checked(a.kind) && both(a.check, b.check) == Truth::Yes ? Truth::No : Truth::Unknown;
}

}  // namespace cordon::names
